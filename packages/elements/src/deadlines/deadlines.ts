import type { Deadline } from '@ssp-kit/process';
import { type CSSResultGroup, html, nothing, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { classMap } from 'lit/directives/class-map.js';
import { repeat } from 'lit/directives/repeat.js';
import '../decision/define.js';
import { documentName } from '../shared/document-name.js';
import { SspElement } from '../shared/element.js';
import { formatDay, formatDaysLeft } from '../shared/format.js';
import { icon } from '../shared/icons.js';
import { deadlinesStyles } from './deadlines.styles.js';
import { terms } from './deadlines.terms.js';
import { groupDeadlines } from './groups.js';
import { type Reason, reasonsOf } from './reasons.js';

/**
 * @summary Every deadline of a case: what is due next, what else runs, what may not happen yet and what is done; each with why its
 *   day is what it is, and the decisions that correct a date or record what starts and stops one.
 * @customElement ssp-deadlines
 * @status experimental
 * @since 0.1
 * @dependency ssp-decision
 *
 * @event {CustomEvent<{document: string, field: string, row?: string}>} ssp-field-request - The person wants to see the document that a day comes from.
 * @event {CustomEvent<{seq: number}>} ssp-history-request - The person wants to see the decision that a day comes from.
 * @event {CustomEvent<{action: string, result: string}>} ssp-decision-made - A date was corrected or an event recorded, or it waits in the outbox.
 *
 * @csspart heading - A heading.
 * @csspart next - The deadline that is due first.
 * @csspart deadline - Any other deadline.
 * @csspart why - Why a day is what it is.
 */
export class SspDeadlines extends SspElement {
  static override styles: CSSResultGroup = [SspElement.styles, deadlinesStyles];

  /** Only to be read, whoever looks. */
  @property({ type: Boolean, reflect: true }) readonly = false;

  /** The heading is said elsewhere. */
  @property({ type: Boolean, attribute: 'without-heading' }) withoutHeading = false;

  /** The clocks whose reasons are unfolded. */
  @state() private opened: ReadonlySet<string> = new Set();

  protected override startAnew(): void {
    this.opened = new Set();
  }

  get #mayDecide(): boolean {
    return !this.readonly && this.audience === 'staff' && this.caseView?.unknownVersion !== true;
  }

  #onToggle(clock: string, event: Event): void {
    const others = [...this.opened].filter((one) => one !== clock);
    this.opened = new Set((event.target as HTMLDetailsElement).open ? [...others, clock] : others);
  }

  #onRequest = (event: CustomEvent<unknown>): void => {
    this.emit('ssp-field-request', event.detail);
  };

  #onMade = (event: CustomEvent<unknown>): void => {
    this.emit('ssp-decision-made', event.detail);
  };

  #nameOf({ label, familyLabel }: Deadline): string {
    return this.audience === 'family' ? familyLabel : label;
  }

  #mayOpen(document: string | null): document is string {
    return document !== null && (this.caseView?.access ?? []).some((one) => one.document === document);
  }

  #sayWhen({ kind, status, stopped, due, daysLeft }: Deadline): string {
    const { locale } = this;
    if (kind === 'not-before' && stopped === null) return terms('notBefore', { day: formatDay(due, locale) });
    if (stopped === null) return terms('due', { day: formatDay(due, locale), left: formatDaysLeft(daysLeft) });
    const day = formatDay(stopped, locale);
    return status === 'missed' ? terms('doneLate', { day, days: -daysLeft }) : terms('done', { day });
  }

  #renderWhen(one: Deadline): TemplateResult {
    const { status, stopped, kind } = one;
    const late = status === 'late' || status === 'missed';
    const sign = late ? 'alert' : stopped !== null ? 'check' : kind === 'not-before' ? 'lock' : 'clock';
    return html`<p class=${classMap({ when: true, numbers: true, late, soon: status === 'soon', done: status === 'met' })}>
      ${icon(sign)}<span
        >${this.#sayWhen(one)}${kind === 'warning' ? html` <span class="quiet">(${terms('reminder')})</span>` : nothing}</span
      >
    </p>`;
  }

  #renderReason({ says, seq, document, lost }: Reason): TemplateResult {
    const state = this.caseView?.case;
    const decision = state?.decisions.find((one) => one.seq === seq);
    return html`<li class=${classMap({ reason: true, lost })}>
      <p class="numbers">${says}</p>
      ${
        state && this.#mayOpen(document)
          ? html`<button
              type="button"
              class="link small"
              @click=${() => this.emit('ssp-field-request', { document, field: '' })}
            >${documentName(this.process, state, document, this.audience)}</button>`
          : nothing
      }
      ${
        decision
          ? html`<button type="button" class="link small" @click=${() => this.emit('ssp-history-request', { seq })}>
              ${terms('seeDecision', { seq, name: decision.actor.name })}
            </button>`
          : nothing
      }
    </li>`;
  }

  #renderWhy(one: Deadline): TemplateResult {
    const open = this.opened.has(one.clock);
    return html`<details class="why" part="why" ?open=${open} @toggle=${(event: Event) => this.#onToggle(one.clock, event)}>
      <summary>${icon('chevron')}${terms('why')}<span class="unseen">: ${this.#nameOf(one)}</span></summary>
      ${open ? this.#renderReasons(one) : nothing}
    </details>`;
  }

  #renderReasons(one: Deadline): TemplateResult {
    const reasons = reasonsOf(one, this.audience, this.locale);
    const lost = reasons.filter((reason) => reason.lost);
    return html`<div class="reasons">
      <ul>
        ${reasons.filter((reason) => !reason.lost).map((reason) => this.#renderReason(reason))}
      </ul>
      ${
        lost.length === 0
          ? nothing
          : html`<div>
              <p class="quiet small">${terms('afterStop')}</p>
              <ul>
                ${lost.map((reason) => this.#renderReason(reason))}
              </ul>
            </div>`
      }
      ${one.corrected ? this.#renderCorrected(one.corrected, [...one.because, ...one.stoppedBecause]) : nothing}
      ${one.caution ? html`<p class="caution"><strong>${terms('caution')}.</strong> ${one.caution}</p>` : nothing}
      <p class="quiet small">${terms('law')}: ${one.source}</p>
      ${this.#mayDecide ? this.#renderDecision('clock.correct', terms('correct'), { clock: one.clock }) : nothing}
    </div>`;
  }

  #renderCorrected(
    { by, reason, seq }: NonNullable<Deadline['corrected']>,
    because: Deadline['because'],
  ): TemplateResult {
    return html`<div class="corrected">
      ${icon('edit')}
      <div>
        <p>${reason === '' ? terms('correctedPlain', { name: by }) : terms('corrected', { name: by, reason })}</p>
        ${
          because.some((one) => one.seq === seq)
            ? nothing
            : html`<button
                type="button"
                class="link small"
                @click=${() => this.emit('ssp-history-request', { seq })}
              >${terms('seeDecision', { seq, name: by })}</button>`
        }
      </div>
    </div>`;
  }

  #renderDecision(action: string, label: string, payload: Readonly<Record<string, string>>): TemplateResult {
    return html`<ssp-decision
      .session=${this.usedSession}
      .caseId=${this.caseId}
      .action=${action}
      .payload=${payload}
      .label=${label}
      secondary
      @ssp-field-request=${this.#onRequest}
      @ssp-decision-made=${this.#onMade}
    ></ssp-decision>`;
  }

  #renderNext(one: Deadline): TemplateResult {
    const late = one.status === 'late';
    return html`<section
      class=${classMap({ next: true, late, soon: one.status === 'soon' })}
      part="next"
      data-clock=${one.clock}
      aria-labelledby="next"
    >
      <p class="kicker" id="next">${terms('next')}</p>
      <p class="name">${this.#nameOf(one)}</p>
      ${this.#renderWhen(one)} ${this.#renderWhy(one)}
    </section>`;
  }

  #renderDeadline(one: Deadline): TemplateResult {
    return html`<li class="deadline" part="deadline" data-clock=${one.clock}>
      <p class="name">${this.#nameOf(one)}${one.corrected ? html` ${icon('edit')}` : nothing}</p>
      ${this.#renderWhen(one)} ${this.#renderWhy(one)}
    </li>`;
  }

  #renderGroup(id: 'running' | 'not-before' | 'met', all: readonly Deadline[]): TemplateResult | typeof nothing {
    if (all.length === 0) return nothing;
    return html`<section class="group" aria-labelledby=${id}>
      <h4 id=${id}>${terms(id)}</h4>
      <ul>
        ${repeat(
          all,
          ({ clock }) => clock,
          (one) => this.#renderDeadline(one),
        )}
      </ul>
    </section>`;
  }

  protected override render(): TemplateResult | typeof nothing {
    const view = this.caseView;
    if (view?.case == null) return nothing;
    const { next, running, notBefore, done } = groupDeadlines(view.deadlines);
    const family = this.audience === 'family';
    return html`<div class="deadlines">
      ${this.withoutHeading ? nothing : html`<h3 part="heading">${terms(family ? 'heading-family' : 'heading')}</h3>`}
      ${next ? this.#renderNext(next) : html`<p class="quiet">${terms(family ? 'none-family' : 'none')}</p>`}
      ${this.#renderGroup('running', running)} ${this.#renderGroup('not-before', notBefore)}
      ${this.#renderGroup('met', done)}
      ${this.#mayDecide ? html`<div class="record">${this.#renderDecision('event.record', terms('record'), {})}</div>` : nothing}
    </div>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'ssp-deadlines': SspDeadlines;
  }
}
