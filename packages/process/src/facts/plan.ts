import { servicesAnswer } from '../consents.js';
import type { ActivePlan } from '../case-state.js';
import { addYears } from '../days.js';
import { cycleType } from '../cycle.js';
import { type LeastRestrictive, lreOfPlan } from '../lre.js';
import { callFor } from '../notice-triggers.js';
import { originalOf } from '../original.js';
import type { Process } from '../process.js';
import type { Day, FactRow, Facts, RowView } from '../types.js';
import {
  stringOf,
  dateOf,
  dayOf,
  documentOf,
  type Finders,
  idsOf,
  type Material,
  numberOf,
  rowsOf,
  term,
  viewOf,
  written,
} from './material.js';

/** Special factors the team considers, each with what is planned for it. Source: 34 CFR 300.324(a)(2). */
const specialFactors = ['factorBehavior', 'factorLanguage', 'factorBraille', 'factorCommunication', 'factorTechnology'];

export const planFacts: Finders = {
  'plan.present': (material) => {
    const facts = activation(material);
    return {
      cycle: facts['cycle'] ?? null,
      changesPlacement: facts['changesPlacement'] ?? null,
      goals: facts['goals'] ?? 0,
    };
  },
  'plan.activate': activation,
  'plan.revise': ({ process, state, payload }) => ({
    trigger: term(process, 'review-trigger', payload['trigger']),
    hasReason: written(payload['reason']),
    hasPlan: state.plan !== null,
  }),
};

function activation(material: Material): Facts {
  const { process, state, elsewhere } = material;
  const track = state.track ?? 'action';
  const kind = process.tracks.find(({ id }) => id === track)?.planKind ?? 'action-plan';
  const plan = viewOf(material, 'plan');
  const [needs, goals, services] = [rowsOf(plan, 'needs'), rowsOf(plan, 'goals'), rowsOf(plan, 'services')];
  const [startDate, endDate] = [dayOf(plan['startDate']), dayOf(plan['endDate'])];
  const needIds = new Set(needs.map(({ id }) => id));
  const goalIds = new Set(goals.map(({ id }) => id));
  const covered = new Set(goals.map(({ need }) => need));
  const placement = lreOfPlan(plan, process);
  const openedBy =
    state.documents[documentOf(state, 'plan', material.payload, material.actor.person) ?? '']?.openedBy ?? 0;
  const cycle = cycleType({
    track,
    earlierPlans: state.plans.filter((row) => row.kind === kind).length,
    active: state.plan?.kind === kind ? state.plan : null,
    evaluationType: evaluatedSince(material),
    newEnd: endDate,
    conferenceHeldSince: dateOf(material, 'planConferenceDate') !== null,
    transferIn: state.dates['enrolledDate'] !== undefined,
  });
  const isAmendment = cycle === 'amendment';
  return {
    kind,
    cycle,
    startDate,
    endDate,
    latestEnd: startDate === null ? null : addYears(startDate, 1),
    reviewDate: dayOf(plan['reviewDate']),
    coordinator: state.team.find(({ coordinator }) => coordinator)?.person ?? null,
    needs: needs.filter((row) => written(row['statement'])).length,
    goals: goals.length,
    services: services.length,
    accommodations: rowsOf(plan, 'accommodations').filter((row) => written(row['what'])).length,
    needsWithoutGoal: idsOf(
      needs,
      (row) => !covered.has(row.id) && !(row['waived'] === true && written(row['waivedReason'])),
    ),
    goalsWithoutNeed: idsOf(goals, ({ need }) => !needIds.has(String(need))),
    goalsIncomplete: idsOf(
      goals,
      (row) =>
        !written(row['behavior']) ||
        numberOf(row['baseline']) === null ||
        numberOf(row['target']) === null ||
        !written(row['measure']) ||
        !dayOf(row['dueDate']),
    ),
    goalsFlat: idsOf(
      goals,
      (row) => numberOf(row['baseline']) !== null && numberOf(row['baseline']) === numberOf(row['target']),
    ),
    goalsWithoutObjectives: idsOf(
      goals,
      (row) => !written(row['objectives']) && !rowsOf(plan, 'objectives').some(({ goal }) => goal === row.id),
    ),
    alternateAssessment: plan['alternateAssessment'] === true,
    servicesIncomplete: idsOf(services, (row) => isIncomplete(process, row)),
    servicesOffTeam: idsOf(
      services,
      ({ provider }) => stringOf(provider) !== null && !state.team.some(({ person }) => person === provider),
    ),
    servicesWithoutGoal: idsOf(services, ({ goal }) => !goalIds.has(String(goal))),
    servicesOutside: idsOf(services, (row) => {
      const [from, until] = [dayOf(row['startDate']), dayOf(row['endDate'])];
      return (
        from !== null &&
        until !== null &&
        (until < from || (startDate !== null && from < startDate) || (endDate !== null && until > endDate))
      );
    }),
    serviceAvailabilityDate: dayOf(plan['serviceAvailabilityDate']),
    presentLevels: written(plan['presentLevels']),
    lre: typeof placement?.percent === 'number' && written(plan['lreReason']),
    specialFactorsOpen: specialFactors.filter(
      (name) => typeof plan[name] !== 'boolean' || (plan[name] === true && !written(plan[`${name}Plan`])),
    ),
    stateTesting: written(plan['stateTesting']),
    progressReporting: written(plan['progressReporting']),
    transitionDue: isDue(material, endDate, process.profile.transitionAge ?? 16),
    transition: ['postEducation', 'postEmployment', 'coursesOfStudy', 'transitionServices'].every((name) =>
      written(plan[name]),
    ),
    rightsInformedDue: isDue(material, endDate, (process.profile.majorityAge ?? 18) - 1),
    rightsInformedDate: dayOf(plan['rightsInformedDate']),
    parentExplainedDate: dayOf(plan['parentExplainedDate']),
    parentCopyDate: dayOf(plan['parentCopyDate']),
    evaluationRefused: state.evaluations.at(-1)?.willEvaluate === false,
    evaluationNoticeDate: dateOf(material, 'evaluationNoticeDate'),
    planNoticeDate: noticeOf(material, openedBy),
    changesPlacement: state.plan !== null && placement !== null && isOtherPlacement(state.plan, placement),
    planConferenceDate: dateOf(material, 'planConferenceDate'),
    isAmendment,
    amendmentAgreedDate: dayOf(plan['amendmentAgreedDate']),
    servicesConsent: servicesAnswer(state),
    servicesConsentDate: dateOf(material, 'servicesConsentDate'),
    activePlansElsewhere: (elsewhere?.activePlans ?? []).filter((row) => row.kind === kind).map((row) => row.case),
    lrePercent: placement?.percent ?? null,
    lreCode: placement?.code ?? null,
    reportSchedule: term(process, 'report-schedule', plan['reportSchedule']),
    goalIds: goals.map(({ id }) => id),
    serviceRows: services.map((row) => serviceRow(process, row)),
  };
}

/** What kind of evaluation was decided since the last activation, if any. */
function evaluatedSince({ state }: Material): 'initial' | 'reevaluation' | null {
  const activated = (state.plan && originalOf(state, state.plan.document)?.sealed?.seq) ?? 0;
  const decided = state.eligibilities.some(({ seq }) => seq > activated);
  return decided ? (state.evaluations.at(-1)?.about ?? null) : null;
}

/** The day the family received the notice of the plan that is being written. */
function noticeOf({ process, state }: Material, since: number): Day | null {
  const told = state.notices.flatMap((notice) => {
    const { because, provided } = notice;
    if (provided === null || because <= since) return [];
    const row = callFor(process.notices, state.decisions, notice)?.row;
    return row?.on === 'plan.present' && !row.beside ? [provided] : [];
  });
  return told.sort()[0] ?? null;
}

/** Whether the plan's term contains the birthday of this age, or the student has reached it. */
function isDue({ state }: Material, endDate: Day | null, age: number): boolean {
  const born = state.student.birthDate ?? null;
  return born !== null && endDate !== null && addYears(born, age) <= endDate;
}

function isIncomplete(process: Process, row: RowView): boolean {
  return (
    !written(row['name']) ||
    !term(process, 'service-type', row['type']) ||
    (numberOf(row['minutes']) ?? 0) <= 0 ||
    (numberOf(row['count']) ?? 0) <= 0 ||
    !term(process, 'interval', row['interval']) ||
    !term(process, 'location', row['location']) ||
    !stringOf(row['provider']) ||
    !dayOf(row['startDate']) ||
    !dayOf(row['endDate'])
  );
}

function serviceRow(process: Process, row: RowView): FactRow {
  return {
    id: row.id,
    type: term(process, 'service-type', row['type']),
    minutes: numberOf(row['minutes']),
    count: numberOf(row['count']),
    interval: term(process, 'interval', row['interval']),
    location: term(process, 'location', row['location']),
    provider: stringOf(row['provider']),
    startDate: dayOf(row['startDate']),
    endDate: dayOf(row['endDate']),
  };
}

/** By its code, or by a percent point; what the plan in force does not say is not compared. */
function isOtherPlacement({ lre, lreCode }: ActivePlan, { percent, code }: LeastRestrictive): boolean {
  if (lreCode !== undefined && lreCode !== code) return true;
  return lre !== null && percent !== null && Math.round(lre) !== Math.round(percent);
}
