import type { SqlValue } from '../storage/tables.js';

/** What one source says of a thing, the first source first. */
export interface Says {
  readonly detail: Readonly<Record<string, SqlValue | undefined>>;
  readonly active: boolean;
}

/** A person's columns: of each the first that is said, by sources that still have the person before others. */
export function mergePerson(says: readonly Says[]): Record<string, SqlValue> {
  const first = firstOf(says);
  return {
    given_name: first('givenName') ?? '',
    family_name: first('familyName') ?? '',
    preferred_name: first('preferredName'),
    email: first('email'),
    username: first('username'),
    birth_date: first('birthDate'),
    grade: first('grade'),
  };
}

export function mergeSchool(says: readonly Says[]): Record<string, SqlValue> {
  const first = firstOf(says);
  return { name: first('name') ?? '', type: first('type') ?? 'other' };
}

function firstOf(says: readonly Says[]): (name: string) => SqlValue {
  const order = [...says.filter(({ active }) => active), ...says.filter(({ active }) => !active)];
  return (name) => {
    for (const { detail } of order) {
      const value = detail[name];
      if (value !== null && value !== undefined) return value;
    }
    return null;
  };
}
