import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { hawaiiClassic } from './profiles/hawaii-classic.js';
import { draftNotice, isPrompt } from './notice-draft.js';
import type { NoticeField, NoticeMaterial } from './notice-things.js';
import { noticeFields } from './tables/fields/notice.js';
import { hawaiiNoticeTexts, noticeElements, noticeTexts } from './tables/notice-texts.js';
import { notices } from './tables/notices.js';
import type { DocumentView } from './types.js';

const field = (name: string, type: string, list?: string): NoticeField => ({
  of: 'plan',
  ...(list === undefined ? {} : { list }),
  name,
  type,
  label: name,
});

const evaluation: DocumentView = {
  reason: 'Kai reads far below grade level.',
  existingData: 'Report cards of two years.',
  areas: [{ id: 'a', order: 'a', area: 'reading', assessorRole: 'psychologist' }],
};
const eligibility: DocumentView = {
  eligible: true,
  category: 'sld',
  reason: 'He meets both parts of the test.',
  adverseEffect: 'He cannot follow written tasks.',
  evidenceBasis: 'Reading tests and two observations.',
  dissent: [
    { id: 'd', order: 'a', name: 'Ben', agrees: false, statement: 'I would wait.' },
    { id: 'e', order: 'b', name: 'Ana', agrees: true, statement: '' },
  ],
};
const goal = {
  id: 'g1',
  order: 'a',
  condition: 'Given a passage',
  behavior: 'Kai will read aloud',
  target: 90,
  dueDate: '2027-05-01',
};
const service = {
  id: 's1',
  order: 'a',
  name: 'Reading support',
  minutes: 30,
  count: 2,
  interval: 'week',
  location: 'regular-class',
  startDate: '2026-11-02',
  endDate: '2027-05-28',
};
const plan: DocumentView = {
  startDate: '2026-11-02',
  endDate: '2027-05-28',
  needs: [{ id: 'n1', order: 'a', statement: 'Kai needs to read faster.' }],
  goals: [goal],
  services: [service],
  regularClassMinutes: 1440,
  schoolMinutes: 1800,
  lreReason: 'He needs a quiet place to read.',
};
const conference: DocumentView = {
  actualDate: '2026-10-05',
  decisions: [
    {
      id: 'x',
      order: 'a',
      decision: 'Read twice a week in a small group.',
      options: 'A computer program: Kai tires of it.',
      dissent: '',
    },
  ],
};
const material: NoticeMaterial = {
  row: notices[0] as NoticeMaterial['row'],
  regulation: 'idea',
  student: { name: 'Kai' },
  family: [{ name: 'Leilani Kealoha' }, { name: 'Keoni Kealoha' }],
  rightsTransferred: false,
  language: 'en',
  coordinator: 'Mary Ann Cole',
  wasEligible: false,
  decision: { day: '2026-10-06', facts: {}, words: {} },
  documents: [
    { kind: 'evaluation', about: 'initial', view: evaluation },
    { kind: 'assessment', view: { tool: 'Word reading test', area: 'reading', assessedDate: '2026-09-20' } },
    { kind: 'conference', view: conference },
    { kind: 'eligibility', about: 'idea', view: eligibility },
    { kind: 'eligibility', about: 's504', view: { reason: 'Not looked at.' } },
    { kind: 'plan', view: plan },
  ],
  planBefore: null,
  planName: 'IEP',
  rules: hawaiiClassic,
  planFields: [
    field('endDate', 'day'),
    field('lreReason', 'text'),
    field('target', 'number', 'goals'),
    field('behavior', 'text', 'goals'),
    field('minutes', 'minutes', 'services'),
  ],
  vocabularies: {
    'evaluation-area': [{ code: 'reading', label: 'Reading' }],
    roles: [{ code: 'psychologist', label: 'School psychologist' }],
    'disability-category': [{ code: 'sld', label: 'Specific learning disability' }],
    interval: [{ code: 'week', label: 'week' }],
    location: [{ code: 'regular-class', label: 'Regular class' }],
    'exit-reason': [{ code: 'not-eligible', label: 'No longer eligible' }],
  },
};
const empty: NoticeMaterial = {
  ...material,
  documents: [],
  family: [],
  coordinator: null,
  decision: null,
  language: null,
};

function draft(key: string, change: Partial<NoticeMaterial> = {}): Record<string, string> {
  const row = notices.find((found) => found.key === key);
  assert.ok(row, key);
  return draftNotice({ ...material, ...change, row }) as Record<string, string>;
}

describe('draftNotice', () => {
  it('tells an evaluation with its areas, its reason and what it is based on', () => {
    const notice = draft('evaluation-with-assessment');
    assert.match(String(notice['action']), /proposes a first evaluation of Kai\./);
    assert.match(String(notice['action']), /– Reading, by: School psychologist\n.*consent in writing/);
    assert.match(String(notice['why']), /^Kai reads far below grade level\./);
    assert.match(String(notice['basis']), /– Word reading test \(Reading\), September 20, 2026/);
    assert.match(String(notice['basis']), /Report cards of two years\./);
    assert.match(String(notice['basis']), /conference of October 5, 2026/);
    assert.match(String(notice['safeguards']), /comes with this letter.*from Mary Ann Cole/);
    assert.match(String(notice['help']), /ask Mary Ann Cole, the care coordinator/);
    assert.match(String(notice['options']), /– A computer program: Kai tires of it\./);
    assert.deepEqual([notice['verb'], notice['mode'], notice['subject']], ['proposes', 'initiate', 'evaluation']);
    assert.deepEqual([notice['language'], notice['translation']], ['en', 'not-needed']);
  });

  it('calls a reevaluation one, and asks for its areas where none are recorded', () => {
    const documents = [{ kind: 'evaluation', about: 'reevaluation', view: { reason: 'Three years have passed.' } }];
    const notice = draft('evaluation-with-assessment', { documents });
    assert.match(String(notice['action']), /proposes a reevaluation of Kai/);
    assert.match(String(notice['action']), /\[Say in which areas/);
    assert.ok(isPrompt(notice['action']));
  });

  it('takes the determination of its own regulation, with who saw it otherwise', () => {
    const notice = draft('eligible');
    assert.match(
      String(notice['action']),
      /eligible under the Individuals.*\nThe category is: Specific learning disability\./,
    );
    assert.match(String(notice['why']), /both parts/);
    assert.doesNotMatch(String(notice['why']), /Not looked at/);
    assert.match(String(notice['factors']), /– Ben: I would wait\./);
    assert.doesNotMatch(String(notice['factors']), /Ana/);
  });

  it('proposes to end an eligibility that there was, and refuses one that there was not', () => {
    assert.equal(draft('not-eligible')['verb'], 'refuses');
    const ends = draft('not-eligible', { wasEligible: true });
    assert.deepEqual([ends['verb'], ends['mode']], ['proposes', 'change']);
    assert.match(String(ends['action']), /is no longer eligible/);
  });

  it('tells a first plan with its needs, goals and services', () => {
    const notice = draft('plan');
    assert.match(String(notice['action']), /– Given a passage, Kai will read aloud, by May 1, 2027/);
    assert.match(
      String(notice['action']),
      /– Reading support: 30 minutes twice a week, regular class, from November 2, 2026 to May 28, 2027/,
    );
    assert.match(String(notice['why']), /– Kai needs to read faster\./);
  });

  it('tells a changed plan by what is different', () => {
    const before = {
      ...plan,
      goals: [
        { ...goal, target: 70 },
        { ...goal, id: 'g2', behavior: 'Kai will spell words' },
      ],
      services: [{ ...service, id: 's0', name: 'Speech therapy' }],
      lreReason: 'Something else entirely was said here.',
    };
    const action = String(draft('change', { planBefore: before })['action']);
    assert.match(action, /– Goals 1: target: 90 \(before: 70\)/);
    assert.match(action, /– lreReason: worded anew/);
    assert.match(action, /What is new:\n– Services 1: Reading support/);
    assert.match(action, /– Goals 2: Given a passage, Kai will spell words/);
    assert.match(String(draft('change', { planBefore: plan })['action']), /stay as they are/);
  });

  it('tells both shares of a changed placement', () => {
    const planBefore = { ...plan, regularClassMinutes: 1800 };
    const action = String(draft('placement', { planBefore })['action']);
    assert.match(action, /80% of the school week in the regular class\. Before, it was 100%\./);
  });

  it('tells a revocation without a prompt', () => {
    const facts = { receivedDate: '2026-11-03', effectiveDate: '2026-11-10' };
    const notice = draft('revocation', { decision: { day: '2026-11-03', facts, words: {} } });
    assert.match(String(notice['action']), /received it on November 3, 2026\. It will stop .* on November 10, 2026/);
    assert.deepEqual(
      noticeElements.filter((element) => element !== 'factors' && isPrompt(notice[element])),
      [],
    );
  });

  it('answers a parent’s request in its own words', () => {
    const words = { request: 'a laptop for home', reason: 'The school lends tablets to all.' };
    const notice = draft('parent-request', { decision: { day: '2026-11-03', facts: {}, words } });
    assert.match(String(notice['action']), /You asked the school for this: a laptop for home\. The school has decided/);
    assert.equal(notice['why'], 'The school lends tablets to all.');
  });

  it('goes to the parents, after the transfer of rights to student and parents', () => {
    assert.equal(draft('plan')['addressee'], 'Leilani Kealoha, Keoni Kealoha');
    const notice = draft('plan', { rightsTransferred: true });
    assert.equal(notice['addressee'], 'Kai, Leilani Kealoha, Keoni Kealoha');
    assert.match(String(notice['safeguards']), /now Kai’s own/);
    assert.doesNotMatch(String(draft('plan')['safeguards']), /own/);
    assert.equal(draft('plan', { family: [], rightsTransferred: true })['addressee'], 'Kai');
  });

  it('writes only fields that a notice has', () => {
    for (const name of Object.keys(draft('plan')))
      assert.ok(
        noticeFields.some((row) => row.name === name),
        name,
      );
  });

  it('lets a district’s own sentences come first', () => {
    const row = notices[0] as NoticeMaterial['row'];
    const help = String(draftNotice({ ...material, row }, [...hawaiiNoticeTexts, ...noticeTexts])['help']);
    assert.match(help, /LDAH/);
    assert.doesNotMatch(help, /your state/);
    assert.match(help, /Mary Ann Cole/);
  });

  for (const row of notices) {
    for (const regulation of ['idea', 's504'] as const) {
      it(`leaves no gap: ${row.key}, ${regulation}`, () => {
        for (const known of [material, empty]) {
          const notice = draftNotice({ ...known, row, regulation });
          for (const element of noticeElements) {
            const text = String(notice[element]);
            assert.notEqual(text, '', element);
            assert.doesNotMatch(text, /[{}]|undefined|null|\bNaN\b| \.|\.\./, text);
          }
        }
      });
      it(`asks for what nobody recorded: ${row.key}, ${regulation}`, () => {
        const notice = draftNotice({ ...empty, row, regulation });
        for (const element of ['why', 'options'] as const)
          if (row.id !== 'revocation') assert.ok(isPrompt(notice[element]), `${element}: ${String(notice[element])}`);
        assert.ok(isPrompt(notice['addressee']));
        assert.equal(notice['translation'], null);
      });
    }
  }

  it('has a prompt, or a sentence that is always known, for each element of each row', () => {
    for (const row of notices) {
      const notice = draftNotice({ ...empty, row });
      for (const element of noticeElements) assert.match(String(notice[element]), /[.…\]]$/m);
    }
  });
});

describe('isPrompt', () => {
  const cases: readonly (readonly [text: unknown, expected: boolean])[] = [
    ['[Say why…]', true],
    ['It is so. [Say on which day they stop…]', true],
    ['[sic] He said so.', false],
    ['He went on… [and on]', false],
    ['', false],
    [null, false],
  ];
  for (const [text, expected] of cases)
    it(`${JSON.stringify(text)}: ${expected}`, () => assert.equal(isPrompt(text), expected));
});
