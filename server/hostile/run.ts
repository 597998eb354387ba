import type { Canary } from './canary.js';
import type { HostileCase } from './case.js';
import { chapters } from './cases/all.js';
import { broken, type Outcome, weak, worst } from './outcome.js';
import { Stage } from './stage.js';
import type { Target } from './target.js';

export interface Result extends Outcome {
  readonly chapter: string;
  readonly hostile: HostileCase;
  /** The longest a bystander's letter took meanwhile, milliseconds. */
  readonly slowest: number;
}

export interface RunOptions {
  /** Only cases whose id contains one of these; empty for all. */
  readonly only: readonly string[];
  readonly onResult: (result: Result) => void;
  /** A bystander's letter that takes longer makes a case weak, milliseconds. */
  readonly patience: number;
}

/** Runs the cases one after the other, each in a room of its own, and at last opens every room again. */
export async function runCases(target: Target, canary: Canary, options: RunOptions): Promise<Result[]> {
  const results: Result[] = [];
  const stages: { stage: Stage; at: number }[] = [];
  for (const { title, cases } of chapters) {
    for (const hostile of cases) {
      if (options.only.length > 0 && !options.only.some((part) => hostile.id.includes(part))) continue;
      if (hostile.needs === 'own' && !target.own) continue;
      await canary.lap();
      const { stage, outcome } = await runOne(target, hostile);
      const { times, fault } = await canary.lap();
      const slowest = Math.round(Math.max(0, ...times));
      const bystanders = fault
        ? [broken(fault)]
        : slowest > options.patience
          ? [weak(`bystanders waited ${slowest} ms`)]
          : [];
      const result = { ...worst([outcome, ...bystanders]), chapter: title, hostile, slowest };
      if (stage) stages.push({ stage, at: results.length });
      results.push(result);
      options.onResult(result);
      if (target.ended() || canary.isGone) return results;
    }
  }
  for (const { stage, at } of stages) {
    const fault = await stage.reopens();
    if (!fault) continue;
    const result = { ...(results[at] as Result), ...fault };
    results[at] = result;
    options.onResult(result);
  }
  return results;
}

async function runOne(target: Target, hostile: HostileCase): Promise<{ stage: Stage | null; outcome: Outcome }> {
  let stage: Stage;
  try {
    stage = await Stage.set(target, hostile.id);
  } catch (error) {
    return { stage: null, outcome: broken(`the room was not to be used before: ${(error as Error).message}`) };
  }
  try {
    const outcome = await hostile.run(stage);
    return { stage, outcome: worst([outcome, (await stage.fault()) ?? outcome]) };
  } catch (error) {
    const fault = await stage.fault();
    return { stage, outcome: fault ?? weak(`not tried to its end: ${(error as Error).message}`) };
  } finally {
    stage.close();
  }
}
