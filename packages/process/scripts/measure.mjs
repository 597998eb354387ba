// Measures what a browser and the server do most, in milliseconds: `npm run measure -w @ssp-kit/process`, after `tsc -b`.
// Folds a log of 1,000 decisions, and asks what every action of a full case still needs, once for each action of the process.
import { fold, readiness } from '../dist/index.js';
import { hawaiiClassic } from '../dist/profiles/index.js';
import { samplePeople, walk } from '../dist/testing.js';

const limit = 20;
const rounds = 20;
const count = 1000;

const sample = walk('idea', { before: 'review.decide' });
const signing = sample.decisions.findIndex(({ action }) => action === 'service.sign');
const contact = {
  action: 'contact.record',
  facts: { about: 'other', document: null, date: '2026-10-20', method: 'phone', hasOutcome: true },
};
const more = Array.from({ length: count - sample.decisions.length }, (_, at) => ({
  ...sample.decisions[signing],
  facts: { ...sample.decisions[signing].facts, session: `session-${at}` },
  // One decision in ten is no session.
  ...(at % 10 === 9 ? contact : {}),
}));
const log = [...sample.decisions.slice(0, signing + 1), ...more, ...sample.decisions.slice(signing + 1)].map(
  (decision, at) => ({ ...decision, seq: at + 1 }),
);
const state = fold(log);

function ask() {
  for (const { id } of hawaiiClassic.actions)
    readiness(hawaiiClassic, {
      state,
      action: id,
      payload: {},
      documents: sample.documents,
      actor: samplePeople.coordinator,
      relations: ['school'],
      day: '2026-12-01',
    });
}

const works = {
  [`fold of ${log.length} decisions`]: () => fold(log),
  [`requirements of ${hawaiiClassic.actions.length} actions of a case of ${Object.keys(state.documents).length} documents`]:
    ask,
};

const middle = (times) => [...times].sort((a, b) => a - b)[rounds / 2];
let isSlow = false;
for (const [name, work] of Object.entries(works)) {
  const [wall, own] = [[], []];
  for (let round = 0; round < rounds; round++) {
    const [from, used] = [performance.now(), process.cpuUsage()];
    work();
    const { user, system } = process.cpuUsage(used);
    wall.push(performance.now() - from);
    own.push((user + system) / 1000);
  }
  const figures = { first: wall[0], median: middle(wall), 'median of the processor’s time': middle(own) };
  const said = Object.entries(figures).map(([what, time]) => `${what} ${time.toFixed(1)} ms`);
  console.log(`${name}: ${said.join(', ')}`);
  // The processor's own time: how busy the machine is says nothing of this code.
  isSlow ||= middle(own) > limit;
}
if (isSlow) {
  console.error(`Slower than ${limit} ms.`);
  process.exitCode = 1;
}
