/** Answers a JWT; an empty one says that nobody is signed in. Rejects where it may be had later. */
export type GetToken = () => Promise<string> | string;

/** What the page offers: a function, or an address of its own that answers `{"token": "…"}` as JSON. */
export interface TokenOffer {
  readonly getToken: GetToken | null;
  readonly tokenUrl: string | null;
}

/** Why there is no token: `missing` the page offers none; `refused` it said so; `not-json` it answered something else, as a sign-in page does; `signed-out` the person signed out here. */
export type TokenProblem = 'missing' | 'refused' | 'not-json' | 'bad-shape' | 'signed-out';

/** 2, 4, 8 … at most 60 seconds between questions to a host that fails. */
const firstWait = 2_000;
const longestWait = 60_000;

/**
 * Asks the host page for a token, one question at a time. A host that says no is not asked again until something on the
 * page changes (`again`): some log a person out after a few refused requests. One that fails is asked more and more rarely.
 */
export class TokenSource {
  problem: TokenProblem | null = null;
  readonly #offer: () => TokenOffer;
  readonly #now: () => number;
  #given: string | null = null;
  #asking: Promise<string> | null = null;
  #wait = 0;
  #notBefore = 0;

  constructor(offer: () => TokenOffer, now: () => number = Date.now) {
    this.#offer = offer;
    this.#now = now;
  }

  /** A token the page handed over: used once, before anything is asked. */
  give(token: string): void {
    this.#given = token;
    this.again();
  }

  /** The page has something new to offer. */
  again(): void {
    this.problem = null;
    this.#wait = 0;
    this.#notBefore = 0;
  }

  /** The person signed out: nothing is asked until `again`. */
  end(): void {
    this.#given = null;
    this.problem = 'signed-out';
  }

  /** Empty where there is no token to have, which the session takes for signed out; rejects where it may be had later. */
  ask(): Promise<string> {
    this.#asking ??= this.#ask().finally(() => {
      this.#asking = null;
    });
    return this.#asking;
  }

  async #ask(): Promise<string> {
    if (this.#given !== null) {
      const token = this.#given;
      this.#given = null;
      return token;
    }
    if (this.problem !== null) return this.#deny(this.problem);
    if (this.#now() < this.#notBefore) throw new Error('The page’s token address failed a moment ago.');
    const { getToken, tokenUrl } = this.#offer();
    if (getToken === null && tokenUrl === null) return this.#deny('missing');
    try {
      const token: unknown = getToken === null ? await this.#fetch(String(tokenUrl)) : await getToken();
      this.#wait = 0;
      if (typeof token === 'string' && token !== '') return token;
      return this.problem === null ? this.#deny('bad-shape') : '';
    } catch (error) {
      this.#wait = Math.min(this.#wait * 2 || firstWait, longestWait);
      this.#notBefore = this.#now() + this.#wait;
      throw error;
    }
  }

  async #fetch(address: string): Promise<string> {
    const response = await fetch(new URL(address, document.baseURI), {
      headers: { accept: 'application/json' },
      credentials: 'same-origin',
      cache: 'no-store',
      signal: AbortSignal.timeout(15_000),
    });
    const { status } = response;
    if (status >= 500 || status === 429 || status === 408)
      throw new Error(`The page’s token address answered ${status}.`);
    if (!response.ok) return this.#deny('refused');
    // A signed-out host answers 200 with a page that redirects: only JSON of the right shape counts.
    if (!/^application\/([a-z.]+\+)?json\b/i.test(response.headers.get('content-type') ?? ''))
      return this.#deny('not-json');
    const body: unknown = await response.json().catch(() => null);
    const token = typeof body === 'object' && body !== null && 'token' in body ? body.token : null;
    return typeof token === 'string' && token !== '' ? token : this.#deny('bad-shape');
  }

  #deny(problem: TokenProblem): string {
    this.problem = problem;
    return '';
  }
}
