/** In a target's process: answers what the bench asks of it. A target adds its own questions. */
import { monitorEventLoopDelay } from 'node:perf_hooks';

export interface Usage {
  /** CPU of the whole process with all its threads so far, milliseconds. */
  readonly cpuMs: number;
  readonly rss: number;
  /** Of the main thread's heap, after a collection when that was asked for. */
  readonly heap: number;
  /** Bytes in buffers of all threads. */
  readonly buffers: number;
  /** Longest stall of the main thread since the last question, milliseconds. */
  readonly stallMs: number;
}

export type Answers = Readonly<Record<string, (argument: unknown) => unknown>>;

/** Tells the bench that the target listens on `port`, and answers from now on. */
export function answerBench(port: number, answers: Answers = {}): void {
  const delay = monitorEventLoopDelay({ resolution: 5 });
  delay.enable();
  const usage = (collect: unknown): Usage => {
    if (collect === true) {
      globalThis.gc?.();
      globalThis.gc?.();
    }
    const { user, system } = process.cpuUsage();
    const { rss, heapUsed, arrayBuffers } = process.memoryUsage();
    const stallMs = Math.max(0, delay.max / 1e6 - 5);
    delay.reset();
    return { cpuMs: (user + system) / 1000, rss, heap: heapUsed, buffers: arrayBuffers, stallMs };
  };
  const all: Answers = { usage, ...answers };
  process.on('message', ({ id, name, argument }: { id: number; name: string; argument: unknown }) => {
    Promise.resolve()
      .then(() => all[name]?.(argument))
      .then(
        (value) => process.send?.({ id, value }),
        (error: unknown) => process.send?.({ id, error: error instanceof Error ? error.message : String(error) }),
      );
  });
  process.on('disconnect', () => process.exit());
  process.send?.({ port });
}
