/**
 * One sign-in of a person in this browser: a secret that every page of it has and that ends with the last of them. What is kept on the
 * device can be read with it alone after a reload, and without it only by asking the server again.
 */
export interface SignIn {
  readonly id: string;
  /** The token's subject. */
  readonly subject: string;
  /** What the server allows to be kept for as long as it lasts. */
  readonly keep: 'session' | 'device';
  /** 32 bytes, base64url. */
  readonly secret: string;
}

/** Another page answers within milliseconds, unless the browser has put it to sleep. */
const answerMs = 500;

const placeOf = (server: string) => `ssp-kit sign-in ${server}`;

/** The person's sign-in that this page, or another one that is open, knows. Somebody else's in this page ends here. */
export async function findSignIn(server: string, subject: string): Promise<SignIn | null> {
  const own = readSignIn(server);
  if (own?.subject === subject) return own;
  if (own) endSignIn(server);
  const other = await askOtherPages(server, subject);
  if (other) remember(server, other);
  return other;
}

export function beginSignIn(server: string, subject: string, keep: SignIn['keep']): SignIn {
  const secret = toBase64Url(crypto.getRandomValues(new Uint8Array(32)));
  const signIn = { id: crypto.randomUUID(), subject, keep, secret };
  remember(server, signIn);
  return signIn;
}

export function endSignIn(server: string): void {
  sessionStorage.removeItem(placeOf(server));
}

/** Tells other pages of the same person while this one is open. Returns the way to stop. */
export function shareSignIn(server: string, signIn: SignIn): () => void {
  const stopHolding = holdLock(lockOf(server, signIn.subject));
  const channel = new BroadcastChannel(placeOf(server));
  channel.onmessage = ({ data }: MessageEvent<unknown>) => {
    if (isQuestion(data) && data.who === signIn.subject) channel.postMessage(signIn);
  };
  return () => {
    channel.close();
    stopHolding();
  };
}

/** Holds a lock that others look at, until it is given back or the page is gone. */
export function holdLock(name: string): () => void {
  const held = new AbortController();
  const released = new Promise((resolve) => {
    held.signal.addEventListener('abort', resolve);
  });
  void navigator.locks.request(name, { mode: 'shared' }, () => released);
  return () => held.abort();
}

export function fromBase64Url(text: string): Uint8Array {
  return Uint8Array.from(atob(text.replaceAll('-', '+').replaceAll('_', '/')), (char) => char.charCodeAt(0));
}

function toBase64Url(bytes: Uint8Array): string {
  return btoa(String.fromCharCode(...bytes))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replaceAll('=', '');
}

function lockOf(server: string, subject: string): string {
  return `${placeOf(server)} ${subject}`;
}

function remember(server: string, signIn: SignIn): void {
  sessionStorage.setItem(placeOf(server), JSON.stringify(signIn));
}

function readSignIn(server: string): SignIn | null {
  const kept: unknown = JSON.parse(sessionStorage.getItem(placeOf(server)) ?? 'null');
  return isSignIn(kept) ? kept : null;
}

/** Asks only where a page is open that can answer: the first page of a browser waits for nobody. */
async function askOtherPages(server: string, subject: string): Promise<SignIn | null> {
  const { held = [] } = await navigator.locks.query();
  if (!held.some(({ name }) => name === lockOf(server, subject))) return null;
  return new Promise((resolve) => {
    const channel = new BroadcastChannel(placeOf(server));
    const finish = (signIn: SignIn | null) => {
      clearTimeout(timer);
      channel.close();
      resolve(signIn);
    };
    const timer = setTimeout(() => finish(null), answerMs);
    channel.onmessage = ({ data }: MessageEvent<unknown>) => {
      if (isSignIn(data) && data.subject === subject) finish(data);
    };
    channel.postMessage({ who: subject });
  });
}

function isQuestion(data: unknown): data is { readonly who: string } {
  return typeof data === 'object' && data !== null && 'who' in data;
}

function isSignIn(value: unknown): value is SignIn {
  if (typeof value !== 'object' || value === null) return false;
  const { id, subject, keep, secret } = value as Record<string, unknown>;
  return [id, subject, keep, secret].every((part) => typeof part === 'string');
}
