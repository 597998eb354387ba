import type { Actor, CaseState, Relation } from '@ssp-kit/process';
import { type SamplePeople, samplePeople } from '@ssp-kit/process/testing';
import { school, type World } from './world.js';

/** Somebody at a case, with the page they look at. */
export interface Person {
  readonly who: keyof SamplePeople;
  readonly actor: Actor;
  /** How they stand to the student by their token; the case's own relations come to it. */
  readonly relations: readonly Relation[];
  readonly sub: string;
  readonly token: string;
  /** Their rights were ended under this name: sure once it was answered. */
  revoked: 'no' | 'asked' | 'yes';
  /** Number of the last decision on their page. */
  looksAt: number;
}

const outside: Partial<Record<keyof SamplePeople, readonly Relation[]>> = {
  coordinator: ['school'],
  administrator: ['school'],
  district: ['school', 'district'],
  parent: ['child'],
};

/** How somebody stands to the student by their token. */
export function outsideOf(who: keyof SamplePeople): readonly Relation[] {
  return outside[who] ?? [];
}

/** Signs somebody in for a case, under a name of this case alone. */
export async function signIn(world: World, who: keyof SamplePeople, name: string, student: string): Promise<Person> {
  const actor = samplePeople[who];
  const relations = outsideOf(who);
  const sub = `${name}-${actor.person}`;
  const token = await world.token({
    sub,
    person: actor.person,
    name: actor.name,
    roles: actor.roles,
    schools: relations.includes('school') ? [school] : [],
    students: who === 'parent' ? [student] : [],
  });
  return { who, actor, relations, sub, token, revoked: 'no', looksAt: 1 };
}

/** The newest open document of a kind. */
export function newestOpen(state: CaseState, kind: string): string | null {
  const found = Object.values(state.documents).findLast((row) => row.kind === kind && row.state === 'open');
  return found?.id ?? null;
}
