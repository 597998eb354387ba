/** Runs histories by batches: several cases on one server, which is killed in between, and everything is judged at the end of each. */
import fc from 'fast-check';
import { Coverage } from './coverage.js';
import type { Defect } from './defects.js';
import { Dice } from './dice.js';
import { History } from './history.js';
import { judge, judgeChain } from './judge.js';
import { makeStarts, type Start } from './starts.js';
import { type Crash, World } from './world.js';

interface Batch {
  readonly cases: readonly { readonly start: number; readonly steps: readonly number[] }[];
  readonly crashes: readonly (Crash & { readonly round: number })[];
}

/** Steps of a history between two looks at whether the server was killed. */
const stepsARound = 3;

const steps = fc.nat(2 ** 31 - 1);

function batches(size: number): fc.Arbitrary<Batch> {
  return fc.record({
    cases: fc.array(
      fc.record({
        start: fc.nat(10_000),
        steps: fc.array(steps, { minLength: 6, maxLength: 24, size: 'max' }),
      }),
      { minLength: size, maxLength: size },
    ),
    crashes: fc.array(
      fc.record({
        round: fc.nat(7),
        writes: fc.integer({ min: 1, max: 30 }),
        when: fc.constantFrom('before' as const, 'after' as const),
      }),
      { minLength: 1, maxLength: 2 },
    ),
  });
}

async function runBatch(world: World, starts: readonly Start[], batch: Batch, coverage: Coverage): Promise<void> {
  world.resetClock();
  const students = await world.addStudents(batch.cases.length);
  const histories = await Promise.all(
    batch.cases.map(({ start }, index) =>
      History.begin(world, starts[start % starts.length] as Start, students[index] as string, coverage),
    ),
  );
  const longest = Math.max(...batch.cases.map((one) => one.steps.length));
  for (let round = 0; round * stepsARound < longest; round++) {
    const crash = batch.crashes.find((one) => one.round === round);
    if (crash) world.plan(crash);
    await Promise.all(
      histories.map(async (history, index) => {
        const own = batch.cases[index]?.steps ?? [];
        for (const step of own.slice(round * stepsARound, (round + 1) * stepsARound)) {
          if (!world.isDead) await history.step(step);
        }
      }),
    );
    if (!crash) continue;
    coverage.crashes++;
    await world.restart();
    await Promise.all(histories.map((history, index) => history.comeBack(new Dice(round + index))));
  }
  await Promise.all(histories.map((history) => history.settle()));
  await Promise.all(histories.map(judge));
  await judgeChain(world);
}

export interface ModelOptions {
  readonly batches: number;
  /** Cases of a batch. */
  readonly size: number;
  readonly seed: number;
  /** Batches on one data folder. */
  readonly batchesAWorld?: number;
}

export interface ModelResult {
  readonly coverage: Coverage;
  /** Null where everything held. */
  readonly failure: { readonly message: string; readonly histories: number } | null;
}

let starts: Promise<readonly Start[]> | undefined;

/** Ends at the first violation. What it was, with the seed and the path that lead there again, is in the message. */
export async function runModel(
  { batches: count, size, seed, batchesAWorld = 20 }: ModelOptions,
  defect: Defect | null = null,
): Promise<ModelResult> {
  starts ??= makeStarts();
  const known = await starts;
  const coverage = new Coverage();
  let world = await World.open(defect);
  let done = 0;
  try {
    const property = fc.asyncProperty(batches(size), async (batch) => {
      if (done > 0 && done % batchesAWorld === 0) {
        await world.close();
        world = await World.open(defect);
      }
      done++;
      await runBatch(world, known, batch, coverage);
    });
    const details = await fc.check(property, { numRuns: count, seed, endOnFailure: true });
    if (!details.failed) return { coverage, failure: null };
    const { counterexamplePath, errorInstance } = details;
    const error = errorInstance as Error | null;
    const message = `seed ${seed}, path ${counterexamplePath}: ${error?.stack ?? error}`;
    return { coverage, failure: { message, histories: coverage.histories } };
  } finally {
    await world.close();
  }
}

/** Every state of the rows has a start. */
export async function statesOfStarts(): Promise<ReadonlySet<string>> {
  starts ??= makeStarts();
  return new Set((await starts).map(({ state }) => state));
}
