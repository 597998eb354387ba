/** The server as one object: everything it needs comes in by its options, and `close` gives everything back. */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { memoryUsage } from 'node:process';
import { fileURLToPath } from 'node:url';
import { getRequestListener } from '@hono/node-server';
import { localDay } from '@ssp-kit/process';
import { makeAccess } from './access.js';
import { Anchor } from './audit/anchor.js';
import { Refusals } from './audit/refusals.js';
import { Visits } from './audit/visits.js';
import { type Auth, makeAuth } from './auth.js';
import { Cases } from './cases.js';
import { Commands } from './commands.js';
import { Destruction } from './destruction.js';
import { openDemo } from './demo.js';
import type { Demo } from './demo-port.js';
import { httpRoutes } from './http/http.js';
import type { HttpServices } from './http/services.js';
import { defaultLimits, type Limits } from './limits.js';
import { type Log, makeLog } from './log.js';
import { makeMetrics } from './metrics.js';
import { openRecords } from './records/records.js';
import { foldAnew, upgradeAll } from './old-cases.js';
import { Readiness } from './readiness.js';
import { Rooms } from './rooms.js';
import { rosterOn } from './roster/roster.js';
import { rosterMigrations } from './roster/schema.js';
import type { Settings } from './settings.js';
import { SelfCheck } from './self-check.js';
import { Sockets } from './sockets.js';
import { StartError } from './start-error.js';
import { measured } from './storage/measured.js';
import { openSqlite, type SqliteStore } from './storage/sqlite/sqlite.js';

export interface AppOptions {
  readonly settings: Settings;
  readonly limits?: Partial<Limits>;
  readonly log?: Log;
  readonly now?: () => Date;
  /** Milliseconds between looks at whether an import has changed rights. */
  readonly rosterEveryMs?: number;
}

export interface App {
  /** Resolves with the address once the server answers. Rejects with a StartError where the port cannot be had. */
  listen(): Promise<{ readonly url: string; readonly port: number }>;
  /** Commits what is on its way, sends everyone away to come back (4503), and ends. */
  close(): Promise<void>;
  readonly auth: Auth;
  readonly isDemo: boolean;
  readonly demo: Demo | null;
  /** For tests: the store under everything. */
  readonly store: SqliteStore;
}

const repository = fileURLToPath(new URL('../../../', import.meta.url));
export const databaseName = 'ssp.db';

/** Rejects where it cannot start, with everything closed that was opened until then. */
export async function createApp(options: AppOptions): Promise<App> {
  const opened: Closable[] = [];
  try {
    return await build(options, opened);
  } catch (error) {
    for (const part of opened.reverse()) await part.close();
    throw error;
  }
}

interface Closable {
  close(): Promise<void>;
}

/** Puts into `opened` what keeps the process alive. */
async function build(options: AppOptions, opened: Closable[]): Promise<App> {
  const { settings, now = () => new Date(), rosterEveryMs = 1_000 } = options;
  const { process } = settings;
  const limits = { ...defaultLimits, ...options.limits };
  const log = options.log ?? makeLog(settings.logLevel);
  const store = await openSqlite({
    file: join(settings.dataDir, databaseName),
    keyFile: settings.keyFile,
    tables: { roster: rosterMigrations },
  });
  opened.push(store.storage);
  const { tables } = store;
  const metrics = makeMetrics();
  const storage = measured(store.storage, metrics);
  const today = () => localDay(now(), process.profile.timeZone);
  const auth = makeAuth(settings, await storage.revocations());
  const roster = rosterOn(tables, process, today);
  const access = makeAccess(process, roster, now);
  const cases = new Cases(storage);
  const records = openRecords(process);
  opened.push(records);
  const rooms = new Rooms({ process, storage, records, limits, log });
  const demo = await openDemo(settings, tables);
  const http = createServer({ maxHeaderSize: 32 * 1024, connectionsCheckingInterval: 1_000 });
  http.maxConnections = limits.connections;
  http.headersTimeout = limits.headersMs;
  http.requestTimeout = 30_000;
  http.keepAliveTimeout = 20_000;
  const { allowedOrigins } = settings;
  const visits = new Visits(storage);
  const refusals = new Refusals({ storage, log, everyMs: limits.refusalsMs });
  const anchor = settings.auditAnchor ? new Anchor(settings.auditAnchor, { storage, log }) : null;
  const readiness = new Readiness();
  const selfCheck = new SelfCheck({ process, storage, records, limits, log });
  const forSockets = { auth, access, cases, rooms, visits, refusals, selfCheck, limits, log, metrics, allowedOrigins };
  const sockets = new Sockets(http, forSockets);
  const onDecided = async (caseId: string) => {
    for (const room of await rooms.ofCase(caseId)) await sockets.judgeAgain(room.connections);
  };
  const forCommands = { process, access, cases, rooms, roster, storage, records, limits, log, now };
  const commands = new Commands({ ...forCommands, onDecided });
  const destruction = new Destruction({ process, storage, cases, commands, rooms, now });
  const services: HttpServices = {
    ...{
      process,
      auth,
      access,
      cases,
      commands,
      destruction,
      rooms,
      roster,
      storage,
      visits,
      refusals,
      records,
      metrics,
      readiness,
      limits,
      log,
      allowedOrigins,
      demo,
      now,
    },
    offline: settings.offline,
    async revoke(revocation, entry) {
      await storage.revoke(revocation, entry);
      auth.revoke(revocation);
      sockets.dropRevoked();
    },
  };
  const folders = {
    portal: join(repository, 'examples/portal/dist/public'),
    embed: join(repository, 'packages/embed/dist/bundle'),
  };
  const gauges = () => {
    const { rss, heapUsed } = memoryUsage();
    const held = [...sockets.connections].reduce((sum, { heldBytes }) => sum + heldBytes, 0);
    return {
      ...{ sockets: sockets.size, rooms: rooms.size, queued_bytes: held },
      ...{ resident_bytes: rss, heap_bytes: heapUsed },
    };
  };
  const routes = httpRoutes(services, folders, gauges);
  const listener = getRequestListener(routes.fetch, { overrideGlobalObjects: false });
  http.on('request', (request, response) => {
    request.on('error', (error) => log.debug({ reason: error.message }, 'a request was broken off'));
    response.on('error', (error) => log.debug({ reason: error.message }, 'an answer was broken off'));
    listener(request, response).catch((error: Error) => {
      log.error({ reason: error.message, stack: error.stack }, 'a request could not be answered');
      response.destroy();
    });
  });
  http.on('clientError', (error: NodeJS.ErrnoException, socket) => {
    // A browser opens connections ahead of what it will ask. An answer on one that stayed silent is what its next request would get.
    const isLate = error.code === 'ERR_HTTP_REQUEST_TIMEOUT';
    if (socket.writable && !isLate) socket.end('HTTP/1.1 400 Bad Request\r\nConnection: close\r\n\r\n');
    else socket.destroy();
  });

  await foldAnew({ storage, log });
  const moved = await upgradeAll(forCommands);
  if (moved.came > 0) log.info({ ...moved, to: process.version }, 'cases were brought to this process');

  let revision = await roster.revision();
  async function lookForImport(): Promise<void> {
    const current = await roster.revision();
    if (current === revision) return;
    revision = current;
    await sockets.judgeAgain(sockets.connections);
  }
  const watch = setInterval(() => {
    lookForImport().catch((error: Error) => log.error({ reason: error.message }, 'the roster could not be read'));
  }, rosterEveryMs);
  watch.unref();

  let closing: Promise<void> | null = null;
  /** Tries until an edit has come through; until then nobody is sent here. */
  let retry: NodeJS.Timeout | undefined;
  async function check(url: string): Promise<void> {
    try {
      await selfCheck.run(url);
      readiness.set(null);
    } catch (error) {
      const { message } = error as Error;
      readiness.set(`An edit does not travel: ${message}.`);
      log.error({ reason: message }, 'the self-check failed');
      retry = setTimeout(() => void check(url), limits.selfCheckMs).unref();
    }
  }

  async function close(): Promise<void> {
    clearInterval(watch);
    clearTimeout(retry);
    readiness.drain();
    sockets.drain();
    const deadline = setTimeout(() => {
      sockets.terminate();
      http.closeAllConnections();
    }, limits.drainMs);
    for (const room of await rooms.all()) await Promise.race([room.flushed(), after(limits.drainMs)]);
    const ended = http.listening ? new Promise((resolve) => http.close(resolve)) : Promise.resolve();
    sockets.close();
    http.closeIdleConnections();
    await ended;
    clearTimeout(deadline);
    await rooms.close();
    await records.close();
    await refusals.close();
    await anchor?.close();
    await storage.close();
  }

  return {
    auth,
    store,
    isDemo: demo !== null,
    demo,
    async listen() {
      const { host, port } = settings;
      await new Promise<void>((resolve, reject) => {
        http.once('error', (error: NodeJS.ErrnoException) => reject(new StartError(listenSentence(error, host, port))));
        http.listen(port, host, resolve);
      });
      http.on('error', (error) => log.error({ reason: error.message }, 'the server failed'));
      const bound = (http.address() as AddressInfo).port;
      await check(`http://${reachable(host)}:${bound}`);
      return { url: `http://${host.includes(':') ? `[${host}]` : host}:${bound}`, port: bound };
    },
    close: () => {
      closing ??= close();
      return closing;
    },
  };
}

function listenSentence({ code, message }: NodeJS.ErrnoException, host: string, port: number): string {
  switch (code) {
    case 'EADDRINUSE':
      return `Port ${port} is in use on ${host}: stop the other program, or set PORT to another number.`;
    case 'EACCES':
      return `Port ${port} may not be opened by this user: set PORT to a number above 1023.`;
    case 'EADDRNOTAVAIL':
    case 'ENOTFOUND':
      return `HOST is "${host}", which is not an address of this machine.`;
    default:
      return `The server cannot listen on ${host}:${port}: ${message}.`;
  }
}

/** Where this process reaches itself: an address that means "all" is none to connect to. */
function reachable(host: string): string {
  if (host === '0.0.0.0') return '127.0.0.1';
  if (host === '::') return '[::1]';
  return host.includes(':') ? `[${host}]` : host;
}

function after(ms: number): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, ms).unref();
  });
}
