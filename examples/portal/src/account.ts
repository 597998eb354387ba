/** Who is signed in on this browser tab, and the demo's way to sign in. The token lives as long as the tab. */
/** Somebody one can sign in as, without a password, while the server runs as a demo. */
export interface DemoPerson {
  readonly id: string;
  readonly name: string;
  readonly roles: readonly string[];
  readonly schoolName: string | null;
  /** What one can try as this person. */
  readonly says: string;
}

export interface Account {
  readonly person: string;
  readonly name: string;
  readonly roles: readonly string[];
  readonly schoolName: string | null;
  readonly token: string;
  /** ISO 8601, or null when the token does not say. */
  readonly expiresAt: string | null;
  /** Signed in without a password, by the demo. */
  readonly demo: boolean;
}

const place = 'ssp-portal.account';

export function readAccount(): Account | null {
  try {
    const kept: unknown = JSON.parse(sessionStorage.getItem(place) ?? 'null');
    return isAccount(kept) ? kept : null;
  } catch {
    return null; // not ours, or damaged: sign in again
  }
}

export function keepAccount(account: Account | null): void {
  if (account === null) sessionStorage.removeItem(place);
  else sessionStorage.setItem(place, JSON.stringify(account));
}

/** The people one may sign in as; null where this server has no demo. Rejects when the server cannot be reached. */
export async function demoPeople(query = ''): Promise<readonly DemoPerson[] | null> {
  const search = query === '' ? '' : `?${new URLSearchParams({ query })}`;
  const response = await fetch(`/api/demo/people${search}`, { headers: { accept: 'application/json' } });
  if (response.status === 404 || response.status === 403) return null;
  if (!response.ok) throw new Error(`The server answered ${response.status}.`);
  const body: unknown = await response.json();
  if (Array.isArray(body)) return body as DemoPerson[];
  return isObject(body) && Array.isArray(body['people']) ? (body['people'] as DemoPerson[]) : [];
}

export async function demoSignIn(person: DemoPerson): Promise<Account> {
  const { token, expiresAt } = await askDemo(person.id);
  const { id, name, roles, schoolName } = person;
  return { person: id, name, roles, schoolName, token, expiresAt, demo: true };
}

/** A token from elsewhere, for instance printed by `ssp token`. Null when it is none. */
export function tokenAccount(token: string): Account | null {
  try {
    const part = token.trim().split('.')[1] ?? '';
    const bytes = Uint8Array.from(atob(part.replace(/-/g, '+').replace(/_/g, '/')), (char) => char.charCodeAt(0));
    const claims: unknown = JSON.parse(new TextDecoder().decode(bytes));
    if (!isObject(claims) || typeof claims['sub'] !== 'string') return null;
    const { sub, name, exp, ssp } = claims;
    const roles = isObject(ssp) && Array.isArray(ssp['roles']) ? ssp['roles'].map(String) : [];
    const expiresAt = typeof exp === 'number' ? new Date(exp * 1000).toISOString() : null;
    return {
      person: sub,
      name: typeof name === 'string' ? name : sub,
      roles,
      schoolName: null,
      token: token.trim(),
      expiresAt,
      demo: false,
    };
  } catch {
    return null; // not a token
  }
}

/** A token that lasts, for the session. Empty when one has to sign in again. */
export async function freshToken(): Promise<string> {
  const account = readAccount();
  if (account === null) return '';
  const left = account.expiresAt === null ? Number.POSITIVE_INFINITY : Date.parse(account.expiresAt) - Date.now();
  if (left > 60_000) return account.token;
  if (!account.demo) return left > 0 ? account.token : '';
  try {
    const fresh = await askDemo(account.person);
    keepAccount({ ...account, ...fresh });
    return fresh.token;
  } catch (error) {
    if (error instanceof Denied) return '';
    throw error;
  }
}

class Denied extends Error {}

async function askDemo(person: string): Promise<{ token: string; expiresAt: string | null }> {
  const response = await fetch('/api/demo/sign-in', {
    method: 'POST',
    headers: { 'content-type': 'application/json', accept: 'application/json' },
    body: JSON.stringify({ person }),
  });
  if (response.status >= 400 && response.status < 500) throw new Denied(`The server answered ${response.status}.`);
  if (!response.ok) throw new Error(`The server answered ${response.status}.`);
  const body: unknown = await response.json();
  if (!isObject(body) || typeof body['token'] !== 'string') throw new Error('The server answered without a token.');
  return { token: body['token'], expiresAt: typeof body['expiresAt'] === 'string' ? body['expiresAt'] : null };
}

function isAccount(value: unknown): value is Account {
  return isObject(value) && typeof value['person'] === 'string' && typeof value['token'] === 'string';
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}
