import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import type { Process } from '@ssp-kit/process';
import type { Tasks } from './tasks.js';
import type { Result, Task } from './worker.js';

type Asked<T> = T extends (...args: infer Args) => infer Value ? (...args: Args) => Promise<Awaited<Value>> : never;

/** Whole documents, worked on by another thread. */
export type Records = { readonly [Name in keyof Tasks]: Asked<Tasks[Name]> } & { close(): Promise<void> };

interface Waiting {
  readonly resolve: (value: unknown) => void;
  readonly reject: (error: Error) => void;
}

/** Starts the thread, which knows the forms of `process`; one that dies is replaced, and what it was asked is rejected. */
export function openRecords(process: Process): Records {
  const waiting = new Map<number, Waiting>();
  let asked = 0;
  let closed = false;
  let worker = start();

  function start(): Worker {
    const fresh = new Worker(new URL('./worker.js', import.meta.url), {
      workerData: process,
      resourceLimits: { maxOldGenerationSizeMb: 1024 },
    });
    fresh.on('message', (result: Result) => {
      const found = waiting.get(result.id);
      waiting.delete(result.id);
      if (result.ok) found?.resolve(result.value);
      else found?.reject(new Error(result.message));
    });
    fresh.on('error', () => undefined); // 'exit' follows
    fresh.on('exit', () => {
      for (const { reject } of waiting.values()) reject(new Error('the records thread has ended'));
      waiting.clear();
      if (!closed) worker = start();
    });
    return fresh;
  }

  const ask =
    (name: Task['name']) =>
    (...args: readonly unknown[]) =>
      new Promise((resolve, reject) => {
        if (closed) {
          reject(new Error('the records thread is closed'));
          return;
        }
        const id = ++asked;
        waiting.set(id, { resolve, reject });
        worker.postMessage({ id, name, args } satisfies Task);
      });
  const names = [
    'views',
    'seal',
    'changedSince',
    'official',
    'entries',
    'services',
    'fill',
    'cut',
    'gate',
    'fold',
  ] as const satisfies readonly Task['name'][];
  return {
    ...(Object.fromEntries(names.map((name) => [name, ask(name)])) as unknown as Omit<Records, 'close'>),
    async close() {
      if (closed) return;
      closed = true;
      const ended = once(worker, 'exit');
      await worker.terminate();
      await ended;
    },
  };
}
