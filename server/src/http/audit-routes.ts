/** What the district reads of the audit log. */
import type { Hono } from 'hono';
import type { Identity } from '../access.js';
import { formatHead } from '../audit/chain.js';
import { HttpProblem } from './problems.js';
import type { HttpServices } from './services.js';

const mostRows = 1_000;

export function auditRoutes(api: Hono<{ Variables: { identity: Identity } }>, services: HttpServices): void {
  const { access, storage, visits, now } = services;
  api.get('/audit', async (context) => {
    const { identity } = context.var;
    if (!access.mayReadAudit(identity))
      throw new HttpProblem(403, 'no-right', 'Only the district reads the audit log.');
    const after = Number(context.req.query('after') ?? 0);
    if (!Number.isSafeInteger(after) || after < 0)
      throw new HttpProblem(400, 'invalid-query', 'after is a number of a row.');
    const { person } = identity.actor;
    const about = { caseId: null, document: null, detail: null };
    await visits.tell({ at: now().toISOString(), person, action: 'audit.read', ...about });
    const rows = await storage.auditRows(after, mostRows);
    const head = formatHead(await storage.auditHead());
    return context.json({
      head,
      rows: rows.map(({ detail, ...row }) => ({ ...row, detail: JSON.parse(detail) as unknown })),
    });
  });
}
