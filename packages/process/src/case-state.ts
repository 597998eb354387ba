import type { Stage, StateId, Track } from './tables/stages.js';
import type { Day, Decision } from './types.js';

/** A student as the case names them; the roster keeps the rest. */
export interface StudentRef {
  readonly id: string;
  readonly name: string;
  readonly grade: string | null;
  readonly school: string | null;
  readonly schoolName: string | null;
}

export interface CaseDocument {
  /** Id in room names, for instance `plan-2`. */
  readonly id: string;
  readonly kind: string;
  readonly state: 'open' | 'sealed';
  readonly openedOn: Day;
  readonly openedBy: number;
  /** The one person who writes here. */
  readonly writer?: string;
  readonly sealed?: { readonly seq: number; readonly day: Day; readonly version: number; readonly hash: string };
}

export interface TeamMember {
  readonly person: string;
  readonly name: string;
  readonly role: string;
  readonly coordinator: boolean;
  readonly since: Day;
}

export interface FamilyMember {
  readonly person: string;
  readonly name: string;
  readonly relation: string;
  /** The room of their own words. */
  readonly document: string;
}

export interface CaseConference {
  readonly document: string;
  readonly purpose: string;
  readonly planned: Day | null;
  /** The day it was held, once it is closed. */
  readonly held: Day | null;
}

/** A service of the active plan as the decision recorded it: what a log entry is checked against. */
export interface PlannedService {
  readonly id: string;
  readonly type: string;
  readonly minutes: number;
  readonly count: number;
  readonly interval: string;
  readonly location: string;
  readonly provider: string;
  readonly startDate: Day;
  readonly endDate: Day;
}

export interface ActivePlan {
  readonly document: string;
  readonly kind: string;
  readonly startDate: Day;
  readonly endDate: Day;
  readonly reviewDate: Day | null;
  readonly services: readonly PlannedService[];
  readonly goals: readonly string[];
}

export interface SignedSession {
  readonly id: string;
  readonly service: string;
  readonly provider: string;
  readonly date: Day;
  readonly minutes: number;
  readonly status: string;
  readonly seq: number;
  readonly void: boolean;
}

/** Everything the decisions of a case say, folded. Plain data; the same in every browser and on the server. */
export interface CaseState {
  readonly case: string;
  readonly student: StudentRef;
  readonly state: StateId;
  readonly stage: Stage | null;
  readonly track: Track | null;
  readonly suspicion: 'yes' | 'no' | 'unsure' | null;
  readonly abbreviated: boolean;
  readonly seq: number;
  readonly processVersion: string;
  readonly starter: string;
  readonly documents: Readonly<Record<string, CaseDocument>>;
  readonly team: readonly TeamMember[];
  readonly family: readonly FamilyMember[];
  readonly conferences: readonly CaseConference[];
  /** Named days of the case (the sources of its clocks), each with the decision it comes from. */
  readonly dates: Readonly<Record<string, { readonly day: Day; readonly seq: number }>>;
  readonly plan: ActivePlan | null;
  readonly sessions: readonly SignedSession[];
  /** When each stage was entered, and the ones that were skipped with their reason. */
  readonly stages: readonly {
    readonly stage: Stage;
    readonly entered: Day | null;
    readonly skipped: { readonly reason: string; readonly seq: number } | null;
  }[];
  readonly evaluation: {
    readonly regulation: string;
    readonly willEvaluate: boolean;
    readonly assessmentNeeded: boolean;
  } | null;
  readonly consents: readonly { readonly form: string; readonly result: string; readonly seq: number }[];
  readonly decisions: readonly Decision[];
}

/** A deadline as it stands today, with the reason of its date. */
export interface Deadline {
  readonly clock: string;
  readonly label: string;
  readonly familyLabel: string;
  readonly start: Day;
  readonly due: Day;
  readonly stopped: Day | null;
  /** `met` and `missed` once stopped; else by how near the due day is. */
  readonly status: 'running' | 'soon' | 'late' | 'met' | 'missed';
  /** Days until due, negative when late; counted to the stop once stopped. */
  readonly daysLeft: number;
  /** Where the date comes from: name of the case's date, its day and the decision that set it. */
  readonly because: readonly { readonly date: string; readonly day: Day; readonly seq: number }[];
  readonly source: string;
}

/** What somebody has to do next. */
export interface NextStep {
  readonly id: string;
  readonly says: string;
  readonly action: string | null;
  readonly write: string | null;
  readonly who: readonly string[];
  /** Whether it is this person's to do. */
  readonly mine: boolean;
  readonly due: Day | null;
  readonly status: Deadline['status'] | null;
}
