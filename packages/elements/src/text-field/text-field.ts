import type { Caret, DocumentHandle, DocumentStatus, Presence, TextHandle } from '@ssp-kit/session/contract';
import { type CSSResultGroup, html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property, query } from 'lit/decorators.js';
import { classMap } from 'lit/directives/class-map.js';
import { ifDefined } from 'lit/directives/if-defined.js';
import { ReadableController } from '../shared/controllers.js';
import { SspElement } from '../shared/element.js';
import { beforeFrame } from '../shared/frames.js';
import { formStyles } from '../shared/form.styles.js';
import { icon } from '../shared/icons.js';
import { listNames, onePerPerson, renderRings } from '../shared/people.js';
import { peopleStyles } from '../shared/people.styles.js';
import { TextBinding } from '../shared/text-binding.js';
import { renderCarets } from './carets.js';
import { terms } from './text-field.terms.js';
import { textFieldStyles } from './text-field.styles.js';

/**
 * @summary A text that several people write at once, in a native textarea: letters merge, the caret stays, others' places are shown.
 * @customElement ssp-text-field
 * @status experimental
 * @since 0.1
 *
 * @event {Event} input - The person changed the words (native, composed).
 *
 * @csspart label - The label above the text.
 * @csspart control - The textarea, or the words where they can only be read.
 * @csspart people - The rings of those who are here.
 * @csspart error - What is wrong with the answer.
 */
export class SspTextField extends SspElement {
  static override styles: CSSResultGroup = [SspElement.styles, formStyles, peopleStyles, textFieldStyles];
  static override shadowRootOptions: ShadowRootInit = {
    ...SspElement.shadowRootOptions,
    delegatesFocus: true,
  };

  /** The document the text stands in. */
  @property({ attribute: false }) document: DocumentHandle | null = null;

  /** The text's place in the document: `<field>` or `<list>/<row id>/<field>`. */
  @property() path = '';

  /** What the text is, above it. */
  @property() label = '';

  /** One sentence that helps to write it. */
  @property() help = '';

  /** What is wrong with the answer; empty when nothing is. */
  @property() error = '';

  /** Whether the process asks for it. */
  @property({ type: Boolean }) required = false;

  /** Only to be read, whatever the document allows. */
  @property({ type: Boolean, reflect: true }) readonly = false;

  /** The label is said but not shown, where the surroundings show it. */
  @property({ type: Boolean, attribute: 'label-hidden' }) labelHidden = false;

  /** Lines shown while the text is short. */
  @property({ type: Number }) rows = 3;

  readonly #status = new ReadableController<DocumentStatus>(
    this,
    () => this.document?.view ?? null,
    ({ state, may, sealed }) => [state, may, sealed, this.#people],
  );
  readonly #carets = new ReadableController<readonly Caret[]>(this, () => this.#text?.carets ?? null);

  @query('textarea') private area!: HTMLTextAreaElement | null;
  @query('.box') private box!: HTMLElement | null;

  #text: TextHandle | null = null;
  #from: { document: DocumentHandle; path: string } | null = null;
  #stopReading: (() => void) | null = null;
  #binding: TextBinding | null = null;
  #bound: { area: HTMLTextAreaElement; text: TextHandle } | null = null;
  #announced = '';
  readonly #moves = new Map<string, { head: number; count: number }>();

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#leave();
  }

  protected override willUpdate(changed: PropertyValues): void {
    super.willUpdate(changed);
    this.#follow();
  }

  protected override updated(changed: PropertyValues): void {
    super.updated(changed);
    this.#bind();
    // A host page's policy refuses style attributes, not this.
    this.box?.style.setProperty('--_rows', String(this.rows));
  }

  /** Puts the caret into the text. Does nothing while detached. */
  override focus(options?: FocusOptions): void {
    const target = this.area ?? this.box;
    if (this.isConnected) target?.focus(options);
  }

  /** Whether the text can be written here and now. */
  get writable(): boolean {
    const status = this.#status.value;
    return !this.readonly && status?.state === 'ready' && status.may === 'write' && !status.sealed;
  }

  #follow(): void {
    const { document, path } = this;
    if (!this.isConnected || document === null || path === '') {
      this.#leave();
      return;
    }
    if (this.#from?.document === document && this.#from.path === path) return;
    this.#leave();
    this.#from = { document, path };
    this.#text = document.text(path);
    this.#stopReading = this.#text.subscribe(() => beforeFrame(this.#draw));
  }

  readonly #draw = (): void => this.requestUpdate();

  #leave(): void {
    this.#unbind();
    this.#stopReading?.();
    this.#text?.release();
    this.#stopReading = null;
    this.#text = null;
    this.#from = null;
  }

  #bind(): void {
    const { area } = this;
    const text = this.#text;
    if (area === null || text === null) {
      this.#unbind();
      return;
    }
    if (this.#bound?.area === area && this.#bound.text === text) return;
    this.#unbind();
    this.#binding = new TextBinding(area, text);
    this.#bound = { area, text };
    this.#tellCaret();
  }

  #unbind(): void {
    this.#binding?.release();
    this.#binding = null;
    this.#bound = null;
  }

  #onInput = (): void => {
    this.#binding?.takeInput();
    this.#tellCaret();
    this.requestUpdate();
  };

  #onCompositionStart = (): void => this.#binding?.startComposition();

  #onCompositionEnd = (): void => {
    this.#binding?.endComposition();
    this.#tellCaret();
    this.requestUpdate();
  };

  #onBeforeInput = (event: InputEvent): void => {
    if (event.inputType !== 'historyUndo' && event.inputType !== 'historyRedo') return;
    event.preventDefault();
    if (event.inputType === 'historyUndo') this.#binding?.undo();
    else this.#binding?.redo();
  };

  /** The textarea's own history does not know what others wrote: undo takes back one's own words only. */
  #onKeyDown = (event: KeyboardEvent): void => {
    if (!(event.ctrlKey || event.metaKey) || event.altKey || event.isComposing) return;
    const key = event.key.toLowerCase();
    const redo = key === 'y' || (key === 'z' && event.shiftKey);
    if (!redo && key !== 'z') return;
    event.preventDefault();
    if (redo) this.#binding?.redo();
    else this.#binding?.undo();
  };

  #onFocus = (): void => {
    this.document?.setField(this.path);
    this.#tellCaret();
  };

  #onBlur = (): void => {
    this.document?.setField(null);
    this.#text?.setCaret(null);
    this.#announced = '';
  };

  #tellCaret = (): void => {
    const { area } = this;
    if (area === null || this.shadowRoot?.activeElement !== area) return;
    const back = area.selectionDirection === 'backward';
    this.#text?.setCaret({
      anchor: back ? area.selectionEnd : area.selectionStart,
      head: back ? area.selectionStart : area.selectionEnd,
    });
  };

  get #people(): readonly Presence[] {
    const people = this.#status.value?.people ?? [];
    return onePerPerson(people.filter(({ field }) => field === this.path));
  }

  /** Each name is told once, and only to someone who is in this text. */
  #sayWhoWrites(): string {
    if (this.shadowRoot?.activeElement !== this.area) return '';
    const names = this.#people.map(({ name }) => name);
    if (names.length === 0) return this.#announced;
    const says = terms('writing', {
      names: listNames(names, this.locale),
      count: names.length,
    });
    this.#announced = says;
    return says;
  }

  #renderLabel(): TemplateResult {
    const people = this.#people;
    const label = html`<label class="label" part="label" for="control" id="label">${this.label}</label>`;
    if (this.labelHidden && people.length === 0) {
      return html`<span class="unseen">${label}</span>`;
    }
    return html`<div class="label-line">
      ${this.labelHidden ? html`<span class="unseen">${label}</span><span></span>` : label}
      ${renderRings(people)}
    </div>`;
  }

  #renderArea(): TemplateResult {
    const described = [this.help && 'help', this.error && 'error', 'who'].filter(Boolean);
    return html`<textarea
      id="control"
      class="control area"
      part="control"
      rows="1"
      spellcheck="true"
      autocomplete="off"
      aria-describedby=${described.join(' ')}
      aria-invalid=${ifDefined(this.error ? 'true' : undefined)}
      aria-required=${ifDefined(this.required ? 'true' : undefined)}
      @input=${this.#onInput}
      @beforeinput=${this.#onBeforeInput}
      @keydown=${this.#onKeyDown}
      @compositionstart=${this.#onCompositionStart}
      @compositionend=${this.#onCompositionEnd}
      @focus=${this.#onFocus}
      @blur=${this.#onBlur}
      @select=${this.#tellCaret}
      @selectionchange=${this.#tellCaret}
      @keyup=${this.#tellCaret}
      @pointerup=${this.#tellCaret}
    ></textarea>`;
  }

  #renderMirror(reading: boolean): TemplateResult {
    // In the textarea stand the words that are being composed, too.
    const words = (reading ? null : this.area?.value) ?? this.#text?.get() ?? '';
    const carets = renderCarets(this.#text?.get() ?? '', this.#carets.value ?? [], this.#moves);
    if (!reading) {
      const same = words === (this.#text?.get() ?? '');
      return html`<div class="mirror" aria-hidden="true">${same ? carets : words}</div>`;
    }
    if (words === '') return html`<p class="value empty" part="control">${terms('empty')}</p>`;
    return html`<div class="mirror value" part="control">${carets}</div>`;
  }

  protected override render(): TemplateResult {
    const reading = !this.writable;
    const classes = { field: true, reading, wrong: this.error !== '' };
    return html`
      <div class=${classMap(classes)} role=${ifDefined(reading ? 'group' : undefined)} aria-labelledby=${ifDefined(reading ? 'label' : undefined)}>
        ${this.#renderLabel()}
        ${this.help && !reading ? html`<p class="help" id="help">${this.help}</p>` : nothing}
        <div class="box">
          ${reading ? nothing : this.#renderArea()} ${this.#renderMirror(reading)}
        </div>
        ${
          this.error
            ? html`<p class="error" part="error" id="error">${icon('alert')}<span>${this.error}</span></p>`
            : nothing
        }
        <span class="unseen" id="who" role="status">${this.#sayWhoWrites()}</span>
      </div>
    `;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'ssp-text-field': SspTextField;
  }
}
