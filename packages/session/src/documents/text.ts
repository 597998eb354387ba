/** One text of a document as an element writes in it. It outlives the shared document under it. */
import type { Process } from '@ssp-kit/process';
import { diffText, edits, type Origin } from '@ssp-kit/record';
import { type Text, UndoManager, type YTextEvent } from 'yjs';
import type { Caret, FieldPath, Readable, TextChange, TextHandle } from '../contract.js';
import { Computed } from '../readable.js';
import type { PresenceChannel } from './presence.js';
import type { Replica } from './replica.js';

/** The document as a text handle needs it. */
export interface TextHost {
  readonly process: Process;
  readonly kind: string;
  readonly writable: boolean;
  readonly replica: Replica;
  readonly presence: PresenceChannel;
  /** The handle is not used any more. */
  forget(handle: BoundText): void;
}

type Listener = (changes: readonly TextChange[], remote: boolean) => void;

/** Keystrokes within this time are undone together. */
const captureTimeout = 500;

export class BoundText implements TextHandle {
  readonly path: FieldPath;
  readonly carets: Readable<readonly Caret[]>;
  readonly #host: TextHost;
  readonly #listeners = new Set<Listener>();
  readonly #carets: Computed<readonly Caret[]>;
  /** An object of this handle alone: undo takes back what was written through it and nothing else. */
  readonly #origin: Origin = { source: 'edit' };
  #text: Text;
  #undo: UndoManager;
  #known = '';
  #selected = false;
  #released = false;

  constructor(host: TextHost, path: FieldPath) {
    this.#host = host;
    this.path = path;
    this.#carets = new Computed(() => this.#host.presence.carets(this.path));
    this.carets = this.#carets;
    ({ text: this.#text, undo: this.#undo } = this.#bind());
    this.#known = this.#text.toString();
  }

  get(): string {
    return this.#known;
  }

  apply(change: TextChange): boolean {
    if (this.#released || !this.#host.writable) return false;
    if (change.remove === 0 && change.insert === '') return true;
    const { process, replica, kind } = this.#host;
    edits(process, replica.doc, kind, this.#origin).changeText(this.path, change);
    return true;
  }

  subscribe(listener: Listener): () => void {
    const entry: Listener = (changes, remote) => listener(changes, remote);
    this.#listeners.add(entry);
    return () => {
      this.#listeners.delete(entry);
    };
  }

  setCaret(selection: { readonly anchor: number; readonly head: number } | null): void {
    if (this.#released || (selection === null && !this.#selected)) return;
    this.#selected = selection !== null;
    this.#host.presence.setPlace(selection ? this.path : null, selection);
  }

  undo(): void {
    if (!this.#released && this.#host.writable) this.#undo.undo();
  }

  redo(): void {
    if (!this.#released && this.#host.writable) this.#undo.redo();
  }

  release(): void {
    if (this.#released) return;
    this.setCaret(null);
    this.#released = true;
    this.#unbind();
    this.#listeners.clear();
    this.#carets.close();
    this.#host.forget(this);
  }

  /** The document was replaced: listeners get what differs, as a change of others; undo starts anew. */
  rebind(): void {
    if (this.#released) return;
    this.#unbind();
    const before = this.#known;
    ({ text: this.#text, undo: this.#undo } = this.#bind());
    this.#known = this.#text.toString();
    const change = diffText(before, this.#known);
    if (change.remove > 0 || change.insert !== '') this.#tell([change], true);
    this.#carets.invalidate();
  }

  /** Somebody's caret moved, or a change moved it. */
  moveCarets(): void {
    this.#carets.invalidate();
  }

  #bind(): { text: Text; undo: UndoManager } {
    const text = this.#host.replica.doc.getText(this.path);
    text.observe(this.#onChange);
    const undo = new UndoManager(text, {
      captureTimeout,
      trackedOrigins: new Set<unknown>([this.#origin]),
    });
    return { text, undo };
  }

  #unbind(): void {
    this.#text.unobserve(this.#onChange);
    this.#undo.destroy();
  }

  readonly #onChange = (event: YTextEvent): void => {
    this.#known = this.#text.toString();
    const { origin } = event.transaction;
    const own = origin === this.#origin || origin === this.#undo;
    this.#tell(changesOf(event), !own);
    this.#carets.invalidate();
  };

  #tell(changes: readonly TextChange[], remote: boolean): void {
    for (const listener of [...this.#listeners]) listener(changes, remote);
  }
}

/** A Yjs delta as changes, each at its place in the text as the ones before it left it. */
function changesOf(event: YTextEvent): readonly TextChange[] {
  const changes: TextChange[] = [];
  let index = 0;
  for (const { retain, delete: remove, insert } of event.delta) {
    if (retain !== undefined) index += retain;
    else if (remove !== undefined) changes.push({ index, remove, insert: '' });
    else if (typeof insert === 'string') {
      changes.push({ index, remove: 0, insert });
      index += insert.length;
    }
  }
  return changes;
}
