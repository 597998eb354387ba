import {
  announce,
  assess,
  decideEvaluation,
  determine,
  giveConsentForm,
  giveNotice,
  holdConference,
  takeConsent,
} from '../steps.js';
import type { Story } from '../story.js';

/** An IEP that its team is writing, with the family reading along. */
export async function iepInWriting(story: Story): Promise<void> {
  story.on(-101, '10:30');
  await story.begin('jcardoza', 'nanea-pualoa');
  await story.write('jcardoza', 'concern', (edit) => {
    edit.set('raisedBy', 'Kehau Pualoa');
    edit.set('raisedByRole', 'parent');
    edit.set('raisedVia', 'email');
    edit.set('receivedDate', story.day(-101));
    edit.set('areas', ['communication', 'academic']);
    edit.set(
      'description',
      'Mrs. Pualoa wrote that even family sometimes does not understand Nanea. In class Nanea has much to say, and her hand goes up often. When she tells about her weekend, classmates ask her to say it again, and by the third time she says “never mind”. Sounds such as k, g, r and sh are missing or replaced, and the same sounds go missing when she spells.',
    );
    edit.set('priorSupports', 'Morning message with sound cards; she may show a picture or a gesture first.');
    edit.set('suspicion', 'yes');
    edit.set(
      'suspicionReason',
      'Several sounds that most children of her age use are missing, and it reaches into her spelling.',
    );
    edit.set('parentNotifiedDate', story.day(-101));
    edit.set('parentNotifiedMethod', 'phone');
    edit.set('parentNotifiedLanguage', 'en');
    edit.set('homeLanguage', 'en');
    edit.set('interpreterNeeded', false);
  });
  await story.decide('jcardoza', 'concern.submit');
  story.on(-100, '08:10');
  await story.decide('lkealoha', 'referral.file');
  await story.team('lkealoha', 'jcardoza', 'hyoshida', 'mfonoti', 'ablake');
  await story.decide('lkealoha', 'family.admit', { person: await story.person('kpualoa'), relation: 'Mother' });

  story.on(-97, '13:00');
  await story.write('mfonoti', 'evidence', (edit) => {
    edit.addRow('items', {
      values: {
        kind: 'challenge',
        area: 'communication',
        dataSource: 'observation',
        observedDate: story.day(-97),
        statement: 'In ten minutes of free talk, 52 of 100 words were understood by a listener who does not know her.',
      },
    });
    edit.set('parentAskedDate', story.day(-99));
  });
  await story.write('jcardoza', 'evidence', (edit) => {
    edit.addRow('items', {
      values: {
        kind: 'strength',
        area: 'academic',
        dataSource: 'classwork',
        observedDate: story.day(-98),
        statement: 'Understands stories read to her well above the level of her grade and likes to act them out.',
      },
    });
  });
  story.on(-96, '08:20');
  await story.decide('lkealoha', 'evidence.complete');
  await holdConference(story, 'lkealoha', {
    purpose: 'student-needs',
    offset: -91,
    announced: 4,
    came: ['lkealoha', 'jcardoza', 'mfonoti', 'kpualoa'],
    minutes: 'The family would like Nanea to be understood by other children first of all. The team agrees.',
    decisions: ['Malia assesses speech sounds once the family agrees.'],
  });
  await story.write('mfonoti', 'needs', (edit) => {
    edit.addRow('needs', {
      values: {
        area: 'communication',
        statement:
          'Nanea needs to be understood when she tells something to children and adults who do not know her well.',
        evidence: '52 of 100 words understood by an unfamiliar listener.',
      },
    });
    edit.addRow('needs', {
      values: {
        area: 'academic',
        statement: 'Nanea needs to hear and write the sounds in words that she does not yet say.',
        evidence: 'The sounds missing in her speech are missing in 17 of 20 spelling words.',
      },
    });
    edit.set('strengths', 'Much to say, a good ear for stories, and the courage to try again.');
  });
  story.on(-90, '08:30');
  await story.decide('lkealoha', 'needs.define');
  await decideEvaluation(
    story,
    'lkealoha',
    {
      regulation: 'both',
      assessmentNeeded: true,
      reason: 'Speech is often not understood, and it affects spelling.',
      existingData: 'Ten minutes of free talk, twenty spelling words, the family’s letter, two observations in class.',
    },
    [{ area: 'communication', assessorRole: 'provider', tools: 'A test of speech sounds and a sample of free talk.' }],
  );
  await giveNotice(story, 'lkealoha', 'evaluation', {
    safeguardsDate: story.now,
    consentRequestDate: story.now,
    texts: {
      options: 'Six more weeks of sound cards in class; they were tried since August and helped in class only.',
      factors: 'Her teeth changed this summer; the family had her hearing checked in spring, without a finding.',
    },
  });
  await giveConsentForm(story, 'lkealoha', '102a', {
    activity: 'A test of speech sounds, a recorded sample of free talk, and two observations in class.',
    recordsReviewed: 'Report cards, spelling tests, the hearing check.',
    reviewerPositions: 'Speech-language pathologist, special education teacher, school psychologist.',
  });
  story.on(-83, '08:05');
  await takeConsent(story, 'lkealoha', '102a', 'Kehau Pualoa');
  await assess(story, 'lkealoha', {
    evaluator: 'mfonoti',
    area: 'communication',
    tool: 'A standardized test of speech sounds and a sample of free talk',
    asked: -82,
    filed: -40,
    findings:
      'Nanea replaces k and g with t and d at the beginning of words and leaves out r and sh. She makes k and g when she is shown the place of the tongue. What she understands is well above her age.',
    summaryScores: 'Speech sounds: standard score 71, fourth percentile. Understanding: standard score 121.',
    recommendations: 'Speech therapy twice a week on k and g first; practice words from her own stories.',
  });
  await holdConference(story, 'lkealoha', {
    purpose: 'eligibility',
    offset: -27,
    came: ['lkealoha', 'mtanabe', 'jcardoza', 'hyoshida', 'mfonoti', 'ablake', 'kpualoa'],
    minutes:
      'Malia explained the report with recordings. Mrs. Pualoa heard for the first time how far k and g have come since August.',
    decisions: [
      {
        decision: 'Nanea is eligible with a speech or language impairment.',
        about: 'eligibility',
        options: 'To wait until her teeth are through: k and g do not depend on them.',
      },
    ],
  });
  story.on(-26, '15:10');
  const reason =
    'The speech assessment and the classwork show the same sounds, and it affects how she takes part and spells.';
  await determine(story, 'lkealoha', 'idea', {
    eligible: true,
    category: 'sli',
    needsSpecialEducation: true,
    adverseEffect: 'She is not understood when she takes part, and she spells as she speaks.',
    evidenceBasis: 'The speech assessment, the sample of free talk, spelling tests, two observations in class.',
    parentInput: 'At home the family understands her; cousins who visit do not.',
    reason,
  });
  await determine(story, 'lkealoha', 's504', {
    eligible: true,
    impairment: 'A speech sound disorder.',
    majorLifeActivity: 'speaking',
    substantialLimit: 'A listener who does not know her understands one word of two.',
    evidenceBasis: 'The speech assessment and the sample of free talk.',
    reason,
  });
  story.on(-24, '09:00');
  const factors = { factors: 'The report was read to the family before the conference, and they agree with it.' };
  await giveNotice(story, 'lkealoha', 'eligibility', { texts: factors });
  await giveNotice(story, 'lkealoha', 'eligibility', { texts: factors });
  story.on(-14, '09:20');
  await giveConsentForm(story, 'lkealoha', '102b', {
    activity: 'Special education with speech therapy, as the team and the family will write it into the IEP.',
  });
  await giveNotice(story, 'lkealoha', 'services', {
    consentRequestDate: story.now,
    texts: { options: 'Practice in class only; it did not carry over to free talk.', factors: 'None.' },
  });
  story.on(-9, '08:00');
  await takeConsent(story, 'lkealoha', '102b', 'Kehau Pualoa');
  await announce(story, 'lkealoha', {
    purpose: 'iep',
    date: story.day(2),
    place: 'Conference room B, or by video',
  });

  story.on(-7, '15:00');
  const plan = await story.open('plan');
  const needs = (await story.rows(plan, 'needs')).map(({ id }) => id);
  await story.write('hyoshida', plan, (edit) => {
    edit.set('startDate', story.day(10));
    edit.set('endDate', story.day(360));
    edit.set(
      'presentLevels',
      'Nanea takes part in every discussion and understands stories above her grade. An unfamiliar listener understands 52 of 100 words. She reads words whose sounds she says at grade level; words with k, g, r and sh she spells with other letters.',
    );
    edit.set('schoolMinutes', 1800);
    edit.set('regularClassMinutes', 1740);
    edit.set('reportSchedule', 'report-cards');
    for (const factor of ['Behavior', 'Language', 'Braille']) edit.set(`factor${factor}`, false);
    edit.set(
      'progressReporting',
      'With each report card, four times a year, in a note that says the last three measurements.',
    );
  });
  story.on(-5, '11:30');
  const provider = await story.person('mfonoti');
  await story.write('mfonoti', plan, (edit) => {
    const goal = edit.addRow('goals', {
      values: {
        need: needs[0] ?? null,
        condition: 'When telling about something she did to a listener who does not know her',
        behavior: 'Nanea will be understood without having to repeat herself',
        criterion: 'in 85 of 100 words, in three talks out of four',
        baseline: 52,
        target: 85,
        unit: 'words of 100',
        direction: 'up',
        dueDate: story.day(340),
        schedule: 'month',
        domain: 'functional',
        measure:
          'Ten minutes of recorded talk each month; an adult from another class writes down what they understand.',
        objectives:
          'Says k and g at the beginning of words by winter break; in sentences by spring; r and sh in words by May.',
      },
    });
    edit.addRow('services', {
      values: {
        goal,
        type: 'special-education',
        name: 'Speech therapy',
        role: 'Speech-language pathologist',
        delivery: 'direct',
        minutes: 30,
        count: 2,
        interval: 'week',
        location: 'separate-room',
        provider,
        startDate: story.day(12),
        endDate: story.day(350),
      },
    });
  });
  story.on(-2, '14:20');
  await story.write('hyoshida', plan, (edit) => {
    edit.addRow('goals', {
      values: {
        need: needs[1] ?? null,
        condition: 'Given a list of twenty words with k, g, r or sh',
        behavior: 'Nanea will write the sound she hears',
        baseline: 3,
        target: 16,
        unit: 'words of 20',
        direction: 'up',
      },
    });
  });
  story.on(-1, '19:40');
  await story.write('kpualoa', await story.open('family', { of: 'kpualoa' }), (edit) => {
    edit.set('hopes', 'That other kids wait for her to finish. She has so many stories.');
    edit.set('helps', 'At home we sing. When she sings, the words come out much clearer.');
  });
}
