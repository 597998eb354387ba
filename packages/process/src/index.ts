export type * from './case-state.js';
export type * from './types.js';
export type { ActionRow, Branch, Guard, Opening } from './tables/actions.js';
export type { ClosedDays, SchoolCalendar, SchoolTerm } from './tables/calendar.js';
export type { ClockRow, StopDate } from './tables/clocks.js';
export type { DateRow } from './tables/dates.js';
export type { EventRow } from './tables/events.js';
export type { DocumentKind, DocumentRow } from './tables/documents.js';
export type { FieldRow, FieldType } from './tables/fields/index.js';
export type { ConferenceRow } from './tables/conferences.js';
export type { NoticeRow } from './tables/notices.js';
export type { SectionRow } from './tables/sections.js';
export type { NextStepRow } from './tables/next-steps.js';
export type { Check, RequirementRow } from './tables/requirements.js';
export type { Relation, RightRow, RosterRightRow } from './tables/rights.js';
export type { Role, RoleRow } from './tables/roles.js';
export type { PlanKind, Stage, StageRow, StateId, StateRow, Track, TrackRow } from './tables/stages.js';
export type { UpgradeRow } from './tables/upgrades.js';
export type { Term } from './tables/vocabularies/index.js';
export { mayDecideUnseen, mayOpen, mayStart, relationsIn } from './access.js';
export { type CaseloadRow, caseloadRow } from './caseload-row.js';
export { chartConfig, chartOf, initialState } from './chart.js';
export { addDays, addMonths, addYears, daysBetween, isDay, localDay, schoolYear } from './days.js';
export { clockOf, deadlines, dueOf } from './deadlines.js';
export {
  type Command as ProcessCommand,
  decide,
  documentsRead,
  type Question,
  type Readiness,
  readiness,
  startCase,
} from './decide.js';
export { type Delivery, delivery, promisedMinutes } from './delivery.js';
export { kindOf as documentKind } from './document-kind.js';
export { contentsOf, documentsCopied } from './contents.js';
export { isPrompt } from './notice-draft.js';
export { type Comparison, compareVersions } from './revision.js';
export { fold, foldNext, foldVersion } from './fold.js';
export { noProcess, type Process, type Profile } from './process.js';
export { originalOf } from './original.js';
export { reportPeriods } from './report-periods.js';
export { addSchoolDays, isSchoolDay, schoolDaysBetween, schoolYearStart } from './school-calendar.js';
export { actionRow, fieldsOf, isTerm, label, listsOf } from './select.js';
export { nextSteps } from './steps.js';
export { upgrade } from './upgrade.js';
