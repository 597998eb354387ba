import { Hono } from 'hono';
import { apiRoutes } from './api.js';
import { type PageFolders, pageRoutes } from './pages.js';
import { HttpProblem, problemResponse } from './problems.js';
import type { HttpServices } from './services.js';

/** All routes. `gauges` are the process' present numbers for /metrics. */
export function httpRoutes(
  services: HttpServices,
  folders: PageFolders,
  gauges: () => Readonly<Record<string, number>>,
): Hono {
  const { storage, metrics, readiness, log } = services;
  const http = new Hono();
  http.use(async (context, next) => {
    await next();
    context.header('x-content-type-options', 'nosniff');
    context.header('referrer-policy', 'no-referrer');
    context.header('x-frame-options', 'DENY');
  });
  http.get('/healthz', (context) => context.text('ok'));
  http.get('/readyz', async (context) => {
    if (readiness.reason !== null) return problemResponse(503, 'not-ready', readiness.reason);
    try {
      await Promise.race([storage.check(), tooLong(2_000)]);
      return context.text('ready');
    } catch (error) {
      log.error({ reason: (error as Error).message }, 'not ready');
      return problemResponse(503, 'not-ready', 'The disk does not take what is written.');
    }
  });
  http.get('/metrics', (context) => context.text(metrics.text(gauges())));
  http.route('/api', apiRoutes(services));
  http.route('/', pageRoutes(services.process, folders));
  http.notFound(() => problemResponse(404, 'no-such-address'));
  http.onError((error) => {
    if (error instanceof HttpProblem) return problemResponse(error.status, error.code, error.message || undefined);
    metrics.count('faults');
    const isStorage = error.name === 'StorageError';
    log.error({ reason: error.message, ...(isStorage ? {} : { stack: error.stack }) }, 'a request failed');
    return isStorage
      ? problemResponse(503, 'not-stored', 'The disk does not take what is written.')
      : problemResponse(500, 'fault');
  });
  return http;
}

function tooLong(ms: number): Promise<never> {
  return new Promise((_, reject) => {
    setTimeout(() => reject(new Error('the disk does not answer')), ms).unref();
  });
}
