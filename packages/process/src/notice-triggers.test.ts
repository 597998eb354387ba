import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { noticesAllowed, noticesDue } from './notice-triggers.js';
import { fields } from './tables/fields/index.js';
import { notices } from './tables/notices.js';
import type { Track } from './tables/stages.js';
import { vocabularies } from './tables/vocabularies/index.js';
import type { Facts } from './types.js';

const cases: readonly (readonly [action: string, facts: Facts, track: Track | null, due: readonly string[]])[] = [
  [
    'evaluation.decide',
    { willEvaluate: true, assessmentNeeded: true, agreedUnnecessary: null },
    null,
    ['evaluation-with-assessment'],
  ],
  ['evaluation.decide', { willEvaluate: true, assessmentNeeded: false }, null, ['evaluation']],
  ['evaluation.decide', { willEvaluate: false, assessmentNeeded: false }, null, ['evaluation-refused']],
  ['evaluation.decide', { willEvaluate: false, agreedUnnecessary: true }, 'idea', ['reevaluation-declined']],
  ['eligibility.decide', { eligible: true }, 'idea', ['eligible']],
  ['eligibility.decide', { eligible: false }, 'action', ['not-eligible']],
  ['consent.provide', { form: '102b' }, 'idea', ['services']],
  ['consent.provide', { form: '102a' }, 'idea', []],
  ['plan.present', { cycle: 'initial', changesPlacement: false }, 'idea', ['plan']],
  ['plan.present', { cycle: 'revision', changesPlacement: false }, 's504', ['change']],
  ['plan.present', { cycle: 'annual', changesPlacement: true }, 'idea', ['change', 'placement']],
  ['plan.present', { cycle: 'initial' }, 'action', []],
  ['review.decide', { decision: 'exit' }, 'idea', ['exit']],
  ['review.decide', { decision: 'continue' }, 's504', ['continue']],
  ['review.decide', { decision: 'revise' }, 'idea', []],
  ['review.decide', { decision: 'exit' }, 'action', []],
  ['consent.revoke', {}, 'idea', ['revocation']],
  ['event.record', { event: 'parent-request-refused' }, null, ['parent-request']],
  ['event.record', { event: 'safeguards-given' }, 'idea', []],
  ['team.add', {}, 'idea', []],
];

describe('noticesDue', () => {
  for (const [action, facts, track, due] of cases) {
    it(`${action} ${JSON.stringify(facts)} on ${track}: ${due.join(', ') || 'none'}`, () =>
      assert.deepEqual(
        noticesDue(notices, { action, facts, track }).map(({ key }) => key),
        due,
      ));
  }

  it('offers what a team may send', () => {
    const offered = noticesAllowed(notices, { action: 'review.decide', facts: { decision: 'revise' }, track: 'idea' });
    assert.deepEqual(
      offered.map(({ key }) => key),
      ['review'],
    );
  });

  it('is shown above for every row that is owed', () => {
    const shown = new Set(cases.flatMap(([, , , due]) => due));
    assert.deepEqual(
      notices.filter(({ key, optional }) => !optional && !shown.has(key)).map(({ key }) => key),
      [],
    );
    assert.equal(new Set(notices.map(({ key }) => key)).size, notices.length);
  });

  it('names what the vocabularies and the forms know', () => {
    const knows = (vocabulary: string, code: string) =>
      Object.entries(vocabularies).some(([id, terms]) => id === vocabulary && terms.some((term) => term.code === code));
    for (const { id, verb, mode, subject, on, when } of notices) {
      assert.ok(knows('notice-about', id), id);
      for (const [vocabulary, code] of [
        ['notice-verb', verb],
        ['notice-mode', mode],
        ['notice-subject', subject],
      ] as const)
        assert.ok(knows(vocabulary, code), code);
      const asked = fields.find(({ of, name }) => of === on && name === when?.fact);
      for (const code of when?.is ?? [])
        if (asked?.vocabulary) assert.ok(knows(asked.vocabulary, String(code)), `${on} ${code}`);
    }
  });
});
