/** What bodies must look like. */
import { destructionBases, disclosureBases, holdBases } from '@ssp-kit/process/records';
import type { Context } from 'hono';
import * as v from 'valibot';
import { HttpProblem } from './problems.js';

const short = v.pipe(v.string(), v.minLength(1), v.maxLength(200));
const plain = v.union([
  v.pipe(v.string(), v.maxLength(4_000)),
  v.pipe(v.number(), v.finite()),
  v.boolean(),
  v.null(),
  v.pipe(v.array(v.pipe(v.string(), v.maxLength(200))), v.maxLength(200)),
]);
const hash = v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/));

export const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

export const startBody = v.object({ student: short });

export const commandBody = v.object({
  key: v.pipe(v.string(), v.regex(uuid)),
  action: short,
  payload: v.pipe(
    v.record(v.pipe(v.string(), v.maxLength(100)), plain),
    v.check((payload) => Object.keys(payload).length <= 100),
  ),
  base: v.pipe(v.number(), v.integer(), v.minValue(0)),
  processVersion: short,
  deviceTime: v.optional(short),
  seen: v.optional(v.record(v.pipe(v.string(), v.maxLength(60)), hash)),
});

/** A browser names itself by a UUID of its own. */
export const deviceKeyBody = v.object({ device: v.optional(v.pipe(v.string(), v.regex(uuid))) });

export const revocationBody = v.object({ person: short, before: v.optional(v.pipe(v.string(), v.isoTimestamp())) });

const words = v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(1_000));

export const disclosureBody = v.object({
  key: v.pipe(v.string(), v.regex(uuid)),
  day: v.pipe(v.string(), v.isoDate()),
  party: words,
  purpose: words,
  basis: v.picklist(disclosureBases.map(({ id }) => id)),
  what: v.pipe(v.array(words), v.minLength(1), v.maxLength(100)),
  threat: v.exactOptional(words),
  furtherParties: v.exactOptional(v.pipe(v.array(words), v.minLength(1), v.maxLength(50))),
});

export const destructionBody = v.object({ basis: v.picklist(destructionBases.map(({ id }) => id)) });

export const holdBody = v.object({ basis: v.picklist(holdBases.map(({ id }) => id)) });

export const signInBody = v.object({ person: short });

/** The checked body, or a problem that names the first part that does not fit. */
export function readBody<const Schema extends v.GenericSchema>(schema: Schema, body: unknown): v.InferOutput<Schema> {
  const result = v.safeParse(schema, body);
  if (result.success) return result.output;
  const issue = result.issues[0];
  const place = v.getDotPath(issue) ?? 'body';
  throw new HttpProblem(400, 'invalid-body', `${place} is not what it must be`);
}

/** The id of a case in an address; a problem for what is none. */
export function caseIdOf(id: string): string {
  if (!uuid.test(id)) throw new HttpProblem(404, 'no-such-case', 'A case’s id is a UUID.');
  return id;
}

/** The body as JSON; a problem for what is none. */
export async function jsonOf(context: Context): Promise<unknown> {
  try {
    return await context.req.json();
  } catch {
    throw new HttpProblem(400, 'invalid-body', 'The body is not JSON.');
  }
}
