import { decideEvaluation, giveConsentForm, giveNotice, holdConference } from '../steps.js';
import type { Story } from '../story.js';

/** A family that has the notice and the form of consent and has not answered yet: the team's attempts to reach them are on record. */
export async function waitingForConsent(story: Story): Promise<void> {
  story.on(-27, '14:20');
  await story.begin('gdomingo', 'tomasi-leota');
  await story.write('gdomingo', 'concern', (edit) => {
    edit.set('raisedBy', 'Grace Domingo');
    edit.set('raisedByRole', 'teacher');
    edit.set('raisedVia', 'in-person');
    edit.set('receivedDate', story.day(-27));
    edit.set('areas', ['academic', 'communication']);
    edit.set(
      'description',
      'Tomasi follows every demonstration and helps others to build what I have shown. What I only say, he does not do, or asks a friend about in Samoan and in English. He reads a sentence without a mistake and cannot tell what it says. It has been so since kindergarten, and in both languages, his mother says.',
    );
    edit.set(
      'priorSupports',
      'Pictures with every instruction; the English learner group, three times a week, for two years.',
    );
    edit.set('suspicion', 'yes');
    edit.set('suspicionReason', 'His mother sees the same at home in Samoan: it is not a matter of learning English.');
    edit.set('suspectedAreas', ['sli', 'sld']);
    edit.set('parentNotifiedDate', story.day(-27));
    edit.set('parentNotifiedMethod', 'interpreter');
    edit.set('parentNotifiedLanguage', 'sm');
    edit.set('homeLanguage', 'sm');
    edit.set('interpreterNeeded', true);
  });
  await story.decide('gdomingo', 'concern.submit');
  story.on(-26, '08:10');
  await story.decide('lkealoha', 'referral.file');
  await story.team('lkealoha', 'gdomingo', 'hyoshida', 'mfonoti', 'ablake');
  await story.decide('lkealoha', 'family.admit', {
    person: await story.person('tomasi-leota-contact-1'),
    relation: 'Mother',
  });

  story.on(-24, '13:40');
  await story.write('gdomingo', 'evidence', (edit) => {
    edit.addRow('items', {
      values: {
        kind: 'challenge',
        area: 'communication',
        dataSource: 'observation',
        observedDate: story.day(-24),
        statement: 'Of ten instructions of two steps without a picture he carried out 3; with a picture, 10.',
      },
    });
    edit.addRow('items', {
      values: {
        kind: 'strength',
        area: 'academic',
        dataSource: 'classwork',
        observedDate: story.day(-24),
        statement: 'Builds from a drawing faster than anyone in the room, and finds the mistake in another’s.',
      },
    });
    edit.set('parentAskedDate', story.day(-25));
    edit.set(
      'parentInput',
      'He is the one who repairs things at home. When I tell him two things, he does the last one.',
    );
  });
  story.on(-23, '08:20');
  await story.decide('lkealoha', 'evidence.complete');
  await holdConference(story, 'lkealoha', {
    purpose: 'student-needs',
    offset: -19,
    announced: 4,
    language: 'sm',
    came: ['lkealoha', 'gdomingo', 'hyoshida', 'mfonoti', 'tomasi-leota-contact-1'],
    minutes:
      'Mrs. Leota came with her sister and an interpreter. Both told the same from home as the teacher from class.',
    decisions: ['The team writes the notice and the form of consent in Samoan.'],
  });
  await story.write('mfonoti', 'needs', (edit) => {
    edit.addRow('needs', {
      values: {
        area: 'communication',
        statement: 'Tomasi needs to make out what is said and what is written as well as what is shown.',
        evidence: '3 of 10 spoken instructions, 10 of 10 with a picture; alike in Samoan and English.',
      },
    });
    edit.set('strengths', 'What he sees he understands at once, and he gives it on to others.');
  });
  story.on(-18, '08:30');
  await story.decide('lkealoha', 'needs.define');
  await decideEvaluation(
    story,
    'lkealoha',
    {
      regulation: 'both',
      assessmentNeeded: true,
      reason: 'Understanding language is hard for him in both languages, with two years of support.',
      existingData:
        'The teacher’s count of instructions, two years of the English learner group, what his mother tells.',
    },
    [
      {
        area: 'communication',
        assessorRole: 'provider',
        tools: 'A test of understanding language, in Samoan and English.',
      },
      { area: 'academic', assessorRole: 'evaluator', tools: 'A test of reading; two observations in class.' },
    ],
  );
  story.on(-15, '15:30');
  await giveNotice(story, 'lkealoha', 'evaluation', {
    language: 'sm',
    translation: 'written',
    safeguardsDate: story.now,
    consentRequestDate: story.now,
    texts: {
      options: 'A third year of the English learner group alone; the difficulty is there in Samoan too.',
      factors: 'The tests are given in both languages, with an interpreter who knows them.',
    },
  });
  await giveConsentForm(story, 'lkealoha', '102a', {
    language: 'sm',
    activity: 'A test of understanding language in Samoan and English, a test of reading, two observations in class.',
    recordsReviewed: 'Report cards and the records of the English learner group.',
    reviewerPositions: 'Speech-language pathologist, school psychologist, special education teacher.',
  });

  const document = (await story.state()).consents.at(-1)?.document ?? '';
  const tried = { about: 'consent', document, relation: 'Mother' };
  story.on(-9, '17:10');
  await story.decide('lkealoha', 'contact.record', {
    ...tried,
    date: story.now,
    method: 'phone',
    contact: 'Sina Leota',
    outcome: 'No answer; left a message in Samoan through the interpreter.',
  });
  story.on(-5, '16:00');
  await story.decide('gdomingo', 'contact.record', {
    ...tried,
    date: story.now,
    method: 'in-person',
    contact: 'Sina Leota’s sister, at pick-up',
    relation: 'Aunt',
    outcome: 'Mrs. Leota works nights this month. She has the form and wants to talk to her husband first.',
  });
  story.on(-2, '16:30');
  await story.decide('lkealoha', 'contact.record', {
    ...tried,
    date: story.now,
    method: 'text',
    contact: 'Sina Leota',
    outcome: 'She asks whether the tests show if he is “slow”. We meet on Thursday with the interpreter.',
  });
}
