/** OpenAPI 3.1 description of the routes under /api. */
import { destructionBases, disclosureBases, holdBases } from '@ssp-kit/process/records';

const ref = (name: string) => ({ $ref: `#/components/schemas/${name}` });
const content = (schema: object) => ({ content: { 'application/json': { schema } } });
const answer = (description: string, schema: object) => ({ description, ...content(schema) });
const problem = {
  description: 'A problem document (RFC 9457)',
  content: { 'application/problem+json': { schema: ref('Problem') } },
};
const text = { type: 'string' };
const nullable = { type: ['string', 'null'] };
const list = (items: object) => ({ type: 'array', items });
const object = (properties: Readonly<Record<string, object>>, required = Object.keys(properties)) => ({
  type: 'object',
  properties,
  required,
});
const caseParameter = { name: 'caseId', in: 'path', required: true, schema: { type: 'string', format: 'uuid' } };
const get = (summary: string, schema: object, parameters: readonly object[] = []) => ({
  summary,
  parameters,
  responses: { 200: answer('The answer', schema), default: problem },
});

export const openApi = {
  openapi: '3.1.0',
  info: { title: 'SSP Kit', version: '0.1.0', license: { name: 'Apache-2.0', identifier: 'Apache-2.0' } },
  servers: [{ url: '/api' }],
  security: [{ bearer: [] }],
  paths: {
    '/me': { get: get('Who the token says you are, and the profile the district uses', ref('Me')) },
    '/device-key': {
      post: {
        summary: 'How much may be kept in this browser, and the key for what it keeps of yours',
        requestBody: { required: true, ...content(object({ device: { type: 'string', format: 'uuid' } }, [])) },
        responses: {
          200: answer('The answer', object({ keep: { enum: ['none', 'session', 'device'] }, key: nullable })),
          default: problem,
        },
      },
    },
    '/students': {
      get: get('Students of the roster that you may see, at most 50', list(ref('Student')), [
        { name: 'q', in: 'query', schema: text, description: 'A part of the name' },
      ]),
    },
    '/cases': { get: get('Your caseload', list(ref('CaseRow'))) },
    '/cases/{caseId}': {
      put: {
        summary: 'Starts a case about a student under an id of your own (UUIDv7). Repeatable.',
        parameters: [caseParameter],
        requestBody: { required: true, ...content(object({ student: text })) },
        responses: {
          200: answer('It was there', ref('Case')),
          201: answer('It is there now', ref('Case')),
          default: problem,
        },
      },
      get: get('A case and the rooms you may open', ref('Case'), [caseParameter]),
    },
    '/cases/{caseId}/commands': {
      post: {
        summary: 'Takes a decision, or answers why not. The same key again returns the same answer.',
        parameters: [caseParameter],
        requestBody: { required: true, ...content(ref('Command')) },
        responses: {
          200: answer('Accepted or refused', { oneOf: [ref('Accepted'), ref('Refusal')] }),
          default: problem,
        },
      },
    },
    '/cases/{caseId}/people': {
      get: get('Staff of the student’s schools and the student’s contacts; for staff only', list(ref('Person')), [
        caseParameter,
      ]),
    },
    '/cases/{caseId}/documents/{document}': {
      get: get('A document as it is sealed, or as it stands now', ref('Document'), [
        caseParameter,
        { name: 'document', in: 'path', required: true, schema: text, description: 'For instance plan-1' },
      ]),
    },
    '/cases/{caseId}/history': {
      get: get('The decisions of a case in their order', object({ decisions: list(ref('Decision')) }), [caseParameter]),
    },
    '/process': {
      get: {
        ...get('The process: every row of the profile, and its version (the ETag)', { type: 'object' }),
        security: [],
      },
    },
    '/openapi.json': { get: { ...get('This description', { type: 'object' }), security: [] } },
    '/cases/{caseId}/access': {
      get: get(
        'Who has seen which document on which day; for the family and those who lead the case',
        list(ref('Seen')),
        [caseParameter],
      ),
    },
    '/cases/{caseId}/disclosures': {
      get: get('To whom outside the school what was disclosed, and why', list(ref('Disclosure')), [caseParameter]),
      post: {
        summary: 'Records a disclosure. Repeatable by its key. `threat` is needed in an emergency.',
        parameters: [caseParameter],
        requestBody: { required: true, ...content(ref('Disclosure')) },
        responses: { 201: answer('As it is kept', ref('Disclosure')), default: problem },
      },
    },
    '/cases/{caseId}/destruction': {
      get: get('Whether somebody has asked for its destruction', object({ asked: { type: ['object', 'null'] } }), [
        caseParameter,
      ]),
      post: {
        summary:
          'Asks for the destruction of a closed case, or agrees as the second person, which destroys it for good.',
        parameters: [caseParameter],
        requestBody: {
          required: true,
          ...content(object({ basis: { enum: destructionBases.map(({ id }) => id) } })),
        },
        responses: {
          200: answer('It is destroyed', object({ state: { const: 'destroyed' } })),
          202: answer('It waits for the other', object({ state: { const: 'asked' }, asked: { type: 'object' } })),
          default: problem,
        },
      },
    },
    '/cases/{caseId}/destruction/take-back': {
      post: {
        summary: 'Takes the asking back',
        parameters: [caseParameter],
        responses: { 204: { description: 'Nobody asks for it' }, default: problem },
      },
    },
    '/cases/{caseId}/holds': {
      get: get('What stops its destruction', list(ref('Hold')), [caseParameter]),
      post: {
        summary: 'Places a hold: nobody destroys it until it is released. Repeatable.',
        parameters: [caseParameter],
        requestBody: { required: true, ...content(object({ basis: ref('HoldBasis') })) },
        responses: { 200: answer('The holds on it', list(ref('Hold'))), default: problem },
      },
    },
    '/cases/{caseId}/holds/release': {
      post: {
        summary: 'Takes a hold off. Repeatable. Needs the role administrator or district.',
        parameters: [caseParameter],
        requestBody: { required: true, ...content(object({ basis: ref('HoldBasis') })) },
        responses: { 200: answer('The holds on it', list(ref('Hold'))), default: problem },
      },
    },
    '/retention': {
      get: get(
        'Until when the closed cases are kept whose record you keep, and why; for the roles district and administrator',
        object({ rows: list(ref('KeptCase')), next: nullable }),
        [{ name: 'after', in: 'query', schema: text, description: '`next` of the answer before; null at the end' }],
      ),
    },
    '/audit': {
      get: get('Rows of the audit log, at most 1000, and its end; for the district role', ref('Audit'), [
        { name: 'after', in: 'query', schema: { type: 'integer' }, description: 'The number of a row' },
      ]),
    },
    '/revocations': {
      post: {
        summary: 'Ends a person’s tokens, on open sockets too. Needs the role system.',
        requestBody: {
          required: true,
          ...content(object({ person: text, before: { type: 'string', format: 'date-time' } }, ['person'])),
        },
        responses: { 204: { description: 'Done' }, default: problem },
      },
    },
    '/demo/people': {
      get: {
        ...get('People to sign in as; only while the server is a demo', list(ref('DemoPerson')), [
          { name: 'query', in: 'query', schema: text },
        ]),
        security: [],
      },
    },
    '/demo/sign-in': {
      post: {
        summary: 'A token for one of them',
        security: [],
        requestBody: { required: true, ...content(object({ person: text })) },
        responses: {
          200: answer('The token', object({ token: text, expiresAt: { type: 'string', format: 'date-time' } })),
          default: problem,
        },
      },
    },
  },
  components: {
    securitySchemes: { bearer: { type: 'http', scheme: 'bearer', bearerFormat: 'JWT' } },
    schemas: {
      Problem: object({ type: text, title: text, status: { type: 'integer' }, code: text, detail: text }, [
        'type',
        'title',
        'status',
        'code',
      ]),
      Me: object({
        person: object({ id: text, name: text, roles: list(text) }),
        profile: object({ id: text, version: text, timeZone: text }),
        today: { type: 'string', format: 'date' },
        demo: { type: 'boolean' },
      }),
      StudentRef: object({ id: text, name: text, grade: nullable, school: nullable, schoolName: nullable }),
      Student: object({
        ...{ id: text, name: text, grade: nullable, birthDate: nullable, school: nullable, schoolName: nullable },
        cases: list(text),
      }),
      Room: object({
        room: text,
        document: text,
        may: { enum: ['read', 'write'] },
        state: { enum: ['open', 'sealed'] },
      }),
      Case: object({
        id: text,
        student: ref('StudentRef'),
        rooms: list(ref('Room')),
        relations: list(text),
        seq: { type: 'integer' },
        processVersion: text,
      }),
      CaseRow: object({
        ...{
          id: text,
          student: ref('StudentRef'),
          state: text,
          stage: nullable,
          track: nullable,
          coordinator: nullable,
        },
        ...{ says: text, nextSteps: list({ type: 'object' }), deadlines: list({ type: 'object' }) },
        ...{ conferences: list({ type: 'object' }), plan: { type: ['object', 'null'] }, updatedAt: text },
      }),
      Command: object(
        {
          key: { type: 'string', format: 'uuid' },
          action: text,
          payload: { type: 'object' },
          base: { type: 'integer', description: 'Number of the last decision you were looking at' },
          processVersion: text,
          deviceTime: text,
          seen: {
            type: 'object',
            additionalProperties: text,
            description: 'Documents and the hashes their signer saw',
          },
        },
        ['key', 'action', 'payload', 'base', 'processVersion'],
      ),
      Decision: object({
        ...{ seq: { type: 'integer' }, key: text, action: text, at: text, day: text, actor: { type: 'object' } },
        ...{ processVersion: text, facts: { type: 'object' }, words: { type: 'object' }, to: text },
        ...{ opens: list({ type: 'object' }), seals: list({ type: 'object' }), cites: list({ type: 'object' }) },
      }),
      Accepted: object({ ok: { const: true }, decision: ref('Decision'), replay: { type: 'boolean' } }),
      Refusal: object(
        { ok: { const: false }, code: text, unmet: list({ type: 'object' }), detail: { type: 'object' } },
        ['ok', 'code', 'unmet'],
      ),
      Person: object({ id: text, name: text, kind: { enum: ['staff', 'contact'] }, role: text, relation: nullable }),
      Document: object(
        {
          document: text,
          kind: text,
          state: { enum: ['open', 'sealed'] },
          version: { type: 'integer' },
          hash: text,
          content: { type: 'object' },
        },
        ['document', 'kind', 'state'],
      ),
      Seen: object({
        day: text,
        person: text,
        name: text,
        document: text,
        first: text,
        how: { enum: ['opened', 'read'] },
      }),
      Disclosure: object(
        {
          ...{ key: text, day: { type: 'string', format: 'date' }, party: text, purpose: text },
          ...{ basis: { enum: disclosureBases.map(({ id }) => id) }, what: list(text) },
          ...{ threat: text, furtherParties: list(text), recordedAt: text, recordedBy: text },
        },
        ['key', 'day', 'party', 'purpose', 'basis', 'what'],
      ),
      HoldBasis: { enum: holdBases.map(({ id }) => id) },
      Hold: object({ basis: ref('HoldBasis'), at: text, person: text }),
      KeptCase: object({
        ...{ case: { type: 'string', format: 'uuid' }, student: text, closed: nullable, due: nullable },
        ...{ isDue: { type: 'boolean' }, holds: list(ref('Hold')) },
        because: list(
          object({
            ...{
              rule: text,
              label: text,
              source: text,
              from: text,
              day: text,
              years: { type: 'integer' },
              until: text,
            },
          }),
        ),
      }),
      Audit: object({
        head: text,
        rows: list(
          object({
            ...{ seq: { type: 'integer' }, at: text, person: text, action: text, caseId: nullable, document: nullable },
            ...{ detail: {}, prev: text, hash: text },
          }),
        ),
      }),
      DemoPerson: object({ id: text, name: text, roles: list(text), schoolName: nullable, says: text }),
    },
  },
};
