import type { Role } from './roles.js';

/**
 * How a person stands to a student's case.
 * `school` staff of the student's school · `class` teaches the student · `team` on the case's team · `starter` began this case ·
 * `child` parent or guardian of the student, by token or admitted · `self` the student · `adult-self` the student once the rights
 * of the parents went over to them · `invited` interpreter or advocate, admitted for the family · `district` district staff of the
 * tree · `writer` the one person a document was opened for · `provider` assigned to a service of the case · `break-glass` gave a
 * reason for reading the case without belonging to it, until the next day is over · `anyone` the role alone.
 */
export const everyRelation = ['school', 'class', 'team', 'starter', 'child', 'self', 'adult-self', 'invited', 'district', 'writer', 'provider', 'break-glass', 'anyone'] as const;

export type Relation = (typeof everyRelation)[number];

const staff: readonly Relation[] = ['team', 'starter', 'provider', 'writer'];

/**
 * The relations that count for a role in a case: nothing else a person is gives that role a right there, whatever a row says.
 * The school is a relationship only of those who lead its cases; the system role reads nothing without a reason on record.
 */
export const relationsOfRole: Readonly<Record<Role, readonly Relation[]>> = {
  coordinator: ['school', ...staff],
  administrator: ['school', ...staff],
  teacher: staff,
  'special-educator': staff,
  provider: staff,
  evaluator: ['team', 'writer'],
  district: ['district', 'team', 'writer', 'break-glass', 'anyone'],
  supervisor: ['team'],
  parent: ['child', 'starter', 'writer'],
  student: ['self', 'adult-self', 'writer'],
  interpreter: ['invited', 'writer'],
  system: ['break-glass', 'anyone'],
  billing: [],
};
