import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { callFor, noticesDue } from './notice-triggers.js';
import { fields } from './tables/fields/index.js';
import { notices } from './tables/notices.js';
import type { Track } from './tables/stages.js';
import { vocabularies } from './tables/vocabularies/index.js';
import type { Decision, Facts } from './types.js';

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

describe('callFor', () => {
  const log = [
    ['case.start', {}],
    ['evaluation.decide', { willEvaluate: false }],
    ['eligibility.decide', { eligible: true }],
    ['eligibility.decide', { eligible: false }],
    ['notice.draft', { about: 'eligibility' }],
  ].map(([action, facts], at) => ({ seq: at + 1, action, facts }) as Decision);
  const called = (about: string, because: number) => {
    const call = callFor(notices, log, { about, because });
    return [call?.row.key, call?.decision?.seq];
  };

  it('is the row of the very decision that made the notice owed', () => {
    assert.deepEqual(called('evaluation', 2), ['evaluation-refused', 2]);
    assert.deepEqual(called('eligibility', 3), ['eligible', 3]);
    assert.deepEqual(called('eligibility', 4), ['not-eligible', 4]);
  });

  it('of a notice drafted of one’s own accord, that of the last decision that calls for one', () =>
    assert.deepEqual(called('eligibility', 5), ['not-eligible', 4]));

  it('of one that comes before its decision, the first of its subject', () =>
    assert.deepEqual(called('exit', 5), ['exit', undefined]));

  it('of a subject that nothing calls for, none', () =>
    assert.equal(callFor(notices, log, { about: 'moon', because: 5 }), undefined));
});
