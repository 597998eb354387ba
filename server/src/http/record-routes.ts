/** The record of access and disclosure of a case: what a parent may ask for (34 CFR 99.32(c), 300.614). */
import type { CaseState } from '@ssp-kit/process';
import { disclosureLacks } from '@ssp-kit/process/records';
import type { Context, Hono } from 'hono';
import type { Identity } from '../access.js';
import { accessRecord } from '../audit/access-record.js';
import { disclose } from '../audit/disclosures.js';
import { caseIdOf, destructionBody, disclosureBody, holdBody, jsonOf, readBody, uuid } from './bodies.js';
import { keptCases } from '../retention.js';
import { visibleCase } from './case-rows.js';
import { HttpProblem } from './problems.js';
import type { HttpServices } from './services.js';

const refusals = {
  'case-open': 'Only a closed case is destroyed.',
  held: 'A hold stops its destruction.',
  'not-due': 'It is still kept by a rule of retention, and this basis does not go before it.',
  'other-person': 'A second person must agree.',
  'other-role': 'A coordinator and the district must agree, each in their role.',
  'other-basis': 'It was asked for on another basis.',
};

/** Cases looked at for one answer. */
const mostCases = 500;

type Env = { Variables: { identity: Identity } };

export function recordRoutes(api: Hono<Env>, services: HttpServices): void {
  const { access, storage, roster, destruction, visits, now } = services;

  /** The case, for somebody who may read its record, or write in it. */
  async function caseOf(context: Context<Env>, needed: 'read' | 'write'): Promise<CaseState> {
    const { identity } = context.var;
    const state = await visibleCase(services, identity, caseIdOf(context.req.param('case') ?? ''));
    const may = await access.recordOfAccess(identity, state);
    if (may === null || (needed === 'write' && may !== 'write')) throw new HttpProblem(403, 'no-right');
    return state;
  }

  api.get('/cases/:case/access', async (context) => {
    const state = await caseOf(context, 'read');
    const rows = await accessRecord(storage, state.case);
    const names = new Map([...state.team, ...state.family].map(({ person, name }) => [person, name]));
    for (const { person } of rows) if (!names.has(person)) names.set(person, (await roster.nameOf(person)) ?? person);
    return context.json(rows.map((row) => ({ ...row, name: names.get(row.person) ?? row.person })));
  });

  api.get('/cases/:case/destruction', async (context) => {
    const state = await caseOf(context, 'write');
    return context.json({ asked: await destruction.asked(state.case) });
  });

  api.post('/cases/:case/destruction', async (context) => {
    const state = await caseOf(context, 'write');
    const { basis } = readBody(destructionBody, await jsonOf(context));
    const agreed = await destruction.agree(context.var.identity, state.case, basis);
    if (!agreed.ok) throw new HttpProblem(409, agreed.code, refusals[agreed.code]);
    return context.json(agreed, agreed.state === 'asked' ? 202 : 200);
  });

  api.post('/cases/:case/destruction/take-back', async (context) => {
    const state = await caseOf(context, 'write');
    await destruction.takeBack(context.var.identity, state.case);
    return context.body(null, 204);
  });

  api.get('/cases/:case/holds', async (context) => {
    const state = await caseOf(context, 'write');
    return context.json(await destruction.holds(state.case));
  });

  api.post('/cases/:case/holds', async (context) => {
    const state = await caseOf(context, 'write');
    const { basis } = readBody(holdBody, await jsonOf(context));
    await destruction.hold(context.var.identity, state.case, basis, true);
    return context.json(await destruction.holds(state.case));
  });

  api.post('/cases/:case/holds/release', async (context) => {
    const state = await caseOf(context, 'write');
    if (!access.mayRelease(context.var.identity)) throw new HttpProblem(403, 'no-right');
    const { basis } = readBody(holdBody, await jsonOf(context));
    await destruction.hold(context.var.identity, state.case, basis, false);
    return context.json(await destruction.holds(state.case));
  });

  api.get('/retention', async (context) => {
    const { identity } = context.var;
    if (!access.mayReadRetention(identity)) throw new HttpProblem(403, 'no-right');
    const after = context.req.query('after') ?? '';
    if (after !== '' && !uuid.test(after)) throw new HttpProblem(400, 'invalid-query', 'after is the id of a case.');
    const { person } = identity.actor;
    const about = { caseId: null, document: null, detail: null };
    await visits.tell({ at: now().toISOString(), person, action: 'retention.read', ...about });
    const keeps = async (state: CaseState) => (await access.recordOfAccess(identity, state)) === 'write';
    return context.json(await keptCases(services, { after, limit: mostCases }, keeps));
  });

  api.get('/cases/:case/disclosures', async (context) => {
    const state = await caseOf(context, 'read');
    const rows = await storage.disclosures(state.case);
    return context.json(rows.map((row) => JSON.parse(row) as unknown));
  });

  api.post('/cases/:case/disclosures', async (context) => {
    const state = await caseOf(context, 'write');
    const disclosure = readBody(disclosureBody, await jsonOf(context));
    const missing = disclosureLacks(disclosure.basis, disclosure);
    if (missing) throw new HttpProblem(400, 'invalid-body', `${missing} is needed for this basis`);
    const { person } = context.var.identity.actor;
    const by = { at: now().toISOString(), person, caseId: state.case };
    return context.json(await disclose(storage, { ...by, disclosure }), 201);
  });
}
