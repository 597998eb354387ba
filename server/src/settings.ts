/** The settings of the server: environment variables, each checked. What is wrong stops the start with one sentence. */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { accessSync, constants } from 'node:fs';
import { randomBytes } from 'node:crypto';
import { join, resolve } from 'node:path';
import type { Process } from '@ssp-kit/process';
import type { Keep } from '@ssp-kit/protocol';
import { processOf } from './process.js';
import { StartError } from './start-error.js';

/** Where the server keeps what it keeps: all that commands on the stored records need to know. */
export interface Places {
  /** Absolute path; made when it is missing. */
  readonly dataDir: string;
  /** File of the key by which the data keys of the cases are wrapped; made when it is missing. */
  readonly keyFile: string;
  /** File to which the head of the audit log is written; null: nowhere. */
  readonly auditAnchor: string | null;
}

export interface Settings extends Places {
  readonly host: string;
  /** 0 takes any free port. */
  readonly port: number;
  /** HS256 secret, or the address of a key set. */
  readonly keys: { readonly secret: string } | { readonly jwks: URL };
  readonly issuer: string | null;
  readonly audience: string | null;
  /** Origins of other sites whose pages may use this server, for instance `https://sis.example.org`. */
  readonly allowedOrigins: readonly string[];
  /** `on` and `off` as said; `auto`: on while the folder was made as a demo and only this machine can reach the server. */
  readonly demo: 'on' | 'off' | 'auto';
  readonly logLevel: LogLevel;
  /** The most that may be kept of the records in people's browsers. */
  readonly offline: Keep;
  /** The rows everything is judged by. */
  readonly process: Process;
}

const logLevels = ['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent'] as const;
export type LogLevel = (typeof logLevels)[number];

const known = [
  'SSP_DATA_DIR',
  'SSP_JWT_SECRET',
  'SSP_JWKS_URL',
  'SSP_JWT_ISSUER',
  'SSP_JWT_AUDIENCE',
  'SSP_ALLOWED_ORIGINS',
  'SSP_PROFILE',
  'SSP_DEMO',
  'SSP_LOG_LEVEL',
  'SSP_KEY_FILE',
  'SSP_AUDIT_ANCHOR',
  'SSP_OFFLINE',
];
const notYet = ['SSP_DATABASE_URL', 'SSP_REDIS_URL'];
/** Belong to the repository's own scripts, which start the server. */
const ofScripts = ['SSP_CHROMIUM', 'SSP_TEST_EDFI', 'SSP_TEST_NAME', 'SSP_TEST_TOTALS'];

type Environment = Readonly<Record<string, string | undefined>>;

/** Reads and checks the settings, and makes the data folder and its secret where they are missing. */
export function readSettings(env: Environment): Settings {
  const places = readPlaces(env);
  return {
    ...places,
    host: env['HOST'] || '127.0.0.1',
    port: readPort(env['PORT']),
    keys: readKeys(env, places.dataDir),
    issuer: env['SSP_JWT_ISSUER'] || null,
    audience: env['SSP_JWT_AUDIENCE'] || null,
    allowedOrigins: readOrigins(env['SSP_ALLOWED_ORIGINS']),
    demo: readDemo(env['SSP_DEMO']),
    logLevel: readLogLevel(env['SSP_LOG_LEVEL']),
    offline: readOffline(env['SSP_OFFLINE']),
    process: processOf(env['SSP_PROFILE']),
  };
}

/** Where the records are, and nothing else: a profile that is wrong keeps nobody from taking them out. Makes the folder. */
export function readPlaces(env: Environment): Places {
  refuseUnknown(env);
  const dataDir = resolve(env['SSP_DATA_DIR'] || './data');
  makeFolder(dataDir);
  return {
    dataDir,
    keyFile: resolve(env['SSP_KEY_FILE'] || join(dataDir, 'wrap-key')),
    auditAnchor: env['SSP_AUDIT_ANCHOR'] ? resolve(env['SSP_AUDIT_ANCHOR']) : null,
  };
}

/** Whether only programs of this machine can reach a server that listens on `host`. */
export function isLoopback(host: string): boolean {
  return host === 'localhost' || host === '::1' || /^127(\.\d{1,3}){3}$/.test(host);
}

function refuseUnknown(env: Environment): void {
  for (const name of Object.keys(env)) {
    if (!name.startsWith('SSP_') || !env[name]) continue;
    if (notYet.includes(name)) {
      throw new StartError(
        `${name} is not supported by this version: unset it. The server keeps everything in one file.`,
      );
    }
    if (!known.includes(name) && !ofScripts.includes(name)) {
      throw new StartError(`${name} is not a setting of this server. It knows HOST, PORT, ${known.join(', ')}.`);
    }
  }
}

function makeFolder(folder: string): void {
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    accessSync(folder, constants.W_OK | constants.X_OK);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    const why =
      code === 'ENOSPC'
        ? 'the disk is full'
        : code === 'EEXIST' || code === 'ENOTDIR'
          ? 'it is not a folder'
          : 'it cannot be written';
    throw new StartError(`The data folder ${folder} cannot be used: ${why}. Set SSP_DATA_DIR to another folder.`);
  }
}

function readPort(value: string | undefined): number {
  if (!value) return 4400;
  const port = Number(value);
  if (!/^\d+$/.test(value) || port > 65_535)
    throw new StartError(`PORT is "${value}": it must be a number from 0 to 65535.`);
  return port;
}

function readKeys(env: Environment, dataDir: string): Settings['keys'] {
  const secret = env['SSP_JWT_SECRET'];
  const jwks = env['SSP_JWKS_URL'];
  if (secret && jwks) throw new StartError('SSP_JWT_SECRET and SSP_JWKS_URL are both set: keep one of them.');
  if (jwks) {
    const url = URL.canParse(jwks) ? new URL(jwks) : null;
    if (url?.protocol !== 'https:' && !(url?.protocol === 'http:' && isLoopback(url.hostname))) {
      throw new StartError('SSP_JWKS_URL must be an https address.');
    }
    return { jwks: url };
  }
  if (secret) {
    if (Buffer.byteLength(secret) < 32)
      throw new StartError('SSP_JWT_SECRET is too short: it needs at least 32 bytes.');
    return { secret };
  }
  return { secret: keptSecret(join(dataDir, 'jwt-secret')) };
}

function keptSecret(file: string): string {
  try {
    writeFileSync(file, `${randomBytes(32).toString('base64url')}\n`, { mode: 0o600, flag: 'wx' });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') {
      throw new StartError(`${file} cannot be written: ${(error as Error).message}.`);
    }
  }
  const secret = readFileSync(file, 'utf8').trim();
  if (Buffer.byteLength(secret) < 32) throw new StartError(`${file} is damaged: delete it, and a new secret is made.`);
  return secret;
}

function readOrigins(value: string | undefined): string[] {
  return (value ?? '')
    .split(/[\s,]+/)
    .filter((origin) => origin !== '')
    .map((origin) => {
      if (!URL.canParse(origin) || new URL(origin).origin !== origin) {
        throw new StartError(
          `SSP_ALLOWED_ORIGINS names "${origin}", which is not an origin like https://sis.example.org.`,
        );
      }
      return origin;
    });
}

function readDemo(value: string | undefined): Settings['demo'] {
  if (!value) return 'auto';
  if (value === '1' || value === 'true') return 'on';
  if (value === '0' || value === 'false') return 'off';
  throw new StartError(`SSP_DEMO is "${value}": it must be 1 or 0.`);
}

function readOffline(value: string | undefined): Keep {
  if (!value) return 'device';
  if (value === 'none' || value === 'session' || value === 'device') return value;
  throw new StartError(`SSP_OFFLINE is "${value}": it must be none, session or device.`);
}

function readLogLevel(value: string | undefined): LogLevel {
  const level = logLevels.find((name) => name === (value || 'info'));
  if (!level) throw new StartError(`SSP_LOG_LEVEL is "${value}": it must be one of ${logLevels.join(', ')}.`);
  return level;
}
