import { expect } from '@open-wc/testing';
import type { DeviceKeyAnswer } from '@ssp-kit/protocol';
import { dumpDatabases } from '../testing/dump.js';
import { uuidv7 } from '../uuid.js';
import { type KeptStore, lock, openOnDevice, sweep, wipe } from './on-device.js';
import type { OfflineStore } from './ports.js';

const canary = 'CANARY Kai cannot read yet';
const words = {
  id: 'w1',
  caseId: 'c',
  document: 'concern',
  field: 'description',
  label: canary,
  words: canary,
  reason: 'sealed',
  at: '2026-11-23T20:00:00.000Z',
};

describe('what is kept on the device', () => {
  let server: string;
  let answer: DeviceKeyAnswer | null;
  let asked: (string | undefined)[];
  const opened: OfflineStore[] = [];

  beforeEach(() => {
    server = `http://${uuidv7()}.test`;
    answer = { keep: 'device', key: btoa('k'.repeat(32)) };
    asked = [];
  });
  afterEach(async () => {
    for (const store of opened.splice(0)) store.close();
    await wipe({ server, person: 'ana' });
  });

  const ask = (keep: 'session' | 'device', person = 'ana') =>
    openOnDevice(keep, {
      server,
      person,
      askKey: async (device) => {
        asked.push(device);
        return answer;
      },
    });
  const open = async (keep: 'session' | 'device', person = 'ana') => {
    const found = await ask(keep, person);
    if (typeof found === 'string') throw new Error(`it is ${found}`);
    opened.push(found.store);
    return found;
  };
  const write = async ({ store }: KeptStore) => {
    await store.kept.put([words]);
    await store.cache.put('answers', { canary });
    await store.updates?.append('case/c/concern@1', new TextEncoder().encode(canary), true);
    await store.outbox.put({
      key: '01',
      caseId: 'c',
      action: 'concern.submit',
      payload: { note: canary },
      base: 1,
      processVersion: 'p/1',
      since: '2026-11-23T20:00:00.000Z',
      refusal: null,
    });
  };
  const reads = async ({ store }: KeptStore) => {
    expect(await store.kept.list()).to.deep.equal([words]);
    const rows = (await store.updates?.load('case/c/concern@1')) ?? [];
    expect(rows.map(({ data, own }) => [new TextDecoder().decode(data), own])).to.deep.equal([[canary, true]]);
  };
  /** The browser is closed: no page is open, and what belongs to its tabs is gone. */
  const restart = () => {
    for (const store of opened.splice(0)) store.close();
    sessionStorage.clear();
  };

  for (const keep of ['session', 'device'] as const) {
    describe(`for ${keep}`, () => {
      it('holds no word in the open, and no key that can be taken out', async () => {
        await write(await open(keep));
        const dump = await dumpDatabases();
        expect(dump).to.contain('case/c/concern@1');
        expect(dump).not.to.contain('CANARY');
        expect(dump).not.to.contain('EXTRACTABLE');
        expect(dump).not.to.contain('kkkkkkkk');
        expect(JSON.stringify({ ...localStorage })).not.to.contain('CANARY');
      });

      it('is read again after a reload without a network', async () => {
        await write(await open(keep));
        opened.splice(0)[0]?.close();
        answer = null;
        await reads(await open(keep));
      });

      it('is read by a second page of the same sign-in without asking the server', async () => {
        await write(await open(keep));
        sessionStorage.clear();
        answer = null;
        await reads(await open(keep));
      });

      it('is gone with the sign-out, also without a network', async () => {
        await write(await open(keep));
        answer = null;
        opened.splice(0)[0]?.close();
        await wipe({ server, person: 'ana' });
        expect(await dumpDatabases()).not.to.contain(server);
        expect(JSON.stringify({ ...sessionStorage })).not.to.contain(server);
        answer = { keep: 'device', key: btoa('k'.repeat(32)) };
        expect(await (await open(keep)).store.kept.list()).to.deep.equal([]);
      });

      it('is nothing where the district allows nothing', async () => {
        answer = { keep: 'none', key: null };
        expect(await ask(keep)).to.equal('off');
        expect(await dumpDatabases()).not.to.contain(server);
      });

      it('is not opened before the server has answered', async () => {
        answer = null;
        expect(await ask(keep)).to.equal('locked');
      });
    });
  }

  it('outlives the browser on the device, for who the server gives the key', async () => {
    await write(await open('device'));
    restart();
    answer = null;
    expect(await ask('device')).to.equal('locked');
    answer = { keep: 'device', key: btoa('k'.repeat(32)) };
    await reads(await open('device'));
    expect(new Set(asked).size, 'one device').to.equal(1);
  });

  it('is withheld once the key is locked, and offered again with the next one', async () => {
    await write(await open('device'));
    opened.splice(0)[0]?.close();
    await lock({ server, person: 'ana' });
    answer = null;
    expect(await ask('device')).to.equal('locked');
    answer = { keep: 'device', key: btoa('k'.repeat(32)) };
    await reads(await open('device'));
  });

  it('does not outlive the browser for a session, and its ciphertext is swept away', async () => {
    await write(await open('session'));
    const mine = await dumpDatabases();
    expect(mine).to.contain('case/c/concern@1');
    await sweep(server);
    expect(await dumpDatabases(), 'a page that is open keeps it').to.contain('case/c/concern@1');
    restart();
    const next = await open('session');
    expect(await next.store.kept.list()).to.deep.equal([]);
    await sweep(server);
    expect(await dumpDatabases()).not.to.contain('case/c/concern@1');
  });

  it('ends for one person when another signs in', async () => {
    await write(await open('session'));
    for (const store of opened.splice(0)) store.close();
    const other = await open('session', 'leo');
    expect(await other.store.kept.list()).to.deep.equal([]);
    other.store.close();
    expect(await (await open('session')).store.kept.list()).to.deep.equal([]);
    await wipe({ server, person: 'leo' });
  });

  it('keeps for the session where the district allows no more', async () => {
    answer = { keep: 'session', key: null };
    const found = await open('device');
    expect(found.keep).to.equal('session');
    await write(found);
    found.store.close();
    await reads(await open('device'));
  });
});
