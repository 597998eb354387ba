import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, describe, it } from 'node:test';
import { memoryStore } from '@ssp-kit/session';
import * as Y from 'yjs';
import { startTestServer, type TestServer } from '../src/index.js';
import { addStudent, fillDistrict, tokenOf } from './helpers/district.js';
import { Network } from './helpers/network.js';
import { openSession, reaches, synced } from './helpers/session.js';

const writers = 10;
/** `FAULTS=100` makes it a thousand in all. */
const faultsEach = Number(process.env['FAULTS'] ?? 20);

describe('"saved", through faults of the network at any instant', () => {
  let server: TestServer;
  before(async () => {
    server = await startTestServer({ limits: { personMessagesPerSecond: 100_000, personMessageBurst: 1_000_000 } });
    await fillDistrict(server);
  });
  after(() => server.stop());

  /** The words of a case's concern as they are on the disk at this moment. */
  const onDisk = async (caseId: string) => {
    const room = await server.app.store.storage.load({ caseId, document: 'concern' });
    const doc = new Y.Doc();
    for (const bytes of [...(room?.snapshot ? [room.snapshot.bytes] : []), ...(room?.tail ?? [])]) {
      Y.applyUpdate(doc, bytes);
    }
    const words = doc.getText('description').toString();
    doc.destroy();
    return words;
  };

  it('is never said of a word that is not on the disk, and each word is there in the end, once', async () => {
    await Promise.all(Array.from({ length: writers }, (_, index) => write(index + 1)));
  });

  async function write(seed: number): Promise<void> {
    const random = seeded(seed);
    const network = new Network();
    const token = await tokenOf(server, 'teacher');
    const session = await openSession(server.url, async () => token, { store: memoryStore(), ...network.options });
    try {
      await reaches(session.view, (view) => view.connection === 'online' && view.process.version !== '');
      const caseId = randomUUID();
      await session.dispatch({ type: 'case.start', student: await addStudent(server), caseId });
      const document = session.case(caseId).document('concern');
      await synced(document);
      const text = document.text('description');
      let said = '';
      const listen = () => {
        if (document.view.get().saved === 'saved') said = text.get();
      };
      document.view.subscribe(listen);
      for (let fault = 0; fault < faultsEach; fault += 1) {
        for (let word = 0; word <= random(3); word += 1) {
          text.apply({ index: text.get().length, remove: 0, insert: `w${fault}-${word} ` });
          await turns(random(40));
        }
        listen();
        // Cut at once, or after a silence in which words go nowhere.
        if (random(4) === 0) {
          network.silence();
          text.apply({ index: text.get().length, remove: 0, insert: `silent${fault} ` });
          await turns(random(40));
          listen();
        }
        network.cut();
        const claimed = said;
        assert.ok((await onDisk(caseId)).startsWith(claimed), `seed ${seed}, fault ${fault}: not on the disk`);
        network.mend();
        if (random(3) === 0) await reaches(document.view, ({ saved }) => saved === 'saved', 60_000);
      }
      await reaches(document.view, ({ saved }) => saved === 'saved', 60_000);
      assert.equal(await onDisk(caseId), text.get());
      const words = text.get().trim().split(' ');
      assert.equal(new Set(words).size, words.length, `seed ${seed}: no word twice`);
      assert.deepEqual(session.view.get().kept, [], `seed ${seed}: nothing refused`);
    } finally {
      await session.close();
    }
  }
});

/** Lets others run so often, as a person's hands leave time between two letters. */
async function turns(count: number): Promise<void> {
  for (let turn = 0; turn < count; turn += 1) await new Promise((resolve) => setImmediate(resolve));
}

/** Numbers from 0 to below `end`, the same again for the same seed. */
function seeded(seed: number): (end: number) => number {
  let state = seed * 2_654_435_761;
  return (end) => {
    state = (Math.imul(state ^ (state >>> 15), 2_246_822_519) + 374_761_393) >>> 0;
    return state % end;
  };
}
