import type { PersonKind, RosterRow } from './rows.js';

/** Where something stands: file, line (from 1) and the row's id as the source writes it. */
export interface Place {
  readonly file: string;
  readonly line: number;
  readonly row: string;
}

/** A thing with an id, named so that it is not taken for gone although its row could not be used. */
export interface Named {
  readonly kind: 'school' | 'class' | PersonKind | null;
  readonly id: string;
}

/** What a file can name all of: persons by kind, members of classes by role, the rest by the row's name. */
export type Coverage =
  | PersonKind
  | 'school'
  | 'class'
  | 'class-teacher'
  | 'class-student'
  | 'staff-role'
  | 'guardian'
  | 'enrolment'
  | 'program';

/** What a reader yields, in an order in which rows come after what they refer to. */
export type RosterItem =
  | { readonly is: 'row'; readonly at: Place; readonly row: RosterRow }
  /** A row, or a part of it, that cannot be used. */
  | { readonly is: 'issue'; readonly at: Place; readonly why: string; readonly keeps?: Named }
  /** A file was read to its end and names all there is of these: what it does not name is gone. */
  | { readonly is: 'complete'; readonly file: string; readonly covers: readonly Coverage[] }
  /** A file could not be read to its end. Rows before it were yielded; nothing may be taken for gone. */
  | { readonly is: 'broken'; readonly at: Place; readonly why: string }
  /** A file of the folder that a roster does not need. */
  | { readonly is: 'unused'; readonly file: string };

/** The folder or archive as a whole is none that this reader knows. The message says what was looked for. */
export class UnusableInput extends Error {
  override readonly name = 'UnusableInput';
}

export function issue(at: Place, why: string, keeps?: Named): RosterItem {
  return { is: 'issue', at, why, ...(keeps ? { keeps } : {}) };
}

export function row(at: Place, value: RosterRow): RosterItem {
  return { is: 'row', at, row: value };
}
