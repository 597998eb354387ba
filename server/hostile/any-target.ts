import type { Address, Scene, Target } from './target.js';

export interface AnyTargetOptions {
  /** `ws://…`, to which a room's name is added behind a slash. */
  readonly url: string;
  /** The room to attack in; `{n}` in it is replaced by a number, so that each attack has a room of its own. */
  readonly room: string;
  readonly canaryRoom: string;
  /** Goes into the address as `?token=…`, as y-websocket's `params` do. */
  readonly token: string | null;
  readonly victimToken: string | null;
  /** Subprotocols, in their order. */
  readonly protocols: readonly string[];
  readonly victimProtocols: readonly string[];
}

/** Any server that speaks y-websocket's protocol. Throws for one that is not on this machine: nobody else's server is attacked. */
export function anyTarget(options: AnyTargetOptions): Target {
  const base = new URL(options.url);
  if (!['127.0.0.1', 'localhost', '[::1]'].includes(base.hostname)) {
    throw new Error(`${base.hostname} is not this machine: only servers on loopback are attacked.`);
  }
  let count = 0;
  const address = (room: string, token: string | null, protocols: readonly string[]): Address => ({
    url: `${options.url.replace(/\/$/, '')}/${room}${token === null ? '' : `?token=${encodeURIComponent(token)}`}`,
    protocols,
  });
  return {
    name: options.url,
    anyRoom: true,
    scene(): Promise<Scene> {
      count += 1;
      const name = options.room.replace('{n}', String(count));
      return Promise.resolve({
        name,
        attacker: address(name, options.token, options.protocols),
        victim: address(name, options.victimToken ?? options.token, options.victimProtocols),
      });
    },
    canary: address(options.canaryRoom, options.victimToken ?? options.token, options.victimProtocols),
    memory: () => null,
    ended: () => null,
    own: null,
    close: () => Promise.resolve(),
  };
}
