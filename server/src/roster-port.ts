/** What the server asks of the roster. `roster/` answers from the imported tables. */
import type { Relation } from '@ssp-kit/process';
import type { PersonRow, StudentRow } from '@ssp-kit/protocol';

/** Somebody who asks: the person's id here, and what the token says about schools, students and roles. */
export interface Asker {
  readonly person: string;
  readonly schools: readonly string[];
  readonly students: readonly string[];
  readonly roles: readonly string[];
}

export type RosterStudent = Omit<StudentRow, 'cases'>;

export interface Roster {
  /** The person's id here for a username, staff id or contact id; null when the roster does not know it. */
  personOf(name: string): Promise<string | null>;
  /** By the id here or the source's own; null when unknown or no longer active. */
  student(id: string): Promise<RosterStudent | null>;
  /** `school`, `class`, `child`, `self` and `district` between the asker and a student; active rows only. */
  relations(student: string, asker: Asker): Promise<readonly Relation[]>;
  /** Students the asker may see by the relations `school`, `class` and `child`, whose name contains `query`; by name. */
  students(query: string, asker: Asker, limit: number): Promise<readonly RosterStudent[]>;
  /** Ids of the schools at which the asker works, and of the students who are theirs: by these their cases are found. */
  reach(asker: Asker): Promise<{ readonly schools: readonly string[]; readonly students: readonly string[] }>;
  /** Staff of the student's schools and the student's contacts. */
  people(student: string): Promise<readonly PersonRow[]>;
  /** The name of a person of the roster. */
  nameOf(person: string): Promise<string | null>;
  /** A value that changes when an import has changed rights; asked every few seconds. */
  revision(): Promise<string>;
}
