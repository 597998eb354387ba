/** What each person uses over all their sockets, so that many sockets do not get more than one person should. */
import { Budget } from './budget.js';
import type { Connection } from './connection.js';
import type { Limits } from './limits.js';

export interface Account {
  readonly person: string;
  readonly connections: Set<Connection>;
  readonly messages: Budget;
  readonly bytes: Budget;
  readonly syncs: Budget;
}

export class Accounts {
  readonly #limits: Limits;
  readonly #accounts = new Map<string, Account>();

  constructor(limits: Limits) {
    this.#limits = limits;
  }

  of(person: string): Account {
    let account = this.#accounts.get(person);
    if (!account) {
      const limits = this.#limits;
      const now = Date.now();
      account = {
        person,
        connections: new Set(),
        messages: new Budget(limits.personMessagesPerSecond, limits.personMessageBurst, now),
        bytes: new Budget(limits.personBytesPerSecond, limits.personByteBurst, now),
        syncs: new Budget(limits.personSyncBytesPerSecond, limits.personSyncBurst, now),
      };
      this.#accounts.set(person, account);
    }
    return account;
  }

  /** Connections to be closed because they, with others of their person or of everybody, hold too much: the largest first. */
  overfull(): Connection[] {
    const { personHeldBytes, heldBytes } = this.#limits;
    const found: Connection[] = [];
    const rest: { connection: Connection; held: number }[] = [];
    let sum = 0;
    for (const { connections } of this.#accounts.values()) {
      const holding = [...connections]
        .map((connection) => ({ connection, held: connection.heldBytes }))
        .sort((a, b) => a.held - b.held);
      let own = 0;
      for (const item of holding) {
        if (own + item.held > personHeldBytes) {
          found.push(item.connection);
          continue;
        }
        own += item.held;
        rest.push(item);
      }
      sum += own;
    }
    if (sum <= heldBytes) return found;
    rest.sort((a, b) => b.held - a.held);
    for (const { connection, held } of rest) {
      if (sum <= heldBytes) break;
      sum -= held;
      found.push(connection);
    }
    return found;
  }

  /** Forgets who is gone and has used nothing up. */
  forget(now = Date.now()): void {
    for (const [person, { connections, messages, bytes, syncs }] of this.#accounts) {
      if (connections.size === 0 && messages.isFull(now) && bytes.isFull(now) && syncs.isFull(now))
        this.#accounts.delete(person);
    }
  }
}
