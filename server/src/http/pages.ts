/** What browsers load: the portal, the embed bundle, and a description of the records. */
import type { Process } from '@ssp-kit/process';
import { Hono } from 'hono';
import { problemResponse } from './problems.js';
import { processPageAnswer } from './process-page.js';
import { recordDescription } from './record-description.js';
import { StaticFiles } from './static-files.js';

export interface PageFolders {
  readonly portal: string;
  readonly embed: string;
}

/** Nothing but this server's own files runs, is styled by or is talked to; nobody frames the pages. */
function pagePolicy(host: string): string {
  const own = /^[a-z0-9.:[\]-]+$/i.test(host) ? ` ws://${host} wss://${host}` : '';
  return [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    `connect-src 'self'${own}`,
    "img-src 'self' data:",
    "font-src 'self'",
    "manifest-src 'self'",
    "worker-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
    "require-trusted-types-for 'script'",
    'trusted-types lit-html ssp-portal',
  ].join('; ');
}

export function pageRoutes(process: Process, folders: PageFolders): Hono {
  const pages = new Hono();
  const portal = new StaticFiles(folders.portal);
  const embed = new StaticFiles(folders.embed);
  const description = JSON.stringify(recordDescription(process));

  pages.get('/docs/record.json', (context) =>
    context.body(description, 200, { 'content-type': 'application/json; charset=utf-8' }),
  );

  const processPage = processPageAnswer(process);
  pages.get('/docs/process', (context) => processPage(context.req.raw));

  // Pages of other sites load it: it holds no data, and a module needs to be readable from there.
  const open = { 'access-control-allow-origin': '*', 'cross-origin-resource-policy': 'cross-origin' };
  pages.get('/embed/*', async (context) => {
    const answer = await embed.answer(context.req.path.slice('/embed'.length), context.req.raw, open);
    return answer ?? problemResponse(404, 'no-such-address');
  });

  pages.get('*', async (context) => {
    const headers = { 'content-security-policy': pagePolicy(context.req.header('host') ?? '') };
    const answer = await portal.answer(context.req.path, context.req.raw, headers);
    return answer ?? problemResponse(404, 'no-such-address');
  });
  return pages;
}
