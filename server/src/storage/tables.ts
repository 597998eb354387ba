/** Plain tables beside the records: the roster's. Statements are SQLite's; every call is one transaction. */
export type SqlValue = string | number | null | Uint8Array;

export type Row = Readonly<Record<string, string | number | null | Uint8Array>>;

export interface Statement {
  readonly sql: string;
  readonly args?: readonly SqlValue[];
  /** The same statement for each of these; instead of `args`. */
  readonly many?: readonly (readonly SqlValue[])[];
}

export interface Tables {
  /** Rows of a query, blobs as Uint8Array. */
  all<T = Row>(sql: string, args?: readonly SqlValue[]): Promise<T[]>;
  /** Runs all statements in one transaction, on disk when it resolves. Answers how many rows each changed. */
  write(statements: readonly Statement[]): Promise<number[]>;
}
