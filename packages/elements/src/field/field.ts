import type { FieldRow, Plain } from '@ssp-kit/process';
import type { CaseHandle, CaseView, DocumentHandle, DocumentStatus, Presence } from '@ssp-kit/session/contract';
import { type CSSResultGroup, html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property, query, state } from 'lit/decorators.js';
import { classMap } from 'lit/directives/class-map.js';
import '../text-field/define.js';
import { DocumentController, ReadableController } from '../shared/controllers.js';
import { SspElement } from '../shared/element.js';
import { labelFor, pathOf, sayValue, valueAt } from '../shared/fields.js';
import { formStyles } from '../shared/form.styles.js';
import { icon } from '../shared/icons.js';
import { listNames, onePerPerson, renderRings } from '../shared/people.js';
import { peopleStyles } from '../shared/people.styles.js';
import { planBehind, planListOf, planRows, withChosen } from '../shared/plan-rows.js';
import { type Control, readNumber, renderInput, renderSelect, renderTiles, type Typing } from './controls.js';
import { terms } from './field.terms.js';
import { fieldStyles } from './field.styles.js';
import { type FieldOption, optionsOf } from './options.js';

export type { FieldOption } from './options.js';

/**
 * @summary One field of a document or of a decision's form, with the control that its row of the fields table asks for.
 * @customElement ssp-field
 * @status experimental
 * @since 0.1
 * @dependency ssp-text-field
 *
 * @event {CustomEvent<{name: string, value: Plain}>} ssp-field-changed - The person answered. In a document the answer is written already.
 *
 * @csspart label - The question.
 * @csspart control - The control, or the answer where it can only be read.
 * @csspart people - The rings of those who are in the field.
 * @csspart error - What is wrong with the answer.
 */
export class SspField extends SspElement {
  static override styles: CSSResultGroup = [SspElement.styles, formStyles, peopleStyles, fieldStyles];

  /** The field's row in the table of fields. */
  @property({ attribute: false }) row: FieldRow | null = null;

  /** The document the field stands in. Without one, the field is part of a decision's form: see `value`. */
  @property({ attribute: false }) document: DocumentHandle | null = null;

  /** The case, for people and rows to choose from. */
  @property({ attribute: false }) case: CaseHandle | null = null;

  /** The row of its list, by id. */
  @property({ attribute: 'row-id' }) rowId = '';

  /** The answer, for a field that stands in no document. */
  @property({ attribute: false }) value: Plain | undefined;

  /** What can be chosen; without it, the vocabulary, the team or the list that the row points into. */
  @property({ attribute: false }) options: readonly FieldOption[] | null = null;

  /** What is wrong with the answer, in one sentence; empty when nothing is. */
  @property() error = '';

  /** Only to be read, whatever the document allows. */
  @property({ type: Boolean, reflect: true }) readonly = false;

  /** The label is said but not shown, where the surroundings show it. */
  @property({ type: Boolean, attribute: 'label-hidden' }) labelHidden = false;

  /** Lines of a text while it is short. */
  @property({ type: Number }) lines = 3;

  readonly #status = new ReadableController<DocumentStatus>(
    this,
    () => this.document?.view ?? null,
    (status) => this.#shownOf(status),
  );
  readonly #case = new ReadableController<CaseView>(
    this,
    () => this.case?.view ?? null,
    (view) => this.#shownOfCase(view),
  );

  /** The plan whose rows are chosen from, where the field points into one. */
  readonly #plan = new DocumentController(
    this,
    () => this.case,
    () => (planListOf(this.row) === null ? null : planBehind(this.#case.value, this.document?.id)),
    () => this.#options,
  );

  /** What stands in the control while the person is in it: others' answers do not move it. */
  @state() private draft: string | null = null;
  @state() private problem = '';

  @query('#control, ssp-text-field, input:checked, input') private control!: HTMLElement | null;

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    // A host page may take the element away in the middle of a word.
    if (this.draft !== null) this.#commitDraft();
    this.document?.setField(null);
    this.draft = null;
  }

  protected override willUpdate(changed: PropertyValues): void {
    super.willUpdate(changed);
    if (changed.has('row') || changed.has('rowId') || changed.has('document')) this.problem = '';
    // The control goes with the right to write: what stands in it is over before its blur comes.
    if (!this.#writable) this.draft = null;
  }

  /** Puts the person into the field. Does nothing while detached. */
  override focus(options?: FocusOptions): void {
    if (this.isConnected) this.control?.focus(options);
  }

  /** The field's place in its document, or its name in a decision's form. */
  get path(): string {
    return this.row === null ? '' : pathOf(this.row, this.rowId);
  }

  /** A text follows its own words; any other field shows its answer, its choices and who is in it. */
  #shownOf({ state, may, sealed }: DocumentStatus): unknown {
    if (this.row?.type === 'text') return null;
    return [state, may, sealed, this.#answer, this.#people, this.row?.type === 'row' ? this.#options : null];
  }

  #shownOfCase(view: CaseView): unknown {
    if (planListOf(this.row) !== null) return [planBehind(view, this.document?.id), this.#options];
    return this.row?.type === 'person' ? view.case?.team : null;
  }

  get #answer(): Plain | undefined {
    if (this.row === null) return undefined;
    if (this.document === null) return this.value;
    return valueAt(this.#status.value?.data, this.row, this.rowId);
  }

  get #writable(): boolean {
    if (this.readonly) return false;
    if (this.document === null) return true;
    const status = this.#status.value;
    return status?.state === 'ready' && status.may === 'write' && !status.sealed;
  }

  get #people(): readonly Presence[] {
    const people = this.#status.value?.people ?? [];
    return onePerPerson(people.filter(({ field }) => field === this.path));
  }

  get #options(): readonly FieldOption[] {
    const { row } = this;
    if (this.options !== null) return this.options;
    const list = planListOf(row);
    if (list !== null) {
      const plan = this.#plan.view?.data;
      return withChosen(planRows(this.process, list, plan, this.#case.value?.case, this.locale), this.#answer);
    }
    return optionsOf(this.process, row, this.#status.value?.data, this.#case.value?.case, this.#answer);
  }

  #write(value: Plain): void {
    const { row, document } = this;
    if (row === null) return;
    const before = this.#answer ?? null;
    if (JSON.stringify(before) === JSON.stringify(value)) return;
    if (document === null) {
      this.value = value;
    } else {
      void this.usedSession?.dispatch({
        type: 'field.set',
        caseId: document.caseId,
        document: document.id,
        path: this.path,
        value,
      });
    }
    this.emit('ssp-field-changed', { name: row.name, value });
  }

  #commitDraft(): void {
    const { draft, row } = this;
    if (draft === null || row === null || !this.#writable) return;
    const written = draft.trim();
    this.problem = '';
    if (written === '') {
      this.#write(null);
    } else if (row.type === 'number' || row.type === 'minutes') {
      const value = readNumber(written);
      if (value === null) this.problem = terms('notANumber');
      else if (row.type === 'minutes' && !Number.isInteger(value)) this.problem = terms('notWhole');
      else this.#write(value);
    } else {
      this.#write(written);
    }
  }

  #onFocusIn = (): void => {
    if (this.row?.type !== 'text') this.document?.setField(this.path);
  };

  #onFocusOut = (): void => {
    if (this.row?.type !== 'text') this.document?.setField(null);
  };

  #onControlFocus = (event: Event): void => {
    if (this.draft === null) this.draft = (event.target as HTMLInputElement).value;
  };

  #onInput = (event: Event): void => {
    this.draft = (event.target as HTMLInputElement).value;
  };

  #onChange = (event: Event): void => {
    this.draft = (event.target as HTMLInputElement).value;
    this.#commitDraft();
  };

  #onControlBlur = (): void => {
    this.#commitDraft();
    // What cannot be read as a number stays, so that it can be mended.
    if (this.problem === '') this.draft = null;
  };

  #onKeyDown = (event: KeyboardEvent): void => {
    if (event.key === 'Enter' && !event.isComposing) this.#commitDraft();
  };

  #onSelect = (event: Event): void => {
    const { value } = event.target as HTMLSelectElement;
    this.#write(value === '' ? null : value);
  };

  #onRadio = (event: Event): void => {
    const { value } = event.target as HTMLInputElement;
    this.#write(this.row?.type === 'yes-no' ? value === 'yes' : value);
  };

  #onCheck = (): void => {
    const boxes = [...(this.shadowRoot?.querySelectorAll('input') ?? [])];
    this.#write(boxes.filter(({ checked }) => checked).map(({ value }) => value));
  };

  get #typing(): Typing {
    return {
      draft: this.draft,
      onFocus: this.#onControlFocus,
      onInput: this.#onInput,
      onChange: this.#onChange,
      onKeyDown: this.#onKeyDown,
      onBlur: this.#onControlBlur,
    };
  }

  get #error(): string {
    return this.problem || this.error;
  }

  get #describedBy(): string {
    return [this.row?.help && 'help', this.#error && 'error', 'who'].filter(Boolean).join(' ');
  }

  #control(row: FieldRow): Control {
    return {
      row,
      answer: this.#answer,
      options: this.#options,
      prompt: this.labelHidden ? `${labelFor(row, this.audience)}…` : null,
      describedBy: this.#describedBy,
      wrong: this.#error !== '',
    };
  }

  #renderLabel(row: FieldRow, tag: 'label' | 'legend' | 'span'): TemplateResult {
    const optional =
      this.document === null && row.required !== true
        ? html` <span class="optional">(${terms('optional')})</span>`
        : nothing;
    const words = html`${labelFor(row, this.audience)}${optional}`;
    const people = renderRings(this.#people);
    const label =
      tag === 'label'
        ? html`<label class="label" part="label" for="control">${words}</label>`
        : html`<span class="label" part="label" id="label">${words}</span>`;
    const shown = this.labelHidden ? html`<span class="unseen">${label}</span>` : label;
    if (tag === 'legend') {
      return html`<legend class=${this.labelHidden ? 'unseen' : ''}><span class="label-line">${label}${people}</span></legend>`;
    }
    if (this.labelHidden && people === nothing) return shown;
    return html`<div class="label-line">${shown}${people}</div>`;
  }

  #renderAnswer(row: FieldRow): TemplateResult {
    const says = sayValue(this.process, row, this.#answer, this.#options, this.locale);
    const classes = { value: true, empty: says === '', numbers: row.type === 'day' };
    return html`<p class=${classMap(classes)} part="control">${says || terms('empty')}</p>`;
  }

  #renderBelow(): TemplateResult {
    const names = this.#people.map(({ name }) => name);
    return html`${
      this.#error
        ? html`<p class="error" part="error" id="error">${icon('alert')}<span>${this.#error}</span></p>`
        : nothing
    }<span class="unseen" id="who"
        >${names.length > 0 ? terms('here', { names: listNames(names, this.locale), count: names.length }) : ''}</span
      >`;
  }

  #renderText(row: FieldRow): TemplateResult {
    return html`<ssp-text-field
      .document=${this.document}
      .path=${this.path}
      .label=${labelFor(row, this.audience)}
      .help=${row.help ?? ''}
      .error=${this.#error}
      .rows=${this.lines}
      .audience=${this.audience}
      ?readonly=${this.readonly}
      ?label-hidden=${this.labelHidden}
      exportparts="label, control, people, error"
    ></ssp-text-field>`;
  }

  protected override render(): TemplateResult | typeof nothing {
    const { row } = this;
    if (row === null) return nothing;
    if (row.type === 'text') return this.#renderText(row);
    const people = this.#people;
    const classes: Record<string, boolean> = { field: true, wrong: this.#error !== '' };
    const first = people[0];
    if (first !== undefined) {
      classes['here'] = true;
      classes[`hue-${first.color % 8}`] = true;
    }
    const help = row.help ? html`<p class="help" id="help">${row.help}</p>` : nothing;
    if (!this.#writable) {
      return html`<div class="field reading" role="group" aria-labelledby="label">
        ${this.#renderLabel(row, 'span')}${this.#renderAnswer(row)}${this.#renderBelow()}
      </div>`;
    }
    const options = row.type === 'choice' ? this.#options : [];
    const tiles = row.type === 'yes-no' || row.type === 'choices' || (row.type === 'choice' && options.length <= 5);
    if (tiles) {
      return html`<fieldset
        class=${classMap(classes)}
        aria-describedby=${this.#describedBy}
        @focusin=${this.#onFocusIn}
        @focusout=${this.#onFocusOut}
      >
        ${this.#renderLabel(row, 'legend')} ${help} ${renderTiles(this.#control(row), row.type === 'choices' ? this.#onCheck : this.#onRadio)} ${this.#renderBelow()}
      </fieldset>`;
    }
    const picks = row.type === 'choice' || row.type === 'person' || row.type === 'row';
    return html`<div class=${classMap(classes)} @focusin=${this.#onFocusIn} @focusout=${this.#onFocusOut}>
      ${this.#renderLabel(row, 'label')} ${help}
      ${picks ? renderSelect(this.#control(row), this.#onSelect) : renderInput(this.#control(row), this.#typing)} ${this.#renderBelow()}
    </div>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'ssp-field': SspField;
  }
}
