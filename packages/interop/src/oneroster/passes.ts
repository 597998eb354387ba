import type { Coverage, Place, RosterItem } from '../items.js';
import type { Lookup } from '../lookup.js';
import { readClass, readEnrollment, readSession } from './classes.js';
import type { Fields } from './columns.js';
import { readGuardians } from './guardians.js';
import { readOrg } from './orgs.js';
import { noteRole, readRole } from './role-rows.js';
import { noteDemographics, readUser } from './users.js';

/** One reading of one file. */
export interface Pass {
  readonly file: string;
  readonly read: (fields: Fields, at: Place, lookup: Lookup) => Iterable<RosterItem>;
  readonly covers: readonly Coverage[];
  /** Other files that have to be there and complete too before something may be taken for gone. */
  readonly needs: readonly string[];
  /** Only one reading of a file tells of its broken records. */
  readonly tellsProblems: boolean;
}

/** All readings in order. What has to be known first is noted first. */
export const passes: readonly Pass[] = [
  { file: 'orgs', read: readOrg, covers: ['school'], needs: [], tellsProblems: true },
  { file: 'academicSessions', read: readSession, covers: [], needs: [], tellsProblems: true },
  { file: 'demographics', read: noteDemographics, covers: [], needs: [], tellsProblems: true },
  { file: 'roles', read: noteRole, covers: [], needs: [], tellsProblems: false },
  {
    file: 'users',
    read: readUser,
    covers: ['staff', 'student', 'contact'],
    needs: [],
    tellsProblems: true,
  },
  { file: 'users', read: readGuardians, covers: ['guardian'], needs: [], tellsProblems: false },
  {
    file: 'roles',
    read: readRole,
    covers: ['staff-role', 'enrolment'],
    needs: ['users'],
    tellsProblems: true,
  },
  { file: 'classes', read: readClass, covers: ['class'], needs: [], tellsProblems: true },
  {
    file: 'enrollments',
    read: readEnrollment,
    covers: ['class-teacher', 'class-student'],
    needs: ['classes'],
    tellsProblems: true,
  },
];
