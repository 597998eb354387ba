/** The routes under /api. Every answer about a case is given by the right the person has at this moment. */
import { localDay } from '@ssp-kit/process';
import type { MeAnswer, PersonRow, StudentRow } from '@ssp-kit/protocol';
import { Hono } from 'hono';
import { cors } from 'hono/cors';
import type { Identity } from '../access.js';
import { caseIdOf, commandBody, jsonOf, readBody, revocationBody, signInBody, startBody } from './bodies.js';
import { auditRoutes } from './audit-routes.js';
import { caseAnswer, caseOfToday, caseRow, visibleCase, visibleCases } from './case-rows.js';
import { deviceKeyRoutes } from './device-key.js';
import { documentAnswer } from './document-answer.js';
import { openApi } from './openapi.js';
import { processAnswer } from './process-answer.js';
import { HttpProblem, problemResponse } from './problems.js';
import { recordRoutes } from './record-routes.js';
import type { HttpServices } from './services.js';

type Variables = { identity: Identity };
type Api = Hono<{ Variables: Variables }>;

/** Cases and students in one answer; more are found by a search. */
const mostCases = 1_000;
const mostStudents = 50;
const demoTokenSeconds = 8 * 3600;

export function apiRoutes(services: HttpServices): Api {
  const api: Api = new Hono();
  const { limits, metrics, allowedOrigins } = services;
  api.use(
    cors({
      origin: (origin) => (allowedOrigins.includes(origin) ? origin : null),
      allowMethods: ['GET', 'PUT', 'POST'],
      allowHeaders: ['authorization', 'content-type', 'if-none-match'],
      exposeHeaders: ['etag'],
      maxAge: 600,
    }),
  );
  api.use(async (context, next) => {
    metrics.count('requests');
    await next();
    if (!context.res.headers.has('cache-control')) context.header('cache-control', 'no-store');
  });
  api.use(async (context, next) => {
    // A body comes with its length or in chunks; one of unknown length is not waited for.
    if (context.req.header('transfer-encoding') !== undefined) return problemResponse(411, 'no-length');
    if (Number(context.req.header('content-length') ?? 0) > limits.bodyBytes) return problemResponse(413, 'too-large');
    return next();
  });
  publicRoutes(api, services);
  api.use(async (context, next) => {
    context.set('identity', await identityOf(services, context.req.header('authorization')));
    await next();
  });
  personRoutes(api, services);
  deviceKeyRoutes(api, services);
  auditRoutes(api, services);
  caseRoutes(api, services);
  recordRoutes(api, services);
  api.notFound(() => problemResponse(404, 'no-such-address'));
  return api;
}

function publicRoutes(api: Api, services: HttpServices): void {
  const { demo, auth } = services;
  api.get('/openapi.json', (context) => context.json(openApi));
  const answerProcess = processAnswer(services.process);
  api.get('/process', (context) => answerProcess(context.req.raw));
  if (!demo) {
    api.all('/demo/*', () => problemResponse(404, 'no-demo', 'This server is no demo.'));
    return;
  }
  api.get('/demo/people', async (context) =>
    context.json(await demo.people((context.req.query('query') ?? '').slice(0, 100))),
  );
  api.post('/demo/sign-in', async (context) => {
    const { person } = readBody(signInBody, await jsonOf(context));
    const token = await demo.signIn(person);
    if (!token) throw new HttpProblem(404, 'no-such-person', 'There is nobody of this id.');
    return context.json({
      token: await auth.sign({ ...token, expiresIn: demoTokenSeconds }),
      expiresAt: new Date(Date.now() + demoTokenSeconds * 1000).toISOString(),
    });
  });
}

function personRoutes(api: Api, services: HttpServices): void {
  const { process, roster, storage, now } = services;
  const { id, timeZone } = process.profile;
  api.get('/me', (context) => {
    const { actor } = context.var.identity;
    const answer: MeAnswer = {
      person: { id: actor.person, name: actor.name, roles: actor.roles },
      profile: { id, version: process.version, timeZone },
      today: localDay(now(), timeZone),
      demo: services.demo !== null,
    };
    return context.json(answer);
  });

  api.get('/students', async (context) => {
    const { identity } = context.var;
    const students = await roster.students(
      (context.req.query('q') ?? '').slice(0, 100),
      askerOf(identity),
      mostStudents,
    );
    const found = await storage.cases({
      schools: [],
      students: students.map(({ id }) => id),
      person: '',
      limit: mostCases,
    });
    const cases = await visibleCases(services, identity, found);
    const rows: StudentRow[] = students.map((student) => ({
      ...student,
      cases: cases.filter((state) => state.student.id === student.id).map((state) => state.case),
    }));
    return context.json(rows);
  });

  api.post('/revocations', async (context) => {
    const { actor } = context.var.identity;
    if (!actor.roles.includes('system')) throw new HttpProblem(403, 'no-right', 'Only a service token ends rights.');
    const { person, before } = readBody(revocationBody, await jsonOf(context));
    await services.revoke(
      { person, before: before ? Date.parse(before) : now().getTime() },
      {
        at: now().toISOString(),
        person: actor.person,
        action: 'person.revoke',
        caseId: null,
        document: null,
        detail: { revoked: person },
      },
    );
    return context.body(null, 204);
  });
}

function caseRoutes(api: Api, services: HttpServices): void {
  const { process, access, cases, commands, roster, storage, metrics } = services;
  api.get('/cases', async (context) => {
    const { identity } = context.var;
    const reach = await roster.reach(askerOf(identity));
    const found = await storage.cases({ ...reach, person: identity.actor.person, limit: mostCases });
    const visible = await visibleCases(services, identity, found);
    return context.json(await Promise.all(visible.map((state) => caseRow(services, identity, state))));
  });

  api.put('/cases/:case', async (context) => {
    const { identity } = context.var;
    const caseId = caseIdOf(context.req.param('case'));
    const body = readBody(startBody, await jsonOf(context));
    const known = await cases.state(caseId);
    if (known && (await access.may(identity, known, 'official'))) {
      const same = known.student.id === body.student || (await roster.student(body.student))?.id === known.student.id;
      if (!same) throw new HttpProblem(409, 'case-taken', 'This case is about another student.');
      return context.json(await caseAnswer(services, identity, known));
    }
    const student = await access.startable(identity, body.student);
    if (!student) throw new HttpProblem(404, 'no-such-student', 'There is no such student, or not for you.');
    const state = await commands.start(identity, caseId, student);
    if (state === 'taken' || !(await access.may(identity, state, 'official'))) {
      throw new HttpProblem(409, 'case-taken', 'The case’s id is in use.');
    }
    return context.json(await caseAnswer(services, identity, state), 201);
  });

  api.get('/cases/:case', async (context) => {
    const { identity } = context.var;
    const state = await visibleCase(services, identity, caseIdOf(context.req.param('case')));
    return context.json(await caseAnswer(services, identity, await caseOfToday(services, state)));
  });

  api.post('/cases/:case/commands', async (context) => {
    const { identity } = context.var;
    const { deviceTime, seen, ...body } = readBody(commandBody, await jsonOf(context));
    const { case: caseId } = await visibleCase(services, identity, caseIdOf(context.req.param('case')), body.action);
    const result = await commands.run(identity, caseId, {
      ...body,
      ...(deviceTime === undefined ? {} : { deviceTime }),
      ...(seen === undefined ? {} : { seen }),
    });
    if (result.ok) metrics.count('decisions');
    else metrics.count('decisions_refused', result.code);
    return context.json(result);
  });

  api.get('/cases/:case/people', async (context) => {
    const { identity } = context.var;
    const state = await visibleCase(services, identity, caseIdOf(context.req.param('case')));
    if (!process.staffRoles.some((role) => identity.actor.roles.includes(role))) {
      throw new HttpProblem(403, 'no-right', 'Only staff see the list of people.');
    }
    const rows = [...(await roster.people(state.student.id))];
    const add = (row: PersonRow) => {
      if (!rows.some(({ id }) => id === row.id)) rows.push(row);
    };
    for (const { person, name, role } of state.team) add({ id: person, name, kind: 'staff', role, relation: null });
    for (const { person, name, relation } of state.family) {
      add({ id: person, name, kind: 'contact', role: 'parent', relation });
    }
    const { person, name, roles: own } = identity.actor;
    add({ id: person, name, kind: 'staff', role: own[0] ?? '', relation: null });
    return context.json(rows);
  });

  api.get('/cases/:case/documents/:document', async (context) => {
    const { identity } = context.var;
    const state = await visibleCase(services, identity, caseIdOf(context.req.param('case')));
    return context.json(await documentAnswer(services, identity, state, context.req.param('document')));
  });

  api.get('/cases/:case/history', async (context) => {
    const state = await visibleCase(services, context.var.identity, caseIdOf(context.req.param('case')));
    return context.json({ decisions: state.decisions });
  });
}

async function identityOf(services: HttpServices, header: string | undefined): Promise<Identity> {
  const token = /^Bearer (\S+)$/i.exec(header ?? '')?.[1];
  if (!token) {
    services.refusals.count('api', 'no token');
    throw new HttpProblem(401, 'no-token', 'A bearer token is needed.');
  }
  try {
    return await services.access.identify(await services.auth.verify(token));
  } catch (error) {
    if ((error as Error).name !== 'TokenError') throw error;
    services.refusals.count('api', (error as Error).message);
    throw new HttpProblem(401, 'bad-token', `${(error as Error).message}.`);
  }
}

function askerOf({ claims, actor }: Identity) {
  return { person: actor.person, schools: claims.schools, students: claims.students, roles: actor.roles };
}
