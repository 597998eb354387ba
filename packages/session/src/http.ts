/** The API as the session uses it: one answer for every outcome, nothing thrown. */
import type { Problem } from '@ssp-kit/protocol';
import { type Log, silentLog } from './log.js';
import { SignedOut, type TokenKeeper } from './tokens.js';

export type Answer<T> =
  | { readonly kind: 'ok'; readonly status: number; readonly body: T }
  /** No answer, or one that may be different later (5xx, 429): try again. */
  | { readonly kind: 'unreachable'; readonly detail: string }
  /** No token, or the server does not take it, or something in between wants a sign-in page. */
  | { readonly kind: 'signed-out' }
  /** The server understood and said no. `body` is its JSON. */
  | {
      readonly kind: 'denied';
      readonly status: number;
      readonly problem: Problem | null;
      readonly body: unknown;
    };

export interface ApiOptions {
  /** `http(s)://host`, without a slash at the end. */
  readonly server: string;
  readonly tokens: TokenKeeper;
  readonly fetch?: typeof fetch;
  readonly timeoutMs?: number;
  readonly log?: Log;
  /** After each exchange: whether a server of ours answered. */
  readonly onContact?: (contact: 'reached' | 'unreachable' | 'signed-out') => void;
}

export class Api {
  readonly #options: ApiOptions;
  readonly #reads = new Map<string, Promise<Answer<unknown>>>();
  readonly #abort = new AbortController();

  constructor(options: ApiOptions) {
    this.#options = options;
  }

  /** Reads; the same question asked again before the answer came is one question. */
  get<T>(path: string, isShape: (body: unknown) => body is T): Promise<Answer<T>> {
    const known = this.#reads.get(path) as Promise<Answer<T>> | undefined;
    if (known) return known;
    const reading = this.#request('GET', path, undefined, isShape).finally(() => {
      this.#reads.delete(path);
    });
    this.#reads.set(path, reading);
    return reading;
  }

  /**
   * Reads what needs no token, past what a cache may hold of it. Says nothing about who is signed in, and no header of ours
   * makes the browser ask another site's permission first.
   */
  async getOpen<T>(path: string, isShape: (body: unknown) => body is T): Promise<Answer<T>> {
    const { server } = this.#options;
    const send = this.#options.fetch ?? globalThis.fetch;
    try {
      const response = await send(`${server}${path}`, {
        headers: { accept: 'application/json' },
        cache: 'no-cache',
        signal: this.#signal(),
      });
      return await this.#read(response, isShape);
    } catch (error) {
      return { kind: 'unreachable', detail: String(error) };
    }
  }

  send<T>(
    method: 'PUT' | 'POST',
    path: string,
    body: unknown,
    isShape: (body: unknown) => body is T,
  ): Promise<Answer<T>> {
    return this.#request(method, path, body, isShape);
  }

  close(): void {
    this.#abort.abort();
  }

  async #request<T>(
    method: string,
    path: string,
    body: unknown,
    isShape: (body: unknown) => body is T,
  ): Promise<Answer<T>> {
    const { tokens, onContact } = this.#options;
    let answer: Answer<T>;
    try {
      answer = await this.#once(method, path, body, isShape, await tokens.get());
      // One new token, not more: a server that refuses that one too would be asked for ever.
      if (answer.kind === 'signed-out') {
        answer = await this.#once(method, path, body, isShape, await tokens.renew());
      }
    } catch (error) {
      answer = error instanceof SignedOut ? { kind: 'signed-out' } : { kind: 'unreachable', detail: String(error) };
    }
    if (!this.#abort.signal.aborted) {
      const reached = answer.kind === 'ok' || answer.kind === 'denied';
      onContact?.(reached ? 'reached' : (answer.kind as 'unreachable' | 'signed-out'));
    }
    return answer;
  }

  async #once<T>(
    method: string,
    path: string,
    body: unknown,
    isShape: (body: unknown) => body is T,
    token: string,
  ): Promise<Answer<T>> {
    const { server } = this.#options;
    const send = this.#options.fetch ?? globalThis.fetch;
    const response = await send(`${server}${path}`, {
      method,
      headers: {
        accept: 'application/json',
        authorization: `Bearer ${token}`,
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      signal: this.#signal(),
    });
    return this.#read(response, isShape);
  }

  #signal(): AbortSignal {
    const { timeoutMs = 15_000 } = this.#options;
    return AbortSignal.any([this.#abort.signal, AbortSignal.timeout(timeoutMs)]);
  }

  async #read<T>(response: Response, isShape: (body: unknown) => body is T): Promise<Answer<T>> {
    const { status } = response;
    const log = this.#options.log ?? silentLog;
    const type = response.headers.get('content-type') ?? '';
    const json = /^application\/([a-z.]+\+)?json\b/i.test(type);
    if (status === 401) {
      await response.body?.cancel();
      return { kind: 'signed-out' };
    }
    if (!json) {
      await response.body?.cancel();
      // A page instead of data: a proxy or a portal in between that wants its own sign-in first.
      if (response.ok && /html/i.test(type)) return { kind: 'signed-out' };
      return { kind: 'unreachable', detail: `status ${status}, ${type || 'no content type'}` };
    }
    const body: unknown = await response.json();
    if (response.ok) {
      if (isShape(body)) return { kind: 'ok', status, body };
      log.warn('an answer of an unknown shape', { status });
      return { kind: 'unreachable', detail: 'an answer of an unknown shape' };
    }
    if (status >= 500 || status === 429 || status === 408) {
      return { kind: 'unreachable', detail: `status ${status}` };
    }
    return { kind: 'denied', status, problem: isProblem(body) ? body : null, body };
  }
}

function isProblem(body: unknown): body is Problem {
  return typeof body === 'object' && body !== null && 'title' in body && 'status' in body;
}
