import { once } from 'node:events';
import { dirname, join } from 'node:path';
import { Worker } from 'node:worker_threads';
import type { AuditEntry } from '../../audit/chain.js';
import { StartError } from '../../start-error.js';
import { type Append, type Appended, type Storage, StorageError } from '../port.js';
import type { Tables } from '../tables.js';
import { writeAppends } from './append-bytes.js';
import { Batches } from './batches.js';
import type { Answer, Question, WorkerSettings } from './messages.js';
import type { Records } from './records.js';

export interface SqliteStore {
  readonly storage: Storage;
  readonly tables: Tables;
  /** Makes the store behave as on a disk that has room for so many pages of 4 KB; for tests. */
  limitPages(pages: number): Promise<void>;
}

export interface StoreOptions extends Omit<WorkerSettings, 'keys'> {
  /** The key that wraps the data keys, which stand in `keys.db` beside the file; without it `wrap-key` there. */
  readonly keyFile?: string;
}

/** Opens the file on a thread of its own. Rejects with a StartError where it cannot be used. */
export async function openSqlite({ keyFile, ...options }: StoreOptions): Promise<SqliteStore> {
  const folder = dirname(options.file);
  const keys = { keys: join(folder, keysName), wrapKey: keyFile ?? join(folder, 'wrap-key') };
  const file = await FileThread.start({ ...options, keys });
  const { ask } = file;
  const storage: Storage = {
    room: (key) => ask('room', key),
    epochs: (caseId) => ask('epochs', caseId),
    load: (key) => ask('load', key),
    append: (append) => file.append(append),
    saveSnapshot: (...args) => ask('saveSnapshot', ...args),
    decide: (write) => ask('decide', write),
    decisionByKey: (...args) => ask('decisionByKey', ...args),
    case: (caseId) => ask('case', caseId),
    cases: (search) => ask('cases', search),
    ofStudent: (student) => ask('ofStudent', student),
    foldedOtherwise: (...args) => ask('foldedOtherwise', ...args),
    refold: (cases) => ask('refold', cases),
    ofOtherProcess: (...args) => ask('ofOtherProcess', ...args),
    sealed: (key) => ask('sealed', key),
    audit: (entry) => file.audit(entry),
    auditRows: (...args) => ask('auditRows', ...args),
    auditHead: () => ask('auditHead'),
    caseIds: (...args) => ask('caseIds', ...args),
    history: (caseId) => ask('history', caseId),
    destruction: (caseId) => ask('destruction', caseId),
    askDestruction: (...args) => ask('askDestruction', ...args),
    holds: (caseId) => ask('holds', caseId),
    hold: (...args) => ask('hold', ...args),
    destroy: (...args) => ask('destroy', ...args),
    disclose: (...args) => ask('disclose', ...args),
    disclosures: (caseId) => ask('disclosures', caseId),
    revoke: (...args) => ask('revoke', ...args),
    revocations: () => ask('revocations'),
    secret: (name) => ask('secret', name),
    raiseEpochs: (entry) => ask('raiseEpochs', entry),
    check: () => ask('check'),
    close: () => file.close(),
  };
  const tables: Tables = {
    all: <T>(sql: string, args: Parameters<Tables['all']>[1] = []) => ask('all', sql, args) as Promise<T[]>,
    write: (statements) => ask('write', statements),
  };
  return { storage, tables, limitPages: (pages) => ask('limitPages', pages) };
}

/** The database of the data keys, in the data folder. */
export const keysName = 'keys.db';

interface Waiting {
  readonly resolve: (value: unknown) => void;
  readonly reject: (error: Error) => void;
}

/** The other side of worker.ts. */
class FileThread {
  readonly #worker: Worker;
  readonly #waiting = new Map<number, Waiting>();
  #asked = 0;
  readonly #appends = new Batches<Append, Appended>(async (appends) => {
    const bytes = writeAppends(appends);
    return (await this.#send('append', [bytes], [bytes.buffer as ArrayBuffer])) as Appended[];
  });
  readonly #audits = new Batches<AuditEntry, null>((entries) => this.ask('auditAll', entries));
  #dead: Error | null = null;

  static async start(settings: WorkerSettings): Promise<FileThread> {
    const worker = new Worker(new URL('./worker.js', import.meta.url), { workerData: settings });
    const [first] = (await once(worker, 'message')) as [Answer];
    if (!first.ok) {
      await worker.terminate();
      throw first.code === 'start' ? new StartError(first.message) : new StorageError(first.code, first.message);
    }
    return new FileThread(worker);
  }

  constructor(worker: Worker) {
    this.#worker = worker;
    worker.on('message', (answer: Answer) => this.#onAnswer(answer));
    worker.on('error', (error) => this.#onEnd(error));
    worker.on('exit', () => this.#onEnd(new Error('the storage thread has ended')));
  }

  ask = <M extends keyof Records>(method: M, ...args: Parameters<Records[M]>): Promise<ReturnType<Records[M]>> =>
    this.#send(method, args) as Promise<ReturnType<Records[M]>>;

  append(append: Append): Promise<Appended> {
    return this.#appends.add(append);
  }

  async audit(entry: AuditEntry): Promise<void> {
    await this.#audits.add(entry);
  }

  async close(): Promise<void> {
    if (this.#dead) return;
    const ended = once(this.#worker, 'exit');
    await Promise.all([this.#appends.empty(), this.#audits.empty()]);
    await this.#send('close', []);
    await ended;
  }

  #send(
    method: Question['method'],
    args: readonly unknown[],
    transferred: readonly ArrayBuffer[] = [],
  ): Promise<unknown> {
    if (this.#dead) return Promise.reject(this.#dead);
    return new Promise((resolve, reject) => {
      const id = ++this.#asked;
      this.#waiting.set(id, { resolve, reject });
      this.#worker.postMessage({ id, method, args } satisfies Question, transferred);
    });
  }

  #onAnswer(answer: Answer): void {
    const waiting = this.#waiting.get(answer.id);
    this.#waiting.delete(answer.id);
    if (answer.ok) waiting?.resolve(answer.value);
    else waiting?.reject(new StorageError(answer.code === 'start' ? 'failed' : answer.code, answer.message));
  }

  #onEnd(error: Error): void {
    if (this.#dead) return;
    this.#dead = new StorageError('failed', error.message);
    for (const { reject } of this.#waiting.values()) reject(this.#dead);
    this.#waiting.clear();
  }
}
