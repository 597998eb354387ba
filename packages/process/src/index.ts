export type * from './case-state.js';
export type * from './types.js';
export { actions, type ActionRow, type Branch, type Guard, type Opening } from './tables/actions.js';
export { clocks, type ClockRow } from './tables/clocks.js';
export { documents, type DocumentKind } from './tables/documents.js';
export { fields, type FieldRow, type FieldType } from './tables/fields/index.js';
export { nextSteps as nextStepRows, type NextStepRow } from './tables/next-steps.js';
export { requirements as requirementRows, type Check, type RequirementRow } from './tables/requirements.js';
export { rights, rosterRights, type Relation, type RightRow } from './tables/rights.js';
export { roles, staffRoles, type Role } from './tables/roles.js';
export { stages, states, tracks, type PlanKind, type Stage, type StateId, type Track } from './tables/stages.js';
export { vocabularies, type Term, type VocabularyId } from './tables/vocabularies/index.js';
export { mayOpen, mayStart, relationsIn } from './access.js';
export { type CaseloadRow, caseloadRow } from './caseload-row.js';
export { chart, chartConfig, initialState } from './chart.js';
export { addDays, addYears, daysBetween, isDay, localDay, schoolYear } from './days.js';
export { deadlines } from './deadlines.js';
export { type Delivery, delivery, promisedMinutes } from './delivery.js';
export {
  actionRow,
  type Command as ProcessCommand,
  decide,
  documentsRead,
  openings,
  type Question,
  type Readiness,
  readiness,
  startCase,
} from './decide.js';
export { fold, foldNext } from './fold.js';
export { fieldsOf, label, listsOf } from './select.js';
export { nextSteps } from './steps.js';
export { processVersion, profile } from './version.js';
