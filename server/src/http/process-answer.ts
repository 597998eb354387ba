/** `GET /api/process`: the rows the server judges by, so that a page asks by the same ones. */
import type { Process } from '@ssp-kit/process';
import { packedAnswer } from './packed-answer.js';

/** Answers with the whole process as JSON. Its tag names the version and the words, which may differ within one. */
export function processAnswer(process: Process): (request: Request) => Promise<Response> {
  return packedAnswer(JSON.stringify(process), {
    quality: 9,
    headers: { 'content-type': 'application/json; charset=utf-8' },
    tag: process.version,
  });
}
