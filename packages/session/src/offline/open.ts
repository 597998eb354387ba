/** Opens what the district allows to be kept on this device; never fails: without it the session goes on in memory. */
import type { Log } from '../log.js';
import { memoryStore } from './memory.js';
import type { OfflineStore } from './ports.js';

export interface OpenedStore {
  readonly store: OfflineStore;
  readonly state: 'on' | 'off' | 'failed';
}

/** A blocked or broken IndexedDB may never answer. */
const openTimeoutMs = 5_000;

/** `server` and `person` name the database: two people at one browser never see each other's. */
export async function openStore(
  mode: 'device' | 'none',
  { server, person, log }: { server: string; person: string; log: Log },
): Promise<OpenedStore> {
  if (mode === 'none') return { store: memoryStore({ updates: false }), state: 'off' };
  let timer: ReturnType<typeof setTimeout> | undefined;
  try {
    const late = new Promise<never>((_resolve, reject) => {
      timer = setTimeout(() => reject(new Error('the database does not open')), openTimeoutMs);
    });
    const { dexieStore } = await import('./dexie.js');
    const store = await Promise.race([dexieStore(`ssp-kit ${server} ${person}`), late]);
    return { store, state: 'on' };
  } catch (error) {
    log.warn('no offline copy on this device', error);
    return { store: memoryStore({ updates: false }), state: 'failed' };
  } finally {
    clearTimeout(timer);
  }
}
