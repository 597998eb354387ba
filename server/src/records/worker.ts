import { parentPort } from 'node:worker_threads';
import { tasks } from './tasks.js';

export interface Task {
  readonly id: number;
  readonly name: keyof typeof tasks;
  readonly args: readonly unknown[];
}

export type Result =
  | { readonly id: number; readonly ok: true; readonly value: unknown }
  | { readonly id: number; readonly ok: false; readonly message: string };

parentPort?.on('message', async ({ id, name, args }: Task) => {
  let result: Result;
  try {
    const run = tasks[name] as (...args: readonly unknown[]) => unknown;
    result = { id, ok: true, value: await run(...args) };
  } catch (error) {
    result = { id, ok: false, message: error instanceof Error ? error.message : String(error) };
  }
  parentPort?.postMessage(result);
});
