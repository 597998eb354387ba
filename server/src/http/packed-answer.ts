/** A body that is the same for everybody and for the life of the server: compressed once, sent whole or not at all. */
import { createHash } from 'node:crypto';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';

/**
 * Answers with the text as the reader takes it, or that they have it already. The text is compressed here and now; `quality` is brotli's,
 * 0 to 11. The tag is a digest of the text, behind `tag` where it is given.
 */
export function packedAnswer(
  text: string,
  { quality, headers, tag }: { quality: number; headers: Readonly<Record<string, string>>; tag?: string },
): (request: Request) => Response {
  const plain = new Uint8Array(Buffer.from(text));
  const packed = {
    br: new Uint8Array(brotliCompressSync(plain, { params: { [constants.BROTLI_PARAM_QUALITY]: quality } })),
    gzip: new Uint8Array(gzipSync(plain, { level: 9 })),
  };
  const digest = createHash('sha256').update(plain).digest('base64url').slice(0, 16);
  const etag = `"${tag === undefined ? '' : `${encodeURI(tag)}-`}${digest}"`;
  const common = { etag, 'cache-control': 'no-cache', vary: 'accept-encoding, origin' };

  return ({ headers: asked }) => {
    const known = asked.get('if-none-match')?.split(/\s*,\s*/) ?? [];
    if (known.some((one) => one.replace(/^W\//, '') === etag)) {
      return new Response(null, { status: 304, headers: common });
    }
    const accepts = asked.get('accept-encoding') ?? '';
    const encoding = /\bbr\b/.test(accepts) ? 'br' : /\bgzip\b/.test(accepts) ? 'gzip' : null;
    const body = encoding ? packed[encoding] : plain;
    return new Response(body, {
      headers: {
        ...headers,
        ...common,
        'content-length': String(body.length),
        ...(encoding ? { 'content-encoding': encoding } : {}),
      },
    });
  };
}
