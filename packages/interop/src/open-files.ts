import { createReadStream } from 'node:fs';
import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { Files } from './files.js';
import { UnusableInput } from './items.js';
import { openZip } from './zip.js';

/** Opens a folder, or a zip archive where `path` is a file. Throws `UnusableInput` when it is neither. */
export async function openFiles(path: string): Promise<Files> {
  const info = await stat(path).catch(() => null);
  if (!info) throw new UnusableInput(`There is no file or folder "${path}".`);
  if (info.isFile()) return openZip(path);
  const entries = await readdir(path, { withFileTypes: true });
  const names = entries.filter((entry) => entry.isFile()).map((entry) => entry.name);
  return {
    names: names.sort(),
    open: async (name) => createReadStream(join(path, name)),
    close: () => undefined,
  };
}
