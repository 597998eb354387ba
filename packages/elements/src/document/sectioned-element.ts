import { type DocumentView, fieldsOf, isPrompt, type Plain, type RequirementResult } from '@ssp-kit/process';
import type { CaseHandle, DocumentStatus, Readable, Readiness } from '@ssp-kit/session/contract';
import { type CSSResultGroup, html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { state } from 'lit/decorators.js';
import { classMap } from 'lit/directives/class-map.js';
import { IdleController } from '../shared/controllers.js';
import { decisionsStyles } from '../shared/decisions.styles.js';
import { icon } from '../shared/icons.js';
import { type DecisionOptions, type FieldOptions, SspDocumentElement } from './document-element.js';
import { type FormSection, isAnswered, joinSections, type MissingAnswer } from './sections.js';
import { sectionsStyles } from './sections.styles.js';
import { terms } from './sections.terms.js';

/** Up to this width, in px, the sections of a long form are opened one at a time. */
const phoneWidth = 560;

/** So much of a field has to stand above the bar, in px: else it counts as hidden. */
const leastSeen = 24;

/** The decision that makes a document part of the record. */
export interface Deciding {
  readonly action: string;
  readonly payload: Readonly<Record<string, Plain>>;
}

/** How single sections are laid out, by id; the others come as the rows of the fields table say. */
export type SectionLayouts = Readonly<Record<string, (section: FormSection) => unknown>>;

/**
 * A document whose form is long: its sections with their state, the way to what is missing, and the next step always in sight.
 * A subclass says which decision ends it (`deciding`) and renders `renderForm(…)` inside of its sheet.
 *
 * @csspart outline - The list of sections with their state.
 * @csspart next - The bar that leads to what is missing next.
 */
export abstract class SspSectionedElement extends SspDocumentElement {
  static override styles: CSSResultGroup = [SspDocumentElement.styles, decisionsStyles, sectionsStyles];

  /** Optional sections that were opened, so that nothing closes under a person. */
  @state() private opened: ReadonlySet<string> = new Set();

  /** So narrow that the sections are opened one at a time. */
  @state() private narrow = false;

  /** Of the sections that are opened one at a time, the open one; null before any was shown. */
  @state() private openPart: string | null = null;

  readonly #sizes = new ResizeObserver(([entry]) => {
    const narrow = entry !== undefined && entry.contentRect.width <= phoneWidth;
    // Not within the observation: what it lays out anew would be observed again.
    requestAnimationFrame(() => {
      this.narrow = narrow;
    });
  });

  #asked: { handle: CaseHandle; key: string; readable: Readable<Readiness> } | null = null;

  readonly #readiness = new IdleController<Readiness>(
    this,
    () => this.#readable(),
    () => this.caseView?.case,
  );

  override connectedCallback(): void {
    super.connectedCallback();
    if (this.oneAtATime) this.#sizes.observe(this);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#sizes.disconnect();
    this.#asked = null;
  }

  protected override willUpdate(changed: PropertyValues): void {
    super.willUpdate(changed);
    // At first the section that still misses something; from then on nothing opens or closes by itself.
    if (this.openPart !== null || !this.#folds || this.requirements.length === 0) return;
    const shown = this.#parts.filter((section) => this.#isShown(section));
    this.openPart = (shown.find(({ missing }) => missing.length > 0) ?? shown[0])?.id ?? '';
  }

  protected override startAnew(): void {
    super.startAnew();
    this.opened = new Set();
    this.openPart = null;
  }

  /** Whether the sections of so long a form are opened one at a time on a phone. */
  protected get oneAtATime(): boolean {
    return false;
  }

  get #folds(): boolean {
    return this.narrow && this.oneAtATime && !this.reading;
  }

  /** The section in whose layout another one stands; itself where it has its own. */
  protected partOf(id: string): string {
    return id;
  }

  /** What a section is called above its layout: more than its own label where others stand in it. */
  protected titleOf({ label }: FormSection): string {
    return label;
  }

  /** The decision that ends the form; null where there is none to take here. */
  protected get deciding(): Deciding | null {
    return null;
  }

  /** A decision about this document: it is named where the decision's form asks which one it is about. */
  protected decisionOn(action: string): Deciding {
    const document = this.usedDocumentId ?? '';
    const named = document !== '' && fieldsOf(this.process, action).some(({ name }) => name === 'document');
    return { action, payload: named ? { document } : {} };
  }

  /** The decision that is judged: the one that ends the form, or that files it where it is a corrected version. */
  get #judged(): Deciding | null {
    return this.correcting ? this.decisionOn('correction.file') : this.deciding;
  }

  /** The decision that ends the form, with its button; nothing once it is part of the record. */
  protected renderEnding(options: Omit<DecisionOptions, 'payload'> = {}): TemplateResult | typeof nothing {
    const { deciding } = this;
    if (deciding === null || this.readonly || this.status?.sealed === true) return nothing;
    return this.renderDecision(deciding.action, { ...options, payload: deciding.payload });
  }

  /** What the process says of the decision, newest judgement; empty while nothing is to be decided here. */
  protected override get requirements(): readonly RequirementResult[] {
    if (this.reading) return [];
    return this.#readiness.value?.requirements ?? [];
  }

  protected get mayDecide(): boolean {
    const readiness = this.#readiness.value;
    return this.#judged !== null && readiness?.allowed === true && readiness.open && !this.readonly;
  }

  /** What this form is called, to tell it from others on the same page. */
  protected get formName(): string {
    const row = this.process.documents.find(({ kind }) => kind === this.kind);
    return (this.audience === 'family' ? row?.familyLabel : row?.label) ?? this.kind;
  }

  /** Besides what it shows of any document: which of its drafted texts still ask their writer for something. */
  protected override shownOfDocument(status: DocumentStatus): unknown {
    return [super.shownOfDocument(status), promptsIn(status.data)];
  }

  #readable(): Readable<Readiness> | null {
    const { handle } = this.caseState;
    const judged = this.#judged;
    if (handle === null || judged === null || this.reading) return null;
    const key = `${judged.action} ${JSON.stringify(judged.payload)}`;
    if (this.#asked?.handle !== handle || this.#asked.key !== key) {
      this.#asked = { handle, key, readable: handle.readiness(judged.action, judged.payload) };
    }
    return this.#asked.readable;
  }

  override focusField(path: string): boolean {
    const name = path.split('/')[0] ?? '';
    const folded = this.sections.find(
      ({ id, fields, lists, state }) =>
        state === 'optional' &&
        !this.opened.has(id) &&
        (lists.includes(name) || fields.some((row) => row.name === name)),
    );
    const home = this.#folds
      ? this.#parts.find(({ lists, fields }) => lists.includes(name) || fields.some((row) => row.name === name))
      : undefined;
    const hidden = home !== undefined && home.id !== this.openPart;
    if (folded === undefined && !hidden) return this.focusShown(path);
    if (folded !== undefined) this.#keepOpen(folded.id);
    if (hidden) this.openPart = home.id;
    void this.updateComplete.then(() => this.focusShown(path));
    return true;
  }

  /** Goes to a section that stands inside of another's layout. Answers whether it did. */
  protected showSection(_id: string): boolean {
    return false;
  }

  /** Puts the person into a field whose section is open. */
  protected focusShown(path: string): boolean {
    return super.focusField(path);
  }

  /** The sections as they are laid out: those that stand in another's layout are part of it. */
  get #parts(): readonly FormSection[] {
    const all = this.sections;
    return all.flatMap((section) => {
      if (this.partOf(section.id) !== section.id) return [];
      const inside = all.filter(({ id }) => id !== section.id && this.partOf(id) === section.id);
      return [joinSections(this.titleOf(section), [section, ...inside])];
    });
  }

  #keepOpen(id: string): void {
    this.opened = new Set([...this.opened, id]);
  }

  #onToggle(id: string, event: Event): void {
    if ((event.target as HTMLDetailsElement).open) this.#keepOpen(id);
    else this.opened = new Set([...this.opened].filter((one) => one !== id));
  }

  async #goTo(id: string): Promise<void> {
    if (this.#folds && id.startsWith('section-')) {
      this.openPart = id.slice('section-'.length);
      await this.updateComplete;
    }
    const section = this.shadowRoot?.querySelector<HTMLElement>(`#${CSS.escape(id)}`);
    section?.scrollIntoView({ block: 'start' });
    section?.focus({ preventScroll: true });
  }

  #onSpot({ id, missing }: FormSection): void {
    const [first] = missing;
    if (this.writable && first !== undefined && this.focusField(first.path)) return;
    if (this.showSection(id)) return;
    void this.#goTo(`section-${this.partOf(id)}`);
  }

  /** While it is read, only what was answered is shown. */
  protected override renderField(name: string, options: FieldOptions = {}): TemplateResult | typeof nothing {
    if (this.reading && !isAnswered(this.data[name])) return nothing;
    return super.renderField(name, options);
  }

  /** The whole form: outline, sections, the bar that leads on, and what is decided at its end. */
  protected renderForm(options: {
    readonly layouts?: SectionLayouts;
    readonly before?: unknown;
    /** Instead of the sections, for a form that is laid out by hand. */
    readonly content?: unknown;
    /** Between the sections and what is decided. */
    readonly after?: unknown;
    readonly decisions?: unknown;
    /** What is missing is listed beside the decisions. */
    readonly listed?: boolean;
  }): TemplateResult {
    const sections = this.sections;
    const shown = sections.filter((section) => this.#isShown(section));
    const folds = this.#folds && options.content === undefined;
    const outlined = sections.length > 2 && options.content === undefined && !folds;
    return html`<div class=${classMap({ form: true, outlined, folds })}>
      ${outlined ? this.#renderOutline(this.reading ? shown : sections) : nothing}
      <div class="parts" @focusin=${this.#onFocusIn}>
        ${this.#renderCorrects()} ${options.before ?? nothing}
        ${options.content ?? this.#renderParts(options.layouts)}
        ${options.after ?? nothing} ${this.#renderNext(sections)}
        <div class="decisions" id="ending" tabindex="-1">${this.renderEnd(options.decisions ?? nothing, { listed: options.listed === true })}</div>
      </div>
    </div>`;
  }

  /** Of a corrected version that is being written: what it is for, and whose the last word is. */
  #renderCorrects(): TemplateResult | typeof nothing {
    if (!this.correcting || this.audience === 'family') return nothing;
    return html`<p class="note">${icon('edit')}<span>${terms('corrects')}</span></p>`;
  }

  #renderParts(layouts: SectionLayouts | undefined): unknown {
    const shown = this.#parts.filter((section) => this.#isShown(section));
    if (shown.length === 0 && this.reading) return html`<p class="quiet">${terms('empty')}</p>`;
    if (!this.#folds) return shown.map((section) => this.#renderPart(section, layouts?.[section.id]));
    return shown.map((section) => this.#renderFold(section, section.id === this.openPart, layouts?.[section.id]));
  }

  #renderFold(section: FormSection, open: boolean, layout?: (section: FormSection) => unknown): TemplateResult {
    const { id, label, help, state, missing } = section;
    return html`<div class="section fold" part="section" id=${`section-${id}`} tabindex="-1">
      <h3 id=${`title-${id}`}>
        <button
          type="button"
          class="fold-head"
          aria-expanded=${open ? 'true' : 'false'}
          aria-controls=${`body-${id}`}
          @click=${() => this.#onFold(id, open)}
        >
          ${renderMark(state)}
          <span class="spot-name">${label}</span>
          <span class="spot-state">${sayState(state, missing)}</span>
          ${icon('chevron')}
        </button>
      </h3>
      <div class="section" id=${`body-${id}`} role="group" aria-labelledby=${`title-${id}`} ?hidden=${!open}>
        ${help ? html`<p class="quiet">${help}</p>` : nothing}
        ${layout === undefined ? this.renderRows(section) : layout(section)}
      </div>
    </div>`;
  }

  async #onFold(id: string, open: boolean): Promise<void> {
    this.openPart = open ? '' : id;
    await this.updateComplete;
    // What closed above has moved the page: the opened section stays where the person looks.
    if (!open) this.shadowRoot?.querySelector(`#${CSS.escape(`section-${id}`)}`)?.scrollIntoView({ block: 'start' });
  }

  #isShown({ state, fields, lists }: FormSection): boolean {
    if (state === 'not-needed') return false;
    if (!this.reading) return true;
    return fields.some(({ name }) => isAnswered(this.data[name])) || lists.some((list) => isAnswered(this.data[list]));
  }

  #renderOutline(sections: readonly FormSection[]): TemplateResult {
    return html`<nav class="outline" part="outline" aria-label=${terms('outline', { name: this.formName })}>
      <ol>
        ${sections.map((section) => this.#renderSpot(section))}
        ${this.mayDecide ? this.#renderDecisionSpot() : nothing}
      </ol>
    </nav>`;
  }

  #renderSpot(section: FormSection): TemplateResult {
    const { label, state, missing } = section;
    if (this.reading)
      return html`<li>
        <button type="button" class="spot" @click=${() => void this.#goTo(`section-${this.partOf(section.id)}`)}>
          <span class="spot-name">${label}</span>
        </button>
      </li>`;
    return html`<li>
      <button type="button" class="spot" ?disabled=${state === 'not-needed'} @click=${() => this.#onSpot(section)}>
        ${renderMark(state)}
        <span class="spot-name">${label}</span>
        <span class="spot-state">${sayState(state, missing)}</span>
      </button>
    </li>`;
  }

  #renderDecisionSpot(): TemplateResult {
    return html`<li>
      <button type="button" class="spot last" @click=${() => void this.#goTo('ending')}>
        <span class="mark" aria-hidden="true"></span>
        <span class="spot-name">${terms('ending')}</span>
      </button>
    </li>`;
  }

  #renderPart(section: FormSection, layout?: (section: FormSection) => unknown): TemplateResult {
    const { id, label, help, state } = section;
    const content = layout === undefined ? this.renderRows(section) : layout(section);
    if (state === 'optional' && !this.reading && label !== '') {
      return html`<details
        class="section folded"
        part="section"
        id=${`section-${id}`}
        tabindex="-1"
        ?open=${this.opened.has(id)}
        @toggle=${(event: Event) => this.#onToggle(id, event)}
      >
        <summary><h3>${label}</h3><span class="quiet">${terms('optional')}</span>${icon('chevron')}</summary>
        <div class="section">${help ? html`<p class="quiet">${help}</p>` : nothing} ${content}</div>
      </details>`;
    }
    const titled = label !== '';
    return html`<div
      class="section"
      part="section"
      role="group"
      id=${`section-${id}`}
      tabindex="-1"
      aria-labelledby=${titled ? `title-${id}` : nothing}
    >
      ${
        titled
          ? html`<div class="section-head">
              <h3 id=${`title-${id}`}>${label}</h3>
              ${help && !this.reading ? html`<p>${help}</p>` : nothing}
            </div>`
          : nothing
      }
      ${content}
    </div>`;
  }

  /** One line that stays in sight: what is missing next, or that nothing is. */
  #renderNext(sections: readonly FormSection[]): TemplateResult | typeof nothing {
    if (this.reading || !this.mayDecide) return nothing;
    const [first] = sections.flatMap((section) => section.missing);
    return html`<div class="next" part="next">
      ${
        first === undefined
          ? html`<p class="next-says">${icon('check')}<span>${terms('all')}</span></p>
              <button type="button" class="button small" @click=${() => void this.#goTo('ending')}>
                ${terms('decide')}
              </button>`
          : html`<p class="next-says" aria-hidden="true">${terms('next')}</p>
              <button type="button" class="button plain small" @click=${() => this.#onMissing(first)}>
                <span class="next-name"><span class="unseen">${terms('next')}: </span>${first.says}</span>${icon('arrow')}
              </button>`
      }
    </div>`;
  }

  /** Whoever goes from field to field by keyboard sees where they are: the bar gives way to a field that lies under it. */
  readonly #onFocusIn = (event: FocusEvent): void => {
    const bar = this.shadowRoot?.querySelector('.next');
    const [target] = event.composedPath();
    if (!bar || !(target instanceof HTMLElement) || bar.contains(target) || !target.matches(':focus-visible')) return;
    const above = bar.getBoundingClientRect();
    const field = target.getBoundingClientRect();
    if (field.bottom > above.top && field.top < above.bottom && field.top > above.top - leastSeen) {
      target.scrollIntoView({ block: 'center' });
    }
  };

  #onMissing({ path }: MissingAnswer): void {
    this.focusField(path);
  }
}

function renderMark(state: FormSection['state']): TemplateResult {
  return html`<span class=${`mark ${state}`} aria-hidden="true">${state === 'complete' ? icon('check') : nothing}</span>`;
}

function sayState(state: FormSection['state'], missing: FormSection['missing']): string {
  return state === 'in-progress' ? terms('left', { count: missing.length }) : terms(state);
}

const prompts = new WeakMap<DocumentView, readonly string[]>();

/** Paths of drafted words that still ask for something; the same list while they stay the same. */
function promptsIn(data: DocumentView): readonly string[] {
  const known = prompts.get(data);
  if (known !== undefined) return known;
  const found = Object.entries(data).flatMap(([name, value]) => {
    if (!Array.isArray(value)) return isPrompt(value) ? [name] : [];
    return value.flatMap((row: unknown) =>
      typeof row === 'object' && row !== null
        ? Object.entries(row).flatMap(([field, words]) =>
            isPrompt(words) ? [`${name}/${String(Reflect.get(row, 'id'))}/${field}`] : [],
          )
        : [],
    );
  });
  prompts.set(data, found);
  return found;
}
