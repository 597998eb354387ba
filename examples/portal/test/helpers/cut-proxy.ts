import { once } from 'node:events';
import { type AddressInfo, connect, createServer, type Server, type Socket } from 'node:net';

/**
 * The network between one browser and the server, to be cut: what is open breaks off, and nothing new comes through
 * until it is mended. A browser's own offline switch leaves open sockets alone.
 */
export class CutProxy {
  readonly url: string;
  readonly #server: Server;
  readonly #open = new Set<Socket>();
  readonly #state: { whole: boolean };

  private constructor(server: Server, open: Set<Socket>, state: { whole: boolean }) {
    this.#server = server;
    this.#open = open;
    this.#state = state;
    this.url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  }

  /** Stands in front of `port` of this machine. */
  static async before(port: number): Promise<CutProxy> {
    const open = new Set<Socket>();
    const state = { whole: true };
    const server = createServer((near) => {
      if (!state.whole) {
        near.resetAndDestroy();
        return;
      }
      const far = connect(port, '127.0.0.1');
      for (const [from, to] of [
        [near, far],
        [far, near],
      ] as const) {
        open.add(from);
        from.setNoDelay(true);
        from.on('error', () => to.destroy());
        from.on('close', () => {
          open.delete(from);
          to.destroy();
        });
        from.pipe(to);
      }
    });
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    server.unref();
    return new CutProxy(server, open, state);
  }

  get isWhole(): boolean {
    return this.#state.whole;
  }

  cut(): void {
    this.#state.whole = false;
    for (const socket of this.#open) socket.resetAndDestroy();
  }

  mend(): void {
    this.#state.whole = true;
  }

  async close(): Promise<void> {
    this.cut();
    this.#server.close();
    await once(this.#server, 'close');
  }
}
