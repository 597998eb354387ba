/** What of a case is kept encrypted, and where each piece belongs. */
import type { Database } from './database.js';
import type { Keyring } from './keyring.js';
import { openBytes, sealBytes } from './seal-bytes.js';

const encoder = new TextEncoder();
const decoder = new TextDecoder();

/** Rooms whose case is kept in memory: all that a busy week opens. */
const kept = 100_000;

export class Vault {
  readonly #keys: Keyring;
  readonly #db: Database;
  readonly #cases = new Map<number, string>();

  constructor(db: Database, keys: Keyring) {
    this.#db = db;
    this.#keys = keys;
  }

  /** Bytes of a room: an update, a snapshot or its gate, under its number. */
  sealRoom(room: number, what: 'update' | 'snapshot' | 'gate', n: number, bytes: Uint8Array): Uint8Array {
    return sealBytes(this.#keys.of(this.#caseOf(room)), `${what}/${room}/${n}`, bytes);
  }

  openRoom(room: number, what: 'update' | 'snapshot' | 'gate', n: number, sealed: Uint8Array): Uint8Array {
    return openBytes(this.#keys.of(this.#caseOf(room)), `${what}/${room}/${n}`, sealed);
  }

  /** Text of a case. `place` names the row it stands in. */
  sealText(caseId: string, place: string, text: string): Uint8Array {
    return sealBytes(this.#keys.of(caseId), place, encoder.encode(text));
  }

  openText(caseId: string, place: string, sealed: Uint8Array): string {
    return decoder.decode(openBytes(this.#keys.of(caseId), place, sealed));
  }

  /** Makes the key of a new case. It is on disk before anything that needs it. */
  begin(caseId: string): void {
    this.#keys.of(caseId, true);
  }

  /** Destroys the key of a case. */
  end(caseId: string): void {
    this.#keys.destroy(caseId);
  }

  /** A secret that is none of a case's. */
  secret(name: string): Uint8Array {
    return Uint8Array.from(this.#keys.of(`secret/${name}`, true));
  }

  #caseOf(room: number): string {
    let caseId = this.#cases.get(room);
    if (caseId === undefined) {
      caseId = this.#db.all<{ case_id: string }>('SELECT case_id FROM rooms WHERE id = ?', [room])[0]?.case_id;
      if (caseId === undefined) throw new Error('there is no such room');
      if (this.#cases.size >= kept) this.#cases.clear();
      this.#cases.set(room, caseId);
    }
    return caseId;
  }
}

/** Where the pieces of a case stand. */
export const places = {
  decision: (caseId: string, seq: number) => `decision/${caseId}/${seq}`,
  state: (caseId: string, seq: number) => `state/${caseId}/${seq}`,
  copy: (caseId: string, document: string, version: number) => `copy/${caseId}/${document}/${version}`,
  disclosure: (caseId: string, key: string) => `disclosure/${caseId}/${key}`,
};
