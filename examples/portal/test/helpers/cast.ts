import { type Cast, type Part, parts } from '@ssp-kit/server/testing/whole-case';
import { contacts, nameOf, staff, type students } from './people.js';
import type { School } from './school.js';

type Named = { readonly givenName: string; readonly familyName: string };

/** The people of a school as they take the parts of a case over the wire, beside those who sit at a browser. */
export async function castOf(
  { server: { url } }: School,
  student: (typeof students)[keyof typeof students],
  parent: keyof typeof contacts,
): Promise<Cast> {
  const { coordinator, teacher, specialEducator, provider, evaluator, administrator } = staff;
  const who: Readonly<Record<Part, Named>> = {
    ...{ coordinator, teacher, provider, evaluator, administrator },
    special: specialEducator,
    mother: contacts[parent],
  };
  const found = await Promise.all(parts.map(async (part) => [part, await enter(url, nameOf(who[part]))] as const));
  const tokens = Object.fromEntries(found.map(([part, { token }]) => [part, token])) as Record<Part, string>;
  const persons = Object.fromEntries(found.map(([part, { id }]) => [part, id])) as Record<Part, string>;
  const name = encodeURIComponent(nameOf(student));
  const rows = await ask<readonly { id: string; name: string }[]>(`${url}/api/students?query=${name}`, {
    headers: { authorization: `Bearer ${tokens.coordinator}` },
  });
  const row = rows.find((one) => one.name === nameOf(student));
  if (row === undefined) throw new Error(`the school has no student ${nameOf(student)}`);
  return { url, tokens, persons, student: row.id };
}

async function enter(url: string, name: string): Promise<{ readonly id: string; readonly token: string }> {
  const people = await ask<readonly { id: string; name: string }[]>(
    `${url}/api/demo/people?query=${encodeURIComponent(name)}`,
  );
  const found = people.find((one) => one.name === name);
  if (found === undefined) throw new Error(`nobody is called ${name}`);
  const { token } = await ask<{ token: string }>(`${url}/api/demo/sign-in`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ person: found.id }),
  });
  return { id: found.id, token };
}

async function ask<T>(address: string, options: RequestInit = {}): Promise<T> {
  const answer = await fetch(address, options);
  if (!answer.ok) throw new Error(`${address}: ${answer.status} ${await answer.text()}`);
  return (await answer.json()) as T;
}
