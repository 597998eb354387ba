import { addDays, reportPeriods } from '@ssp-kit/process';
import {
  assess,
  decideEvaluation,
  determine,
  fillIn,
  giveConsentForm,
  giveNotice,
  holdConference,
  rowAbout,
  takeConsent,
} from '../steps.js';
import type { Story } from '../story.js';
import { logSessions } from './sessions.js';

const mother = 'anela-kamai-contact-1';

/** An active IEP: from the concern to a progress report that the family has, and minutes that were corrected. */
export async function activeIep(story: Story): Promise<void> {
  await referral(story);
  await evaluation(story);
  await eligibility(story);
  const { reading, goal } = await plan(story);
  await logSessions(story, 'hyoshida', sessions(reading));
  await progress(story, goal);
  await correction(story);
}

async function referral(story: Story): Promise<void> {
  story.on(-215, '15:00');
  await story.begin('pnakoa', 'anela-kamai');
  await story.write('pnakoa', 'concern', (edit) => {
    fillIn(edit, {
      raisedBy: 'Peter Nakoa',
      raisedByRole: 'teacher',
      raisedVia: 'in-person',
      receivedDate: story.day(-215),
      areas: ['academic'],
      description:
        'Anela tells the story of a book in order, with reasons and with voices. Reading it herself she gets through half a page in the time of a lesson, and the words she knew yesterday are new today. She copies her spelling letter by letter. In Hawaiian, which she reads with her father, it is the same.',
      priorSupports: 'Small-group reading since second grade; recorded books since this year.',
      suspicion: 'yes',
      suspicionReason: 'Two years of small-group reading, and the distance to her class has grown, in both languages.',
      suspectedAreas: ['sld'],
      parentNotifiedDate: story.day(-215),
      parentNotifiedMethod: 'in-person',
      parentNotifiedLanguage: 'haw',
      homeLanguage: 'haw',
      interpreterNeeded: false,
    });
    edit.addRow('supports', {
      values: {
        what: 'Small-group reading, four times a week',
        from: story.day(-580),
        until: story.day(-215),
        result: 'some',
      },
    });
  });
  await story.decide('pnakoa', 'concern.submit');
  story.on(-214, '08:10');
  await story.decide('lkealoha', 'referral.file');
  await story.team('lkealoha', 'mtanabe', 'pnakoa', 'hyoshida', 'ablake');
  await story.decide('lkealoha', 'family.admit', { person: await story.person(mother), relation: 'Mother' });
  await story.decide('lkealoha', 'family.admit', {
    person: await story.person('anela-kamai-contact-2'),
    relation: 'Father',
  });
  story.on(-213, '14:40');
  await story.write('pnakoa', 'evidence', (edit) => {
    edit.addRow('items', {
      values: {
        kind: 'challenge',
        area: 'academic',
        dataSource: 'assessment',
        observedDate: story.day(-213),
        baseline: 31,
        unit: 'words a minute',
        statement: 'Reads 31 words a minute of a third grade passage; the class reads 104.',
      },
    });
    edit.addRow('items', {
      values: {
        kind: 'strength',
        area: 'communication',
        dataSource: 'observation',
        observedDate: story.day(-213),
        statement: 'Retold a chapter she had heard once, with every turn of it.',
      },
    });
    edit.set('parentAskedDate', story.day(-214));
    edit.set('parentInput', 'She asks for stories every evening and cries over her homework.');
    edit.set('studentInput', '“The letters know each other and I do not.”');
  });
  story.on(-212, '08:20');
  await story.decide('lkealoha', 'evidence.complete');
  await holdConference(story, 'lkealoha', {
    purpose: 'student-needs',
    offset: -208,
    announced: 4,
    language: 'haw',
    came: ['lkealoha', 'pnakoa', 'hyoshida', mother],
    minutes: 'The family and the teacher see the same. Nobody wants to wait another quarter.',
    decisions: ['Aaron looks at reading and memory for sounds once the family agrees.'],
  });
  await story.write('hyoshida', 'needs', (edit) => {
    edit.addRow('needs', {
      values: {
        area: 'academic',
        statement: 'Anela needs to read words of two syllables by their parts, without guessing.',
        evidence: '31 words a minute; the same words are new the next day.',
      },
    });
    edit.set('strengths', 'Memory for stories, voices, and two languages.');
  });
  story.on(-207, '08:30');
  await story.decide('lkealoha', 'needs.define');
}

async function evaluation(story: Story): Promise<void> {
  story.on(-206, '09:00');
  await decideEvaluation(
    story,
    'lkealoha',
    {
      regulation: 'idea',
      assessmentNeeded: true,
      reason: 'Two years of good small-group teaching have not closed the gap.',
      existingData: 'Screenings of three years, the reading teacher’s notes, two observations, what the family tells.',
    },
    [{ area: 'academic', assessorRole: 'evaluator', tools: 'Tests of reading, spelling and memory for sounds.' }],
  );
  story.on(-205, '15:10');
  await giveNotice(story, 'lkealoha', 'evaluation', {
    translation: 'written',
    safeguardsDate: story.now,
    consentRequestDate: story.now,
    texts: { options: 'A third year of small-group reading; two have not been enough.', factors: 'None.' },
  });
  await giveConsentForm(story, 'lkealoha', '102a', {
    language: 'haw',
    activity: 'Tests of reading, spelling and memory for sounds, in two mornings.',
    recordsReviewed: 'Screenings, report cards, the reading teacher’s notes.',
    reviewerPositions: 'School psychologist, special education teacher.',
  });
  story.on(-198, '08:00');
  await takeConsent(story, 'lkealoha', '102a', 'Noe Kamai');
  await assess(story, 'lkealoha', {
    evaluator: 'ablake',
    area: 'academic',
    tool: 'Standardized tests of reading and of memory for sounds',
    asked: -197,
    filed: -165,
    findings:
      'Anela takes long to join sounds to letters and does not keep the join. She understands what is read to her like a child of eleven. She worked for two hours without giving up.',
    summaryScores: 'Word reading: standard score 68. Memory for sounds: 72. Listening: 118.',
    recommendations: 'Direct, systematic teaching of word parts, every day; books to listen to in all subjects.',
  });
}

async function eligibility(story: Story): Promise<void> {
  await holdConference(story, 'lkealoha', {
    purpose: 'eligibility',
    offset: -149,
    language: 'haw',
    came: ['lkealoha', 'mtanabe', 'pnakoa', 'hyoshida', 'ablake', mother],
    // The name is misspelled here; it is corrected later.
    minutes: 'Mr. Blake explained his report to Mrs. Kamae and to the team. All agree.',
    decisions: [
      {
        decision: 'Anela is eligible with a specific learning disability.',
        about: 'eligibility',
        options: 'A plan under Section 504 with recorded books alone: it would not teach her to read.',
      },
    ],
  });
  story.on(-148, '15:20');
  await determine(story, 'lkealoha', 'idea', {
    eligible: true,
    category: 'sld',
    sldAreas: ['basic-reading', 'reading-fluency'],
    sldBasis: ['low-achievement', 'response'],
    sldObservation:
      'Stops at words of two syllables and asks a neighbor; listens with her whole body when the class is read to.',
    needsSpecialEducation: true,
    adverseEffect: 'She cannot follow written tasks of any subject alone.',
    evidenceBasis: 'The reading tests, screenings of three years, two observations, two years of small-group reading.',
    parentInput: 'The family wants her to keep her stories.',
    reason: 'All reports point the same way, and good teaching was there from the start.',
  });
  story.on(-146, '09:00');
  await giveNotice(story, 'lkealoha', 'eligibility', { translation: 'written' });
  await giveConsentForm(story, 'lkealoha', '102b', {
    language: 'haw',
    activity: 'Special education in reading, as the IEP will say.',
  });
  await giveNotice(story, 'lkealoha', 'services', { translation: 'written', consentRequestDate: story.now });
  story.on(-141, '08:05');
  await takeConsent(story, 'lkealoha', '102b', 'Noe Kamai');
}

async function plan(story: Story): Promise<{ reading: string; goal: string }> {
  await holdConference(story, 'lkealoha', {
    purpose: 'iep',
    offset: -131,
    language: 'haw',
    came: ['lkealoha', 'mtanabe', 'pnakoa', 'hyoshida', 'ablake', mother],
    minutes: 'The draft was on the screen, and the family wrote in it too.',
    decisions: [
      {
        decision: 'Reading in a quiet room for half an hour a day, everything else in class.',
        about: 'services',
        options: 'All of it in class: she reads aloud only where nobody listens.',
      },
    ],
  });
  const document = await story.open('plan');
  const [need] = await story.rows(document, 'needs');
  const provider = await story.person('hyoshida');
  let [reading, goal] = ['', ''];
  const [startDate, endDate] = [story.day(-124), story.day(235)];
  await story.write('hyoshida', document, (edit) => {
    fillIn(edit, {
      startDate,
      endDate,
      reviewDate: story.day(200),
      presentLevels:
        'Reads 31 words a minute of a third grade passage. Understands stories that are read to her above her grade.',
      schoolMinutes: 1800,
      regularClassMinutes: 1650,
      lreReason:
        'She reads aloud only where nobody listens; half an hour a day in a quiet room is the least that works.',
      stateTesting: 'Takes the state tests with text to speech and in a small group.',
      progressReporting: 'A written report each quarter.',
      reportSchedule: 'quarterly',
      factorBehavior: false,
      factorLanguage: true,
      factorLanguagePlan: 'Notices and reports come in Hawaiian too; word parts are taught with both languages.',
      factorBraille: false,
      factorCommunication: false,
      factorTechnology: true,
      factorTechnologyPlan: 'Text to speech on the class tablets, in all subjects.',
      alternateAssessment: false,
    });
    goal = edit.addRow('goals', {
      values: {
        need: need?.id ?? null,
        condition: 'Given a third grade passage she has not seen',
        behavior: 'Anela will read aloud',
        criterion: 'in two of three tries',
        baseline: 31,
        target: 70,
        unit: 'words a minute',
        direction: 'up',
        dueDate: story.day(230),
        schedule: 'week',
        owner: provider,
        domain: 'academic',
        startDate,
        measure: 'One minute of reading every second week, by her teacher.',
        objectives: '42 words a minute by winter break; 56 by spring break.',
      },
    });
    reading = edit.addRow('services', {
      values: {
        goal,
        type: 'special-education',
        name: 'Reading by word parts',
        focus: 'Systematic teaching of syllables and word parts',
        role: 'Special education teacher',
        delivery: 'direct',
        group: 'individual',
        minutes: 30,
        count: 5,
        interval: 'week',
        location: 'separate-room',
        esy: false,
        provider,
        startDate,
        endDate: story.day(230),
      },
    });
  });
  await story.write('pnakoa', document, (edit) => {
    edit.addRow('accommodations', {
      values: {
        category: 'presentation',
        what: 'Every text of more than a page is there to be listened to.',
        where: 'regular-class',
        forTests: true,
        testSupport: 'designated',
      },
    });
  });
  story.on(-130, '09:00');
  await story.decide('lkealoha', 'plan.present');
  story.on(-128, '15:30');
  await giveNotice(story, 'lkealoha', 'plan', { translation: 'written' });
  story.on(-125, '08:30');
  await story.write('lkealoha', document, (edit) => {
    fillIn(edit, { parentExplainedDate: story.day(-128), parentCopyDate: story.day(-128), parentDecision: 'accept' });
  });
  await story.decide('lkealoha', 'plan.activate');
  return { reading, goal };
}

function sessions(service: string) {
  const told = { service, startTime: '08:30', minutes: 30, location: 'separate-room' };
  return [
    { ...told, offset: -116, note: 'Syllables that end in a vowel. She names them after the winds of her valley.' },
    { ...told, offset: -95, note: 'Read 36 words a minute. The words of last week were there again, all ten.' },
    { ...told, offset: -74, minutes: 0, status: 'student-absent', note: 'With her family on Molokai.' },
    { ...told, offset: -53, note: '41 words a minute. She read the first page of a real book, aloud, to the door.' },
    { ...told, offset: -32, note: '44 words a minute. Two classmates may come and listen next week: her idea.' },
    { ...told, offset: -11, note: '47 words a minute. New word parts: -tion and -ture.' },
  ];
}

/** The report of every period that is over, each sent on its last day. */
async function progress(story: Story, goal: string): Promise<void> {
  const { plan: active } = await story.state();
  if (!active) throw new Error('there is no plan to report on');
  const today = story.day(0);
  let from = active.startDate;
  for (const { until } of reportPeriods(story.process.calendar, active)) {
    if (until >= today) break;
    story.on(story.offsetOf(until), '14:00');
    await story.decide('lkealoha', 'progress.open', { periodEnd: until });
    const document = await story.open('progress');
    const row = rowAbout(await story.rows(document, 'goals'), 'goal', goal);
    await story.write('hyoshida', document, (edit) => {
      fillIn(edit, {
        periodStart: from,
        [`goals/${row}/code`]: '2',
        [`goals/${row}/value`]: 44,
        [`goals/${row}/comment`]:
          'From 31 to 44 words a minute, and she keeps what she has learned from one week to the next. At this pace she reaches the goal.',
        sentDate: story.now,
        method: 'hand',
        language: 'haw',
      });
      for (const [offset, value] of [
        [-95, 36],
        [-53, 41],
        [-32, 44],
      ] as const) {
        const date = story.day(offset);
        if (date >= from && date <= until) edit.addRow('points', { values: { goal, date, value } });
      }
    });
    await story.decide('lkealoha', 'progress.publish', { document });
    from = addDays(until, 1);
  }
}

/** The family's name was misspelled in the minutes. */
async function correction(story: Story): Promise<void> {
  const { conferences } = await story.state();
  const held = conferences.find(({ purpose }) => purpose === 'eligibility')?.document ?? '';
  story.on(-6, '10:20');
  await story.decide('lkealoha', 'document.correct', { document: held, note: 'Mrs. Kamai’s name was misspelled.' });
  const copy = await story.open('conference');
  await story.write('lkealoha', copy, (edit) => {
    edit.set('minutes', 'Mr. Blake explained his report to Mrs. Kamai and to the team. All agree.');
  });
  story.on(-5, '08:00');
  await story.decide('mtanabe', 'correction.file', { document: copy });
}
