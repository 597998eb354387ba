/** The open documents of a session. One that nobody looks at stays open for a moment, and as long as its words are not saved. */
import type { Saved } from '../contract.js';
import { DocumentCore, type DocumentHost, type Guess } from './document.js';
import { leastSaved } from './saved.js';

/** A stage that is left and entered again finds its documents still open. */
const lingerMs = 4_000;

export class DocumentRegistry {
  readonly #host: Omit<DocumentHost, 'onIdle' | 'onSaved'>;
  readonly #onSaved: (saved: Saved) => void;
  readonly #open = new Map<string, DocumentCore>();
  readonly #timers = new Map<DocumentCore, ReturnType<typeof setTimeout>>();
  readonly #waiting = new Set<() => void>();
  #closed = false;

  constructor(host: Omit<DocumentHost, 'onIdle' | 'onSaved'>, onSaved: (saved: Saved) => void) {
    this.#host = host;
    this.#onSaved = onSaved;
  }

  find(caseId: string, id: string): DocumentCore | undefined {
    return this.#open.get(`${caseId}/${id}`);
  }

  of(caseId: string): readonly DocumentCore[] {
    return [...this.#open.values()].filter((document) => document.caseId === caseId);
  }

  /** The documents of these kinds that somebody looks at and that hold the server's words, too. */
  seen(caseId: string, kinds: readonly string[]): readonly DocumentCore[] {
    return this.of(caseId).filter((document) => {
      const { state, synced, sealed } = document.view.get();
      return document.used && kinds.includes(document.kind) && state === 'ready' && synced && !sealed;
    });
  }

  get all(): readonly DocumentCore[] {
    return [...this.#open.values()];
  }

  /** The open document, or a new one that nobody holds yet. */
  open(caseId: string, id: string, guess: () => Guess): DocumentCore {
    const known = this.find(caseId, id);
    if (known) {
      this.#keepOpen(known);
      return known;
    }
    const document = new DocumentCore(
      {
        ...this.#host,
        onIdle: (idle) => this.#letGo(idle),
        onSaved: () => this.#savedChanged(),
      },
      caseId,
      id,
      guess(),
    );
    this.#open.set(`${caseId}/${id}`, document);
    this.#letGo(document);
    return document;
  }

  /** Resolves true once all of a case's words are saved; false when that takes too long. */
  async whenSaved(caseId: string, timeoutMs: number): Promise<boolean> {
    const unsaved = () => this.of(caseId).some((document) => document.unsaved);
    // An edit in the same task as the decision behind it has not gone out yet.
    await Promise.resolve();
    if (!unsaved()) return true;
    return new Promise((resolve) => {
      const finish = () => {
        clearTimeout(timer);
        this.#waiting.delete(check);
        resolve(!unsaved());
      };
      const check = () => {
        if (!unsaved() || this.#closed) finish();
      };
      const timer = setTimeout(finish, timeoutMs);
      this.#waiting.add(check);
    });
  }

  async close(): Promise<void> {
    this.#closed = true;
    for (const timer of this.#timers.values()) clearTimeout(timer);
    this.#timers.clear();
    for (const check of [...this.#waiting]) check();
    const documents = [...this.#open.values()];
    this.#open.clear();
    await Promise.all(documents.map((document) => document.close()));
  }

  #savedChanged(): void {
    if (this.#closed) return;
    this.#onSaved(leastSaved(this.all.map((document) => document.saved)));
    for (const check of [...this.#waiting]) check();
    for (const document of this.#open.values()) {
      if (!document.used && !document.unsaved && !this.#timers.has(document)) this.#letGo(document);
    }
  }

  #keepOpen(document: DocumentCore): void {
    clearTimeout(this.#timers.get(document));
    this.#timers.delete(document);
    // Whoever asked may not take it: the clock starts again.
    this.#letGo(document);
  }

  #letGo(document: DocumentCore): void {
    if (this.#closed || this.#timers.has(document)) return;
    const timer = setTimeout(() => {
      this.#timers.delete(document);
      if (document.used || document.unsaved || this.#closed) return;
      this.#open.delete(`${document.caseId}/${document.id}`);
      void document.close();
    }, lingerMs);
    this.#timers.set(document, timer);
  }
}
