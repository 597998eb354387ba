import {
  delivery,
  type PlannedService,
  type RequirementResult,
  type RowView,
  type SignedSession,
} from '@ssp-kit/process';
import { type CSSResultGroup, html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { query, state } from 'lit/decorators.js';
import { classMap } from 'lit/directives/class-map.js';
import { repeat } from 'lit/directives/repeat.js';
import '../decision/define.js';
import '../field/define.js';
import type { SspDecision } from '../decision/decision.js';
import type { SspField } from '../field/field.js';
import { activePlanOf } from '../shared/active-plan.js';
import { DocumentController } from '../shared/controllers.js';
import { SspElement } from '../shared/element.js';
import { rowsOf } from '../shared/fields.js';
import { deliveryStyles, renderDelivery } from '../shared/delivery-bar.js';
import { formStyles } from '../shared/form.styles.js';
import { formatDay } from '../shared/format.js';
import { gridStyles } from '../shared/grid.styles.js';
import { icon } from '../shared/icons.js';
import { newId } from '../shared/new-id.js';
import { joinParts, serviceName, serviceParts } from '../shared/plan-words.js';
import { renderSaved } from '../shared/saved.js';
import { sheetStyles } from '../shared/sheet.styles.js';
import { withoutWords } from '../shared/without-words.js';
import { renderDraft } from './draft.js';
import { serviceLogStyles } from './service-log.styles.js';
import { terms } from './service-log.terms.js';
import { firstValues } from './session-values.js';
import { mayVoid, renderSigned } from './signed-session.js';
import { personName } from '../shared/person-name.js';

/** Signed sessions shown before the person asks for all. */
const shown = 8;

/**
 * @summary The provider's log of one student: what was promised and given, a new session filled in from the last time, its
 *   signature, and the sessions signed so far.
 * @customElement ssp-service-log
 * @status experimental
 * @since 0.1
 * @dependency ssp-field
 * @dependency ssp-decision
 *
 * @event {CustomEvent<{action: string, result: string}>} ssp-decision-made - A session was signed or made void, or waits in the outbox.
 *
 * @csspart sheet - The whole log.
 * @csspart heading - The heading.
 * @csspart service - One service with its bar.
 * @csspart draft - A session that is not signed yet.
 * @csspart signed - A signed session.
 * @csspart saved - The sentence that says where the words are.
 */
export class SspServiceLog extends SspElement {
  static override styles: CSSResultGroup = [
    SspElement.styles,
    formStyles,
    gridStyles,
    sheetStyles,
    deliveryStyles,
    serviceLogStyles,
  ];

  readonly #log = new DocumentController(
    this,
    () => this.caseState.handle,
    () => this.#logId,
    ({ state, may, sealed, saved, kind, data }) => [state, may, sealed, saved, withoutWords(this.process, kind, data)],
  );

  /** The newest year's signed sessions: their notes and reasons. The sessions themselves stand in the official record. */
  readonly #services = new DocumentController(
    this,
    () => this.caseState.handle,
    () => this.#idOf('services'),
  );

  readonly #plan = new DocumentController(
    this,
    () => this.caseState.handle,
    () => activePlanOf(this.caseView),
  );

  /** What an attempted signature misses, by session. */
  @state() private unmet: Readonly<Record<string, readonly RequirementResult[]>> = {};
  @state() private voiding = '';
  @state() private said = '';
  @state() private all = false;

  @query('.void-decision') private voidDecision!: SspDecision | null;

  #focusNext: string | null = null;

  protected override startAnew(): void {
    this.unmet = {};
    this.voiding = '';
    this.said = '';
    this.all = false;
  }

  protected override updated(changed: PropertyValues): void {
    super.updated(changed);
    if (this.#focusNext === null) return;
    const target = this.shadowRoot?.querySelector<HTMLElement>(this.#focusNext);
    if (!target) return;
    this.#focusNext = null;
    target.scrollIntoView({ block: 'nearest' });
    target.focus();
  }

  get #me(): string {
    return this.sessionState.value?.person?.id ?? '';
  }

  get #today(): string {
    return this.sessionState.value?.today ?? '';
  }

  #idOf(kind: string): string | null {
    return this.caseView?.access.filter((one) => one.kind === kind).at(-1)?.document ?? null;
  }

  /** The person's own open log. */
  get #logId(): string | null {
    const own = Object.values(this.caseView?.case?.documents ?? {}).filter(
      ({ kind, writer, state: stands }) => kind === 'log' && writer === this.#me && stands === 'open',
    );
    return own.at(-1)?.id ?? null;
  }

  get #mine(): readonly PlannedService[] {
    return this.caseView?.case?.plan?.services.filter(({ provider }) => provider === this.#me) ?? [];
  }

  get #signed(): readonly SignedSession[] {
    const sessions = this.caseView?.case?.sessions ?? [];
    const visible = this.#mine.length > 0 ? sessions.filter(({ provider }) => provider === this.#me) : sessions;
    return [...visible].sort((a, b) => b.date.localeCompare(a.date) || b.seq - a.seq);
  }

  get #drafts(): readonly RowView[] {
    const signed = new Set(this.caseView?.case?.sessions.map(({ id }) => id));
    return rowsOf(this.#log.view?.data, 'sessions').filter(({ id }) => !signed.has(id));
  }

  #entry(id: string): RowView | undefined {
    return rowsOf(this.#services.view?.data, 'entries').find((entry) => entry.id === id);
  }

  #nameOf(service: string): string {
    const planned = this.caseView?.case?.plan?.services.find(({ id }) => id === service);
    return planned === undefined ? '' : serviceName(this.process, planned, rowsOf(this.#plan.view?.data, 'services'));
  }

  get #writable(): boolean {
    const status = this.#log.view;
    return status?.state === 'ready' && status.may === 'write' && !status.sealed && !this.caseView?.unknownVersion;
  }

  #onLog(service: PlannedService): void {
    const document = this.#logId;
    if (document === null) return;
    const past = [...rowsOf(this.#services.view?.data, 'entries'), ...rowsOf(this.#log.view?.data, 'sessions')];
    const own = past.filter((row) => (row['provider'] ?? this.#me) === this.#me);
    const id = newId();
    this.said = '';
    this.#focusNext = `[data-draft="${CSS.escape(id)}"] .draft-title`;
    void this.usedSession?.dispatch({
      type: 'row.add',
      caseId: this.caseId,
      document,
      list: 'sessions',
      id,
      values: firstValues(service, own, this.#today),
    });
  }

  #onDiscard(draft: RowView): void {
    const document = this.#logId;
    if (document === null) return;
    this.#focusNext = `[data-service="${CSS.escape(String(draft['service']))}"] .log`;
    void this.usedSession?.dispatch({
      type: 'row.remove',
      caseId: this.caseId,
      document,
      list: 'sessions',
      id: draft.id,
    });
  }

  #onAttempted(draft: string, event: CustomEvent<{ requirements: readonly RequirementResult[] }>): void {
    this.unmet = { ...this.unmet, [draft]: event.detail.requirements };
  }

  #onSigned(draft: RowView, event: CustomEvent<unknown>): void {
    const day = formatDay(String(draft['date'] ?? ''), this.locale);
    this.said = terms('signed', { name: this.#nameOf(String(draft['service'])), day });
    this.unmet = { ...this.unmet, [draft.id]: [] };
    this.#focusNext = '.said';
    this.emit('ssp-decision-made', event.detail);
  }

  #onFieldRequest(draft: string, event: CustomEvent<{ field: string }>): void {
    const path = `sessions/${draft}/${event.detail.field}`;
    const field = this.shadowRoot?.querySelector<SspField>(`ssp-field[data-path="${CSS.escape(path)}"]`);
    const hidden = field?.closest('details');
    if (hidden) hidden.open = true;
    field?.scrollIntoView({ block: 'center' });
    field?.focus();
  }

  #onVoid(session: string): void {
    this.voiding = session;
    void this.updateComplete.then(() => this.voidDecision?.updateComplete).then(() => this.voidDecision?.open());
  }

  #renderDraft(row: RowView): TemplateResult {
    return renderDraft({
      process: this.process,
      session: this.usedSession,
      caseId: this.caseId,
      case: this.caseState.handle,
      document: this.#log.handle,
      row,
      name: this.#nameOf(String(row['service'])),
      payload: { document: this.#logId ?? '', session: row.id },
      unmet: this.unmet[row.id] ?? [],
      onAttempted: (event) => this.#onAttempted(row.id, event),
      onSigned: (event) => this.#onSigned(row, event),
      onFieldRequest: (event) => this.#onFieldRequest(row.id, event),
      onDiscard: () => this.#onDiscard(row),
    });
  }

  #renderService(service: PlannedService, own: boolean): TemplateResult {
    const state = this.caseView?.case;
    const given = state
      ? delivery(this.process, state, this.#today).find((one) => one.service === service.id)
      : undefined;
    const drafts = own ? this.#drafts.filter((row) => row['service'] === service.id) : [];
    const parts = serviceParts(this.process, service, personName(this.caseView?.case, service.provider), this.locale);
    return html`<li class="service" part="service" data-service=${service.id}>
      <div class="service-head">
        <div>
          <h3>${this.#nameOf(service.id)}</h3>
          <p class="quiet numbers">${joinParts(own ? parts.slice(0, -1) : parts)}</p>
        </div>
        ${
          own && this.#writable
            ? html`<button
                type="button"
                class=${classMap({ button: true, primary: drafts.length === 0, log: true })}
                @click=${() => this.#onLog(service)}
              >
                ${icon('add')}${terms('log')}<span class="unseen">: ${this.#nameOf(service.id)}</span>
              </button>`
            : nothing
        }
      </div>
      ${given ? renderDelivery(given, this.locale) : nothing}
      ${
        drafts.length > 0
          ? html`<ul class="drafts">
              ${repeat(
                drafts,
                ({ id }) => id,
                (draft) => this.#renderDraft(draft),
              )}
            </ul>`
          : nothing
      }
    </li>`;
  }

  #renderSigned(session: SignedSession): TemplateResult {
    const { process, caseView } = this;
    const person = this.sessionState.value?.person;
    const may = caseView?.unknownVersion === false && mayVoid(process, caseView.case?.state, session, person);
    return renderSigned(session, {
      process,
      locale: this.locale,
      name: this.#nameOf(session.service),
      entry: this.#entry(session.id),
      signer: session.provider === this.#me ? '' : personName(this.caseView?.case, session.provider),
      onVoid: may ? () => this.#onVoid(session.id) : null,
    });
  }

  #renderSignedList(): TemplateResult {
    const signed = this.#signed;
    const some = this.all ? signed : signed.slice(0, shown);
    return html`<section class="section" aria-labelledby="signed-title">
      <h3 id="signed-title">${terms('signedSessions')}</h3>
      ${
        signed.length === 0
          ? html`<p class="quiet">${terms('noSigned')}</p>`
          : html`<ul class="signed-list">
              ${repeat(
                some,
                ({ id }) => id,
                (session) => this.#renderSigned(session),
              )}
            </ul>`
      }
      ${
        some.length < signed.length
          ? html`<button type="button" class="button small all" @click=${() => {
              this.all = true;
            }}>${terms('showAll', { count: signed.length })}</button>`
          : nothing
      }
      ${
        this.voiding === ''
          ? nothing
          : html`<ssp-decision
              class="void-decision"
              .session=${this.usedSession}
              .caseId=${this.caseId}
              action="service.void"
              .payload=${{ session: this.voiding }}
              secondary
              @ssp-decision-made=${(event: CustomEvent<unknown>) => {
                this.voiding = '';
                this.emit('ssp-decision-made', event.detail);
              }}
            ></ssp-decision>`
      }
    </section>`;
  }

  #renderBody(): unknown {
    const view = this.caseView;
    if (view === null || view.state === 'loading') {
      return html`<div class="skeleton" aria-hidden="true"><span></span><span></span><span></span></div>`;
    }
    if (view.state === 'failed' || view.case === null) {
      return html`<p class="note wrong" role="alert">${icon('alert')}<span>${terms('failed', { problem: view.problem ?? '' })}</span></p>`;
    }
    const { plan } = view.case;
    if (plan === null) return html`<p class="quiet">${terms('noPlan')}</p>`;
    const mine = this.#mine;
    const own = mine.length > 0;
    const services = own ? mine : plan.services;
    return html`
      <section class="section" aria-labelledby="services-title">
        <h3 class="unseen" id="services-title">${terms(own ? 'myServices' : 'allServices')}</h3>
        ${own || services.length > 0 ? nothing : html`<p class="quiet">${terms('noService')}</p>`}
        ${own && this.#logId === null ? html`<p class="quiet">${terms('noLog')}</p>` : nothing}
        <ul class="services">
          ${repeat(
            services,
            ({ id }) => id,
            (service) => this.#renderService(service, own),
          )}
        </ul>
      </section>
      ${this.#renderSignedList()}
    `;
  }

  #renderSaved(): TemplateResult | typeof nothing {
    const status = this.#log.view;
    if (!this.#writable || status === null) return nothing;
    return renderSaved(status.saved, this.sessionState.value?.connection ?? 'offline');
  }

  protected override render(): TemplateResult {
    const name = this.caseView?.case?.student.name ?? '';
    return html`<article class="sheet" part="sheet">
      <header class="sheet-head">
        <h2 part="heading">${name ? terms('headingFor', { name }) : terms('heading')}</h2>
        <div class="sheet-state">${this.#renderSaved()}</div>
      </header>
      <p class=${classMap({ said: true, note: true, unseen: this.said === '' })} role="status" tabindex="-1">
        ${this.said === '' ? nothing : html`${icon('check')}<span>${this.said}</span>`}
      </p>
      ${this.#renderBody()}
    </article>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'ssp-service-log': SspServiceLog;
  }
}
