/** RFC 9457 problem documents. */
import type { Problem } from '@ssp-kit/protocol';

/** Ends a request with a problem document. The detail may be shown to a person. */
export class HttpProblem extends Error {
  override readonly name = 'HttpProblem';
  readonly status: number;
  readonly code: string;
  constructor(status: number, code: string, detail?: string) {
    super(detail ?? '');
    this.status = status;
    this.code = code;
  }
}

const titles: Readonly<Record<number, string>> = {
  400: 'The request is not valid',
  401: 'A valid token is needed',
  403: 'No right',
  404: 'Not found',
  405: 'Not allowed here',
  409: 'It conflicts with what is there',
  411: 'The length is needed',
  413: 'Too large',
  415: 'JSON is needed',
  500: 'Something went wrong',
  503: 'Not available now',
};

export function problemResponse(status: number, code: string, detail?: string): Response {
  const problem: Problem = {
    type: 'about:blank',
    title: titles[status] ?? 'Error',
    status,
    code,
    ...(detail ? { detail } : {}),
  };
  return new Response(JSON.stringify(problem), {
    status,
    headers: {
      'content-type': 'application/problem+json',
      ...(status === 401 ? { 'www-authenticate': 'Bearer' } : {}),
      // What was not read of the body must not be taken for the next request.
      ...(status === 411 || status === 413 ? { connection: 'close' } : {}),
    },
  });
}
