import type { CaseConsent, CaseState } from '../case-state.js';
import { servicesForm } from '../consents.js';
import { kindOf } from '../document-kind.js';
import { type Track, tracks } from '../tables/stages.js';
import type { Decision } from '../types.js';
import { beginEvaluation, dated, type Recorders, sealedBy } from './recorder.js';
import { stringOf } from '../view-values.js';

/** Evaluation, consent, eligibility. Decisions of revision 1 carried their answers without a document. */
export const evaluationRecorders: Recorders = {
  'reevaluation.open': (state, decision) => beginEvaluation(state, decision, 'reevaluation'),
  'evaluation.decide': (state, decision) => {
    const { facts } = decision;
    // Revision 1 opened no evaluation before its decision.
    const begun = state.evaluations.at(-1)?.decided === null ? state : beginEvaluation(state, decision, 'initial');
    const willEvaluate = facts['willEvaluate'] === true && facts['agreedUnnecessary'] !== true;
    const decided = {
      ...(begun.evaluations.at(-1) as CaseState['evaluations'][number]),
      decided: stringOf(facts['decisionDate']) ?? decision.day,
      regulation: stringOf(facts['regulation']),
      willEvaluate,
      assessmentNeeded: willEvaluate && facts['assessmentNeeded'] === true,
    };
    return {
      ...dated(begun, 'evaluationDecisionDate', decision, decided.decided),
      evaluations: [...begun.evaluations.slice(0, -1), decided],
      track: willEvaluate ? state.track : (state.track ?? trackOfPlan(state)),
    };
  },
  'consent.provide': (state, decision) => {
    const document = sealedBy(decision, 'consent');
    return changeConsent(state, document, { provided: stringOf(decision.facts['providedDate']), seq: decision.seq });
  },
  'consent.record': (state, decision) => {
    const { facts, seq } = decision;
    const answer = { result: stringOf(facts['result']), received: stringOf(facts['receivedDate']), seq };
    const document = stringOf(facts['document']);
    if (document !== null) return changeConsent(state, document, answer);
    const form = String(facts['form']);
    const consent = { form, document, provided: stringOf(facts['providedDate']), revoked: null, ...answer };
    return { ...state, consents: [...state.consents, consent] };
  },
  'consent.revoke': (state, decision) => {
    const revoked = stringOf(decision.facts['receivedDate']) ?? decision.day;
    const stops = stringOf(decision.facts['effectiveDate']) ?? revoked;
    // Whatever form they signed, it is services that they take their consent back from.
    const consents = state.consents.map((row) =>
      row.form === servicesForm && row.result === 'given' && row.revoked === null ? { ...row, revoked, stops } : row,
    );
    return dated({ ...state, consents }, 'revokedDate', decision, revoked);
  },
  'eligibility.decide': (state, decision) => {
    const { facts, seq } = decision;
    const decided = stringOf(facts['decisionDate']) ?? decision.day;
    const regulation = stringOf(facts['regulation']);
    const found = (rule: 'idea' | 's504', eligible: boolean) => ({
      regulation: rule,
      document: sealedBy(decision, 'eligibility'),
      eligible,
      category: rule === 'idea' ? stringOf(facts['category']) : null,
      decided,
      seq,
    });
    const [idea, s504] = [facts['eligibleIdea'] === true, facts['eligible504'] === true];
    const made =
      regulation === 'idea' || regulation === 's504'
        ? [found(regulation, facts['eligible'] === true)]
        : [found('idea', idea), found('s504', s504)];
    const recorded = dated(
      { ...state, eligibilities: [...state.eligibilities, ...made] },
      'lastEligibilityDate',
      decision,
      decided,
    );
    if (facts['othersPending'] === true) return recorded;
    const none = !idea && !s504;
    // A student who is no longer eligible, or never was, keeps the plan's track until the plan has ended.
    return { ...recorded, track: none ? trackOfPlan(state) : idea ? 'idea' : 's504' };
  },
};

/** The track of the plan in force; without one the case is on the track of those who are not suspected of a disability. */
function trackOfPlan({ plan }: CaseState): Track {
  return tracks.find(({ planKind }) => planKind === plan?.kind)?.id ?? 'action';
}

/** The consents of the forms that a decision opened. */
export function openConsents(state: CaseState, { opens, seq }: Decision): CaseState {
  const opened = opens.flatMap(({ document, about, corrects }): CaseConsent[] =>
    kindOf(document) === 'consent' && corrects === undefined
      ? [{ form: about ?? '', document, provided: null, result: null, received: null, revoked: null, seq }]
      : [],
  );
  return opened.length === 0 ? state : { ...state, consents: [...state.consents, ...opened] };
}

function changeConsent(state: CaseState, document: string | null, change: Partial<CaseConsent>): CaseState {
  return { ...state, consents: state.consents.map((row) => (row.document === document ? { ...row, ...change } : row)) };
}
