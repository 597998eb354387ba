/** Two people have written the same text offline and come back in the same moment. */
import * as Y from 'yjs';
import { text } from '../author.js';
import type { RoomAddress } from '../dialect.js';
import { quantile, type Scenario } from '../figures.js';
import { Peer } from '../peer.js';
import { Target } from '../target.js';

const edits = 1_000;

export function merge(times: number, rounds: number): Scenario {
  return {
    id: 'merge',
    title: `Merging 2 × ${edits} edits made offline`,
    does: `Until both have the same text with everything in it; ${times} times in rooms of their own.`,
    targets: ['ssp', 'hocuspocus'],
    rounds,
    figures: [
      { name: 'median', unit: 'ms' },
      { name: 'worst', unit: 'ms' },
      { name: 'not the same', unit: '', digits: 0, count: true },
    ],
    async measure(name) {
      const target = await Target.start(name);
      try {
        const took: number[] = [];
        let apart = 0;
        for (const address of await target.rooms(times, 2, 'merge')) {
          const { ms, same } = await mergeOnce(target, address);
          took.push(ms);
          if (!same) apart++;
        }
        return { median: quantile(took, 0.5), worst: Math.max(...took), 'not the same': apart };
      } finally {
        await target.close();
      }
    },
  };
}

async function mergeOnce(target: Target, address: RoomAddress) {
  const docs = [new Y.Doc(), new Y.Doc()] as const;
  for (const doc of docs) {
    const words = doc.getText(text);
    for (let edit = 0; edit < edits; edit++) {
      words.insert(Math.floor(Math.random() * (words.length + 1)), String.fromCharCode(97 + (edit % 26)));
    }
  }
  let changed = (): void => undefined;
  const complete = new Promise<void>((resolve) => {
    changed = () => {
      if (docs.every((doc) => doc.getText(text).length === 2 * edits)) resolve();
    };
  });
  const begun = performance.now();
  const peers = await Promise.all(
    docs.map((doc, person) =>
      Peer.join({
        ...{ url: target.url, dialect: target.dialect, address, person },
        stateVector: () => Y.encodeStateVector(doc),
        missing: (stateVector) => Y.encodeStateAsUpdate(doc, stateVector),
        onSync(_kind, content) {
          Y.applyUpdate(doc, content);
          changed();
        },
      }),
    ),
  );
  await complete;
  const ms = performance.now() - begun;
  for (const peer of peers) peer.leave();
  const same = docs[0].getText(text).toString() === docs[1].getText(text).toString();
  for (const doc of docs) doc.destroy();
  return { ms, same };
}
