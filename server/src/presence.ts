/**
 * Who is in a room. Nothing a client says about others is believed, and of what it says about itself only its place:
 * name, colour, role and person come from the token.
 */
import * as decoding from 'lib0/decoding';
import type { Identity } from './access.js';
import type { Connection } from './connection.js';
import { presenceMessage, type PresenceEntry } from './frames.js';
import type { Limits } from './limits.js';
import type { Room } from './room.js';

interface Entry extends PresenceEntry {
  readonly connection: Connection;
}

/** Hues of the people's colours. */
const colors = 8;
const maxClock = 2 ** 31;
const mostEntries = 1_024;
/**
 * What nobody says of themselves: who they are, where it is read and where it was once. An own `__proto__` changes the prototype of what a
 * careless reader copies it into.
 */
const ofTheServer = ['user', 'person', 'name', 'role', 'color', '__proto__'];
const utf8 = new TextDecoder('utf-8', { fatal: true });

export class Presence {
  readonly #room: Room;
  readonly #limits: Limits;
  readonly #entries = new Map<number, Entry>();
  /** `user` as JSON. */
  readonly #users = new WeakMap<Identity, string>();

  constructor(room: Room, limits: Limits) {
    this.#room = room;
    this.#limits = limits;
  }

  /** All entries as one message, or null when nobody is here. */
  message(): Uint8Array | null {
    return this.#entries.size > 0 ? presenceMessage([...this.#entries.values()]) : null;
  }

  /** Reads a client's presence message; relays its own entry. Throws on broken bytes. */
  read(connection: Connection, bytes: Uint8Array): void {
    const decoder = decoding.createDecoder(bytes);
    const count = decoding.readVarUint(decoder);
    const own: Entry[] = [];
    // A page echoes whom it has heard of; nobody is in a room with so many.
    for (let i = 0; i < Math.min(count, mostEntries); i++) {
      const client = decoding.readVarUint(decoder);
      const clock = decoding.readVarUint(decoder);
      const length = decoding.readVarUint(decoder);
      const state = decoding.readUint8Array(decoder, length);
      const entry = this.#own(connection, client, clock, state);
      if (entry) own.push(entry);
    }
    for (const entry of own) {
      if (entry.state === 'null') this.#entries.delete(entry.client);
      else this.#entries.set(entry.client, entry);
    }
    if (own.length > 0) this.#room.tell(presenceMessage(own), connection);
  }

  /** Takes a connection's entries away and gives back what it claimed without writing. */
  leave(connection: Connection): void {
    const gone: PresenceEntry[] = [];
    for (const { client, clock, connection: holder } of this.#entries.values()) {
      if (holder !== connection) continue;
      this.#entries.delete(client);
      gone.push({ client, clock: clock + 1, state: 'null' });
    }
    for (const client of connection.presenceClaims) this.#room.gate?.release(client);
    if (gone.length > 0) this.#room.tell(presenceMessage(gone), connection);
  }

  /** The entry as others shall see it, or null when it is not this connection's to tell. */
  #own(connection: Connection, client: number, clock: number, bytes: Uint8Array): Entry | null {
    if (client > 0xffffffff || clock >= maxClock || bytes.length > this.#limits.presenceBytes) return null;
    const known = this.#entries.get(client);
    if (known && known.connection !== connection) {
      // A page that came back before its old socket was noticed dead counts on; an echo of another tab's entry does not.
      if (known.connection.person !== connection.person || clock <= known.clock) return null;
    }
    if (!known && !this.#claim(connection, client)) return null;
    if (known?.connection === connection && clock < known.clock) return null;
    const state = this.#stamped(connection, bytes);
    return state === null ? null : { client, clock, state, connection };
  }

  #claim(connection: Connection, client: number): boolean {
    const gate = this.#room.gate;
    const claims = connection.presenceClaims;
    if (claims.has(client)) return true;
    // An id that wrote belongs to its person for good; one that did not is lent to the connection.
    if (gate?.hasWritten(client)) return gate.owner(client) === connection.person;
    if (claims.size >= this.#limits.presenceClaims) return false;
    if (gate && !gate.claim(client, connection.person)) return false;
    claims.add(client);
    return true;
  }

  /** What a client says of its place, with the `user` of its token. */
  #stamped(connection: Connection, bytes: Uint8Array): string | null {
    let state: unknown;
    try {
      state = JSON.parse(utf8.decode(bytes));
    } catch {
      return null; // not a state: as if it had not been said
    }
    if (state === null) return 'null';
    if (typeof state !== 'object' || Array.isArray(state)) return null;
    for (const name of ofTheServer) Reflect.deleteProperty(state, name);
    const place = JSON.stringify(state);
    return `${place.slice(0, -1)}${place === '{}' ? '' : ','}"user":${this.#userOf(connection)}}`;
  }

  #userOf({ identity }: Connection): string {
    let user = this.#users.get(identity);
    if (user === undefined) {
      const { person, name, roles } = identity.actor;
      user = JSON.stringify({ person, name, role: roles[0] ?? '', color: colorOf(person) });
      this.#users.set(identity, user);
    }
    return user;
  }
}

/** The same hue for a person in every room, 0 to 7. */
export function colorOf(person: string): number {
  let hash = 0;
  for (let i = 0; i < person.length; i++) hash = (hash * 31 + person.charCodeAt(i)) >>> 0;
  return hash % colors;
}
