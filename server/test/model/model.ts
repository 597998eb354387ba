/** Runs histories by batches: several cases on one server, which is killed in between, and everything is judged at the end of each. */
import fc from 'fast-check';
import type { Aim, Aims } from './aims.js';
import { Coverage } from './coverage.js';
import type { Defect } from './defects.js';
import { Dice } from './dice.js';
import { History } from './history.js';
import { judge, judgeChain } from './judge.js';
import type { Told } from './starts.js';
import { type Crash, World } from './world.js';

interface Batch {
  readonly cases: readonly {
    /** Begins where a decision is accepted that is chosen evenly among all that the rows have; else at a step of the shortest ways. */
    readonly aims: boolean;
    readonly start: number;
    readonly steps: readonly number[];
  }[];
  readonly crashes: readonly (Crash & { readonly round: number })[];
}

/** Steps of a history between two looks at whether the server was killed. */
const stepsARound = 3;

const steps = fc.nat(2 ** 31 - 1);

function batches(size: number): fc.Arbitrary<Batch> {
  return fc.record({
    cases: fc.array(
      fc.record({
        aims: fc.boolean(),
        start: steps,
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

function beginning({ steps, found }: Aims, { aims, start }: Batch['cases'][number]) {
  const dice = new Dice(start);
  const aim = aims ? dice.pick(dice.pick([...found.values()]) as readonly Aim[]) : undefined;
  return { from: aim?.from ?? (dice.pick(steps) as Told), move: aim?.move };
}

async function runBatch(world: World, aims: Aims, batch: Batch, coverage: Coverage): Promise<void> {
  world.resetClock();
  const students = await world.addStudents(batch.cases.length);
  const histories = await Promise.all(
    batch.cases.map(async (one, index) => {
      const { from, move } = beginning(aims, one);
      const history = await History.begin(world, from, students[index] as string, coverage);
      if (move) await history.aim(one.start, move);
      return history;
    }),
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
  readonly aims: Aims;
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

/** Ends at the first violation. What it was, with the seed and the path that lead there again, is in the message. */
export async function runModel(
  { aims, batches: count, size, seed, batchesAWorld = 20 }: ModelOptions,
  defect: Defect | null = null,
): Promise<ModelResult> {
  const coverage = new Coverage(aims);
  let world = await World.open(defect);
  let done = 0;
  try {
    const property = fc.asyncProperty(batches(size), async (batch) => {
      if (done > 0 && done % batchesAWorld === 0) {
        await world.close();
        world = await World.open(defect);
      }
      done++;
      await runBatch(world, aims, batch, coverage);
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
