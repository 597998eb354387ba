/** Tokens: who somebody is. A JWT of the host (HS256 secret or a key set), or one of our own. */
import { createRemoteJWKSet, errors, type JWTPayload, jwtVerify, SignJWT } from 'jose';
import type { Process } from '@ssp-kit/process';
import type { Revocation } from './storage/port.js';
import type { Settings } from './settings.js';

/** What a token says, checked. */
export interface Claims {
  readonly sub: string;
  readonly name: string;
  /** The roster's id or username of the person, where the host knows it. */
  readonly person: string | null;
  readonly roles: readonly string[];
  readonly schools: readonly string[];
  readonly students: readonly string[];
  /** Milliseconds since 1970. */
  readonly issued: number;
  readonly expires: number;
}

export interface NewToken {
  readonly sub: string;
  readonly name: string;
  readonly person?: string;
  readonly roles: readonly string[];
  readonly schools?: readonly string[];
  readonly students?: readonly string[];
  /** Seconds from now. */
  readonly expiresIn: number;
}

/** A token that is missing, broken, expired, revoked or of somebody else. The message may be shown. */
export class TokenError extends Error {
  override readonly name = 'TokenError';
}

export interface Auth {
  verify(token: string): Promise<Claims>;
  /** Makes a token of our own secret; throws where a key set is configured. */
  sign(token: NewToken): Promise<string>;
  /** Tokens of this person that were issued before the instant are refused from now on. */
  revoke(revocation: Revocation): void;
  isRevoked(claims: Claims): boolean;
}

/** Leeway for the clock of the token's maker, seconds. It counts for the token's begin, never for its end. */
const leeway = 60;
const longestToken = 16 * 1024;

export function makeAuth(
  settings: Pick<Settings, 'keys' | 'issuer' | 'audience' | 'process'>,
  revocations: readonly Revocation[],
): Auth {
  const { keys, issuer, audience, process } = settings;
  const revoked = new Map(revocations.map(({ person, before }) => [person, before]));
  const secret = 'secret' in keys ? new TextEncoder().encode(keys.secret) : null;
  const keySet = 'jwks' in keys ? createRemoteJWKSet(keys.jwks, { timeoutDuration: 3_000 }) : null;
  const options = {
    clockTolerance: leeway,
    requiredClaims: ['sub', 'exp'],
    ...(issuer ? { issuer } : {}),
    ...(audience ? { audience } : {}),
  };

  const auth: Auth = {
    async verify(token) {
      if (token.length > longestToken) throw new TokenError('the token is too long');
      const claims = readClaims(process, await payloadOf(token));
      if (claims.expires <= Date.now()) throw new TokenError('the token has expired');
      if (auth.isRevoked(claims)) throw new TokenError('the token was revoked');
      return claims;
    },

    sign({ sub, name, person, roles, schools, students, expiresIn }) {
      if (!secret) throw new TokenError('tokens are made by the key set’s owner, not here');
      const ssp = { roles, ...(person ? { person } : {}), schools: schools ?? [], students: students ?? [] };
      const jwt = new SignJWT({ name, ssp })
        .setProtectedHeader({ alg: 'HS256', typ: 'JWT' })
        .setSubject(sub)
        .setIssuedAt()
        .setExpirationTime(Math.floor(Date.now() / 1000) + expiresIn);
      if (issuer) jwt.setIssuer(issuer);
      if (audience) jwt.setAudience(audience);
      return jwt.sign(secret);
    },

    revoke({ person, before }) {
      revoked.set(person, Math.max(before, revoked.get(person) ?? 0));
    },

    isRevoked({ sub, person, issued }) {
      return [sub, person].some((id) => id !== null && issued < (revoked.get(id) ?? 0));
    },
  };

  async function payloadOf(token: string): Promise<JWTPayload> {
    try {
      if (secret) return (await jwtVerify(token, secret, { ...options, algorithms: ['HS256'] })).payload;
      if (!keySet) throw new TokenError('no key is configured');
      return (await jwtVerify(token, keySet, { ...options, algorithms: [...asymmetric] })).payload;
    } catch (error) {
      if (error instanceof errors.JWTExpired) throw new TokenError('the token has expired');
      throw new TokenError('the token is not valid');
    }
  }
  return auth;
}

const asymmetric = ['RS256', 'RS384', 'RS512', 'PS256', 'PS384', 'PS512', 'ES256', 'ES384', 'ES512', 'EdDSA'];

function readClaims({ roles: known, profile }: Process, payload: JWTPayload): Claims {
  const { sub, exp, iat } = payload;
  const name = payload['name'];
  const ssp = (payload['ssp'] ?? {}) as Readonly<Record<string, unknown>>;
  if (!sub || sub.length > 200 || typeof exp !== 'number') throw new TokenError('the token names nobody');
  const { hostRoles = {} } = profile;
  const ours = texts(ssp['roles']).map((role) => (Object.hasOwn(hostRoles, role) ? (hostRoles[role] ?? role) : role));
  const roles = [...new Set(ours)].filter((role) => known.some(({ id }) => id === role));
  return {
    sub,
    name: typeof name === 'string' && name.trim() !== '' ? name.trim().slice(0, 120) : sub,
    person: typeof ssp['person'] === 'string' && ssp['person'] !== '' ? ssp['person'].slice(0, 200) : null,
    roles,
    schools: texts(ssp['schools']),
    students: texts(ssp['students']),
    issued: typeof iat === 'number' ? iat * 1000 : 0,
    expires: exp * 1000,
  };
}

function texts(value: unknown): string[] {
  if (!Array.isArray(value)) return [];
  return value.filter((item): item is string => typeof item === 'string' && item.length <= 200).slice(0, 500);
}
