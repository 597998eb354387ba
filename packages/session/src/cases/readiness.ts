/** What a decision would need, judged on what is known here: the same rows that the server judges by. */
import {
  type Actor,
  type CaseState,
  type Day,
  type DocumentView,
  documentsRead,
  type Plain,
  type Process,
  type Relation,
  readiness,
} from '@ssp-kit/process';
import type { DocumentHandle, Readable, Readiness } from '../contract.js';
import { Computed } from '../readable.js';

type Payload = Readonly<Record<string, Plain>>;

/** The case as a judgement needs it. */
export interface Judged {
  readonly process: Process;
  readonly state: CaseState | null;
  readonly actor: Actor | null;
  readonly relations: readonly Relation[];
  readonly today: Day;
  /** The instant, ISO 8601 UTC. */
  readonly now: string;
  /** Documents the person may open. */
  readonly openable: ReadonlySet<string>;
}

export interface JudgedCase {
  judged(): Judged;
  document(id: string): DocumentHandle;
  /** Called when anything of `judged` changes. */
  subscribe(listener: () => void): () => void;
}

/** Opens the documents it reads on the first question and holds them until `close`. */
export class LiveReadiness implements Readable<Readiness> {
  readonly #case: JudgedCase;
  readonly #action: string;
  readonly #payload: Payload;
  readonly #value: Computed<Readiness>;
  readonly #documents = new Map<string, { handle: DocumentHandle; stop: () => void }>();
  #stop: (() => void) | null = null;

  constructor(of: JudgedCase, action: string, payload: Payload) {
    this.#case = of;
    this.#action = action;
    this.#payload = payload;
    this.#value = new Computed(() => this.#judge());
  }

  get(): Readiness {
    this.#start();
    return this.#value.get();
  }

  subscribe(listener: () => void): () => void {
    this.#start();
    return this.#value.subscribe(listener);
  }

  /** Whether somebody listens. */
  get heard(): boolean {
    return this.#value.heard;
  }

  close(): void {
    this.#stop?.();
    this.#stop = null;
    for (const { handle, stop } of this.#documents.values()) {
      stop();
      handle.release();
    }
    this.#documents.clear();
  }

  #start(): void {
    if (this.#stop) return;
    this.#stop = this.#case.subscribe(() => {
      this.#openDocuments();
      this.#value.invalidate();
    });
    this.#openDocuments();
  }

  #openDocuments(): void {
    const { process, state, actor, openable } = this.#case.judged();
    if (!state) return;
    for (const id of documentsRead(process, state, this.#action, this.#payload, actor?.person ?? '')) {
      if (this.#documents.has(id) || !openable.has(id)) continue;
      const handle = this.#case.document(id);
      const stop = handle.view.subscribe(() => this.#value.invalidate());
      this.#documents.set(id, { handle, stop });
    }
  }

  #judge(): Readiness {
    const { process, state, actor, relations, today, now } = this.#case.judged();
    const nothing = { action: this.#action, allowed: false, open: false, requirements: [] };
    if (!state || !actor) return nothing;
    const documents: Record<string, DocumentView> = {};
    for (const [id, { handle }] of this.#documents) documents[id] = handle.view.get().data;
    return readiness(process, {
      state,
      action: this.#action,
      payload: this.#payload,
      documents,
      actor,
      relations,
      day: today,
      at: now,
    });
  }
}
