import {
  assess,
  decideEvaluation,
  determine,
  fillIn,
  giveConsentForm,
  giveNotice,
  holdConference,
  takeConsent,
} from '../steps.js';
import type { Story } from '../story.js';
import { logSessions } from './sessions.js';

const mother = 'kawika-freitas-contact-1';

/** A Modification Plan whose student is evaluated anew: one report is filed, the other is being written. */
export async function reevaluation(story: Story): Promise<void> {
  await firstPlan(story);
  story.on(-34, '15:00');
  await story.decide('kamaral', 'reevaluation.open', {
    trigger: 'need',
    bothAgree: true,
    reason: 'The headaches are gone, and reading longer texts has not come back.',
  });
  story.on(-32, '10:00');
  await decideEvaluation(
    story,
    'kamaral',
    {
      regulation: 'both',
      agreedUnnecessary: false,
      assessmentNeeded: true,
      reason: 'A year after the concussion he reads a page and does not know what it said; that was not so before.',
      existingData:
        'The neurologist’s letter, grades before and after, the log of his breaks, his teachers’ observations.',
    },
    [
      { area: 'communication', assessorRole: 'provider', tools: 'Understanding of longer texts, heard and read.' },
      { area: 'cognitive', assessorRole: 'evaluator', tools: 'Attention, memory and speed of work.' },
    ],
  );
  story.on(-30, '15:20');
  await giveNotice(story, 'kamaral', 'evaluation', {
    method: 'mail',
    safeguardsDate: story.now,
    consentRequestDate: story.now,
    texts: {
      options: 'To wait for the neurologist’s next appointment in spring.',
      factors: 'Kawika asked for it himself.',
    },
  });
  await giveConsentForm(story, 'kamaral', '102c', {
    activity: 'Tests of understanding, attention and memory, in four mornings with breaks.',
    recordsReviewed: 'Grades of three years, the neurologist’s letter.',
    reviewerPositions: 'Speech-language pathologist, school psychologist.',
  });
  story.on(-26, '08:00');
  await takeConsent(story, 'kamaral', '102c', 'Gail Freitas');
  await assess(story, 'kamaral', {
    evaluator: 'mfonoti',
    area: 'communication',
    tool: 'A test of understanding longer texts, heard and read',
    asked: -25,
    filed: -9,
    findings: 'What he hears he keeps. What he reads he has lost after the second paragraph, and he knows it.',
    summaryScores: 'Listening: standard score 112. Reading of longer texts: 79.',
    recommendations: 'Texts that are read aloud to him, and a note in his own words after each paragraph.',
  });
  story.on(-8, '09:10');
  await story.decide('kamaral', 'assessment.request', {
    person: await story.person('ablake'),
    area: 'cognitive',
    tool: 'Tests of attention, memory and speed of work',
    due: story.day(14),
  });
  story.on(-1, '13:20');
  await story.write('ablake', await story.open('assessment', { of: 'ablake' }), (edit) => {
    fillIn(edit, {
      assessedDate: story.day(-2),
      findings: 'Kawika came rested and told at once when he needed a break. ',
      summaryScores: 'Memory for what is heard: standard score 115.',
    });
  });
}

async function firstPlan(story: Story): Promise<void> {
  story.on(-300, '11:00');
  await story.begin('ereyes', 'kawika-freitas');
  await story.write('ereyes', 'concern', (edit) => {
    fillIn(edit, {
      raisedBy: 'Gail Freitas',
      raisedByRole: 'parent',
      raisedVia: 'letter',
      receivedDate: story.day(-300),
      areas: ['health', 'academic'],
      description:
        'Mrs. Freitas brought a letter of the neurologist: a concussion from surfing, eight weeks ago. Kawika is back in all classes. After a lesson and a half he has a headache and lies down in the health room, on most days.',
      priorSupports: 'Sunglasses and a dark corner; half days in the first weeks.',
      suspicion: 'yes',
      suspicionReason: 'A physician’s diagnosis, and it limits how long he can work.',
      parentNotifiedDate: story.day(-300),
      parentNotifiedMethod: 'letter',
      parentNotifiedLanguage: 'en',
      homeLanguage: 'en',
      interpreterNeeded: false,
    });
  });
  await story.decide('ereyes', 'concern.submit');
  story.on(-299, '08:20');
  await story.decide('kamaral', 'referral.file');
  await story.team('kamaral', 'ereyes', 'npereira', 'mfonoti', 'ablake');
  await story.decide('kamaral', 'family.admit', { person: await story.person(mother), relation: 'Mother' });
  story.on(-298, '14:00');
  await story.write('ereyes', 'evidence', (edit) => {
    edit.addRow('items', {
      values: {
        kind: 'challenge',
        area: 'health',
        dataSource: 'health',
        observedDate: story.day(-298),
        statement: 'In the health room on 14 of the last 20 days, after 70 minutes on average.',
      },
    });
    edit.set('parentAskedDate', story.day(-299));
  });
  story.on(-297, '08:10');
  await story.decide('kamaral', 'evidence.complete');
  await holdConference(story, 'kamaral', {
    purpose: 'student-needs',
    offset: -292,
    announced: 4,
    came: ['kamaral', 'ereyes', 'npereira', mother],
    minutes: 'What helps is known: breaks before the headache, less light, shorter texts.',
    decisions: ['The team decides under Section 504.'],
  });
  await story.write('npereira', 'needs', (edit) => {
    edit.addRow('needs', {
      values: {
        area: 'health',
        statement: 'Kawika needs to stay below the load that brings the headache.',
        evidence: '14 of 20 days in the health room.',
      },
    });
  });
  story.on(-291, '08:30');
  await story.decide('kamaral', 'needs.define');
  await decideEvaluation(story, 'kamaral', {
    regulation: 's504',
    assessmentNeeded: false,
    assessmentRightTold: true,
    reason: 'The neurologist’s letter and the health room’s record are enough to decide on.',
    existingData: 'The neurologist’s letter, the record of the health room, observations in class.',
  });
  await giveNotice(story, 'kamaral', 'evaluation', {
    safeguardsDate: story.now,
    texts: { options: 'To wait for the headaches to go; his grades would not.', factors: 'None.' },
  });
  await holdConference(story, 'kamaral', {
    purpose: 'eligibility',
    offset: -284,
    announced: 6,
    came: ['kamaral', 'ereyes', 'npereira', 'ablake', mother],
    minutes: 'The letter was read together.',
    decisions: [
      {
        decision: 'Kawika is eligible under Section 504.',
        about: 'eligibility',
        options: 'An evaluation under IDEA: what he learns has not changed, so far.',
      },
    ],
  });
  story.on(-283, '15:00');
  await determine(story, 'kamaral', 's504', {
    eligible: true,
    impairment: 'A concussion with lasting headaches.',
    majorLifeActivity: 'concentrating',
    substantialLimit: 'After an hour of work he has to lie down.',
    evidenceBasis: 'The neurologist’s letter, the record of the health room.',
    reason: 'The limit is clear, and it will last for months.',
  });
  story.on(-282, '09:00');
  await giveNotice(story, 'kamaral', 'eligibility', { texts: { factors: 'None.' } });
  await holdConference(story, 'kamaral', {
    purpose: 's504',
    offset: -276,
    announced: 5,
    came: ['kamaral', 'ereyes', 'npereira', mother],
    minutes: 'Kawika showed how he stops the time with his diving watch.',
    decisions: ['A break after every twenty minutes, without a word.'],
  });
  const document = await story.open('plan');
  const [need] = await story.rows(document, 'needs');
  const provider = await story.person('npereira');
  let service = '';
  await story.write('npereira', document, (edit) => {
    fillIn(edit, {
      startDate: story.day(-270),
      endDate: story.day(60),
      reviewDate: story.day(40),
      serviceAvailabilityDate: story.day(-268),
      presentLevels: 'Works for twenty minutes without a headache; what he hands in is as good as before.',
    });
    const goal = edit.addRow('goals', {
      values: {
        need: need?.id ?? null,
        condition: 'With a break after every twenty minutes',
        behavior: 'Kawika will stay in class',
        criterion: 'on 18 of 20 days',
        baseline: 6,
        target: 18,
        unit: 'days of 20',
        direction: 'up',
        dueDate: story.day(50),
        measure: 'The health room’s record, once a month.',
      },
    });
    service = edit.addRow('services', {
      values: {
        goal,
        type: 'related',
        name: 'Check-in on the day’s load',
        minutes: 15,
        count: 1,
        interval: 'week',
        location: 'separate-room',
        provider,
        startDate: story.day(-270),
        endDate: story.day(60),
      },
    });
    edit.addRow('accommodations', {
      values: {
        category: 'timing',
        what: 'A break after every twenty minutes, by his own watch.',
        where: 'regular-class',
        forTests: true,
        testSupport: 'accommodation',
      },
    });
  });
  story.on(-275, '08:30');
  await story.decide('kamaral', 'plan.present');
  story.on(-274, '15:10');
  await giveNotice(story, 'kamaral', 'plan', {
    texts: { options: 'Half days for longer; he wants to be with his class.', factors: 'None.' },
  });
  story.on(-271, '08:20');
  await story.decide('kamaral', 'plan.activate');
  const told = { service, startTime: '07:40', minutes: 15, location: 'separate-room' };
  await logSessions(story, 'npereira', [
    { ...told, offset: -250, note: '11 of 20 days in class throughout.' },
    { ...told, offset: -160, note: '16 of 20. He forgets the watch when the lesson is good.' },
    { ...told, offset: -60, note: '20 of 20, no headache for a month. “Now I only have to find out what I read.”' },
  ]);
}
