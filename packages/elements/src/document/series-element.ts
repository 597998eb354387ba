import { type CaseDocument, label as termLabel } from '@ssp-kit/process';
import { type CSSResultGroup, html, nothing, type TemplateResult } from 'lit';
import { state } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import { html as staticHtml, unsafeStatic } from 'lit/static-html.js';
import { formatDay } from '../shared/format.js';
import { icon } from '../shared/icons.js';
import { SspSectionedElement } from './sectioned-element.js';
import { seriesStyles } from './series.styles.js';
import { terms } from './sections.terms.js';

type FieldPlace = Parameters<SspSectionedElement['goTo']>[0];

/**
 * An element for a kind of document of which a case has several. With `document-id` it shows that one; without it all that the
 * person may open, the newest first: those that matter now are open, the others folded.
 *
 * @csspart series - All documents of the kind.
 */
export abstract class SspSeriesElement extends SspSectionedElement {
  static override styles: CSSResultGroup = [SspSectionedElement.styles, seriesStyles];

  /** The folded documents that were opened here. */
  @state() private unfolded: ReadonlySet<string> = new Set();

  protected override startAnew(): void {
    super.startAnew();
    this.unfolded = new Set();
  }

  protected override get usedDocumentId(): string | null {
    return this.documentId === '' ? null : this.documentId;
  }

  /** The documents of the kind that the person may open, the newest first. */
  protected get all(): readonly CaseDocument[] {
    const may = new Set((this.caseView?.access ?? []).map(({ document }) => document));
    const known = Object.values(this.caseView?.case?.documents ?? {});
    return known
      .filter(({ id, kind }) => kind === this.kind && may.has(id))
      .sort((a, b) => b.openedBy - a.openedBy || b.id.localeCompare(a.id, undefined, { numeric: true }));
  }

  protected override get formName(): string {
    const { ownDocument } = this;
    return ownDocument === undefined ? super.formName : this.nameOf(ownDocument);
  }

  /** Of all documents those that are shown open. */
  protected shownOpen(all: readonly CaseDocument[]): readonly CaseDocument[] {
    return all.slice(0, 1);
  }

  /** The element itself with one document. */
  #renderOne(document: string): TemplateResult {
    const tag = unsafeStatic(this.localName);
    return staticHtml`<${tag}
      data-document=${document}
      .session=${this.usedSession}
      .caseId=${this.caseId}
      .documentId=${document}
      .audience=${this.audience}
      ?readonly=${this.readonly}
      ?without-heading=${this.withoutHeading}
      @ssp-field-request=${this.#onInnerRequest}
      @ssp-decision-made=${this.#onInnerMade}
    ></${tag}>`;
  }

  /** What a document is called: what it was opened about, or its kind. */
  protected nameOf({ kind, about }: CaseDocument): string {
    const row = this.process.documents.find((one) => one.kind === kind);
    const name = (this.audience === 'family' ? row?.familyLabel : row?.label) ?? kind;
    if (about === undefined || row?.about === undefined) return name;
    return termLabel(this.process, row.about, about);
  }

  /** What a document counts for, and since when. */
  protected sayState({ stands, sealed, openedOn }: CaseDocument): string {
    const day = formatDay(sealed?.day ?? openedOn, this.locale);
    return `${terms(stands)}, ${day}`;
  }

  override goTo(at: FieldPlace): boolean {
    if (this.documentId !== '') return super.goTo(at);
    if (!this.isConnected) return false;
    const document = this.all.find(({ id }) => id === at.document)?.id;
    if (document === undefined) return at.document === this.kind && (this.#nested()?.goTo(at) ?? false);
    const shown = this.#nested(document);
    if (shown !== null) {
      this.unfolded = new Set([...this.unfolded, document]);
      return shown.goTo(at);
    }
    this.unfolded = new Set([...this.unfolded, document]);
    void this.updateComplete.then(async () => {
      const made = this.#nested(document);
      await made?.updateComplete;
      made?.goTo(at);
    });
    return true;
  }

  #nested(document = ''): SspSeriesElement | null {
    const selector = document === '' ? '[data-document]' : `[data-document="${CSS.escape(document)}"]`;
    return this.shadowRoot?.querySelector<SspSeriesElement>(selector) ?? null;
  }

  /** From a document that is shown inside: to a field that is here, or on to those around. */
  readonly #onInnerRequest = (event: CustomEvent<FieldPlace>): void => {
    if (!this.goTo(event.detail)) this.emit('ssp-field-request', event.detail);
  };

  readonly #onInnerMade = (event: CustomEvent<unknown>): void => {
    this.emit('ssp-decision-made', event.detail);
  };

  #onToggle(id: string, event: Event): void {
    const others = [...this.unfolded].filter((one) => one !== id);
    this.unfolded = new Set((event.target as HTMLDetailsElement).open ? [...others, id] : others);
  }

  /** All documents of the kind, with what stands before and after them. */
  protected renderSeries(around: { readonly before?: unknown; readonly after?: unknown } = {}): TemplateResult {
    const all = this.all;
    const open = this.shownOpen(all);
    const folded = all.filter((one) => !open.includes(one));
    if (all.length === 0)
      return html`<div class="series" part="series">
        ${around.before ?? nothing} ${this.renderSheet(() => nothing)} ${around.after ?? nothing}
      </div>`;
    return html`<div class="series" part="series">
      ${around.before ?? nothing}
      <div class="open">
        ${repeat(
          open,
          ({ id }) => id,
          ({ id }) => this.#renderOne(id),
        )}
      </div>
      ${around.after ?? nothing}
      ${
        folded.length === 0
          ? nothing
          : html`<section class="earlier" aria-labelledby="earlier">
              <h3 id="earlier">${this.foldedHeading}</h3>
              ${repeat(
                folded,
                ({ id }) => id,
                (one) => this.#renderFolded(one),
              )}
            </section>`
      }
    </div>`;
  }

  protected get foldedHeading(): string {
    return terms('earlier');
  }

  #renderFolded(one: CaseDocument): TemplateResult {
    const opened = this.unfolded.has(one.id);
    return html`<details class="older" ?open=${opened} @toggle=${(event: Event) => this.#onToggle(one.id, event)}>
      <summary>
        <span class="older-name">${this.nameOf(one)}</span>
        <span class="quiet small numbers">${this.sayState(one)}</span>
        ${icon('chevron')}
      </summary>
      ${opened ? this.#renderOne(one.id) : nothing}
    </details>`;
  }
}
