import { parentPort, workerData } from 'node:worker_threads';
import type { Process } from '@ssp-kit/process';
import { type Tasks, tasksOf } from './tasks.js';

const tasks = tasksOf(workerData as Process);

export interface Task {
  readonly id: number;
  readonly name: keyof Tasks;
  readonly args: readonly unknown[];
}

export type Result =
  | { readonly id: number; readonly ok: true; readonly value: unknown }
  | { readonly id: number; readonly ok: false; readonly message: string };

parentPort?.on('message', (task: Task) => {
  void answer(task).then((result) => parentPort?.postMessage(result));
});

async function answer({ id, name, args }: Task): Promise<Result> {
  try {
    const run = tasks[name] as (...args: readonly unknown[]) => unknown;
    return { id, ok: true, value: await run(...args) };
  } catch (error) {
    return { id, ok: false, message: error instanceof Error ? error.message : String(error) };
  }
}
