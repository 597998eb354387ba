/** Who used this server in this browser last: whose copy to open when the host cannot give a token because the network is gone. */
import type { Person } from '../contract.js';

export interface LastPerson {
  /** The token's subject. */
  readonly subject: string;
  readonly person: Person;
}

const keyOf = (server: string) => `ssp-kit last person ${server}`;
const places = ['sessionStorage', 'localStorage'] as const;

/** `keep` as what is kept of the person's work: for `session` the name goes with the page, too. */
export function rememberPerson(server: string, last: LastPerson, keep: 'session' | 'device'): void {
  try {
    const place = keep === 'session' ? 'sessionStorage' : 'localStorage';
    globalThis[place]?.setItem(keyOf(server), JSON.stringify(last));
  } catch {
    // Storage is full or forbidden: the next visit needs the network to know the person.
  }
}

export function lastPerson(server: string): LastPerson | null {
  try {
    for (const place of places) {
      const text = globalThis[place]?.getItem(keyOf(server));
      if (text) return JSON.parse(text) as LastPerson;
    }
    return null;
  } catch {
    return null; // forbidden or broken: as if nobody had been here
  }
}

export function forgetPerson(server: string): void {
  try {
    for (const place of places) globalThis[place]?.removeItem(keyOf(server));
  } catch {
    // Forbidden: then nothing was written, either.
  }
}
