import type { Readable } from 'node:stream';
import yauzl from 'yauzl';
import type { Files } from './files.js';
import { UnusableInput } from './items.js';

/** The files of a zip archive by their names without folders. Throws `UnusableInput` for anything else. */
export async function openZip(path: string): Promise<Files> {
  const zip = await open(path);
  const entries = await list(zip);
  return {
    names: [...entries.keys()].sort(),
    async open(name) {
      const entry = entries.get(name);
      if (!entry) throw new Error(`no entry ${name}`);
      return read(zip, entry);
    },
    close: () => zip.close(),
  };
}

function open(path: string): Promise<yauzl.ZipFile> {
  return new Promise((resolve, reject) => {
    yauzl.open(path, { lazyEntries: true, autoClose: false }, (error, zip) => {
      if (error) reject(new UnusableInput(`"${path}" is no zip archive: ${error.message}`));
      else resolve(zip);
    });
  });
}

function list(zip: yauzl.ZipFile): Promise<Map<string, yauzl.Entry>> {
  return new Promise((resolve, reject) => {
    const entries = new Map<string, yauzl.Entry>();
    zip.on('entry', (entry: yauzl.Entry) => {
      const name = entry.fileName.slice(entry.fileName.lastIndexOf('/') + 1);
      const hidden = name === '' || name.startsWith('.') || entry.fileName.startsWith('__MACOSX/');
      if (!hidden) entries.set(name, entry);
      zip.readEntry();
    });
    zip.once('end', () => resolve(entries));
    zip.once('error', (error: Error) => {
      reject(new UnusableInput(`The zip archive is damaged: ${error.message}`));
    });
    zip.readEntry();
  });
}

function read(zip: yauzl.ZipFile, entry: yauzl.Entry): Promise<Readable> {
  return new Promise((resolve, reject) => {
    zip.openReadStream(entry, (error, stream) => {
      if (error) reject(error);
      else resolve(stream);
    });
  });
}
