import { attempts } from '../attempts.js';
import type { CaseConsent, CaseState } from '../case-state.js';
import { evaluationForm, evaluationForms, servicesAnswer, servicesForm } from '../consents.js';
import { addDays } from '../days.js';
import { clockOf, dueOf } from '../deadlines.js';
import {
  aboutOf,
  stringOf,
  dateOf,
  dayOf,
  type Finders,
  type Material,
  rowsOf,
  term,
  terms,
  viewOf,
  written,
  yesNo,
} from './material.js';

/** Evaluation, consent, assessment, eligibility. */
export const evaluationFacts: Finders = {
  'evaluation.decide': (material) => {
    const { process, state } = material;
    const evaluation = viewOf(material, 'evaluation');
    const isReevaluation = aboutOf(material, 'evaluation') === 'reevaluation';
    const willEvaluate = yesNo(evaluation['willEvaluate']);
    const agreedUnnecessary = isReevaluation && evaluation['agreedUnnecessary'] === true;
    return {
      kind: isReevaluation ? 'reevaluation' : 'initial',
      regulation: term(process, 'regulation', evaluation['regulation']),
      decisionDate: dayOf(evaluation['decisionDate']),
      willEvaluate,
      // An answer that is left from before the other one changed counts no more.
      assessmentNeeded: willEvaluate === true && !agreedUnnecessary && evaluation['assessmentNeeded'] === true,
      agreedUnnecessary,
      agreementInTime: isAgreeable(material),
      areas: rowsOf(evaluation, 'areas').length,
      hasReason: written(evaluation['reason']),
      hasPlan: state.plan !== null,
      consentForm: evaluationForm(state),
    };
  },
  'consent.request': ({ process, state, payload }) => {
    const form = term(process, 'consent-form', payload['form']);
    return {
      form,
      underWay: state.consents.filter((row) => row.form === form && row.result === null).length,
    };
  },
  'consent.provide': (material) => {
    const { process } = material;
    const consent = viewOf(material, 'consent');
    return {
      form: term(process, 'consent-form', aboutOf(material, 'consent')),
      providedDate: dayOf(consent['providedDate']),
      method: term(process, 'notice-method', consent['method']),
    };
  },
  'consent.record': ({ process, state, payload }) => {
    const document = stringOf(payload['document']);
    const consent = consentNamed(state, document);
    const form = consent?.form ?? null;
    return {
      document: consent ? document : null,
      form,
      phase: phaseOf(state, form),
      result: term(process, 'consent-result', payload['result']),
      providedDate: consent?.provided ?? null,
      receivedDate: dayOf(payload['receivedDate']),
      answered: consent?.result === 'given' || consent?.result === 'denied',
      effortsMade: consent !== undefined && attemptsFor(state, consent) > 0,
    };
  },
  'consent.revoke': ({ state, payload }) => {
    const document = stringOf(payload['document']);
    const consent = consentNamed(state, document);
    return {
      document: consent ? document : null,
      receivedDate: dayOf(payload['receivedDate']),
      effectiveDate: dayOf(payload['effectiveDate']),
      hasConsent: consent?.form === servicesForm && consent.result === 'given' && consent.revoked === null,
    };
  },
  'assessment.request': ({ process, state, payload }) => ({
    person: stringOf(payload['person']),
    name: stringOf(payload['name']) ?? stringOf(payload['person']),
    area: term(process, 'evaluation-area', payload['area']),
    due: dayOf(payload['due']),
    onTeam: state.team.some(({ person }) => person === payload['person']),
    consented: state.evaluations.at(-1)?.assessmentNeeded !== true || mayAssess(state),
  }),
  'assessment.file': (material) => {
    const report = viewOf(material, 'assessment');
    return {
      area: aboutOf(material, 'assessment'),
      reportDate: dayOf(report['reportDate']),
    };
  },
  'eligibility.decide': (material) => {
    const { process, state, payload } = material;
    const determination = viewOf(material, 'eligibility');
    const regulation = aboutOf(material, 'eligibility');
    const eligible = yesNo(determination['eligible']);
    const decided = current(state);
    const under = (rule: string) =>
      regulation === rule ? eligible === true : decided.some((row) => row.regulation === rule && row.eligible);
    const named = stringOf(payload['document']);
    const pending = Object.values(state.documents).filter(
      (row) => row.kind === 'eligibility' && row.state === 'open' && row.corrects === undefined,
    );
    return {
      regulation,
      decisionDate: dayOf(determination['decisionDate']),
      eligible,
      category: term(process, 'disability-category', determination['category']),
      secondary: terms(process, 'disability-category', determination['secondary']),
      excluded: ['exclusionReading', 'exclusionMath', 'exclusionLanguage'].filter(
        (name) => determination[name] === true,
      ),
      needsSpecialEducation: yesNo(determination['needsSpecialEducation']),
      eligibleUnderIdea: regulation === 'idea' && eligible === true,
      dissent: rowsOf(determination, 'dissent').filter(({ agrees }) => agrees === false).length,
      dissentWithoutStatement: rowsOf(determination, 'dissent')
        .filter(({ agrees, statement }) => agrees === false && !written(statement))
        .map(({ id }) => id),
      hasReason: written(determination['reason']),
      reportsOpen: Object.values(state.documents)
        .filter((row) => row.kind === 'assessment' && row.state === 'open')
        .map(({ id }) => id),
      reportsMissing:
        state.evaluations.at(-1)?.assessmentNeeded === true &&
        !Object.values(state.documents).some(
          (row) => row.kind === 'assessment' && row.sealed && row.sealed.seq > (state.evaluations.at(-1)?.seq ?? 0),
        ),
      eligibilityConference: dateOf(material, 'eligibilityConferenceDate'),
      othersPending: pending.some(({ id }) => id !== (named ?? pending.at(-1)?.id)),
      eligibleIdea: under('idea'),
      eligible504: under('s504'),
      hasPlan: state.plan !== null,
      consentForm: servicesAnswer(state) === 'given' ? null : servicesForm,
    };
  },
  'reevaluation.open': ({ process, state, payload, day }) => {
    const last = state.dates['lastEligibilityDate']?.day;
    const trigger = term(process, 'reevaluation-trigger', payload['trigger']);
    return {
      trigger,
      hasPlan: state.plan !== null,
      track: state.track,
      gapOk:
        last === undefined ||
        day >= (dueOf(process, 'reeval_min_gap', last) ?? day) ||
        payload['bothAgree'] === true ||
        trigger === 'exit',
    };
  },
};

/** What a form asks consent to: the evaluation that is going on, services, or something else. */
function phaseOf(state: CaseState, form: string | null): 'evaluation' | 'services' | 'other' {
  if (form === servicesForm) return 'services';
  return form === evaluationForm(state) ? 'evaluation' : 'other';
}

/** The consent of a form; without a document in revision 1, which kept them on paper. */
function consentNamed({ consents }: CaseState, document: string | null): CaseConsent | undefined {
  return consents.find((row) => row.document === document);
}

/** How often somebody tried to get the answer to a consent form. */
export function attemptsFor({ contacts, documents }: CaseState, { document }: CaseConsent): number {
  const since = documents[document ?? '']?.openedBy ?? 0;
  return attempts({ contacts }, { about: 'consent', documents: [document], since });
}

/** By the consent of the family; a reevaluation also when they did not answer in spite of all efforts. */
function mayAssess({ dates, consents, evaluations }: CaseState): boolean {
  const since = evaluations.at(-1)?.seq ?? 0;
  const unanswered = consents.some(
    (row) => row.form === evaluationForms.reevaluation && row.result === 'no-response' && row.seq > since,
  );
  return dates['assessmentConsentDate'] !== undefined || unanswered;
}

/** The determinations of the evaluation that is going on. */
function current(state: CaseState): CaseState['eligibilities'] {
  const since = state.evaluations.at(-1)?.seq ?? 0;
  return state.eligibilities.filter(({ seq }) => seq > since);
}

/** Whether the reevaluation is near enough to be agreed unnecessary. */
function isAgreeable({ process, state, day }: Material): boolean {
  const due = clockOf(process, 'reeval_triennial', state, day)?.due;
  const ahead = process.clocks.find(({ id }) => id === 'reeval_triennial')?.agreeable;
  return due === undefined || ahead === undefined || day >= addDays(due, -ahead);
}
