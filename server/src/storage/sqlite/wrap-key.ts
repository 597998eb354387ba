/** The one key that is not in a database: it wraps the data keys of all cases. 32 bytes, base64url, in a file of its own. */
import { createHash, randomBytes } from 'node:crypto';
import { existsSync, readFileSync, renameSync, statSync, writeFileSync } from 'node:fs';
import { StartError } from '../../start-error.js';

export interface WrapKey {
  readonly bytes: Uint8Array;
  /** Tells keys apart and says nothing about them. */
  readonly id: string;
}

/** Makes the file, readable by its owner alone. */
export function makeWrapKey(file: string): WrapKey {
  try {
    writeFileSync(file, `${randomBytes(32).toString('base64url')}\n`, { mode: 0o600, flag: 'wx', flush: true });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') {
      throw new StartError(`SSP_KEY_FILE: ${file} cannot be written: ${(error as Error).message}.`);
    }
  }
  return readWrapKey(file);
}

/** Throws a StartError for a file that is not there, that everybody may read, or that is no key. */
export function readWrapKey(file: string): WrapKey {
  let text: string;
  try {
    text = readFileSync(file, 'utf8').trim();
    if (process.platform !== 'win32' && (statSync(file).mode & 0o007) !== 0) {
      throw new StartError(`SSP_KEY_FILE: ${file} may be used by everybody: run chmod 600 on it.`);
    }
  } catch (error) {
    if (error instanceof StartError) throw error;
    throw new StartError(`SSP_KEY_FILE: ${file} cannot be read: without it nothing in the database can be.`);
  }
  const bytes = Buffer.from(text, 'base64url');
  if (bytes.length !== 32) throw new StartError(`SSP_KEY_FILE: ${file} does not hold 32 bytes in base64url.`);
  return { bytes, id: createHash('sha256').update('ssp-wrap-key').update(bytes).digest('hex').slice(0, 32) };
}

/** Where the next key waits while the data keys are being wrapped anew. */
export function nextFile(file: string): string {
  return `${file}.new`;
}

/** Puts the next key in the place of this one. */
export function takeNext(file: string): WrapKey {
  renameSync(nextFile(file), file);
  return readWrapKey(file);
}

export function hasNext(file: string): boolean {
  return existsSync(nextFile(file));
}
