/** A body that is the same for everybody and for the life of the server: compressed once, sent whole or not at all. */
import { createHash } from 'node:crypto';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';

/**
 * Answers with the text as the reader takes it, or that they have it already. The text is compressed when it is first
 * asked for, beside the server's thread; `quality` is brotli's, 0 to 11. The tag is a digest of the text, behind `tag` where it is given.
 */
export function packedAnswer(
  text: string,
  { quality, headers, tag }: { quality: number; headers: Readonly<Record<string, string>>; tag?: string },
): (request: Request) => Promise<Response> {
  const plain = new Uint8Array(Buffer.from(text));
  const pack = {
    br: once(() => promisify(brotliCompress)(plain, { params: { [constants.BROTLI_PARAM_QUALITY]: quality } })),
    gzip: once(() => promisify(gzip)(plain, { level: 9 })),
  };
  const digest = createHash('sha256').update(plain).digest('base64url').slice(0, 16);
  const etag = `"${tag === undefined ? '' : `${encodeURI(tag)}-`}${digest}"`;
  const common = { etag, 'cache-control': 'no-cache', vary: 'accept-encoding, origin' };

  return async ({ headers: asked }) => {
    const known = asked.get('if-none-match')?.split(/\s*,\s*/) ?? [];
    if (known.some((one) => one.replace(/^W\//, '') === etag)) {
      return new Response(null, { status: 304, headers: common });
    }
    const accepts = asked.get('accept-encoding') ?? '';
    const encoding = /\bbr\b/.test(accepts) ? 'br' : /\bgzip\b/.test(accepts) ? 'gzip' : null;
    const body = encoding ? await pack[encoding]() : plain;
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

/** What is made at the first call, and the same for all others. */
function once(make: () => Promise<Buffer>): () => Promise<Uint8Array<ArrayBuffer>> {
  let made: Promise<Uint8Array<ArrayBuffer>> | null = null;
  return () => {
    made ??= make().then((bytes) => new Uint8Array(bytes));
    return made;
  };
}
