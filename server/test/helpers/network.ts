/** A person's network between a session and the server: cut, nothing opens and nothing is answered; mended, all is as before. */
import type { SessionOptions } from '@ssp-kit/session';
import { WebSocket } from 'ws';

export class Network {
  #isUp = true;
  readonly #sockets = new Set<WebSocket>();

  cut(): void {
    this.#isUp = false;
    for (const socket of this.#sockets) socket.terminate();
    this.#sockets.clear();
  }

  mend(): void {
    this.#isUp = true;
  }

  /** What a session needs to go through it. */
  get options(): Pick<SessionOptions, 'fetch' | 'WebSocket'> {
    const isUp = () => this.#isUp;
    const sockets = this.#sockets;
    class Wire extends WebSocket {
      constructor(address: string | URL, protocols?: string | string[]) {
        super(isUp() ? address : 'ws://127.0.0.1:9', protocols);
        sockets.add(this);
        this.on('close', () => sockets.delete(this));
      }
    }
    return {
      WebSocket: Wire as unknown as typeof globalThis.WebSocket,
      fetch: async (...args) => {
        if (!isUp()) throw new TypeError('fetch failed');
        return fetch(...args);
      },
    };
  }
}
