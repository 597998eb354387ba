/** Who used this server on this device last: whose copy to open when the host cannot give a token because the network is gone. */
import type { Person } from '../contract.js';

export interface LastPerson {
  /** The token's subject. */
  readonly subject: string;
  readonly person: Person;
}

const keyOf = (server: string) => `ssp-kit last person ${server}`;

export function rememberPerson(server: string, last: LastPerson): void {
  try {
    globalThis.localStorage?.setItem(keyOf(server), JSON.stringify(last));
  } catch {
    // Storage is full or forbidden: the next visit needs the network to know the person.
  }
}

export function lastPerson(server: string): LastPerson | null {
  try {
    const text = globalThis.localStorage?.getItem(keyOf(server));
    return text ? (JSON.parse(text) as LastPerson) : null;
  } catch {
    return null; // forbidden or broken: as if nobody had been here
  }
}
