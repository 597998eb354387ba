/** The server cannot start, for a reason that one sentence tells. `main.ts` prints the message alone and ends with exit code 1. */
export class StartError extends Error {
  override readonly name = 'StartError';
}
