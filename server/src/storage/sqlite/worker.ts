/** The thread that holds the file: questions come as messages, each is answered once. */
import { parentPort, workerData } from 'node:worker_threads';
import { StartError } from '../../start-error.js';
import { destroyKeys } from './destroy.js';
import { cleanOld, encryptOld, refuseWithoutKeys } from './encrypt-old.js';
import { Keyring } from './keyring.js';
import { openFile } from './open.js';
import { recordsOn } from './records.js';
import { Vault } from './vault.js';
import type { LoadedRoom } from '../port.js';
import type { Answer, Question, WorkerSettings } from './messages.js';

const port = parentPort;
if (!port) throw new Error('runs as a worker only');
const settings = workerData as WorkerSettings;
/** Updates that are settled at once: about ten milliseconds of work, and many of each room. */
const settleAt = 1_000;
/** Bytes from which an update is handed over instead of copied. */
const largeFrom = 16 * 1024;
/** Milliseconds after which fewer are settled too. */
const settleMs = 1_000;

try {
  const db = openFile(settings.file, settings.tables);
  refuseWithoutKeys(db, settings.keys);
  const keys = new Keyring(settings.keys);
  const vault = new Vault(db, keys);
  encryptOld(db, vault);
  cleanOld(db);
  destroyKeys(db, vault);
  const records = recordsOn(db, vault);
  port.on('message', ({ id, method, args }: Question) => {
    const said = answer(id, method, args);
    port.postMessage(said, method === 'load' && said.ok ? largeIn(said.value as LoadedRoom | null) : []);
    if (method === 'append') settleSoon();
  });

  /** Between two commits; what cannot be settled now, on a full disk, is settled later. */
  let settling: NodeJS.Timeout | undefined;
  const settle = () => {
    clearTimeout(settling);
    settling = undefined;
    try {
      records.settle();
    } catch (error) {
      if (!(error as { code?: string }).code?.startsWith('SQLITE_')) throw error;
    }
  };
  const settleSoon = () => {
    if (records.unsettled() >= settleAt) settle();
    else settling ??= setTimeout(settle, settleMs).unref();
  };

  const answer = (id: number, method: Question['method'], args: readonly unknown[]): Answer => {
    try {
      if (method === 'close') {
        settle();
        db.close();
        keys.close();
        setImmediate(() => port.close());
        return { id, ok: true, value: null };
      }
      const run = records[method] as (...args: readonly unknown[]) => unknown;
      return { id, ok: true, value: run(...args) };
    } catch (error) {
      const { code, message } = error as { code?: string; message?: string };
      return { id, ok: false, code: kindOf(code), message: message ?? String(error) };
    }
  };
  port.postMessage({ id: 0, ok: true, value: null } satisfies Answer);
} catch (error) {
  const message = error instanceof Error ? error.message : String(error);
  port.postMessage({
    id: 0,
    ok: false,
    code: error instanceof StartError ? 'start' : 'failed',
    message,
  } satisfies Answer);
  port.close();
}

/** Memory that changes hands: what is large is not copied. */
function largeIn(room: LoadedRoom | null): ArrayBuffer[] {
  const all = [...(room?.tail ?? []), ...(room?.snapshot ? [room.snapshot.bytes, room.snapshot.gate] : [])];
  // Small ones may share their memory with others.
  const large = all.filter((bytes) => bytes.length >= largeFrom && bytes.length === bytes.buffer.byteLength);
  return [...new Set(large.map(({ buffer }) => buffer as ArrayBuffer))];
}

function kindOf(code: string | undefined): 'full' | 'busy' | 'failed' {
  if (code === 'SQLITE_FULL') return 'full';
  return code?.startsWith('SQLITE_BUSY') ? 'busy' : 'failed';
}
