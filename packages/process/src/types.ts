/** Shapes shared by the tables and the questions asked about them. Nothing here knows a document store, a page or a clock. */

/** A calendar day in the district's time zone, `YYYY-MM-DD`. */
export type Day = string;

/** A value that can stand in a `fields` map: what a person picks or types into a short field. */
export type Plain = string | number | boolean | null | readonly string[];

/** One row of a list of a document: its id, its place, and its fields (texts as strings). */
export interface RowView {
  readonly id: string;
  readonly order: string;
  readonly [field: string]: Plain | undefined;
}

/** A document as plain data: fields, texts as strings, lists as rows in their order. What `record.project` returns. */
export interface DocumentView {
  readonly [name: string]: Plain | readonly RowView[] | undefined;
}

/** What a decision was judged on: dates, counts, ids, yes/no. Never narrative. */
export type Fact = string | number | boolean | null | readonly string[] | readonly FactRow[];
export interface FactRow {
  readonly [name: string]: string | number | boolean | null;
}
export type Facts = Readonly<Record<string, Fact>>;

/** A person who acts. `person` is the id by which the team list and the rights know them. */
export interface Actor {
  readonly person: string;
  readonly name: string;
  readonly roles: readonly string[];
}

export interface Reference {
  /** Id of the document as a room names it, for instance `plan-2`. */
  readonly document: string;
  readonly version: number;
  /** SHA-256 of the canonical JSON of the content, in hex. */
  readonly hash: string;
}

/** One entry of a case's official log: what was decided, by whom, on what facts, and where it led. */
export interface Decision {
  /** 1 for the start of the case, without gaps. */
  readonly seq: number;
  /** The command's idempotency key (UUIDv7). */
  readonly key: string;
  readonly action: string;
  /** Instant of the server, ISO 8601 UTC. */
  readonly at: string;
  /** The same instant as a local day of the profile's time zone. */
  readonly day: Day;
  readonly actor: Actor;
  readonly processVersion: string;
  readonly facts: Facts;
  /** The decision's own words (a reason, a purpose): kept and shown, never judged. */
  readonly words: Readonly<Record<string, string>>;
  readonly to: string;
  readonly opens: readonly OpenedDocument[];
  readonly seals: readonly Reference[];
  readonly cites: readonly Reference[];
  /** Ids of the notices that the family is owed by this decision (tables/notices.ts). */
  readonly owes?: readonly string[];
  /** Of the documents it seals, those that end without having taken effect. */
  readonly voids?: readonly string[];
}

export interface OpenedDocument {
  readonly document: string;
  /** The one person who writes here (`family-<n>`, `log-<n>`, `assessment-<n>`). */
  readonly writer?: string;
  /** What it is about: a conference's purpose, a consent's form, an eligibility's regulation, a notice's row. */
  readonly about?: string;
  /** The sealed document of which it is a corrected version. */
  readonly corrects?: string;
}

/** Why a command was not taken. A value, never an exception. */
export interface Refusal {
  readonly ok: false;
  readonly code: RefusalCode;
  readonly unmet: readonly RequirementResult[];
  /** More for the reader, plain JSON (for instance the decisions made since). */
  readonly detail?: Readonly<Record<string, unknown>>;
}

export type RefusalCode =
  | 'unknown-action'
  | 'unknown-version'
  | 'not-open' // the case's state does not know this step
  | 'no-right'
  | 'unmet'
  | 'invalid-payload'
  | 'stale' // the case moved on since the person looked
  | 'key-reused'
  | 'changed-since-seen'
  | 'busy';

export interface RequirementResult {
  readonly id: string;
  readonly met: boolean;
  readonly label: string;
  readonly source: string;
  /** Where a person can do something about it. */
  readonly at?: { readonly document: string; readonly field: string; readonly row?: string } | undefined;
}
