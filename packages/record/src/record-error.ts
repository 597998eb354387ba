export type RecordErrorCode =
  | 'unknown-kind'
  | 'unknown-path'
  | 'wrong-value'
  | 'unknown-schema'
  | 'not-empty'
  | 'broken-json';

/** A broken contract of the caller, never a matter of content: `code` tells which. */
export class RecordError extends Error {
  readonly code: RecordErrorCode;

  constructor(code: RecordErrorCode, message: string) {
    super(message);
    this.name = 'RecordError';
    this.code = code;
  }
}
