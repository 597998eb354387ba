import type { DocumentView, Plain, Process, RowView } from '@ssp-kit/process';
import type { Caret, DocumentHandle, DocumentStatus, Presence, TextChange } from '../contract.js';
import { FakeReadable } from './readable.js';
import { FakeText } from './text.js';

export interface FakeDocumentOptions {
  readonly id: string;
  readonly data?: DocumentView;
  readonly may?: 'read' | 'write';
  readonly sealed?: boolean;
  readonly state?: DocumentStatus['state'];
  readonly saved?: DocumentStatus['saved'];
  readonly people?: readonly Presence[];
}

/** A document in memory: plain values by path, texts as strings, lists as rows in their order. */
export class FakeDocument {
  readonly caseId: string;
  readonly id: string;
  readonly kind: string;
  readonly view: FakeReadable<DocumentStatus>;
  handles = 0;
  /** The field the person said they are in. */
  field: string | null = null;
  readonly #texts = new Map<string, FakeText>();
  #fields: Record<string, Plain> = {};
  #lists: Record<string, readonly RowView[]> = {};
  readonly #process: () => Process;
  readonly #changed: () => void;
  #count = 0;

  constructor(caseId: string, options: FakeDocumentOptions, process: () => Process, changed: () => void) {
    this.caseId = caseId;
    this.#process = process;
    this.#changed = changed;
    this.id = options.id;
    this.kind = options.id.replace(/(-[0-9]+)+$/, '');
    this.#fill(options.data ?? {});
    this.view = new FakeReadable<DocumentStatus>({
      id: this.id,
      kind: this.kind,
      state: options.state ?? 'ready',
      may: options.may ?? 'write',
      sealed: options.sealed ?? false,
      synced: true,
      saved: options.saved ?? 'saved',
      problem: null,
      data: this.#project(),
      people: options.people ?? [],
    });
  }

  get writable(): boolean {
    const { may, sealed, state } = this.view.get();
    return may === 'write' && !sealed && state === 'ready';
  }

  /** Listeners and handles that were not given back. */
  get held(): number {
    const texts = [...this.#texts.values()];
    return this.handles + this.view.listeners + texts.reduce((sum, text) => sum + text.handles + text.listeners, 0);
  }

  patch(patch: Partial<DocumentStatus>): void {
    this.view.set({ ...this.view.get(), ...patch });
    this.#changed();
  }

  handle(): DocumentHandle {
    this.handles += 1;
    let released = false;
    return {
      caseId: this.caseId,
      id: this.id,
      view: this.view,
      text: (path) => this.text(path).handle(),
      setField: (path) => {
        this.field = path;
      },
      release: () => {
        if (released) return;
        released = true;
        this.handles -= 1;
      },
    };
  }

  text(path: string): FakeText {
    const known = this.#texts.get(path);
    if (known !== undefined) return known;
    const text = new FakeText(
      path,
      '',
      () => this.#publish(),
      () => this.writable,
    );
    this.#texts.set(path, text);
    return text;
  }

  set(path: string, value: Plain): void {
    const [list, id, field] = path.split('/');
    if (list !== undefined && id !== undefined && field !== undefined) {
      this.#replaceRow(list, id, (row) => ({ ...row, [field]: value }));
    } else {
      this.#fields = { ...this.#fields, [path]: value };
    }
    this.#publish();
  }

  addRow(
    list: string,
    options: {
      id?: string | undefined;
      after?: string | null | undefined;
      values?: Readonly<Record<string, Plain>> | undefined;
    } = {},
  ): string {
    const rows = [...(this.#lists[list] ?? [])];
    const id = options.id ?? `${list}-${++this.#count}`;
    const after = options.after === undefined ? rows.at(-1)?.id : options.after;
    const place = after == null ? 0 : rows.findIndex((row) => row.id === after) + 1;
    rows.splice(place, 0, { id, order: '', ...options.values });
    this.#setRows(list, rows);
    return id;
  }

  moveRow(list: string, id: string, after: string | null): void {
    const row = this.#lists[list]?.find((other) => other.id === id);
    if (row === undefined) return;
    const rows = (this.#lists[list] ?? []).filter((other) => other.id !== id);
    rows.splice(after === null ? 0 : rows.findIndex((other) => other.id === after) + 1, 0, row);
    this.#setRows(list, rows);
  }

  removeRow(list: string, id: string): void {
    this.#setRows(
      list,
      (this.#lists[list] ?? []).filter((row) => row.id !== id),
    );
  }

  /** Somebody else types: at the end, or at `index`. */
  type(path: string, insert: string, index = this.text(path).value.length): void {
    this.change(path, { index, remove: 0, insert });
  }

  /** Somebody else changes a text. */
  change(path: string, change: TextChange): void {
    this.text(path).change(change, true);
  }

  /** Somebody comes, or moves to another field. */
  join(person: Presence): void {
    const others = this.view.get().people.filter((other) => other.key !== person.key);
    this.patch({ people: [...others, person] });
  }

  leave(key: string): void {
    this.patch({ people: this.view.get().people.filter((other) => other.key !== key) });
    for (const text of this.#texts.values()) {
      text.carets.set(text.carets.get().filter((caret) => caret.key !== key));
    }
  }

  /** Puts somebody's caret into a text. */
  caret(path: string, caret: Caret): void {
    const carets = this.text(path).carets;
    carets.set([...carets.get().filter((other) => other.key !== caret.key), caret]);
  }

  #fill(data: DocumentView): void {
    for (const [name, value] of Object.entries(data)) {
      if (value === undefined) continue;
      if (isRows(value)) {
        this.#lists[name] = value.map((row, index) => this.#takeTexts(name, row, index));
      } else if (this.#isText(undefined, name) && typeof value === 'string') {
        this.text(name).change({ index: 0, remove: 0, insert: value }, true);
      } else {
        this.#fields[name] = value;
      }
    }
  }

  #takeTexts(list: string, row: RowView, index: number): RowView {
    const rest: Record<string, Plain | undefined> = {};
    for (const [name, value] of Object.entries(row)) {
      if (this.#isText(list, name) && typeof value === 'string') {
        this.text(`${list}/${row.id}/${name}`).change({ index: 0, remove: 0, insert: value }, true);
      } else {
        rest[name] = value;
      }
    }
    return { ...rest, id: row.id, order: String(index).padStart(4, '0') };
  }

  #isText(list: string | undefined, name: string): boolean {
    return this.#process().fields.some(
      (row) => row.of === this.kind && row.list === list && row.name === name && row.type === 'text',
    );
  }

  #replaceRow(list: string, id: string, change: (row: RowView) => RowView): void {
    this.#lists = {
      ...this.#lists,
      [list]: (this.#lists[list] ?? []).map((row) => (row.id === id ? change(row) : row)),
    };
  }

  #setRows(list: string, rows: readonly RowView[]): void {
    const ordered = rows.map((row, index) => ({ ...row, order: String(index).padStart(4, '0') }));
    this.#lists = { ...this.#lists, [list]: ordered };
    this.#publish();
  }

  #publish(): void {
    // While the constructor fills the document there is no view yet.
    if (this.view === undefined) return;
    this.view.set({ ...this.view.get(), data: this.#project() });
    this.#changed();
  }

  #project(): DocumentView {
    const data: Record<string, Plain | readonly RowView[]> = { ...this.#fields };
    for (const row of this.#process().fields) {
      if (row.of !== this.kind) continue;
      if (row.list !== undefined) data[row.list] ??= [];
      else if (row.type === 'text') data[row.name] = this.#texts.get(row.name)?.value ?? '';
    }
    for (const [list, rows] of Object.entries(this.#lists)) {
      data[list] = rows.map((row) => ({ ...row, ...this.#textsOf(list, row.id) }));
    }
    return data;
  }

  #textsOf(list: string, id: string): Record<string, string> {
    const texts: Record<string, string> = {};
    for (const row of this.#process().fields) {
      if (row.of !== this.kind || row.list !== list || row.type !== 'text') continue;
      texts[row.name] = this.#texts.get(`${list}/${id}/${row.name}`)?.value ?? '';
    }
    return texts;
  }
}

function isRows(value: Plain | readonly RowView[]): value is readonly RowView[] {
  return Array.isArray(value) && (value.length === 0 || value.every((item) => typeof item === 'object'));
}
