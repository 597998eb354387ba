/** Whether the server can be reached, from all that is heard of it; asks again, with growing pauses, while it cannot. */
import type { Connection } from '../contract.js';
import { Backoff } from './backoff.js';

export interface ConnectivityOptions {
  /** Asks the server something small; the outcome comes back through `contact`. */
  readonly probe: () => Promise<unknown>;
  readonly onChange: (connection: Connection) => void;
  /** The server is back: send what waits. */
  readonly onOnline: () => void;
}

export class Connectivity {
  readonly #options: ConnectivityOptions;
  readonly #open = new Set<object>();
  readonly #backoff = new Backoff({ firstMs: 300 });
  #state: Connection = 'connecting';
  #timer: ReturnType<typeof setTimeout> | undefined;
  #probing = false;
  #closed = false;

  constructor(options: ConnectivityOptions) {
    this.#options = options;
  }

  get state(): Connection {
    return this.#state;
  }

  /** What came of asking the server over HTTP. */
  contact(contact: 'reached' | 'unreachable' | 'signed-out'): void {
    if (this.#closed) return;
    if (contact === 'reached') this.#reached();
    else if (contact === 'signed-out') {
      clearTimeout(this.#timer);
      this.#set('signed-out');
    } else if (this.#open.size === 0) {
      if (this.#state !== 'signed-out') this.#set('offline');
      this.#later();
    }
  }

  /** A socket opened or was lost. */
  socket(socket: object, open: boolean): void {
    if (this.#closed) return;
    if (open) {
      this.#open.add(socket);
      this.#reached();
      return;
    }
    if (!this.#open.delete(socket) || this.#open.size > 0 || this.#state !== 'online') return;
    this.#set('connecting');
    this.probe();
  }

  /** A socket was closed by us: says nothing about the server. */
  forget(socket: object): void {
    this.#open.delete(socket);
  }

  /** Asks now, unless it is asking already. */
  probe(): void {
    if (this.#closed || this.#probing) return;
    clearTimeout(this.#timer);
    this.#probing = true;
    void this.#options.probe().finally(() => {
      this.#probing = false;
    });
  }

  close(): void {
    this.#closed = true;
    clearTimeout(this.#timer);
  }

  #reached(): void {
    clearTimeout(this.#timer);
    this.#backoff.reset();
    if (this.#state === 'online') return;
    this.#set('online');
    this.#options.onOnline();
  }

  #later(): void {
    clearTimeout(this.#timer);
    if (this.#state === 'signed-out') return;
    this.#timer = setTimeout(() => this.probe(), this.#backoff.next());
  }

  #set(state: Connection): void {
    if (this.#state === state) return;
    this.#state = state;
    this.#options.onChange(state);
  }
}
