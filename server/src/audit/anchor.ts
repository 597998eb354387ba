/** Heads of the audit chain, written where who can write the database cannot: what is anchored can no longer be cut off or made anew. */
import { appendFileSync, closeSync, existsSync, fsyncSync, openSync, readFileSync } from 'node:fs';
import type { Log } from '../log.js';
import { StartError } from '../start-error.js';
import type { Storage } from '../storage/port.js';
import { type AuditHead, formatHead, parseHead } from './chain.js';

const hour = 3_600_000;

/** Appends the head to a file every hour and at the end, when the chain has grown. */
export class Anchor {
  readonly #file: string;
  readonly #storage: Pick<Storage, 'auditHead'>;
  readonly #log: Log;
  readonly #timer: NodeJS.Timeout;
  #last: number;

  /** Throws a StartError for a file that cannot be written or that is none of heads. */
  constructor(file: string, { storage, log }: { storage: Pick<Storage, 'auditHead'>; log: Log }) {
    this.#file = file;
    this.#storage = storage;
    this.#log = log;
    this.#last = readAnchors(file).at(-1)?.seq ?? -1;
    try {
      closeSync(openSync(file, 'a', 0o600));
    } catch (error) {
      throw new StartError(`SSP_AUDIT_ANCHOR: ${file} cannot be written: ${(error as Error).message}.`);
    }
    this.#timer = setInterval(() => void this.write(), hour);
    this.#timer.unref();
  }

  async write(): Promise<void> {
    try {
      const head = await this.#storage.auditHead();
      if (head.seq === this.#last) return;
      const file = openSync(this.#file, 'a', 0o600);
      try {
        appendFileSync(file, `${formatHead(head)} ${new Date().toISOString()}\n`);
        fsyncSync(file);
      } finally {
        closeSync(file);
      }
      this.#last = head.seq;
    } catch (error) {
      this.#log.error({ reason: (error as Error).message }, 'the head of the audit log was not anchored');
    }
  }

  async close(): Promise<void> {
    clearInterval(this.#timer);
    await this.write();
  }
}

/** The heads in a file, in their order; none for a file that is not there. Throws a StartError for a line that is no head. */
export function readAnchors(file: string): AuditHead[] {
  if (!existsSync(file)) return [];
  const lines = readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line !== '');
  return lines.map((line, index) => {
    const head = parseHead(line.split(' ')[0] ?? '');
    if (!head) throw new StartError(`SSP_AUDIT_ANCHOR: line ${index + 1} of ${file} is not <hash>@<number>.`);
    return head;
  });
}
