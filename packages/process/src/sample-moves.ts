import type { CaseState } from './case-state.js';
import type { SamplePeople } from './testing.js';
import type { Day, Plain } from './types.js';

/** A command that somebody may try. */
export interface SampleMove {
  readonly action: string;
  readonly payload: Readonly<Record<string, Plain>>;
  readonly who: keyof SamplePeople;
}

export interface SampleMoves {
  /** What leads on. */
  readonly forward: readonly SampleMove[];
  /** What a person may try besides, sensible or not. */
  readonly aside: readonly SampleMove[];
}

const reason = 'so';

/** What may be tried in a case on a day, for random walks. Not all of it holds. */
export function sampleMoves(state: CaseState, day: Day): SampleMoves {
  const { forward, aside } = rowsOf(state, day);
  const move = ([action, payload, who = 'coordinator']: Row): SampleMove => ({ action, payload, who });
  return { forward: forward.map(move), aside: aside.map(move) };
}

type Row = readonly [action: string, payload: SampleMove['payload'], who?: keyof SamplePeople];

function rowsOf(state: CaseState, day: Day): { readonly forward: readonly Row[]; readonly aside: readonly Row[] } {
  const open = (kind: string) =>
    Object.values(state.documents).filter((row) => row.kind === kind && row.state === 'open' && !row.corrects);
  const each = (kind: string, action: string, who: keyof SamplePeople = 'coordinator') =>
    open(kind).map(({ id }): Row => [action, { document: id }, who]);
  const answers = (results: readonly string[]) =>
    state.consents
      .filter(({ provided }) => provided !== null)
      .flatMap(({ document }) =>
        results.map((result): Row => ['consent.record', { document, result, receivedDate: day, signer: 'N.' }]),
      );
  const schedule = (purpose: string): Row => ['conference.schedule', { purpose, date: day }];
  const purpose = { action: 'student-needs', idea: 'iep', s504: 's504' }[state.track ?? 'action'];
  const sealed = Object.values(state.documents).filter((row) => row.state === 'sealed');
  return {
    forward: [
      ['concern.submit', {}],
      ['referral.file', {}],
      ['team.add', { person: 'coordinator', role: 'Coordinator' }],
      ['team.coordinate', { person: 'coordinator' }],
      schedule(state.state === 'define-needs.eligibility' ? 'eligibility' : purpose),
      ...each('invitation', 'invitation.send'),
      ...each('conference', 'conference.hold'),
      ['process.abbreviate', { reason }],
      ['evidence.complete', {}],
      ['needs.define', {}],
      ['evaluation.decide', {}],
      ...each('consent', 'consent.provide'),
      ...answers(['given', 'given', 'given', 'denied']),
      ['assessment.request', { person: 'evaluator', area: 'academic', due: day }],
      ...each('assessment', 'assessment.file', 'evaluator'),
      ...each('eligibility', 'eligibility.decide'),
      ...each('notice', 'notice.provide'),
      ['plan.present', {}],
      ['plan.activate', {}],
      ['plan.activate', {}],
      ['plan.revise', { trigger: 'parent-request', reason }],
      ['review.open', { trigger: 'team-request' }],
      ...['continue', 'revise', 'reevaluate'].map((decision): Row => ['review.decide', { decision }]),
    ],
    aside: [
      ['referral.return', { reason }],
      ['suspicion.raise', { reason, day }],
      ...['provider', 'evaluator'].map((person): Row => ['team.add', { person, role: person }]),
      ['team.remove', { person: 'coordinator' }],
      ['team.coordinate', { person: 'provider' }],
      ...['student-needs', 'eligibility', 'iep', 's504'].map(schedule),
      ...['consent', 'conference'].map(
        (about): Row => [
          'contact.record',
          { about, date: day, method: 'phone', contact: 'N.', relation: 'Mother', outcome: 'None.' },
        ],
      ),
      ...['102a', '102b', '102c'].map((form): Row => ['consent.request', { form }]),
      ...answers(['denied', 'no-response']),
      ['consent.revoke', { document: 'consent-2', receivedDate: day, effectiveDate: day, signer: 'N.' }],
      ...['plan', 'exit', 'revocation'].map((about): Row => ['notice.draft', { about }]),
      ['reevaluation.open', { trigger: 'need', reason, bothAgree: true }],
      ...sealed.slice(-2).map(({ id }): Row => ['document.correct', { document: id, note: reason }]),
      ['rights.transfer', { day, informedBy: 'C.' }],
      ['case.close', { reason: 'withdrawn' }],
    ],
  };
}
