/** `npm run model`: histories without end in sight, or with `--defects` how soon the model notices each defect. */
import { parseArgs } from 'node:util';
import { findAims } from './aims.js';
import { defects } from './defects.js';
import { runModel } from './model.js';

const usage = `npm run model -- [options]
  --runs <n>     histories (default 1000)
  --seed <s>     default: another one each time; it is printed
  --defects      runs each seeded defect until it is noticed, at most so many histories each
  --only <id>    only defects whose id contains it`;

/** Histories on one server at a time. */
const size = 16;
/** Of the states × actions, accepted where a case can be made that accepts them, and refused: less is no test of them. */
const leastMet = 0.95;
const enoughForCoverage = 800;
/** Of wandering, by which nearly all is found that some case accepts. */
const enoughSteps = 6_000;

const { values } = parseArgs({
  options: {
    runs: { type: 'string', default: '1000' },
    seed: { type: 'string' },
    defects: { type: 'boolean', default: false },
    only: { type: 'string', default: '' },
    help: { type: 'boolean', default: false },
  },
});
if (values.help) {
  console.log(usage);
  process.exit();
}
const runs = Number(values.runs);
const seed = values.seed === undefined ? Date.now() % 2 ** 31 : Number(values.seed);
const options = { aims: findAims(enoughSteps), batches: Math.ceil(runs / size), size, seed };
console.log(`seed ${seed}`);
process.exitCode = (await (values.defects ? seeded() : honest())) ? 0 : 1;

async function honest(): Promise<boolean> {
  const { coverage, failure } = await runModel(options);
  for (const line of coverage.lines()) console.log(line);
  if (failure) console.error(failure.message);
  const isCovered = coverage.histories < enoughForCoverage || coverage.met.all >= leastMet;
  if (!isCovered) console.error(`Less than ${leastMet * 100} % of what can happen to a decision in a state has.`);
  return failure === null && isCovered;
}

async function seeded(): Promise<boolean> {
  let isComplete = true;
  for (const defect of defects.filter(({ id }) => id.includes(values.only))) {
    const { failure, coverage } = await runModel(options, defect);
    const [first] = failure?.message.split('\n') ?? [];
    const end = failure ? `after ${failure.histories} histories` : `NOT NOTICED in ${coverage.histories}`;
    console.log(`${defect.id}: ${end}${first ? ` (${first})` : ''}`);
    isComplete &&= failure !== null;
  }
  return isComplete;
}
