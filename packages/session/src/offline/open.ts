/** Opens what the district allows to be kept on this device; never fails: without it the session goes on in memory. */
import type { Keep } from '@ssp-kit/protocol';
import type { Log } from '../log.js';
import { passingStore } from './memory.js';
import type { AskKey } from './on-device.js';
import type { OfflineStore } from './ports.js';

export interface OpenedStore {
  readonly store: OfflineStore;
  /** `locked`: something may be kept here, to be read once the server answers somebody who is signed in. */
  readonly state: 'on' | 'off' | 'failed' | 'locked';
  /** What is kept. Of `session` nothing is left when the last page of the sign-in is closed. */
  readonly keep: Keep;
}

/** A blocked or broken IndexedDB may never answer, nor may the server. */
const openTimeoutMs = 6_000;

/** `server` and `person` name the database: two people at one browser never see each other's. */
export async function openStore(
  keep: Keep,
  { log, ...options }: { server: string; person: string; askKey: AskKey; log: Log },
): Promise<OpenedStore> {
  const inMemory = (state: OpenedStore['state']): OpenedStore => ({
    store: passingStore(),
    state,
    keep: 'none',
  });
  if (keep === 'none') return inMemory('off');
  let timer: ReturnType<typeof setTimeout> | undefined;
  const opening = import('./on-device.js').then(({ openOnDevice }) => openOnDevice(keep, options));
  try {
    const late = new Promise<never>((_resolve, reject) => {
      timer = setTimeout(() => reject(new Error('the database does not open')), openTimeoutMs);
    });
    const opened = await Promise.race([opening, late]);
    return typeof opened === 'string' ? inMemory(opened) : { ...opened, state: 'on' };
  } catch (error) {
    log.warn('no offline copy on this device', error);
    // One that opens after all is not used any more.
    opening.then(
      (opened) => typeof opened === 'string' || opened.store.close(),
      () => undefined,
    );
    return inMemory('failed');
  } finally {
    clearTimeout(timer);
  }
}
