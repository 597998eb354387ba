import type { ActionRow } from './tables/actions.js';
import type { SchoolCalendar } from './tables/calendar.js';
import type { ClockRow } from './tables/clocks.js';
import type { ConferenceRow } from './tables/conferences.js';
import type { DateRow } from './tables/dates.js';
import type { DocumentRow } from './tables/documents.js';
import type { EmergencyRow } from './tables/emergency.js';
import type { EventRow } from './tables/events.js';
import type { FieldRow } from './tables/fields/index.js';
import type { LreTable } from './tables/lre.js';
import type { NextStepRow } from './tables/next-steps.js';
import type { NoticeRow } from './tables/notices.js';
import type { RequirementRow } from './tables/requirements.js';
import type { RetentionRow } from './tables/retention.js';
import type { RightRow, RosterRightRow } from './tables/rights.js';
import type { Role, RoleRow } from './tables/roles.js';
import type { SectionRow } from './tables/sections.js';
import type { StageRow, StateRow, TrackRow } from './tables/stages.js';
import type { UpgradeRow } from './tables/upgrades.js';
import type { CorrectionSettings, SubstanceRow } from './tables/substance.js';
import type { Term } from './tables/vocabularies/index.js';

/** What a district uses: a built-in profile, or one of its own that overrides rows of one. */
export interface Profile {
  /** `hawaii-classic`, or the name of the district's file. */
  readonly id: string;
  readonly label: string;
  /** Counts up with every change of a row that judges. */
  readonly revision: number;
  /** IANA name; the days of decisions and deadlines are counted there. */
  readonly timeZone: string;
  /** Whether a person answers if a disability is suspected, or every referral counts as a suspicion. `ask` without it. */
  readonly suspicion?: 'ask' | 'always';
  /** Age at which the parents' rights become the student's; 18 without it. */
  readonly majorityAge?: number;
  /** An IEP whose term contains this birthday plans the transition; 16 without it. */
  readonly transitionAge?: number;
  /** The right to an education ends with this birthday; 22 without it. */
  readonly endAge?: number;
  /** What a host calls roles of ours in its tokens. */
  readonly hostRoles?: Readonly<Record<string, Role>>;
}

/**
 * The whole process as plain data: every row of one profile. All questions are asked of it; it knows no code and can travel as
 * JSON, so that a page asks by the same rows as the server that judges.
 */
export interface Process {
  /** `<profile>/<revision>+<fingerprint of the rows that judge>`: cases and commands carry it. */
  readonly version: string;
  readonly profile: Profile;
  readonly stages: readonly StageRow[];
  readonly states: readonly StateRow[];
  readonly tracks: readonly TrackRow[];
  readonly roles: readonly RoleRow[];
  /** The roles of people who work for the district. */
  readonly staffRoles: readonly Role[];
  readonly documents: readonly DocumentRow[];
  readonly fields: readonly FieldRow[];
  readonly vocabularies: Readonly<Record<string, readonly Term[]>>;
  readonly actions: readonly ActionRow[];
  readonly requirements: readonly RequirementRow[];
  readonly rights: readonly RightRow[];
  readonly rosterRights: readonly RosterRightRow[];
  readonly clocks: readonly ClockRow[];
  /** The named dates of a case, in words. */
  readonly dates: readonly DateRow[];
  readonly events: readonly EventRow[];
  readonly calendar: SchoolCalendar;
  readonly nextSteps: readonly NextStepRow[];
  readonly sections: readonly SectionRow[];
  readonly notices: readonly NoticeRow[];
  readonly substance: readonly SubstanceRow[];
  readonly correction: CorrectionSettings;
  readonly conferences: readonly ConferenceRow[];
  readonly lre: LreTable;
  readonly emergency: EmergencyRow;
  readonly retention: readonly RetentionRow[];
  readonly upgrades: readonly UpgradeRow[];
}

/** A process without rows: what a page has before it knows its server's. Nothing is open and nothing is allowed by it. */
export const noProcess: Process = {
  version: '',
  profile: { id: '', label: '', revision: 0, timeZone: 'UTC' },
  stages: [],
  states: [],
  tracks: [],
  roles: [],
  staffRoles: [],
  documents: [],
  fields: [],
  vocabularies: {},
  actions: [],
  requirements: [],
  rights: [],
  rosterRights: [],
  clocks: [],
  dates: [],
  events: [],
  calendar: { schoolYear: { from: '07-01' }, closed: [], source: '' },
  nextSteps: [],
  sections: [],
  notices: [],
  substance: [],
  correction: { share: 0, words: 0, turning: [], source: '' },
  conferences: [],
  lre: { schoolAge: [], earlyChildhood: [] },
  emergency: { minutes: 0, source: '' },
  retention: [],
  upgrades: [],
};
