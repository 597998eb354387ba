import type { CaseDocument, CaseNotice, CaseState } from '@ssp-kit/process';
import type { CaseHandle, DocumentStatus, Readable, Readiness } from '@ssp-kit/session/contract';
import { type CSSResultGroup, html, nothing, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { classMap } from 'lit/directives/class-map.js';
import { repeat } from 'lit/directives/repeat.js';
import '../decision/define.js';
import { DocumentController, IdleController } from '../shared/controllers.js';
import { documentName } from '../shared/document-name.js';
import { SspElement } from '../shared/element.js';
import { formStyles } from '../shared/form.styles.js';
import { formatDay, labelOf } from '../shared/format.js';
import { icon } from '../shared/icons.js';
import { planBehind, planListOf } from '../shared/plan-rows.js';
import { type Compared, compare, renderComparison } from './comparison.js';
import { comparisonStyles } from './comparison.styles.js';
import { historyStyles } from './history.styles.js';
import { terms } from './history.terms.js';
import { type HistoryKind, historyKinds } from './kinds.js';
import { type Told, tellDecisions } from './tell.js';
import { versionBefore, versionsOf } from './versions.js';

/** Decisions shown before the person asks for all. */
const shown = 12;
/** Documents shown before the person asks for all. */
const shownDocuments = 8;
/** Open as long as the case goes on: no draft of anything. */
const lasting = ['family', 'services'];

/**
 * @summary The official record as a readable list: notices owed and given, documents with their versions and what changed between
 *   them, and every decision with its day, its maker, its reasons and the documents it sealed. Corrections begin and end here.
 * @customElement ssp-history
 * @status experimental
 * @since 0.1
 * @dependency ssp-decision
 *
 * @event {CustomEvent<{document: string, field: string, row?: string}>} ssp-field-request - The person wants to see a document.
 * @event {CustomEvent<{action: string, result: string}>} ssp-decision-made - A correction was begun or filed, or waits in the outbox.
 *
 * @csspart heading - A heading.
 * @csspart notice - A written notice, owed or given.
 * @csspart document - A document with its versions.
 * @csspart verdict - Whether a difference is a correction or a revision.
 * @csspart change - One thing that differs between two versions.
 * @csspart filter - The choice of what kind of decisions is shown.
 * @csspart entry - One decision.
 */
export class SspHistory extends SspElement {
  static override styles: CSSResultGroup = [SspElement.styles, formStyles, comparisonStyles, historyStyles];

  /** Only to be read, whoever looks. */
  @property({ type: Boolean, reflect: true }) readonly = false;

  /** The heading is said elsewhere. */
  @property({ type: Boolean, attribute: 'without-heading' }) withoutHeading = false;

  @state() private kind: HistoryKind | 'all' = 'all';
  @state() private whole = false;
  @state() private everyDocument = false;
  /** The document whose difference to the version before it is shown; null before the person has chosen. */
  @state() private compared: string | null = null;

  /** The document whose correction is being begun. */
  @state() private correcting = '';

  #asked: { readonly handle: CaseHandle; readonly readable: Readable<Readiness> } | null = null;

  readonly #readiness = new IdleController<Readiness>(
    this,
    () => this.#readable(),
    () => this.caseView?.case,
  );

  readonly #after = new DocumentController(
    this,
    () => this.caseState.handle,
    () => this.#comparedDocument?.id ?? null,
  );
  readonly #before = new DocumentController(
    this,
    () => this.caseState.handle,
    () => this.#earlierDocument?.id ?? null,
  );

  /** The plan that both versions speak of, where their kind points into one. */
  readonly #plan = new DocumentController(
    this,
    () => this.caseState.handle,
    () => {
      const document = this.#comparedDocument;
      const speaks = this.process.fields.some((row) => row.of === document?.kind && planListOf(row) !== null);
      return document !== null && speaks ? planBehind(this.caseView, document.id) : null;
    },
  );

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#asked = null;
  }

  protected override startAnew(): void {
    this.kind = 'all';
    this.whole = false;
    this.everyDocument = false;
    this.compared = null;
    this.correcting = '';
  }

  /** Shows the entry of a decision and puts the person there. Answers whether the record has it. */
  goTo(seq: number): boolean {
    if (!this.isConnected || !this.#case?.decisions.some((one) => one.seq === seq)) return false;
    this.kind = 'all';
    this.whole = true;
    void this.updateComplete.then(() => {
      const entry = this.shadowRoot?.querySelector<HTMLElement>(`[data-seq="${seq}"]`);
      entry?.scrollIntoView({ block: 'center' });
      entry?.focus({ preventScroll: true });
    });
    return true;
  }

  get #case(): CaseState | null {
    return this.caseView?.case ?? null;
  }

  get #mayDecide(): boolean {
    return !this.readonly && this.audience === 'staff' && this.caseView?.unknownVersion !== true;
  }

  /** Whether this person may begin a correction at all. */
  #readable(): Readable<Readiness> | null {
    const { handle } = this.caseState;
    if (handle === null || !this.#mayDecide) return null;
    if (this.#asked?.handle !== handle) this.#asked = { handle, readable: handle.readiness('document.correct') };
    return this.#asked.readable;
  }

  /** Without a choice, the correction that is being written: what differs decides whether it can be filed. */
  get #comparedDocument(): CaseDocument | null {
    const state = this.#case;
    if (state === null) return null;
    if (this.compared !== null) return state.documents[this.compared] ?? null;
    if (this.audience === 'family') return null;
    return (
      Object.values(state.documents).find(
        ({ id, corrects, state: stands }) => corrects !== undefined && stands === 'open' && this.#mayOpen(id),
      ) ?? null
    );
  }

  get #earlierDocument(): CaseDocument | null {
    const [state, document] = [this.#case, this.#comparedDocument];
    return state === null || document === null ? null : versionBefore(state, document);
  }

  #mayOpen(document: string): boolean {
    return (this.caseView?.access ?? []).some((one) => one.document === document);
  }

  #nameOf(document: string): string {
    const state = this.#case;
    return state === null ? document : documentName(this.process, state, document, this.audience);
  }

  #onRequest = (event: CustomEvent<unknown>): void => {
    this.emit('ssp-field-request', event.detail);
  };

  #onMade = (event: CustomEvent<unknown>): void => {
    this.emit('ssp-decision-made', event.detail);
  };

  #onBegun = (event: CustomEvent<unknown>): void => {
    this.correcting = '';
    this.compared = null;
    this.emit('ssp-decision-made', event.detail);
  };

  #onCorrect(document: string): void {
    this.correcting = this.correcting === document ? '' : document;
  }

  #onCompare(document: string): void {
    this.compared = this.#comparedDocument?.id === document ? '' : document;
  }

  #onFilter = (event: Event): void => {
    this.kind = (event.target as HTMLSelectElement).value as HistoryKind | 'all';
  };

  #renderLink(document: string, says = this.#nameOf(document)): TemplateResult {
    if (!this.#mayOpen(document)) return html`<span>${says}</span>`;
    return html`<button
      type="button"
      class="link"
      @click=${() => this.emit('ssp-field-request', { document, field: '' })}
    >${says}</button>`;
  }

  #renderFiling(document: string): TemplateResult {
    return html`<ssp-decision
      .session=${this.usedSession}
      .caseId=${this.caseId}
      .action=${'correction.file'}
      .payload=${{ document }}
      .label=${terms('file')}
      @ssp-field-request=${this.#onRequest}
      @ssp-decision-made=${this.#onMade}
    ></ssp-decision>`;
  }

  #renderCorrect(document: CaseDocument): TemplateResult | typeof nothing {
    if (!this.#mayCorrect(document)) return nothing;
    const open = this.correcting === document.id;
    return html`<button
        type="button"
        class="unfold"
        aria-expanded=${open ? 'true' : 'false'}
        aria-label=${terms('correctNamed', { name: this.#nameOf(document.id) })}
        @click=${() => this.#onCorrect(document.id)}
      >${icon('edit')}${terms('correct')}</button>
      ${
        open
          ? html`<ssp-decision
              class="correct"
              .session=${this.usedSession}
              .caseId=${this.caseId}
              .action=${'document.correct'}
              .payload=${{ document: document.id }}
              inline
              @ssp-field-request=${this.#onRequest}
              @ssp-decision-made=${this.#onBegun}
            ></ssp-decision>`
          : nothing
      }`;
  }

  #renderNotices(notices: readonly CaseNotice[]): TemplateResult | typeof nothing {
    if (notices.length === 0) return nothing;
    const owed = notices.filter(({ provided }) => provided === null);
    const given = notices.filter(({ provided }) => provided !== null).reverse();
    return html`<section class="group" aria-labelledby="notices">
      <h4 id="notices">${terms('notices')}</h4>
      <ul class="notices">
        ${[...owed, ...given].map((one) => this.#renderNotice(one))}
      </ul>
    </section>`;
  }

  #renderNotice({ about, document, provided, because }: CaseNotice): TemplateResult {
    const row = this.process.notices.find(({ id }) => id === about);
    const name = (this.audience === 'family' ? row?.familyLabel : row?.label) ?? about;
    const { day, facts } = this.#case?.decisions.find(({ seq }) => seq === because) ?? {};
    const rule = facts?.['regulation'];
    const regulation = rule === 'both' ? '' : labelOf(this.process, 'regulation', rule);
    const says = regulation === '' ? name : `${name}, ${regulation}`;
    return html`<li class=${classMap({ notice: true, owed: provided === null })} part="notice">
      ${icon(provided === null ? 'clock' : 'check')}
      <div>
        <p class="name">${document === null ? says : this.#renderLink(document, says)}</p>
        <p class="small numbers">
          <span class="stand">${
            provided === null
              ? terms(this.audience === 'family' ? 'noticeOwed-family' : 'noticeOwed')
              : terms('noticeGiven', { day: formatDay(provided, this.locale) })
          }</span>
          ${
            day === undefined
              ? nothing
              : html`<button type="button" class="link" @click=${() => this.goTo(because)}>
                  ${terms('noticeBecause', { seq: because, day: formatDay(day, this.locale) })}
                </button>`
          }
        </p>
      </div>
    </li>`;
  }

  #renderDocuments(state: CaseState): TemplateResult {
    const all = versionsOf(state, (document) => this.#mayOpen(document));
    const some = this.everyDocument ? all : all.slice(0, shownDocuments);
    return html`<section class="group" aria-labelledby="documents">
      <h4 id="documents">${terms('documents')}</h4>
      ${all.length === 0 ? html`<p class="quiet">${terms('documentsNone')}</p>` : nothing}
      <ul class="documents">
        ${repeat(
          some,
          ({ all: [first] }) => first?.id,
          (one) => html`<li class="document" part="document">
            ${[...one.all].reverse().map((version, at) => this.#renderVersion(version, one.all.length - at, one.all.length))}
          </li>`,
        )}
      </ul>
      ${
        some.length < all.length
          ? html`<div><button
              type="button"
              class="button small"
              @click=${() => {
                this.everyDocument = true;
              }}
            >${terms('showDocuments', { count: all.length })}</button></div>`
          : nothing
      }
    </section>`;
  }

  #renderVersion(document: CaseDocument, number: number, count: number): TemplateResult {
    const state = this.#case;
    const before = state === null ? null : versionBefore(state, document);
    const correction = document.corrects !== undefined;
    const open = document.state === 'open';
    const compared = this.#comparedDocument?.id === document.id;
    return html`<div class=${classMap({ version: true, older: number < count, [document.stands]: true })}>
      <p class="name">
        ${this.#renderLink(document.id)}
        ${count > 1 ? html`<span class="quiet small">${terms('version', { number })}</span>` : nothing}
      </p>
      <p class="small numbers stand">
        ${icon(open ? 'edit' : document.stands === 'void' ? 'close' : document.stands === 'superseded' ? 'undo' : 'seal')}
        <span>${open && correction ? terms('correctionOpen') : this.#sayStand(document)}${
          correction && !open ? html`, ${terms('correctionOf')}` : nothing
        }</span>
      </p>
      ${
        before === null
          ? nothing
          : html`<button
                type="button"
                class="unfold"
                aria-expanded=${compared ? 'true' : 'false'}
                aria-label=${terms('changedIn', { name: `${this.#nameOf(document.id)}, ${terms('version', { number })}` })}
                @click=${() => this.#onCompare(document.id)}
              >${icon('chevron')}${terms('changed')}</button>
              ${compared ? this.#renderCompared(document) : nothing}`
      }
      ${this.#renderCorrect(document)}
    </div>`;
  }

  #sayStand({ stands, sealed, kind, state: is }: CaseDocument): string {
    if (is === 'open' && lasting.includes(kind)) return terms('lasting');
    if (stands === 'final') return terms('final', { day: formatDay(sealed?.day, this.locale) });
    return terms(stands);
  }

  #mayCorrect({ id, kind, stands, state: is }: CaseDocument): boolean {
    if (this.#readiness.value?.allowed !== true || is !== 'sealed' || stands !== 'final') return false;
    if (!this.process.documents.some((row) => row.kind === kind && row.correctable)) return false;
    const documents = Object.values(this.#case?.documents ?? {});
    return !documents.some(({ corrects, stands: stood }) => corrects === id && stood !== 'void');
  }

  #renderCompared(document: CaseDocument): TemplateResult {
    const state = this.#case;
    const [before, after] = [this.#before.view, this.#after.view];
    if (isMissing(before) || isMissing(after)) {
      return html`<p class="quiet" role="status">${terms('cannotCompare')}</p>`;
    }
    if (state === null || before?.state !== 'ready' || after?.state !== 'ready') {
      return html`<p class="quiet" role="status">${terms('comparing')}</p>`;
    }
    const compared: Compared = {
      process: this.process,
      state,
      kind: document.kind,
      before: before.data,
      after: after.data,
      plan: this.#plan.view?.data,
      audience: this.audience,
      locale: this.locale,
    };
    const isOpenCorrection = document.corrects !== undefined && document.state === 'open';
    return html`<div class="comparison">
      ${renderComparison(compared, compare(compared), isOpenCorrection)}
      ${isOpenCorrection && this.#mayDecide ? this.#renderFiling(document.id) : nothing}
    </div>`;
  }

  #renderEntry(one: Told): TemplateResult {
    return html`<li class=${classMap({ entry: true, void: one.isVoid })} part="entry" data-seq=${one.seq} tabindex="-1">
      <p class="what"><strong>${one.who}</strong> ${one.what}</p>
      ${
        one.answers.length === 0
          ? nothing
          : html`<dl class="answers">
              ${one.answers.map(({ label, says }) => html`<div><dt>${label}</dt><dd>${says}</dd></div>`)}
            </dl>`
      }
      ${this.#renderDocumentsOf(terms('seals'), one.seals, 'seal')}
      ${this.#renderDocumentsOf(terms('opens'), one.opens, 'add')}
      ${this.#renderDocumentsOf(terms('void'), one.voids, 'close')}
      ${one.owes.length === 0 ? nothing : this.#renderOwes(one.owes)}
      ${one.isVoid ? html`<p class="small mark">${icon('close')}${terms('voidSession')}</p>` : nothing}
      <p class="quiet small numbers">${one.day}, ${terms('yours', { seq: one.seq })}</p>
    </li>`;
  }

  #renderDocumentsOf(
    says: string,
    documents: readonly string[],
    sign: 'seal' | 'add' | 'close',
  ): TemplateResult | typeof nothing {
    const known = documents.filter((document) => !/^(official|log)\b/.test(document));
    if (known.length === 0) return nothing;
    return html`<p class="small papers">
      ${icon(sign)}<span>${says}: ${known.map((document, at) => html`${at === 0 ? '' : ', '}${this.#renderLink(document)}${this.#renderMark(document)}`)}</span>
    </p>`;
  }

  /** What became of a document after the decision. */
  #renderMark(document: string): TemplateResult | typeof nothing {
    const stands = this.#case?.documents[document]?.stands;
    if (stands !== 'superseded') return nothing;
    return html` <span class="quiet">(${terms('superseded')})</span>`;
  }

  #renderOwes(owes: readonly string[]): TemplateResult {
    const rows = owes.map((about) => {
      const row = this.process.notices.find(({ id }) => id === about);
      return (this.audience === 'family' ? row?.familyLabel : row?.label) ?? about;
    });
    return html`<p class="small papers">${icon('send')}<span>${terms('owes')}: ${rows.join(', ')}</span></p>`;
  }

  #renderDecisions(state: CaseState): TemplateResult {
    const told = tellDecisions(this.process, state, this.audience, this.locale);
    const kinds = historyKinds.filter((kind) => told.some((one) => one.kind === kind));
    const fitting = told.filter(({ kind }) => this.kind === 'all' || kind === this.kind);
    const some = this.whole ? fitting : fitting.slice(0, shown);
    return html`<section class="group" aria-labelledby="decisions">
      <div class="head">
        <h4 id="decisions">${terms('decisions')}</h4>
        <div class="filter">
          <label class="small quiet" for="filter">${terms('filter')}</label>
          <select id="filter" class="control" part="filter" .value=${this.kind} @change=${this.#onFilter}>
            <option value="all">${terms('all')}</option>
            ${kinds.map((kind) => html`<option value=${kind} ?selected=${kind === this.kind}>${terms(`kind-${kind}`)}</option>`)}
          </select>
        </div>
      </div>
      ${fitting.length === 0 ? html`<p class="quiet" role="status">${terms('none')}</p>` : nothing}
      <ol class="entries">
        ${repeat(
          some,
          ({ seq }) => seq,
          (one) => this.#renderEntry(one),
        )}
      </ol>
      ${
        some.length < fitting.length
          ? html`<div><button
              type="button"
              class="button small"
              @click=${() => {
                this.whole = true;
              }}
            >${terms('showAll', { count: fitting.length })}</button></div>`
          : nothing
      }
    </section>`;
  }

  protected override render(): TemplateResult | typeof nothing {
    const state = this.#case;
    if (state === null) return nothing;
    return html`<div class="history">
      ${this.withoutHeading ? nothing : html`<h3 part="heading">${terms(this.audience === 'family' ? 'heading-family' : 'heading')}</h3>`}
      ${this.#renderNotices(state.notices)} ${this.#renderDocuments(state)} ${this.#renderDecisions(state)}
    </div>`;
  }
}

function isMissing(status: DocumentStatus | null): boolean {
  return status !== null && status.state === 'failed';
}

declare global {
  interface HTMLElementTagNameMap {
    'ssp-history': SspHistory;
  }
}
