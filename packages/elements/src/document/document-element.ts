import type { CaseDocument, DocumentKind, DocumentView, Plain, RequirementResult, RowView } from '@ssp-kit/process';
import type { DocumentStatus } from '@ssp-kit/session/contract';
import { type CSSResultGroup, html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { keyed } from 'lit/directives/keyed.js';
import '../decision/define.js';
import '../field/define.js';
import '../field-list/define.js';
import type { FieldOption, SspField } from '../field/field.js';
import type { RenderField, SspFieldList } from '../field-list/field-list.js';
import { DocumentController } from '../shared/controllers.js';
import { SspElement } from '../shared/element.js';
import { fieldRow, isAsked, labelFor, pathOf } from '../shared/fields.js';
import { follow } from '../shared/follow.js';
import { formStyles } from '../shared/form.styles.js';
import { formatDay } from '../shared/format.js';
import { gridStyles } from '../shared/grid.styles.js';
import { icon } from '../shared/icons.js';
import { listNames, onePerPerson, renderRings } from '../shared/people.js';
import { peopleStyles } from '../shared/people.styles.js';
import { renderSaved } from '../shared/saved.js';
import { sheetStyles } from '../shared/sheet.styles.js';
import { defineTerms } from '../shared/terms.js';
import { withoutWords } from '../shared/without-words.js';
import { type FormSection, isAnswered, requirementPath, sectionsOf, unplacedIn } from './sections.js';
import { listWords } from './sections.terms.js';

const terms = defineTerms('document', {
  failed: 'This cannot be shown: {problem}',
  failedUnknown: 'This cannot be shown just now. What was written is safe.',
  here: '{names} {count|is|are} here',
  notYet: 'This is not open to you, or opens later in the process.',
  reading: 'You can read this, and it changes as the others write.',
  sealed: 'Part of the record since {day}. It cannot be changed.',
});

export interface FieldOptions {
  readonly size?: 'half' | 'third';
  readonly lines?: number;
  readonly label?: string;
  /** The label is said but not shown, where the heading says the same. */
  readonly labelHidden?: boolean;
  readonly options?: readonly FieldOption[];
}

export interface ListOptions {
  readonly heading?: string;
  readonly rowName?: string;
  readonly addLabel?: string;
  readonly emptyText?: string;
  readonly firstValues?: Readonly<Record<string, Plain>>;
  readonly layout?: (row: RowView, field: RenderField, index: number) => TemplateResult;
  readonly withoutOrder?: boolean;
  /** Fields that the layout covers without always showing them. */
  readonly placed?: readonly string[];
}

export interface DecisionOptions {
  readonly payload?: Readonly<Record<string, Plain>>;
  readonly suggested?: Readonly<Record<string, Plain>>;
  readonly options?: Readonly<Record<string, readonly FieldOption[]>>;
  readonly secondary?: boolean;
  readonly inline?: boolean;
  /** What is missing is listed beside it. */
  readonly listed?: boolean;
  readonly label?: string;
}

/**
 * What every element that shows a document has: the document's handle, its fields and lists by name, its decisions with
 * their reasons at the fields, and the sheet around it all. A subclass says its `kind` and renders `renderSheet(…)`.
 *
 * @csspart people - The rings of those who are in the document.
 */
export abstract class SspDocumentElement extends SspElement {
  static override styles: CSSResultGroup = [SspElement.styles, formStyles, gridStyles, peopleStyles, sheetStyles];

  /** The document, by id; without it, the newest of its kind that the person may open. */
  @property({ attribute: 'document-id' }) documentId = '';

  /** Only to be read, whatever the document allows. */
  @property({ type: Boolean, reflect: true }) readonly = false;

  /** The heading is said elsewhere. */
  @property({ type: Boolean, attribute: 'without-heading' }) withoutHeading = false;

  /** What an attempted decision misses, shown at the fields until it is mended. */
  @state() protected unmet: readonly RequirementResult[] = [];

  protected abstract readonly kind: DocumentKind;

  #shownDocument: string | null = null;

  protected readonly documentState = new DocumentController(
    this,
    () => this.caseState.handle,
    () => this.usedDocumentId,
    (status) => this.shownOfDocument(status),
  );

  protected override willUpdate(changed: PropertyValues): void {
    super.willUpdate(changed);
    const document = this.usedDocumentId;
    if (document === this.#shownDocument) return;
    if (this.#shownDocument !== null && !changed.has('caseId')) this.startAnew();
    this.#shownDocument = document;
  }

  /** Another case or document is shown: nothing of the one before goes on in it. */
  protected override startAnew(): void {
    this.unmet = [];
  }

  /** What the element shows of its document by itself; words and carets are left to the fields. */
  protected shownOfDocument({ state, may, sealed, synced, problem, kind, data, people }: DocumentStatus): unknown {
    const here = onePerPerson(people).map(({ key, name, color }) => [key, name, color]);
    return [state, may, sealed, synced, problem, here, withoutWords(this.process, kind, data)];
  }

  /** The document in use: by property, else the newest of its kind. */
  protected get usedDocumentId(): string | null {
    if (this.documentId !== '') return this.documentId;
    const known = (this.caseView?.access ?? []).filter(({ kind }) => kind === this.kind);
    const newest = known.reduce<string | null>(
      (best, { document }) => (best === null || numberOf(document) > numberOf(best) ? document : best),
      null,
    );
    return newest;
  }

  /** The document as the official record says it. */
  protected get ownDocument(): CaseDocument | undefined {
    return this.caseView?.case?.documents[this.usedDocumentId ?? ''];
  }

  /** What the document was opened about, as the official record says it. */
  protected get about(): string | undefined {
    return this.ownDocument?.about;
  }

  /** It is a corrected version of a document on record, and still being written. */
  protected get correcting(): boolean {
    const { ownDocument } = this;
    return ownDocument?.corrects !== undefined && ownDocument.state === 'open';
  }

  protected get status(): DocumentStatus | null {
    return this.documentState.view;
  }

  protected get data(): DocumentView {
    return this.status?.data ?? {};
  }

  /** Whether the person can write in it here and now. */
  protected get writable(): boolean {
    const { status } = this;
    return !this.readonly && status?.state === 'ready' && status.may === 'write' && !status.sealed;
  }

  /** It is only read: the person cannot write in it here and now. */
  protected get reading(): boolean {
    return !this.writable;
  }

  /** The sections of the form by the rows of the process, with their state. */
  protected get sections(): readonly FormSection[] {
    return sectionsOf(this.process, {
      kind: this.kind,
      document: this.usedDocumentId ?? '',
      data: this.data,
      track: this.caseView?.case?.track ?? null,
      about: this.about,
      audience: this.audience,
      requirements: this.requirements,
    });
  }

  /** What the process says of the decision that seals the document, where the element asks for it. */
  protected get requirements(): readonly RequirementResult[] {
    return [];
  }

  /** Fields and lists that a layout made by hand shows, or says in other words. */
  protected get placed(): readonly string[] {
    return [];
  }

  /**
   * Puts the person into a field: `<field>`, `<list>` or `<list>/<row id>/<field>`. Answers whether it is shown here.
   */
  focusField(path: string): boolean {
    const root = this.shadowRoot;
    if (!this.isConnected || root === null) return false;
    const list = [...root.querySelectorAll<SspFieldList>('ssp-field-list')].find((one) => one.focusField(path));
    if (list !== undefined) return true;
    const field = [...root.querySelectorAll<SspField>('ssp-field')].find((one) => one.path === path);
    if (field === undefined) return false;
    field.scrollIntoView({ block: 'center' });
    field.focus();
    return true;
  }

  /** Puts the person where a requirement is met. Answers whether that is in this document. */
  goTo(at: { readonly document: string; readonly field: string; readonly row?: string | undefined }): boolean {
    if (!this.#isOwn(at.document)) return false;
    return this.focusField(requirementPath(this.data, at.field, at.row));
  }

  /** What is wrong with a field or list, after an attempted decision. */
  protected errorAt(path: string): string {
    return this.#errors[path] ?? '';
  }

  get #errors(): Readonly<Record<string, string>> {
    const errors: Record<string, string> = {};
    for (const { at, label } of this.unmet) {
      if (at === undefined || !this.#isOwn(at.document)) continue;
      const row = fieldRow(this.process, this.kind, at.field);
      const path = requirementPath(this.data, at.field, at.row);
      if (row !== undefined || at.row !== undefined || path in errors === false) {
        errors[path] = errors[path] ? `${errors[path]} ${label}` : label;
      }
    }
    return errors;
  }

  #isOwn(document: string): boolean {
    return document === this.kind || document === this.usedDocumentId;
  }

  #onFieldRequest = (event: CustomEvent<{ document: string; field: string; row?: string }>): void => {
    if (this.goTo(event.detail)) return;
    this.emit('ssp-field-request', event.detail);
  };

  #onAttempted = (event: CustomEvent<{ requirements: readonly RequirementResult[] }>): void => {
    this.unmet = event.detail.requirements;
  };

  #onMade = (event: CustomEvent<unknown>): void => {
    this.unmet = [];
    this.emit('ssp-decision-made', event.detail);
  };

  /** A field of the document by its name; nothing where it does not matter. Stands in a `.grid`. */
  protected renderField(name: string, options: FieldOptions = {}): TemplateResult | typeof nothing {
    const row = fieldRow(this.process, this.kind, name);
    const track = this.caseView?.case?.track ?? null;
    if (row === undefined || !isAsked(row, this.data, track, this.about)) return nothing;
    // What a document on record does not answer is not going to be answered "yet".
    if (this.status?.sealed === true && !isAnswered(this.data[name])) return nothing;
    return html`<ssp-field
      class=${options.size ?? ''}
      data-path=${pathOf(row)}
      .session=${this.usedSession}
      .document=${this.documentState.handle}
      .case=${this.caseState.handle}
      .row=${options.label === undefined ? row : { ...row, label: options.label }}
      .audience=${this.audience}
      .error=${this.errorAt(name)}
      .lines=${options.lines ?? 3}
      .options=${options.options ?? null}
      ?readonly=${this.readonly}
      ?label-hidden=${options.labelHidden === true}
    ></ssp-field>`;
  }

  /** A list of the document by its name. */
  protected renderList(list: string, options: ListOptions = {}): TemplateResult {
    return html`<ssp-field-list
      data-path=${list}
      .session=${this.usedSession}
      .document=${this.documentState.handle}
      .case=${this.caseState.handle}
      .list=${list}
      .heading=${options.heading ?? ''}
      .rowName=${options.rowName ?? ''}
      .addLabel=${options.addLabel ?? ''}
      .emptyText=${options.emptyText ?? ''}
      .firstValues=${options.firstValues ?? {}}
      .layout=${options.layout ?? null}
      .placed=${options.placed ?? noNames}
      .audience=${this.audience}
      .error=${this.errorAt(list)}
      .errors=${this.#errors}
      ?readonly=${this.readonly}
      ?without-order=${options.withoutOrder === true}
    ></ssp-field-list>`;
  }

  /** A decision about this document; what it misses is shown at the fields once it was tried. */
  protected renderDecision(action: string, options: DecisionOptions = {}): TemplateResult {
    return html`<ssp-decision
      .session=${this.usedSession}
      .caseId=${this.caseId}
      .action=${action}
      .payload=${options.payload ?? {}}
      .suggested=${options.suggested ?? {}}
      .options=${options.options ?? {}}
      .label=${options.label ?? ''}
      .audience=${this.audience}
      ?secondary=${options.secondary === true}
      ?inline=${options.inline === true}
      ?listed=${options.listed === true}
      @ssp-field-request=${this.#onFieldRequest}
      @ssp-decision-attempted=${this.#onAttempted}
      @ssp-decision-made=${this.#onMade}
    ></ssp-decision>`;
  }

  /** The decisions at the document's end; for a corrected version there is one, whatever its kind: to file it. */
  protected renderEnd(decisions: unknown, options: DecisionOptions = {}): unknown {
    if (!this.correcting) return decisions;
    if (this.readonly || this.audience === 'family') return nothing;
    return this.renderDecision('correction.file', { ...options, payload: { document: this.usedDocumentId ?? '' } });
  }

  /** The fields and lists of a section as the rows say. */
  protected renderRows(section: FormSection, options: Readonly<Record<string, FieldOptions>> = {}): TemplateResult {
    return html`
      ${
        section.fields.length === 0
          ? nothing
          : html`<div class="grid">
              ${section.fields.map((row) =>
                this.renderField(row.name, {
                  ...(options[row.name] ?? this.#sizeOf(row.name)),
                  // A heading that says the same is not said again.
                  labelHidden: labelFor(row, this.audience) === section.label,
                }),
              )}
            </div>`
      }
      ${section.lists.map((list) => this.renderOwnList(list, section))}
    `;
  }

  #sizeOf(name: string): FieldOptions {
    const row = fieldRow(this.process, this.kind, name);
    if (row === undefined || row.type === 'text' || row.type === 'choices') return {};
    return row.type === 'yes-no' && row.label.length > 30 ? {} : { size: 'half' };
  }

  /** A list of a section with its words; its heading is left out where the section says the same. */
  protected renderOwnList(
    list: string,
    { label, lists, fields }: FormSection,
    options: ListOptions = {},
  ): TemplateResult | typeof nothing {
    if (this.reading && !isAnswered(this.data[list])) return nothing;
    const { heading, ...words } = listWords(list);
    const said = heading === label || (lists.length === 1 && fields.length === 0 && label !== '');
    return this.renderList(list, { ...words, ...(said ? {} : { heading }), ...options });
  }

  /**
   * What a layout made by hand leaves out (`placed`): of one section, to stand where its layout ends; without an id, the sections
   * of which it places nothing, each with its heading.
   */
  protected renderRest(id?: string): TemplateResult | typeof nothing {
    const rest = unplacedIn(this.sections, new Set(this.placed), id).map((section) => this.#shownOf(section));
    const shown = rest.filter(({ fields, lists }) => fields.length + lists.length > 0);
    if (shown.length === 0) return nothing;
    return html`${shown.map((section) =>
      id === undefined && section.label !== ''
        ? this.renderSection(section.label, this.renderRows(section), { lead: section.help })
        : this.renderRows(section),
    )}`;
  }

  /** While it is read, only what was answered is shown. */
  #shownOf(section: FormSection): FormSection {
    if (!this.reading) return section;
    return {
      ...section,
      fields: section.fields.filter(({ name }) => isAnswered(this.data[name])),
      lists: section.lists.filter((list) => isAnswered(this.data[list])),
    };
  }

  /** A part of the document with its heading. */
  protected renderSection(heading: string, content: unknown, options: { readonly lead?: string } = {}): TemplateResult {
    return html`<section class="section" part="section">
      <div class="section-head">
        <h3>${heading}</h3>
        ${options.lead && this.writable ? html`<p>${options.lead}</p>` : nothing}
      </div>
      ${content}
    </section>`;
  }

  /** The sheet around the document: heading, who is here, whether it is saved, what state it is in. */
  protected renderSheet(content: () => unknown, options: { readonly heading?: string } = {}): TemplateResult {
    const { status } = this;
    const row = this.process.documents.find(({ kind }) => kind === this.kind);
    const label = this.audience === 'family' ? row?.familyLabel : row?.label;
    return html`<article class="sheet" part="sheet">
      <header class="sheet-head">
        ${this.withoutHeading ? nothing : html`<h2 part="heading">${options.heading ?? label}</h2>`}
        ${this.#renderState(status)}
      </header>
      ${this.#renderBody(status, content)}
    </article>`;
  }

  #renderBody(status: DocumentStatus | null, content: () => unknown): unknown {
    const known = this.caseView?.state === 'ready' && this.usedSession !== null;
    if (status === null && known) return html`<p class="quiet">${terms('notYet')}</p>`;
    if (status === null || status.state === 'loading') {
      return html`<div class="skeleton" aria-hidden="true"><span></span><span></span><span></span></div>`;
    }
    if (status.state === 'failed') {
      const { problem } = status;
      return html`<p class="note wrong" role="alert">
        ${icon('alert')}<span>${problem ? terms('failed', { problem }) : terms('failedUnknown')}</span>
      </p>`;
    }
    // Another document is another form: a field that is being answered does not turn into one of the next.
    return keyed(`${this.caseId} ${status.id}`, html`${this.#renderSealed(status)} ${content()}`);
  }

  #renderSealed(status: DocumentStatus): TemplateResult | typeof nothing {
    if (!status.sealed) return nothing;
    const sealed = this.ownDocument?.sealed;
    return html`<p class="note">
      ${icon('seal')}<span>${terms('sealed', { day: formatDay(sealed?.day ?? '', this.locale) })}</span>
    </p>`;
  }

  #renderState(status: DocumentStatus | null): TemplateResult | typeof nothing {
    const people = onePerPerson(status?.people ?? []);
    if (status === null || (people.length === 0 && !this.writable)) return nothing;
    const names = people.map(({ name }) => name);
    return html`<div class="sheet-state">
      ${
        people.length === 0
          ? nothing
          : html`${renderRings(people)}<span
                >${terms('here', { names: listNames(names, this.locale), count: names.length })}</span
              >`
      }
      ${this.writable ? this.#renderSaved() : nothing}
    </div>`;
  }

  #renderSaved(): unknown {
    const { handle } = this.documentState;
    const connection = this.sessionState.value?.connection ?? 'offline';
    return (
      handle &&
      follow(
        handle.view,
        ({ saved }) => saved,
        (saved) => renderSaved(saved, connection),
      )
    );
  }
}

/** `2` of `plan-2`, 0 of what is not counted. */
function numberOf(document: string): number {
  return Number(/-([0-9]+)$/.exec(document)?.[1] ?? 0);
}

const noNames: readonly string[] = Object.freeze([]);
