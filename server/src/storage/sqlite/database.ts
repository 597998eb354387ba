/**
 * The one place where libsql is called. Its binding ends the whole process when a lone Buffer is bound
 * (tursodatabase/libsql-js#60), so every call here binds an array, and `all` answers blobs as ArrayBuffer: both end here.
 */
import Libsql from 'libsql';
import type { Row, SqlValue } from '../tables.js';

export interface Database {
  exec(sql: string): void;
  run(sql: string, args?: readonly SqlValue[]): number;
  all<T = Row>(sql: string, args?: readonly SqlValue[]): T[];
  /** Runs `work` in one transaction that holds the write lock from its first statement. */
  transaction<T>(work: () => T): T;
  close(): void;
}

export function openDatabase(file: string): Database {
  const db = new Libsql(file);
  const statements = new Map<string, ReturnType<typeof db.prepare>>();
  const prepared = (sql: string) => {
    let statement = statements.get(sql);
    if (!statement) {
      statement = db.prepare(sql);
      statements.set(sql, statement);
    }
    return statement;
  };
  const bound = (args: readonly SqlValue[]) =>
    args.map((value) => (value instanceof Uint8Array ? asBuffer(value) : value));

  return {
    exec: (sql) => void db.exec(sql),
    run: (sql, args = []) => prepared(sql).run(bound(args)).changes,
    all: <T>(sql: string, args: readonly SqlValue[] = []) => prepared(sql).all(bound(args)).map(readRow) as T[],
    transaction: (work) => {
      db.exec('BEGIN IMMEDIATE');
      try {
        const result = work();
        db.exec('COMMIT');
        return result;
      } catch (error) {
        if (db.inTransaction) db.exec('ROLLBACK');
        throw error;
      }
    },
    close: () => {
      statements.clear();
      db.close();
    },
  };
}

function asBuffer(bytes: Uint8Array): Buffer {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}

function readRow(value: unknown): Row {
  const row = value as Record<string, unknown>;
  delete row['_metadata'];
  for (const name in row) {
    if (row[name] instanceof ArrayBuffer) row[name] = new Uint8Array(row[name]);
  }
  return row as Row;
}
