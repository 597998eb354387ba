/** `GET /docs/process`: the process this server works by, for readers. One page without a script. */
import { createHash } from 'node:crypto';
import type { Process } from '@ssp-kit/process';
import { htmlOf, processPage } from '@ssp-kit/process/page';
import * as builtIn from '@ssp-kit/process/profiles';
import { packedAnswer } from './packed-answer.js';

/** Answers with the page, which is made when it is first asked for. */
export function processPageAnswer(process: Process): (request: Request) => Promise<Response> {
  let answer: ((request: Request) => Promise<Response>) | null = null;
  return (request) => {
    answer ??= pageOf(process);
    return answer(request);
  };
}

function pageOf(process: Process): (request: Request) => Promise<Response> {
  const others = Object.values(builtIn).filter(({ profile }) => profile.id !== process.profile.id);
  const html = htmlOf(processPage(process, others));
  return packedAnswer(html, {
    quality: 5,
    headers: { 'content-type': 'text/html; charset=utf-8', 'content-security-policy': policyOf(html) },
  });
}

/** Only the page's own styles, by their hashes; nothing is loaded and nothing runs. */
function policyOf(html: string): string {
  const styles = [...html.matchAll(/<style>([^<]*)<\/style>/g)].map(
    ([, css = '']) => `'sha256-${createHash('sha256').update(css).digest('base64')}'`,
  );
  return `default-src 'none'; style-src ${styles.join(' ')}; base-uri 'none'; form-action 'none'; frame-ancestors 'none'`;
}
