import type { Readable } from 'node:stream';
import { type CsvError, type Info, parse } from 'csv-parse';
import { FileFault } from './file-fault.js';

export interface CsvRecord {
  /** Columns by their names in the header. */
  readonly fields: Readonly<Record<string, string>>;
  /** Line of its end, from 1. */
  readonly line: number;
}

/** A record that could not be read, without harm to those after it. */
export interface CsvProblem {
  readonly problem: string;
  readonly line: number;
  /** A quote is wrong or the record has several lines: rows that follow may have been swallowed by it. */
  readonly swallows: boolean;
}

/** Characters of one record at most: an unclosed quote must not gather the rest of a large file. */
const RECORD_LIMIT = 200_000;

/** The records of a CSV file with a header, one after the other. Byte order mark, CRLF and quotes as in RFC 4180. */
export async function* csvRecords(stream: Readable): AsyncGenerator<CsvRecord | CsvProblem> {
  const skipped: CsvProblem[] = [];
  let fault: FileFault | null = null;
  const parser = parse({
    bom: true,
    info: true,
    skip_empty_lines: true,
    relax_column_count: true,
    max_record_size: RECORD_LIMIT,
    skip_records_with_error: true,
    on_skip: (error) => {
      if (!error) return undefined;
      const problem = { problem: sentence(error), line: lineOf(error), swallows: true };
      if (error.code === 'CSV_QUOTE_NOT_CLOSED') fault = new FileFault(problem.problem, problem.line);
      else skipped.push(problem);
      return undefined;
    },
  });
  stream.once('error', (error) => parser.destroy(error));
  stream.pipe(parser);
  let header: readonly string[] | null = null;
  try {
    for await (const entry of parser) {
      yield* skipped.splice(0);
      const { record, info } = entry as { record: string[]; info: Info };
      if (!header) {
        header = record.map((name) => name.trim());
        continue;
      }
      if (record.length !== header.length) {
        const problem = `It has ${record.length} columns, the header has ${header.length}.`;
        const swallows = record.some((text) => text.includes('\n'));
        yield { problem, line: info.lines, swallows };
        continue;
      }
      yield { fields: toFields(header, record), line: info.lines };
    }
  } catch (error) {
    const parsing = error as Partial<CsvError> & Error;
    throw new FileFault(sentence(parsing), lineOf(parsing));
  } finally {
    stream.destroy();
  }
  yield* skipped.splice(0);
  if (fault) throw fault as FileFault;
  if (!header) throw new FileFault('The file is empty: it has no header.', 1);
}

function toFields(header: readonly string[], record: readonly string[]): Record<string, string> {
  const fields: Record<string, string> = Object.create(null) as Record<string, string>;
  header.forEach((name, index) => {
    fields[name] = record[index] ?? '';
  });
  return fields;
}

function lineOf(error: Partial<CsvError>): number {
  const lines = (error as { lines?: unknown }).lines;
  return typeof lines === 'number' ? lines : 1;
}

function sentence(error: Partial<CsvError> & Error): string {
  switch (error.code) {
    case 'CSV_QUOTE_NOT_CLOSED':
      return 'A quoted text never ends.';
    case 'CSV_MAX_RECORD_SIZE':
      return 'The record is too long; a quote may be missing.';
    case 'CSV_INVALID_CLOSING_QUOTE':
    case 'INVALID_OPENING_QUOTE':
      return 'A quote stands where none may be.';
    default:
      return error.message;
  }
}
