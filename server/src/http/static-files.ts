/** Files of a folder, compressed once and kept in memory; a file that was built anew is read anew. */
import { createHash } from 'node:crypto';
import { readFile, stat } from 'node:fs/promises';
import { extname, join, normalize, sep } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.map': 'application/json; charset=utf-8',
  '.webmanifest': 'application/manifest+json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.woff2': 'font/woff2',
  '.txt': 'text/plain; charset=utf-8',
};
const compressible = /^(text|application)\/|svg/;
/** Names with a hash of their content in them never change. */
const hashed = /-[A-Z0-9]{8}\.[a-z0-9]+$/;

interface StaticFile {
  readonly changed: number;
  readonly type: string;
  readonly etag: string;
  readonly cache: string;
  readonly plain: Buffer;
  readonly br: Buffer | null;
  readonly gzip: Buffer | null;
}

export class StaticFiles {
  readonly #folder: string;
  readonly #files = new Map<string, Promise<StaticFile>>();
  readonly #changed = new Map<string, number>();

  constructor(folder: string) {
    this.#folder = folder;
  }

  /** The answer for a path below the folder; null when there is no such file. */
  async answer(path: string, request: Request, headers: Readonly<Record<string, string>>): Promise<Response | null> {
    const file = await this.#file(path);
    if (!file) return null;
    const known = request.headers.get('if-none-match')?.split(/\s*,\s*/) ?? [];
    const common = { ...headers, etag: file.etag, 'cache-control': file.cache, vary: 'accept-encoding' };
    if (known.includes(file.etag)) return new Response(null, { status: 304, headers: common });
    const accepts = request.headers.get('accept-encoding') ?? '';
    const [encoding, body] =
      file.br && /\bbr\b/.test(accepts)
        ? ['br', file.br]
        : file.gzip && /\bgzip\b/.test(accepts)
          ? ['gzip', file.gzip]
          : [null, file.plain];
    return new Response(request.method === 'HEAD' ? null : new Uint8Array(body), {
      headers: {
        ...common,
        'content-type': file.type,
        'content-length': String(body.length),
        ...(encoding ? { 'content-encoding': encoding } : {}),
      },
    });
  }

  async #file(path: string): Promise<StaticFile | null> {
    const name = normalize(path.endsWith('/') ? `${path}index.html` : path);
    if (name.includes('\0') || name.split(sep).some((part) => part.startsWith('.'))) return null;
    const full = join(this.#folder, name);
    const found = await stat(full).catch(() => null);
    if (!found?.isFile()) return null;
    const changed = found.mtimeMs;
    if (this.#changed.get(full) !== changed) {
      this.#changed.set(full, changed);
      this.#files.set(full, read(full, changed));
    }
    return (await this.#files.get(full)) ?? null;
  }
}

async function read(full: string, changed: number): Promise<StaticFile> {
  const plain = await readFile(full);
  const type = types[extname(full)] ?? 'application/octet-stream';
  const pack = compressible.test(type) && plain.length > 512;
  const quality = { params: { [constants.BROTLI_PARAM_QUALITY]: 9 } };
  const [br, gz] = pack
    ? await Promise.all([promisify(brotliCompress)(plain, quality), promisify(gzip)(plain, { level: 9 })])
    : [null, null];
  return {
    changed,
    type,
    etag: `"${createHash('sha256').update(plain).digest('base64url').slice(0, 22)}"`,
    cache: hashed.test(full) ? 'public, max-age=31536000, immutable' : 'no-cache',
    plain,
    br,
    gzip: gz,
  };
}
