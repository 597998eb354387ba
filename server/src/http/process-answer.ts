/** `GET /api/process`: the rows the server judges by, so that a page asks by the same ones. */
import { createHash } from 'node:crypto';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import type { Process } from '@ssp-kit/process';

/** Answers with the whole process as JSON, compressed once. Its tag names the version and the words, which may differ within one. */
export function processAnswer(process: Process): (request: Request) => Response {
  const plain = Buffer.from(JSON.stringify(process));
  const packed = {
    br: brotliCompressSync(plain, { params: { [constants.BROTLI_PARAM_QUALITY]: 9 } }),
    gzip: gzipSync(plain, { level: 9 }),
  };
  const digest = createHash('sha256').update(plain).digest('base64url').slice(0, 11);
  const etag = `"${encodeURI(process.version)}-${digest}"`;
  const common = { etag, 'cache-control': 'no-cache', vary: 'accept-encoding, origin' };

  return ({ headers }) => {
    const known = headers.get('if-none-match')?.split(/\s*,\s*/) ?? [];
    if (known.some((tag) => tag.replace(/^W\//, '') === etag))
      return new Response(null, { status: 304, headers: common });
    const accepts = headers.get('accept-encoding') ?? '';
    const encoding = /\bbr\b/.test(accepts) ? 'br' : /\bgzip\b/.test(accepts) ? 'gzip' : null;
    const body = encoding ? packed[encoding] : plain;
    return new Response(new Uint8Array(body), {
      headers: {
        ...common,
        'content-type': 'application/json; charset=utf-8',
        'content-length': String(body.length),
        ...(encoding ? { 'content-encoding': encoding } : {}),
      },
    });
  };
}
