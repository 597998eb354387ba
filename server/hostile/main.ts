/** `npm run hostile`: attacks a server on this machine, prints what it withstood, and ends with 1 when something is broken. */
import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { anyTarget } from './any-target.js';
import { Canary } from './canary.js';
import { fuzz } from './fuzz.js';
import { honestUpdates } from './honest.js';
import { ownTarget } from './own-target.js';
import { report } from './report.js';
import { runCases } from './run.js';

const usage = `npm run hostile -- [options]
  --url <ws://127.0.0.1:1234>   a y-websocket server on this machine; without it this project's own is started
  --room <name>                 the room to attack in, {n} for a number (default hostile-{n})
  --canary-room <name>          a room that is left alone (default canary)
  --token <t>                   goes into the address as ?token=; --victim-token for the victim's
  --protocol <p>                a subprotocol, may repeat; --victim-protocol for the victim's
  --only <id>                   only cases whose id contains it, may repeat
  --random <n> --seed <s>       then n random and damaged messages (own default 2000; seed 1)
  --honest <n>                  then n updates of honest histories through the gate, which must take all
  --no-cases                    without the cases
  --report <file>               writes the results as a page`;

const { values } = parseArgs({
  options: {
    url: { type: 'string' },
    room: { type: 'string', default: 'hostile-{n}' },
    'canary-room': { type: 'string', default: 'canary' },
    token: { type: 'string' },
    'victim-token': { type: 'string' },
    protocol: { type: 'string', multiple: true, default: [] },
    'victim-protocol': { type: 'string', multiple: true },
    only: { type: 'string', multiple: true, default: [] },
    random: { type: 'string', default: '2000' },
    seed: { type: 'string', default: '1' },
    honest: { type: 'string', default: '0' },
    'no-cases': { type: 'boolean', default: false },
    report: { type: 'string' },
    help: { type: 'boolean', default: false },
  },
});

/** A bystander's letter that takes longer makes a case weak: a person notices. */
const patience = 1_000;

if (values.help) {
  console.log(usage);
  process.exit(0);
}

const target = values.url
  ? anyTarget({
      url: values.url,
      room: values.room,
      canaryRoom: values['canary-room'],
      token: values.token ?? null,
      victimToken: values['victim-token'] ?? null,
      protocols: values.protocol,
      victimProtocols: values['victim-protocol'] ?? values.protocol,
    })
  : await ownTarget();
const canary = await Canary.start(target.canary);
console.log(`Attacking ${target.name}`);
const results = values['no-cases']
  ? []
  : await runCases(target, canary, {
      only: values.only,
      patience,
      onResult: ({ verdict, hostile, reason, slowest }) =>
        console.log(`${verdict.padEnd(6)} ${hostile.id.padEnd(24)} ${String(slowest).padStart(5)} ms  ${reason}`),
    });
const random = Number(values.random);
const tried =
  random > 0 && !target.ended() && !canary.isGone
    ? await fuzz(target, { inputs: random, seed: Number(values.seed), log: console.log })
    : null;
const honest = Number(values.honest) > 0 ? honestUpdates(Number(values.honest)) : null;
if (canary.isGone) console.log('Nobody comes in any more: the rest was not tried.');
else await canary.lap();
const page = report({ target: target.name, results, tried, honest, canary });
console.log(`\n${page.summary}`);
if (values.report) writeFileSync(values.report, page.text);
await canary.stop();
await target.close();
process.exitCode = page.isWhole ? 0 : 1;
