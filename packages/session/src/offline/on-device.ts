/**
 * Opens what the district allows to be kept in this browser, always encrypted. `session`: with a key that ends with the sign-in.
 * `device`: with one that the server gives to the person who is signed in, so that a device without them has only ciphertext. After a
 * reload the sign-in's own secret opens both, also without a network.
 */
import { Dexie } from 'dexie/dist/dexie.mjs';
import type { DeviceKeyAnswer, Keep } from '@ssp-kit/protocol';
import { cipherOf, keyFrom } from './cipher.js';
import { openDatabase, type OfflineDatabase, storeOn } from './dexie.js';
import type { OfflineStore } from './ports.js';
import { beginSignIn, endSignIn, findSignIn, fromBase64Url, holdLock, shareSignIn, type SignIn } from './sign-in.js';

/** What the server says about keeping: how much it allows, and for `device` the key. Null: it does not answer, or nobody is signed in. */
export type AskKey = (device?: string) => Promise<DeviceKeyAnswer | null>;

export interface KeepOptions {
  readonly server: string;
  /** The token's subject. */
  readonly person: string;
  readonly askKey: AskKey;
}

export interface KeptStore {
  readonly store: OfflineStore;
  readonly keep: 'session' | 'device';
}

/** Time in which a page that is being reloaded comes back to its database. */
const sweepAfterMs = 30_000;

const prefix = 'ssp-kit';
type Whose = Pick<KeepOptions, 'server' | 'person'>;

const deviceName = ({ server, person }: Whose) => `${prefix} device ${server} ${person}`;
const sessionName = ({ server, person }: Whose, { id }: SignIn) => `${prefix} session ${server} ${person} ${id}`;

/** `locked`: what is kept can be opened once the server answers somebody who is signed in. `off`: the server allows nothing. */
export async function openOnDevice(keep: Keep, options: KeepOptions): Promise<KeptStore | 'locked' | 'off'> {
  const { server, person } = options;
  const known = await findSignIn(server, person);
  if (known && (keep === 'session' || known.keep === 'session')) return openSession(options, known);
  if (keep === 'session') return openAllowed(options, await options.askKey());
  const db = await openDatabase(deviceName(options));
  try {
    const released = known && (await readReleased(db, known));
    if (released) return use(db, options, known, released, 'device');
    const answer = await options.askKey(await deviceId(db));
    if (answer?.keep !== 'device' || answer.key === null) {
      db.close();
      return openAllowed(options, answer);
    }
    const signIn = known ?? beginSignIn(server, person, 'device');
    const bytes = fromBase64Url(answer.key);
    const sealed = await cipherOf(await ownKey(db, signIn)).seal('released', bytes);
    await db.keys.put({ name: 'released', value: sealed });
    void navigator.storage?.persist?.();
    return use(db, options, signIn, await keyFrom(bytes), 'device');
  } catch (error) {
    db.close();
    throw error;
  }
}

/** Takes everything of a person off this device. Works without a network. */
export async function wipe(options: Whose): Promise<void> {
  const { server, person } = options;
  endSignIn(server);
  const own = [`${prefix} device ${server} ${person}`, `${prefix} ${server} ${person}`];
  const sessions = (await names()).filter((name) => name.startsWith(`${prefix} session ${server} ${person} `));
  await Promise.all([...own, ...sessions].map((name) => Dexie.delete(name)));
}

/** The key that the server gave is forgotten: the next page needs the person signed in. */
export async function lock(options: Whose): Promise<void> {
  const db = await openDatabase(deviceName(options));
  await db.keys.delete('released');
  db.close();
}

/** Removes the databases of sign-ins whose last page is closed: nobody can read them any more. */
export async function sweep(server: string): Promise<void> {
  for (const name of await names()) {
    if (!name.startsWith(`${prefix} session ${server} `)) continue;
    await navigator.locks.request(name, { ifAvailable: true }, async (free) => {
      if (free) await Dexie.delete(name);
    });
  }
}

/** The server allows less than the page asked for, or has not answered. */
async function openAllowed(
  options: KeepOptions,
  answer: DeviceKeyAnswer | null,
): Promise<KeptStore | 'locked' | 'off'> {
  if (!answer) return 'locked';
  if (answer.keep === 'none') {
    await wipe(options);
    return 'off';
  }
  return openSession(options, beginSignIn(options.server, options.person, 'session'));
}

async function openSession(options: KeepOptions, signIn: SignIn): Promise<KeptStore> {
  const db = await openDatabase(sessionName(options, signIn));
  return use(db, options, signIn, await ownKey(db, signIn), 'session');
}

function use(
  db: OfflineDatabase,
  { server, person }: KeepOptions,
  signIn: SignIn,
  key: CryptoKey,
  keep: KeptStore['keep'],
): KeptStore {
  const stopSharing = shareSignIn(server, signIn);
  const stopHolding = holdLock(db.name);
  const timer = setTimeout(() => void sweep(server), sweepAfterMs);
  // What an earlier version kept in the open.
  void Dexie.delete(`${prefix} ${server} ${person}`);
  const store = storeOn(db, cipherOf(key));
  return {
    keep,
    store: {
      ...store,
      close: () => {
        clearTimeout(timer);
        stopSharing();
        stopHolding();
        store.close();
      },
    },
  };
}

/** The key of a sign-in: of a part that cannot leave this browser and one that ends with its pages. */
async function ownKey(db: OfflineDatabase, { secret }: SignIn): Promise<CryptoKey> {
  const fresh = await crypto.subtle.importKey('raw', crypto.getRandomValues(new Uint8Array(32)), 'HKDF', false, [
    'deriveKey',
  ]);
  const part = await db.transaction('rw', db.keys, async () => {
    const row = await db.keys.get('part');
    if (row?.value instanceof CryptoKey) return row.value;
    await db.keys.put({ name: 'part', value: fresh });
    return fresh;
  });
  const salt = fromBase64Url(secret) as Uint8Array<ArrayBuffer>;
  const info = new TextEncoder().encode('ssp-kit on this device');
  return crypto.subtle.deriveKey(
    { name: 'HKDF', hash: 'SHA-256', salt, info },
    part,
    { name: 'AES-GCM', length: 256 },
    false,
    ['encrypt', 'decrypt'],
  );
}

/** The server's key as this sign-in has it; null when it has none. */
async function readReleased(db: OfflineDatabase, signIn: SignIn): Promise<CryptoKey | null> {
  const row = await db.keys.get('released');
  if (!(row?.value instanceof Uint8Array)) return null;
  try {
    return await keyFrom(await cipherOf(await ownKey(db, signIn)).open('released', row.value));
  } catch {
    return null; // of an earlier sign-in: the server is asked again
  }
}

async function deviceId(db: OfflineDatabase): Promise<string> {
  return db.transaction('rw', db.keys, async () => {
    const row = await db.keys.get('device');
    if (typeof row?.value === 'string') return row.value;
    const id = crypto.randomUUID();
    await db.keys.put({ name: 'device', value: id });
    return id;
  });
}

/** Browsers that cannot list their databases keep ciphertext that nobody can read. */
async function names(): Promise<readonly string[]> {
  const found = (await indexedDB.databases?.()) ?? [];
  return found.flatMap(({ name }) => (name?.startsWith(prefix) ? [name] : []));
}
