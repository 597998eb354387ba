import type { Stage, StateId, Track } from './tables/stages.js';
import type { Day, Decision } from './types.js';

/** A student as the case names them; the roster keeps the rest. */
export interface StudentRef {
  readonly id: string;
  readonly name: string;
  readonly grade: string | null;
  readonly school: string | null;
  readonly schoolName: string | null;
  /** Null while nobody told it. */
  readonly birthDate?: Day | null;
}

export interface CaseDocument {
  /** Id in room names, for instance `plan-2`. */
  readonly id: string;
  readonly kind: string;
  /** Whether it can still be written. */
  readonly state: 'open' | 'sealed';
  /** What it counts for: a draft, a draft that is ready to be read, the record, a record that another one replaced, nothing. */
  readonly stands: 'draft' | 'in-review' | 'final' | 'superseded' | 'void';
  readonly openedOn: Day;
  readonly openedBy: number;
  /** The one person who writes here. */
  readonly writer?: string;
  /** What it was opened about (types.ts). */
  readonly about?: string;
  /** The document of which it is a corrected version. */
  readonly corrects?: string;
  readonly sealed?: {
    readonly seq: number;
    readonly action: string;
    readonly day: Day;
    readonly version: number;
    readonly hash: string;
  };
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
  readonly invitation: string | null;
  /** The day the invitation went out. */
  readonly invited: Day | null;
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
  /** Percent of the school's minutes in the regular class; null where the plan does not say. */
  readonly lre: number | null;
  /** Code of the placement as it is reported (tables/lre.ts), where the plan says one. */
  readonly lreCode?: string;
  /** Code of the vocabulary `report-schedule`, where the plan says one. */
  readonly reportSchedule?: string;
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

/** A prior written notice that the case owes, drafted and provided in time. */
export interface CaseNotice {
  /** Id of the row of `notices` that calls for it. */
  readonly about: string;
  /** The decision that made it owed. */
  readonly because: number;
  readonly document: string | null;
  readonly provided: Day | null;
  /** The decision that provided it. */
  readonly seq: number | null;
}

/** A consent form given to the family, and their answer. */
export interface CaseConsent {
  /** `102a`, `102b` or `102c`. */
  readonly form: string;
  readonly document: string | null;
  readonly provided: Day | null;
  /** `given`, `denied`, `no-response`; null until there is an answer. */
  readonly result: string | null;
  /** The day the school received the answer. */
  readonly received: Day | null;
  readonly revoked: Day | null;
  /** The day with which a revocation ends the services. */
  readonly stops?: Day;
  /** The newest decision about it. */
  readonly seq: number;
}

/** What was decided on eligibility by one regulation. */
export interface CaseEligibility {
  readonly regulation: 'idea' | 's504';
  readonly document: string | null;
  readonly eligible: boolean;
  readonly category: string | null;
  readonly decided: Day;
  readonly seq: number;
}

/** An evaluation from the day its question was put. The last one is the current one. */
export interface CaseEvaluation {
  readonly document: string | null;
  readonly about: 'initial' | 'reevaluation';
  readonly opened: Day;
  readonly decided: Day | null;
  readonly regulation: string | null;
  readonly willEvaluate: boolean | null;
  readonly assessmentNeeded: boolean | null;
  /** The decision that opened it: what is recorded later belongs to it. */
  readonly seq: number;
}

/** An attempt to reach the family. */
export interface CaseContact {
  /** `conference`, `consent`, `notice` or `other`. */
  readonly about: string;
  readonly document: string | null;
  readonly day: Day;
  readonly method: string;
  readonly relation: string;
  readonly seq: number;
}

/** Days that somebody set by hand on a clock, with the decision that says who and why. */
export interface ClockCorrection {
  readonly start?: Day;
  readonly stop?: Day;
  readonly seq: number;
}

/** A plan that was activated. */
export interface CasePlan {
  readonly document: string;
  readonly kind: string;
  readonly track: Track | null;
  /** Code of the vocabulary `plan-cycle`. */
  readonly cycle: string;
  readonly activated: Day;
  /** The day it stopped being the active plan. */
  readonly ended: Day | null;
}

/** Somebody may read the case for a stated reason, without belonging to it. */
export interface CaseBreak {
  readonly person: string;
  readonly name: string;
  readonly day: Day;
  /** The instant at which it ends by itself, ISO 8601 UTC with milliseconds. */
  readonly until: string;
  readonly seq: number;
  /** What somebody of the school found; null while nobody has looked. `outcome` is a code of the vocabulary `access-outcome`. */
  readonly review: {
    readonly outcome: string;
    readonly person: string;
    readonly name: string;
    readonly day: Day;
    readonly seq: number;
  } | null;
}

/** Why and when the case ended. */
export interface Closing {
  readonly reason: string;
  readonly day: Day;
  readonly seq: number;
}

/** A named day of the case, with the decision it comes from. */
export interface CaseDate {
  readonly day: Day;
  readonly seq: number;
}

/** How a named day of the case came to be, changed or went away (null) with a decision: what a stopped clock is frozen by. */
export interface DateChange {
  readonly name: string;
  readonly date: CaseDate | null;
  /** The decision with which it changed. */
  readonly at: number;
  /** The track that the case was on after it. */
  readonly track: Track | null;
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
  readonly dates: Readonly<Record<string, CaseDate>>;
  /** Every change of `dates`, in the order of the decisions. */
  readonly dateChanges: readonly DateChange[];
  readonly plan: ActivePlan | null;
  readonly sessions: readonly SignedSession[];
  /** When each stage was entered, and the ones that were skipped with their reason. */
  readonly stages: readonly {
    readonly stage: Stage;
    readonly entered: Day | null;
    readonly skipped: { readonly reason: string; readonly seq: number } | null;
  }[];
  readonly evaluations: readonly CaseEvaluation[];
  readonly notices: readonly CaseNotice[];
  readonly consents: readonly CaseConsent[];
  readonly eligibilities: readonly CaseEligibility[];
  readonly contacts: readonly CaseContact[];
  /** By clock. */
  readonly corrections: Readonly<Record<string, ClockCorrection>>;
  /** In the order in which they were activated. */
  readonly plans: readonly CasePlan[];
  /** The rights of the parents went over to the student on this day. */
  readonly rightsTransferred: CaseDate | null;
  readonly breaks: readonly CaseBreak[];
  readonly closing: Closing | null;
  readonly decisions: readonly Decision[];
}

/** A day that made a deadline what it is, in the words of that day. */
export interface Because {
  /** Id of the named date (tables/dates.ts). */
  readonly date: string;
  readonly label: string;
  readonly familyLabel: string;
  readonly day: Day;
  /** The decision that set it; 0 for a day that no decision set (the first day of the school year). */
  readonly seq: number;
  /** The document which that decision sealed. */
  readonly document?: string;
  /** Another source counts instead: it came earlier, or this one only after the clock had stopped. */
  readonly lost?: true;
}

/** A deadline as it stands today, with the reason of its date. */
export interface Deadline {
  readonly clock: string;
  readonly label: string;
  readonly familyLabel: string;
  /** `due` by law; `not-before`, a day before which something may not happen; `warning`, a reminder that no law makes. */
  readonly kind: 'due' | 'not-before' | 'warning';
  readonly unit: 'days' | 'school-days' | 'years';
  readonly count: number;
  readonly start: Day;
  readonly due: Day;
  readonly stopped: Day | null;
  /** `met` and `missed` once stopped; else by how near the due day is. A day `not-before` is only ever running. */
  readonly status: 'running' | 'soon' | 'late' | 'met' | 'missed';
  /** Calendar days until due, negative when late; counted to the stop once stopped. */
  readonly daysLeft: number;
  /** Where its start comes from: the day that counts first, then those that lost. */
  readonly because: readonly Because[];
  /** What stopped it; empty while it runs. */
  readonly stoppedBecause: readonly Because[];
  /** What set another due day than the count: an agreement, a meeting that comes sooner, the plan it belongs to. */
  readonly movedBecause?: Because;
  /** Somebody set its start or its stop by hand. */
  readonly corrected?: { readonly by: string; readonly reason: string; readonly seq: number };
  /** What to know besides the date. */
  readonly caution?: string;
  readonly source: string;
}

/** What somebody has to do next. */
export interface NextStep {
  readonly id: string;
  readonly says: string;
  readonly action: string | null;
  readonly write: string | null;
  /** The document it is about, where there can be several. */
  readonly document: string | null;
  readonly who: readonly string[];
  /** Whether it is this person's to do. */
  readonly mine: boolean;
  readonly due: Day | null;
  readonly status: Deadline['status'] | null;
}
