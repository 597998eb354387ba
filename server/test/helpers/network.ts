/**
 * A person's network between a session and the server. Cut, nothing opens and nothing is answered; mended, all is as before. Silenced, the
 * connections that stand stay open, and nothing goes through them any more.
 */
import type { SessionOptions } from '@ssp-kit/session';
import { WebSocket } from 'ws';

const nowhere = 'ws://127.0.0.1:9';

class Wire extends WebSocket {
  silent = false;

  override send(data: WebSocket.Data): void {
    if (!this.silent) super.send(data as Buffer);
  }

  override emit(event: string | symbol, ...args: unknown[]): boolean {
    return this.silent && event === 'message' ? false : super.emit(event, ...args);
  }
}

export class Network {
  #isUp = true;
  readonly #sockets = new Set<Wire>();

  cut(): void {
    this.#isUp = false;
    for (const socket of this.#sockets) socket.terminate();
    this.#sockets.clear();
  }

  silence(): void {
    for (const socket of this.#sockets) socket.silent = true;
  }

  mend(): void {
    this.#isUp = true;
  }

  /** What a session needs to go through it. */
  get options(): Pick<SessionOptions, 'fetch' | 'WebSocket'> {
    const isUp = () => this.#isUp;
    const sockets = this.#sockets;
    class OwnWire extends Wire {
      constructor(address: string | URL, protocols?: string | string[]) {
        super(isUp() ? address : nowhere, protocols);
        sockets.add(this);
        this.on('close', () => sockets.delete(this));
      }
    }
    return {
      WebSocket: OwnWire as unknown as typeof globalThis.WebSocket,
      fetch: async (...args) => {
        if (!isUp()) throw new TypeError('fetch failed');
        return fetch(...args);
      },
    };
  }
}
