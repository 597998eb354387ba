/** `ssp keys …`: works beside a running server. */
import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { StartError } from './start-error.js';
import { Keyring, type KeyPlaces } from './storage/sqlite/keyring.js';

export function keysCommand(args: readonly string[], places: KeyPlaces, print: (line: string) => void): number {
  const [what, target] = args;
  if (!existsSync(places.keys))
    throw new StartError(`There are no keys yet: ${places.keys} is made with the first start.`);
  const keys = new Keyring(places);
  try {
    if (what === 'rotate' && args.length === 1) {
      print(`${keys.rotate()} data keys are wrapped by a new key: ${places.wrapKey}. Back it up.`);
      return 0;
    }
    if (what === 'backup' && target && args.length === 2) {
      const file = resolve(target);
      if (existsSync(file)) throw new StartError(`${file} is there already.`);
      keys.backup(file);
      print(`The data keys are in ${file}. Delete older copies: destroyed keys are in them.`);
      return 0;
    }
  } finally {
    keys.close();
  }
  throw new StartError('keys is "keys rotate", or "keys backup <file>".');
}
