/** `GET /docs/process`: the process this server works by, for readers. One page without a script. */
import { createHash } from 'node:crypto';
import { brotliCompressSync, constants } from 'node:zlib';
import type { Process } from '@ssp-kit/process';
import { htmlOf, processPage } from '@ssp-kit/process/page';
import * as builtIn from '@ssp-kit/process/profiles';

interface Page {
  readonly plain: Uint8Array<ArrayBuffer>;
  readonly packed: Uint8Array<ArrayBuffer>;
  readonly headers: Readonly<Record<string, string>>;
}

/** Answers with the page, which is made when it is first asked for. */
export function processPageAnswer(process: Process): (request: Request) => Response {
  let made: Page | null = null;
  return ({ headers }) => {
    made ??= pageOf(process);
    const { plain, packed, headers: common } = made;
    if (headers.get('if-none-match') === common['etag']) return new Response(null, { status: 304, headers: common });
    const isPacked = /\bbr\b/.test(headers.get('accept-encoding') ?? '');
    const encoding = isPacked ? { 'content-encoding': 'br' } : {};
    return new Response(isPacked ? packed : plain, { headers: { ...common, ...encoding } });
  };
}

function pageOf(process: Process): Page {
  const others = Object.values(builtIn).filter(({ profile }) => profile.id !== process.profile.id);
  const html = htmlOf(processPage(process, others));
  const plain = Buffer.from(html);
  const packed = brotliCompressSync(plain, { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } });
  return {
    plain: new Uint8Array(plain),
    packed: new Uint8Array(packed),
    headers: {
      'content-type': 'text/html; charset=utf-8',
      'content-security-policy': policyOf(html),
      'cache-control': 'no-cache',
      vary: 'accept-encoding',
      etag: `"${createHash('sha256').update(plain).digest('base64url').slice(0, 16)}"`,
    },
  };
}

/** Only the page's own styles, by their hashes; nothing is loaded and nothing runs. */
function policyOf(html: string): string {
  const styles = [...html.matchAll(/<style>([^<]*)<\/style>/g)].map(
    ([, css = '']) => `'sha256-${createHash('sha256').update(css).digest('base64')}'`,
  );
  return `default-src 'none'; style-src ${styles.join(' ')}; base-uri 'none'; form-action 'none'; frame-ancestors 'none'`;
}
