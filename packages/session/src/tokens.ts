/** Keeps the host's token: asks for it once at a time, renews it before it ends, and knows when the person is signed out. */
import { type Log, silentLog } from './log.js';

/**
 * What `getToken` rejects with when the host has no token to give because nobody is signed in.
 * Any other rejection is taken for a network that fails for now. An empty token means the same as this.
 */
export class SignedOut extends Error {
  override readonly name = 'SignedOut';
}

/** What the session reads from a token; the server alone checks it. */
export interface Claims {
  readonly sub: string;
  readonly name: string;
  readonly roles: readonly string[];
  /** Milliseconds since 1970, or null when the token does not say. */
  readonly expires: number | null;
}

export class TokenKeeper {
  /** Whose tokens are taken. Another's means that somebody else signed in at the host: what is open here is not theirs. */
  subject: string | null = null;
  readonly #ask: () => Promise<string>;
  readonly #log: Log;
  readonly #onRenewed: (token: string) => void;
  #token: string | null = null;
  #expires: number | null = null;
  #asking: Promise<string> | null = null;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #closed = false;

  constructor(options: {
    ask: () => Promise<string>;
    log?: Log;
    /** A new token came before the old one ended: tell the open connections. */
    onRenewed?: (token: string) => void;
  }) {
    this.#ask = options.ask;
    this.#log = options.log ?? silentLog;
    this.#onRenewed = options.onRenewed ?? (() => undefined);
  }

  /** A token that has not ended. Rejects with `SignedOut`, or with the network's error. */
  async get(): Promise<string> {
    const fresh = this.#expires === null || this.#expires - Date.now() > 1_000;
    if (this.#token !== null && fresh) return this.#token;
    return this.renew();
  }

  /** Asks the host for a new token, also when the old one seems good. */
  renew(): Promise<string> {
    this.#asking ??= this.#renew().finally(() => {
      this.#asking = null;
    });
    return this.#asking;
  }

  close(): void {
    this.#closed = true;
    clearTimeout(this.#timer);
  }

  async #renew(): Promise<string> {
    const token = await this.#ask();
    if (token === '') throw new SignedOut('The host gave no token.');
    const claims = readClaims(token);
    if (this.subject !== null && claims?.sub !== this.subject) throw new SignedOut('Somebody else is signed in.');
    const before = this.#token;
    this.#token = token;
    this.#expires = claims?.expires ?? null;
    this.#schedule();
    if (before !== null && before !== token) this.#onRenewed(token);
    return token;
  }

  #schedule(): void {
    clearTimeout(this.#timer);
    if (this.#closed || this.#expires === null) return;
    const left = this.#expires - Date.now();
    // A minute before the end; of short tokens in the last fifth. Timers cannot wait longer than 2^31 ms.
    const wait = Math.min(Math.max(left - Math.min(60_000, left / 5), 500), 2 ** 31 - 1);
    if (left <= 0) return;
    this.#timer = setTimeout(() => {
      this.renew().catch((error: unknown) => this.#log.warn('token not renewed', error));
    }, wait);
  }
}

/** The claims of a JWT without checking it; null when it is none. */
export function readClaims(token: string): Claims | null {
  try {
    const body = token.split('.')[1] ?? '';
    const bytes = Uint8Array.from(atob(body.replace(/-/g, '+').replace(/_/g, '/')), (char) => char.charCodeAt(0));
    const claims: unknown = JSON.parse(new TextDecoder().decode(bytes));
    if (!isRecord(claims) || typeof claims.sub !== 'string') return null;
    const ssp = isRecord(claims.ssp) ? claims.ssp : {};
    return {
      sub: claims.sub,
      name: typeof claims.name === 'string' ? claims.name : claims.sub,
      roles: strings(ssp.roles),
      expires: typeof claims.exp === 'number' ? claims.exp * 1000 : null,
    };
  } catch {
    return null; // not a JWT: the server says what it thinks of it
  }
}

function strings(value: unknown): readonly string[] {
  return Array.isArray(value) ? value.filter((item): item is string => typeof item === 'string') : [];
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}
