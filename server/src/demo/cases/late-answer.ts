import { decideEvaluation, holdConference } from '../steps.js';
import type { Story } from '../story.js';

/** A request for evaluation whose family waits for its answer longer than the rule allows. */
export async function lateAnswer(story: Story): Promise<void> {
  story.on(-27, '13:10');
  await story.begin('dhookano', 'jonah-apana');
  await story.write('dhookano', 'concern', (edit) => {
    edit.set('raisedBy', 'Trisha Apana');
    edit.set('raisedByRole', 'parent');
    edit.set('raisedVia', 'letter');
    edit.set('receivedDate', story.day(-27));
    edit.set('areas', ['academic']);
    edit.set(
      'description',
      'Mrs. Apana asks in her letter that Jonah be evaluated. He builds working models in the science club and explains them well. His written reports are three or four short sentences, hard to read, and take him a whole evening at home. He has begun to leave written parts of tests empty.',
    );
    edit.set(
      'priorSupports',
      'Graphic organizers; more time on tests; typing on a classroom laptop since the last quarter.',
    );
    edit.set('suspicion', 'yes');
    edit.set(
      'suspicionReason',
      'The distance between what he can tell and what he can write has stayed the same for two years, in spite of extra time and organizers.',
    );
    edit.set('parentNotifiedDate', story.day(-26));
    edit.set('parentNotifiedMethod', 'phone');
    edit.set('parentNotifiedLanguage', 'en');
    edit.set('homeLanguage', 'en');
    edit.set('interpreterNeeded', false);
  });
  await story.decide('dhookano', 'concern.submit');
  story.on(-26, '09:20');
  await story.decide('kamaral', 'referral.file');
  await story.team('kamaral', 'dhookano', 'ereyes', 'npereira', 'ablake');
  await story.decide('kamaral', 'family.admit', {
    person: await story.person('jonah-apana-contact-1'),
    relation: 'Mother',
  });

  story.on(-22, '14:00');
  await story.write('ereyes', 'evidence', (edit) => {
    edit.addRow('items', {
      values: {
        kind: 'challenge',
        area: 'academic',
        dataSource: 'classwork',
        observedDate: story.day(-23),
        statement:
          'Opinion essay: 41 words in 40 minutes; told aloud and recorded, 310 words with a clear line of thought.',
      },
    });
    edit.set('parentAskedDate', story.day(-25));
  });
  await story.write('dhookano', 'evidence', (edit) => {
    edit.addRow('items', {
      values: {
        kind: 'strength',
        area: 'academic',
        dataSource: 'observation',
        observedDate: story.day(-22),
        statement: 'Plans and tests a model over several weeks and explains to others what he changed and why.',
      },
    });
  });
  story.on(-19, '08:40');
  await story.decide('kamaral', 'evidence.complete');
  await holdConference(story, 'kamaral', {
    purpose: 'student-needs',
    offset: -9,
    came: ['kamaral', 'dhookano', 'ereyes', 'npereira', 'jonah-apana-contact-1'],
    minutes:
      'The team read the essay and heard the recording. Mrs. Apana told how long homework takes. All agree that an evaluation is called for.',
    decisions: ['Keith prepares the answer to the family.'],
  });
  story.on(-9, '16:05');
  await story.write('npereira', 'needs', (edit) => {
    edit.addRow('needs', {
      values: {
        area: 'academic',
        statement: 'Jonah needs a way to put what he knows on paper that does not depend on his handwriting.',
        evidence: '41 words written, 310 words told, on the same question.',
      },
    });
    edit.set('summary', 'The challenge lies in writing, not in knowing.');
  });
  story.on(-8, '08:30');
  await story.decide('kamaral', 'needs.define');
  await decideEvaluation(
    story,
    'kamaral',
    {
      regulation: 'both',
      assessmentNeeded: true,
      reason: 'What he tells and what he writes have been far apart for two years, with support in place.',
      existingData: 'The essay and its recording, report cards of two years, observations in science and English.',
    },
    [
      { area: 'academic', assessorRole: 'evaluator', tools: 'A standardized test of writing; two observations.' },
      { area: 'motor', assessorRole: 'provider', tools: 'Handwriting speed and posture.' },
    ],
  );
}
