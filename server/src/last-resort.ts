import type { App } from './app.js';
import type { Log } from './log.js';

/** Exit code of a process that ends for a fault of ours (EX_SOFTWARE): a supervisor starts it anew. */
export const faultCode = 70;

/**
 * What nobody caught. A room's own faults close that room alone, where they happen; what arrives here could be anything, so the process
 * commits what is on its way, sends everybody away to come back, and ends.
 */
export function lastResort(app: Pick<App, 'close'>, log: Log, endMs: number): void {
  let ending = false;
  const end = (fault: unknown) => {
    const { message, stack } = fault instanceof Error ? fault : new Error(String(fault));
    log.error({ reason: message, stack }, 'a fault that belongs to no room: the server stops');
    if (ending) return;
    ending = true;
    process.exitCode = faultCode;
    setTimeout(() => process.exit(faultCode), endMs).unref();
    app.close().then(
      () => process.exit(faultCode),
      () => process.exit(faultCode),
    );
  };
  // Whoever read what it prints has gone: that is no reason to stop.
  for (const output of [process.stdout, process.stderr]) output.on('error', () => undefined);
  process.on('uncaughtException', end);
  process.on('unhandledRejection', end);
}
