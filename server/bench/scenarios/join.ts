/** Opening what is large: with the room in memory, and after the server was started again. */
import { setTimeout as pause } from 'node:timers/promises';
import * as Y from 'yjs';
import { type Content, logContent, planContent, seed, whole } from '../contents.js';
import type { RoomAddress } from '../dialect.js';
import { median, type Scenario } from '../figures.js';
import { Peer } from '../peer.js';
import { Target } from '../target.js';

/** Longer than either server waits until it stores, and forgets, what nobody has open. */
const restMs = 5_000;

export function join(kind: Content['id'], joins: number, rounds: number): Scenario {
  const content = kind === 'plan' ? planContent() : logContent();
  const bytes = whole(content);
  const expected = Y.encodeStateVector(docOf(bytes));
  return {
    id: `join-${kind}`,
    title: kind === 'plan' ? 'Opening a plan of 20,000 edits' : 'Opening a log of 5,000 sessions',
    does: `Until all ${(bytes.length / 1000).toFixed(0)} KB are in a document at the client; ${joins} openings each. Cold: the first after a start of the server. The floor is \`Y.applyUpdate\` of the same bytes.`,
    targets: ['ssp', 'hocuspocus'],
    rounds,
    figures: [
      { name: 'cold', unit: 'ms', digits: 0 },
      { name: 'cold ÷ floor', unit: '', digits: 2 },
      { name: 'server CPU of a cold opening', unit: 'ms', digits: 0 },
      { name: 'warm', unit: 'ms', digits: 0 },
      { name: 'warm ÷ floor', unit: '', digits: 2 },
      { name: 'told “synced” before it was complete', unit: '', digits: 0, count: true },
    ],
    async measure(name) {
      const target = await Target.start(name);
      try {
        const [room] = await target.rooms(1, 2, kind);
        const address = await seed(target, room as RoomAddress, content);
        await pause(restMs);
        const cold: number[] = [];
        const cpu: number[] = [];
        const warm: number[] = [];
        const floor: number[] = [];
        let early = 0;
        const open = async () => {
          const opened = await openOnce(target, address, expected);
          if (opened.early) early++;
          return opened.ms;
        };
        for (let i = 0; i < joins; i++) {
          await target.stop();
          await target.restart();
          await pause(300);
          floor.push(floorOf(bytes));
          const before = await target.usage();
          cold.push(await open());
          cpu.push((await target.usage()).cpuMs - before.cpuMs);
          warm.push(await open());
        }
        return {
          cold: median(cold),
          'cold ÷ floor': median(cold) / median(floor),
          'server CPU of a cold opening': median(cpu),
          warm: median(warm),
          'warm ÷ floor': median(warm) / median(floor),
          'told “synced” before it was complete': early,
        };
      } finally {
        await target.close();
      }
    },
  };
}

async function openOnce(target: Target, address: RoomAddress, expected: Uint8Array) {
  const doc = new Y.Doc();
  const begun = performance.now();
  let early = false;
  let taken = (): void => undefined;
  const complete = new Promise<void>((resolve) => {
    taken = () => {
      if (has(doc, expected)) resolve();
    };
  });
  const peer = await Peer.join({
    ...{ url: target.url, dialect: target.dialect, address, person: 0, reads: true },
    onSync(kind, content) {
      Y.applyUpdate(doc, content);
      if (kind === 'step2' && !has(doc, expected)) early = true;
      taken();
    },
  });
  await complete;
  const ms = performance.now() - begun;
  peer.leave();
  doc.destroy();
  return { ms, early };
}

function has(doc: Y.Doc, expected: Uint8Array): boolean {
  const have = Y.decodeStateVector(Y.encodeStateVector(doc));
  return [...Y.decodeStateVector(expected)].every(([client, clock]) => (have.get(client) ?? 0) >= clock);
}

function floorOf(bytes: Uint8Array): number {
  const begun = performance.now();
  docOf(bytes).destroy();
  return performance.now() - begun;
}

function docOf(bytes: Uint8Array): Y.Doc {
  const doc = new Y.Doc();
  Y.applyUpdate(doc, bytes);
  return doc;
}
