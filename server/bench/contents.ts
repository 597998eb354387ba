/** The two large documents that people join: a plan of 20,000 edits and a log of 5,000 entries. The same bytes for every target. */
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as Y from 'yjs';
import { text } from './author.js';
import type { RoomAddress } from './dialect.js';
import { Peer } from './peer.js';
import type { Target } from './target.js';

export interface Content {
  readonly id: 'plan' | 'log';
  readonly state: Uint8Array;
  /** What was written lately, one update an edit. */
  readonly recent: readonly Uint8Array[];
}

const planEdits = 20_000;
const logEntries = 5_000;
const recentEdits = 50;

/** Five people write, and delete, at random places. */
export function planContent(): Content {
  const random = sequence(7);
  const docs = Array.from({ length: 5 }, () => new Y.Doc());
  const all = new Y.Doc();
  for (let edit = 0; edit < planEdits / 100; edit++) {
    const doc = docs[edit % docs.length] as Y.Doc;
    Y.applyUpdate(doc, Y.encodeStateAsUpdate(all, Y.encodeStateVector(doc)));
    const words = doc.getText(text);
    for (let i = 0; i < 100; i++) {
      const at = Math.floor(random() * (words.length + 1));
      if (random() < 0.15 && at < words.length) words.delete(at, 1);
      else words.insert(at, random() < 0.2 ? ' ' : String.fromCharCode(97 + Math.floor(random() * 26)));
    }
    Y.applyUpdate(all, Y.encodeStateAsUpdate(doc, Y.encodeStateVector(all)));
  }
  const state = Y.encodeStateAsUpdate(all);
  const recent = recorded(all, () => all.getText(text).insert(0, 'z'), recentEdits);
  return { id: 'plan', state, recent };
}

/** Signed sessions as plain objects by their ids, as the server writes them. */
export function logContent(): Content {
  const doc = new Y.Doc();
  const entries = doc.getMap('entries');
  let number = 0;
  const sign = () => {
    const id = `00000000-0000-7000-8000-${String(number++).padStart(12, '0')}`;
    entries.set(id, {
      ...{ id, service: 'a81bc81b-dead-4e5d-abff-90865d1e13b1', provider: 'p-provider', providerName: 'Paul Tester' },
      ...{ date: '2026-11-24', startTime: '09:30', minutes: 30, status: 'held', group: 'small', groupSize: 3 },
      ...{
        location: 'classroom',
        note: `Worked on reading aloud, page ${number}.`,
        signedAt: '2026-11-24T20:00:00.000Z',
      },
      ...{ seq: number, voided: null },
    });
  };
  doc.transact(() => {
    for (let entry = 0; entry < logEntries - recentEdits; entry++) sign();
  });
  const state = Y.encodeStateAsUpdate(doc);
  return { id: 'log', state, recent: recorded(doc, sign, recentEdits) };
}

/** Everything as one update. */
export function whole({ state, recent }: Content): Uint8Array {
  const doc = new Y.Doc();
  for (const update of [state, ...recent]) Y.applyUpdate(doc, update);
  return Y.encodeStateAsUpdate(doc);
}

/** Puts the content into a room; answers where it can be read. Nobody may have opened the room of a log before. */
export async function seed(target: Target, address: RoomAddress, content: Content): Promise<RoomAddress> {
  if (content.id === 'log' && target.name === 'ssp') return seedLog(target, address, content);
  const writer = await Peer.join({
    ...{ url: target.url, dialect: target.dialect, address, person: 0 },
    missing: () => content.state,
  });
  for (const update of content.recent) writer.update(update);
  while (writer.acknowledged < writer.sentFrames) {
    if (!writer.isOpen) throw new Error(`${target.name} closed the connection of who brought the ${content.id}`);
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  writer.leave();
  return address;
}

/** Only the server writes a log: it is put behind the case's official record, which is a document of the same kind. */
async function seedLog(target: Target, address: RoomAddress, { state, recent }: Content): Promise<RoomAddress> {
  const file = join(mkdtempSync(join(tmpdir(), 'ssp-bench-')), 'updates.json');
  writeFileSync(file, JSON.stringify([state, ...recent].map((update) => Buffer.from(update).toString('base64'))));
  const caseId = address.room.split('/')[1];
  await target.ask('fill', { caseId, document: 'official', file });
  return { ...address, room: `case/${caseId}/official@1` };
}

function recorded(doc: Y.Doc, edit: () => void, times: number): Uint8Array[] {
  const updates: Uint8Array[] = [];
  const onUpdate = (update: Uint8Array) => updates.push(update);
  doc.on('update', onUpdate);
  for (let i = 0; i < times; i++) edit();
  doc.off('update', onUpdate);
  return updates;
}

/** The same numbers between 0 and 1 in each run. */
function sequence(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 1_664_525 + 1_013_904_223) % 2 ** 32;
    return state / 2 ** 32;
  };
}
