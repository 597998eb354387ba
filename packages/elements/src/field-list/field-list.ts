import { type FieldRow, fieldsOf, type Plain, type RowView } from '@ssp-kit/process';
import type { CaseHandle, CaseView, DocumentHandle, DocumentStatus } from '@ssp-kit/session/contract';
import { type CSSResultGroup, html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { classMap } from 'lit/directives/class-map.js';
import { repeat } from 'lit/directives/repeat.js';
import '../field/define.js';
import type { FieldOption, SspField } from '../field/field.js';
import { ReadableController } from '../shared/controllers.js';
import { SspElement } from '../shared/element.js';
import { fieldRow, isAsked, nameRow, rowsOf, withoutHelp } from '../shared/fields.js';
import { formStyles } from '../shared/form.styles.js';
import { gridStyles } from '../shared/grid.styles.js';
import { icon } from '../shared/icons.js';
import { newId } from '../shared/new-id.js';
import { planListOf } from '../shared/plan-rows.js';
import { withoutWords } from '../shared/without-words.js';
import { terms } from './field-list.terms.js';
import { fieldListStyles } from './field-list.styles.js';

/** Renders the field of that name in the row at hand. `size` is its share of the width. */
export type RenderField = (
  name: string,
  options?: {
    readonly size?: 'half' | 'third';
    readonly lines?: number;
    readonly options?: readonly FieldOption[];
    readonly readonly?: boolean;
    readonly labelHidden?: boolean;
  },
) => TemplateResult | typeof nothing;

/**
 * @summary The rows of one list of a document: add, put in order, remove with a way back.
 * @customElement ssp-field-list
 * @status experimental
 * @since 0.1
 * @dependency ssp-field
 *
 * @slot - Stands between the heading and the rows.
 *
 * @event {CustomEvent<{list: string, id: string}>} ssp-row-added - The person added a row.
 * @event {CustomEvent<{list: string, id: string}>} ssp-row-removed - The person removed a row.
 *
 * @csspart heading - The list's heading.
 * @csspart row - One row.
 * @csspart error - What is wrong with the list.
 */
export class SspFieldList extends SspElement {
  static override styles: CSSResultGroup = [SspElement.styles, formStyles, gridStyles, fieldListStyles];

  /** The document the list stands in. */
  @property({ attribute: false }) document: DocumentHandle | null = null;

  /** The case, for people to choose from. */
  @property({ attribute: false }) case: CaseHandle | null = null;

  /** The list's name in the table of fields. */
  @property() list = '';

  /** The heading above the rows; empty for none. */
  @property() heading = '';

  /** What one row is called, for instance `Goal`. */
  @property({ attribute: 'row-name' }) rowName = '';

  /** What the button says that adds a row. */
  @property({ attribute: 'add-label' }) addLabel = '';

  /** What is said while there is no row. */
  @property({ attribute: 'empty-text' }) emptyText = '';

  /** What is wrong with the list, in one sentence. */
  @property() error = '';

  /** What is wrong with single fields: their path and the sentence. */
  @property({ attribute: false }) errors: Readonly<Record<string, string>> = {};

  /** The answers a new row begins with. */
  @property({ attribute: false }) firstValues: Readonly<Record<string, Plain>> = {};

  /** Lays out a row; without it, all its fields come in the order of the table. Its `.grid` has room for six columns. */
  @property({ attribute: false }) layout: ((row: RowView, field: RenderField, index: number) => TemplateResult) | null =
    null;

  /** Fields that the layout covers without always showing them; all others that it does not place come below it. */
  @property({ attribute: false }) placed: readonly string[] = [];

  /** Only these rows are shown. */
  @property({ attribute: false }) where: ((row: RowView) => boolean) | null = null;

  /** Only to be read, whatever the document allows. */
  @property({ type: Boolean, reflect: true }) readonly = false;

  /** Rows keep the order in which they came. */
  @property({ type: Boolean, attribute: 'without-order' }) withoutOrder = false;

  readonly #status = new ReadableController<DocumentStatus>(
    this,
    () => this.document?.view ?? null,
    (status) => this.#shownOf(status),
  );
  readonly #case = new ReadableController<CaseView>(
    this,
    () => this.case?.view ?? null,
    (view) => view.case?.track,
  );

  @state() private gone: { readonly row: RowView; readonly after: string | null } | null = null;

  #known: ReadonlySet<string> | null = null;
  #fresh = new Set<string>();
  #focusNext: string | null = null;

  protected override willUpdate(changed: PropertyValues): void {
    super.willUpdate(changed);
    if (changed.has('document') || changed.has('list')) this.#startAnew();
    if (this.#status.value?.state !== 'ready') return;
    const ids = this.#rows.map(({ id }) => id);
    if (this.#known !== null) {
      for (const id of ids) if (!this.#known.has(id)) this.#fresh.add(id);
    }
    this.#known = new Set(ids);
  }

  protected override updated(changed: PropertyValues): void {
    super.updated(changed);
    const id = this.#focusNext;
    if (id === null) return;
    const field = this.shadowRoot?.querySelector<SspField>(`[data-row="${CSS.escape(id)}"] ssp-field`);
    if (!field) return;
    this.#focusNext = null;
    void field.updateComplete.then(() => field.focus());
  }

  /** Another document or list: nothing of the one before goes on in it. */
  #startAnew(): void {
    this.gone = null;
    this.#known = null;
    this.#fresh = new Set();
    this.#focusNext = null;
  }

  /** Puts the person into a field of a row, or to the list itself when the path names no row. */
  focusField(path: string): boolean {
    const [list, id, name] = path.split('/');
    if (list !== this.list) return false;
    const fields = [...(this.shadowRoot?.querySelectorAll<SspField>('ssp-field') ?? [])];
    const wanted =
      id === undefined ? fields[0] : fields.find((one) => one.rowId === id && (!name || one.row?.name === name));
    if (wanted !== undefined) wanted.focus();
    else this.shadowRoot?.querySelector<HTMLElement>('.add')?.focus();
    this.scrollIntoView({ block: 'nearest' });
    return true;
  }

  /** Its rows without their words, which the fields follow by themselves, and what each row is called. */
  #shownOf({ state, may, sealed, kind, data }: DocumentStatus): unknown {
    const rows = withoutWords(this.process, kind, data)[this.list];
    return [state, may, sealed, rows, this.#rows.map((row, at) => this.#name(row, at))];
  }

  get #rows(): readonly RowView[] {
    const rows = rowsOf(this.#status.value?.data, this.list);
    return this.where === null ? rows : rows.filter(this.where);
  }

  get #writable(): boolean {
    const status = this.#status.value;
    return !this.readonly && status?.state === 'ready' && status.may === 'write' && !status.sealed;
  }

  get #fields(): readonly FieldRow[] {
    const kind = this.#status.value?.kind;
    return kind === undefined ? [] : fieldsOf(this.process, kind, this.list);
  }

  #name(row: RowView, index: number): string {
    const name = nameRow(row, index);
    return name === String(index + 1) ? `${this.rowName} ${name}`.trim() : name;
  }

  #add(id: string, after?: string | null, values: Readonly<Record<string, Plain>> = {}): void {
    const { document } = this;
    if (document === null) return;
    void this.usedSession?.dispatch({
      type: 'row.add',
      caseId: document.caseId,
      document: document.id,
      list: this.list,
      id,
      values,
      ...(after === undefined ? {} : { after }),
    });
  }

  #onAdd = (): void => {
    const id = newId();
    this.gone = null;
    this.#focusNext = id;
    this.#add(id, undefined, this.firstValues);
    this.emit('ssp-row-added', { list: this.list, id });
  };

  #onRemove(row: RowView, index: number): void {
    const { document } = this;
    if (document === null) return;
    this.gone = { row, after: this.#rows[index - 1]?.id ?? null };
    void this.usedSession?.dispatch({
      type: 'row.remove',
      caseId: document.caseId,
      document: document.id,
      list: this.list,
      id: row.id,
    });
    this.emit('ssp-row-removed', { list: this.list, id: row.id });
    void this.updateComplete.then(() => this.shadowRoot?.querySelector<HTMLElement>('.removed .button')?.focus());
  }

  /** The same id again: its words are still in the document, its short answers are written once more. */
  #onUndo = (): void => {
    const { gone } = this;
    if (gone === null) return;
    this.gone = null;
    const plain = this.#fields.filter(({ type }) => type !== 'text').map(({ name }) => name);
    const values: Record<string, Plain> = {};
    for (const name of plain) {
      const value = gone.row[name];
      if (value != null) values[name] = value;
    }
    this.#focusNext = gone.row.id;
    this.#add(gone.row.id, gone.after, values);
  };

  #onMove(row: RowView, after: string | null): void {
    const { document } = this;
    if (document === null) return;
    void this.usedSession?.dispatch({
      type: 'row.move',
      caseId: document.caseId,
      document: document.id,
      list: this.list,
      id: row.id,
      after,
    });
  }

  /**
   * A list that has a row for each of a plan's rows comes with them: which of them a row is about is only read, unless the person
   * has just added it.
   */
  #isGiven(field: FieldRow, row: RowView): boolean {
    return planListOf(field) === this.list && isWritten(row[field.name]) && !this.#fresh.has(row.id);
  }

  #renderField(row: RowView): RenderField {
    return (name, options = {}) => {
      const kind = this.#status.value?.kind ?? '';
      const field = fieldRow(this.process, kind, name, this.list);
      const track = this.#case.value?.case?.track ?? null;
      if (field === undefined || !isAsked(field, row, track)) return nothing;
      // While it is read, only what was answered is shown.
      if (!this.#writable && !isWritten(row[name])) return nothing;
      const first = this.#rows.find((one) => isAsked(field, one, track));
      return html`<ssp-field
        class=${options.size ?? ''}
        .session=${this.usedSession}
        .document=${this.document}
        .case=${this.case}
        .row=${first === undefined || first.id === row.id ? field : withoutHelp(field)}
        .rowId=${row.id}
        .audience=${this.audience}
        .error=${this.errors[`${this.list}/${row.id}/${name}`] ?? ''}
        .lines=${options.lines ?? 2}
        .options=${options.options ?? null}
        ?readonly=${this.readonly || options.readonly === true || this.#isGiven(field, row)}
        ?label-hidden=${options.labelHidden === true}
      ></ssp-field>`;
    };
  }

  /** What a layout leaves out comes below it, in the order of the table. */
  #renderLaidOut(
    layout: NonNullable<SspFieldList['layout']>,
    row: RowView,
    field: RenderField,
    index: number,
  ): TemplateResult {
    const placed = new Set(this.placed);
    const shown = layout(
      row,
      (name, options) => {
        placed.add(name);
        return field(name, options);
      },
      index,
    );
    const rest = this.#fields.filter(({ name }) => !placed.has(name) && (this.#writable || isWritten(row[name])));
    return html`${shown} ${rest.length === 0 ? nothing : html`<div class="rest">${renderAll(rest, field)}</div>`}`;
  }

  #renderActions(row: RowView, index: number, rows: readonly RowView[]): TemplateResult {
    const name = this.#name(row, index);
    const next = rows[index + 1];
    return html`<div class="row-actions">
      ${
        this.withoutOrder || rows.length < 2
          ? nothing
          : html`<button
                type="button"
                class="icon-button"
                aria-label=${terms('up', { name })}
                ?disabled=${index === 0}
                @click=${() => this.#onMove(row, rows[index - 2]?.id ?? null)}
              >${icon('up')}</button>
              <button
                type="button"
                class="icon-button"
                aria-label=${terms('down', { name })}
                ?disabled=${next === undefined}
                @click=${() => this.#onMove(row, next?.id ?? null)}
              >${icon('down')}</button>`
      }
      <button
        type="button"
        class="icon-button"
        aria-label=${terms('remove', { name })}
        @click=${() => this.#onRemove(row, index)}
      >${icon('remove')}</button>
    </div>`;
  }

  #renderRow(row: RowView, index: number, rows: readonly RowView[]): TemplateResult {
    const field = this.#renderField(row);
    const body =
      this.layout === null ? renderAll(this.#fields, field) : this.#renderLaidOut(this.layout, row, field, index);
    return html`<li
      class=${classMap({ row: true, fresh: this.#fresh.has(row.id) })}
      part="row"
      data-row=${row.id}
    >
      <div class="row-head">
        <span class="row-name">${this.rowName} ${index + 1}</span>
        ${this.#writable ? this.#renderActions(row, index, rows) : nothing}
      </div>
      ${body}
    </li>`;
  }

  #renderRemoved(): TemplateResult | typeof nothing {
    if (this.gone === null) return nothing;
    const name = this.#name(this.gone.row, 0);
    return html`<div class="removed" role="status">
      <span>${terms('removed', { name })}</span>
      <button type="button" class="button plain small" @click=${this.#onUndo}>
        ${icon('undo')}${terms('undo')}
      </button>
    </div>`;
  }

  protected override render(): TemplateResult {
    const rows = this.#rows;
    return html`<div class="list">
      ${this.heading ? html`<h3 class="heading" part="heading">${this.heading}</h3>` : nothing}
      <slot></slot>
      ${this.error ? html`<p class="error" part="error">${icon('alert')}<span>${this.error}</span></p>` : nothing}
      ${
        rows.length === 0
          ? html`<p class="quiet">${this.emptyText || terms('empty')}</p>`
          : html`<ol class="rows">
              ${repeat(
                rows,
                ({ id }) => id,
                (row, index) => this.#renderRow(row, index, rows),
              )}
            </ol>`
      }
      ${this.#renderRemoved()}
      ${
        this.#writable
          ? html`<div class="foot">
              <button type="button" class="button add" @click=${this.#onAdd}>
                ${icon('add')}${this.addLabel || terms('add')}
              </button>
            </div>`
          : nothing
      }
    </div>`;
  }
}

function renderAll(fields: readonly FieldRow[], field: RenderField): TemplateResult {
  return html`<div class="grid">
    ${fields.map((row) => field(row.name, isWide(row) ? {} : { size: 'half' }))}
  </div>`;
}

/** A text, many choices, or the sentence of another document's row. */
function isWide(row: FieldRow): boolean {
  return row.type === 'text' || row.type === 'choices' || planListOf(row) !== null;
}

function isWritten(value: unknown): boolean {
  return value != null && value !== '' && !(Array.isArray(value) && value.length === 0);
}

declare global {
  interface HTMLElementTagNameMap {
    'ssp-field-list': SspFieldList;
  }
}
