import type { CaseState, Decision, Plain, Process } from '@ssp-kit/process';
import type { CaseHandle, CaseView, DocumentAccess, Readiness } from '../contract.js';
import { FakeDocument, type FakeDocumentOptions } from './document.js';
import { FakeReadable } from './readable.js';

export interface FakeCaseOptions extends Partial<Omit<CaseView, 'access'>> {
  readonly id: string;
  readonly case?: CaseState | null;
  readonly documents?: readonly FakeDocumentOptions[];
  readonly decisions?: readonly Decision[];
}

type Payload = Readonly<Record<string, Plain>>;

/** What a case asks of its session. */
export interface FakeCaseHost {
  process(): Process;
  judge(of: FakeCase, action: string, payload: Payload): Readiness;
}

/** A case in memory and its documents. */
export class FakeCase {
  readonly id: string;
  readonly view: FakeReadable<CaseView>;
  readonly documents = new Map<string, FakeDocument>();
  handles = 0;
  readonly #hidden = new Set<string>();
  readonly #readiness = new Map<string, FakeReadable<Readiness>>();
  readonly #payloads = new Map<string, { action: string; payload: Payload }>();
  readonly #host: FakeCaseHost;

  constructor(options: FakeCaseOptions, host: FakeCaseHost) {
    this.id = options.id;
    this.#host = host;
    for (const document of options.documents ?? []) this.#make(document);
    this.view = new FakeReadable<CaseView>({
      id: options.id,
      state: options.state ?? 'ready',
      problem: options.problem ?? null,
      case: options.case ?? null,
      access: this.#access(),
      deadlines: options.deadlines ?? [],
      nextSteps: options.nextSteps ?? [],
      pending: options.pending ?? [],
      unknownVersion: options.unknownVersion ?? false,
    });
  }

  get held(): number {
    const documents = [...this.documents.values()];
    const readiness = [...this.#readiness.values()];
    return (
      this.handles +
      this.view.listeners +
      readiness.reduce((sum, readable) => sum + readable.listeners, 0) +
      documents.reduce((sum, document) => sum + document.held, 0)
    );
  }

  patch(patch: Partial<CaseView>): void {
    this.view.set({ ...this.view.get(), ...patch });
    this.judgeAgain();
  }

  /** The document of that id; one that nobody described is empty and may be written. */
  document(id: string): FakeDocument {
    return this.documents.get(id) ?? this.addDocument({ id });
  }

  addDocument(options: FakeDocumentOptions): FakeDocument {
    const document = this.#make(options);
    if (this.view !== undefined) this.view.set({ ...this.view.get(), access: this.#access() });
    return document;
  }

  /** Says what the person may do with a document; null hides it. */
  grant(id: string, may: 'read' | 'write' | null): void {
    if (may === null) this.#hidden.add(id);
    else {
      this.#hidden.delete(id);
      this.documents.get(id)?.patch({ may });
    }
    this.view.set({ ...this.view.get(), access: this.#access() });
  }

  handle(): CaseHandle {
    this.handles += 1;
    let released = false;
    return {
      id: this.id,
      view: this.view,
      document: (id) => this.document(id).handle(),
      readiness: (action, payload = {}) => this.readiness(action, payload),
      release: () => {
        if (released) return;
        released = true;
        this.handles -= 1;
      },
    };
  }

  readiness(action: string, payload: Payload): FakeReadable<Readiness> {
    const key = `${action} ${JSON.stringify(payload)}`;
    const known = this.#readiness.get(key);
    if (known !== undefined) return known;
    const readable = new FakeReadable(this.#host.judge(this, action, payload));
    this.#readiness.set(key, readable);
    this.#payloads.set(key, { action, payload });
    return readable;
  }

  judgeAgain(): void {
    for (const [key, readable] of this.#readiness) {
      const asked = this.#payloads.get(key);
      if (asked === undefined) continue;
      const answer = this.#host.judge(this, asked.action, asked.payload);
      if (JSON.stringify(answer) !== JSON.stringify(readable.get())) readable.set(answer);
    }
  }

  #make(options: FakeDocumentOptions): FakeDocument {
    const document = new FakeDocument(
      this.id,
      options,
      () => this.#host.process(),
      () => this.judgeAgain(),
    );
    this.documents.set(options.id, document);
    return document;
  }

  #access(): readonly DocumentAccess[] {
    const seen = [...this.documents.values()].filter(({ id }) => !this.#hidden.has(id));
    return seen.map((document) => {
      const { kind, may, sealed } = document.view.get();
      return { document: document.id, kind, may, state: sealed ? 'sealed' : 'open' };
    });
  }
}
