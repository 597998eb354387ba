import { type DocumentKind, delivery, type Plain, type RowView } from '@ssp-kit/process';
import { type CSSResultGroup, html, nothing, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { goalProgress, goalSentence } from '../plan-cards/goal-sentence.js';
import { activePlanOf } from '../shared/active-plan.js';
import { DocumentController } from '../shared/controllers.js';
import { deliveryStyles, renderDelivery } from '../shared/delivery-bar.js';
import { SspDocumentElement } from '../document/document-element.js';
import { fieldRow, rowsOf } from '../shared/fields.js';
import { serviceName } from '../shared/plan-words.js';
import { stableId } from '../shared/stable-id.js';
import { planReviewStyles } from './plan-review.styles.js';
import { terms } from './plan-review.terms.js';

/**
 * @summary The review of the active plan: the outcome of each goal, promised and delivered minutes, the team's conclusion, and
 *   the decision to continue, revise or exit.
 * @customElement ssp-plan-review
 * @status experimental
 * @since 0.1
 * @dependency ssp-field
 * @dependency ssp-decision
 *
 * @event {CustomEvent<{action: string, result: string}>} ssp-decision-made - The review's decision is in the record or in the outbox.
 * @event {CustomEvent<{document: string, field: string, row?: string}>} ssp-field-request - The person wants to go to a field of another document.
 *
 * @csspart sheet - The whole document.
 * @csspart heading - The document's heading.
 * @csspart section - One part of it.
 * @csspart goal - One goal with its outcome.
 * @csspart saved - The sentence that says where the words are.
 */
export class SspPlanReview extends SspDocumentElement {
  static override styles: CSSResultGroup = [SspDocumentElement.styles, deliveryStyles, planReviewStyles];

  protected readonly kind: DocumentKind = 'review';

  readonly #plan = new DocumentController(
    this,
    () => this.caseState.handle,
    () => activePlanOf(this.caseView),
  );

  override focusField(path: string): boolean {
    if (path !== 'outcomes' || !this.isConnected) return super.focusField(path);
    const goals = this.caseView?.case?.plan?.goals ?? [];
    const judged = rowsOf(this.data, 'outcomes').filter(({ outcome }) => outcome != null);
    const open = goals.find((id) => !judged.some(({ goal }) => goal === id)) ?? goals[0];
    const field = this.shadowRoot?.querySelector<HTMLElement>(`[data-goal="${CSS.escape(open ?? '')}"] ssp-field`);
    field?.scrollIntoView({ block: 'center' });
    field?.focus();
    return true;
  }

  #outcomeOf(goal: string): RowView | undefined {
    return rowsOf(this.data, 'outcomes').find((row) => row['goal'] === goal);
  }

  /** A goal's row comes with the first answer about it: nothing is written before a person answers. */
  #onOutcome(goal: string, event: CustomEvent<{ value: Plain }>): void {
    const handle = this.documentState.handle;
    if (handle === null || this.#outcomeOf(goal) !== undefined) return;
    void this.usedSession?.dispatch({
      type: 'row.add',
      caseId: this.caseId,
      document: handle.id,
      list: 'outcomes',
      id: stableId(handle.id, goal),
      values: { goal, outcome: event.detail.value },
    });
  }

  #renderAnswer(row: RowView, name: string, size = ''): TemplateResult | typeof nothing {
    const field = fieldRow(this.process, 'review', name, 'outcomes');
    if (field === undefined) return nothing;
    return html`<ssp-field
      class=${size}
      .session=${this.usedSession}
      .document=${this.documentState.handle}
      .case=${this.caseState.handle}
      .row=${field}
      .rowId=${row.id}
      .audience=${this.audience}
      .lines=${2}
      ?readonly=${this.readonly}
    ></ssp-field>`;
  }

  #renderFirstAnswer(goal: string): TemplateResult | typeof nothing {
    const field = fieldRow(this.process, 'review', 'outcome', 'outcomes');
    if (field === undefined) return nothing;
    return html`<ssp-field
      .session=${this.usedSession}
      .row=${{ ...field, required: true }}
      .value=${null}
      .audience=${this.audience}
      ?readonly=${!this.writable}
      @ssp-field-changed=${(event: CustomEvent<{ value: Plain }>) => this.#onOutcome(goal, event)}
    ></ssp-field>`;
  }

  #renderGoal(id: string, at: number): TemplateResult {
    const goal = rowsOf(this.#plan.view?.data, 'goals').find((row) => row.id === id);
    const row = this.#outcomeOf(id);
    const progress = goal ? goalProgress(goal, this.audience, this.locale) : '';
    return html`<li class="goal" part="goal" data-goal=${id}>
      <h4>${terms('goal', { number: at + 1 })}</h4>
      <p class="sentence">
        ${goal ? goalSentence(goal, this.caseView?.case?.student.name ?? '', this.locale) : terms('goalUnknown')}
      </p>
      ${progress ? html`<p class="quiet numbers">${progress}</p>` : nothing}
      ${
        row === undefined
          ? this.#renderFirstAnswer(id)
          : html`<div class="grid">
              ${this.#renderAnswer(row, 'outcome')} ${this.#renderAnswer(row, 'measured')}
              ${this.#renderAnswer(row, 'comment')}
            </div>`
      }
    </li>`;
  }

  #renderGoals(): TemplateResult {
    const goals = this.caseView?.case?.plan?.goals ?? [];
    const wrong = this.errorAt('outcomes');
    return html`${wrong ? html`<p class="error">${wrong}</p>` : nothing}
      ${
        goals.length === 0
          ? html`<p class="quiet">${terms('noGoals')}</p>`
          : html`<ol class="goals">
              ${repeat(
                goals,
                (id) => id,
                (id, at) => this.#renderGoal(id, at),
              )}
            </ol>`
      }`;
  }

  #renderDelivered(): TemplateResult {
    const state = this.caseView?.case;
    const today = this.sessionState.value?.today ?? '';
    const all = state && today ? delivery(this.process, state, today) : [];
    const rows = rowsOf(this.#plan.view?.data, 'services');
    return html`${all.length === 0 ? html`<p class="quiet">${terms('noService')}</p>` : nothing}
      <ul class="services">
        ${all.map((one) => {
          const planned = state?.plan?.services.find(({ id }) => id === one.service);
          return html`<li>
            <p class="service-name">${planned ? serviceName(this.process, planned, rows) : ''}</p>
            ${renderDelivery(one, this.locale)}
          </li>`;
        })}
      </ul>
      <div class="grid">${this.renderField('fidelity')}</div>`;
  }

  protected override render(): TemplateResult {
    return this.renderSheet(
      () => html`
        <div class="grid">
          ${this.renderField('reviewDate', { size: 'half' })} ${this.renderField('parentInformedDate', { size: 'half' })}
        </div>
        ${this.renderSection(terms('goals'), this.#renderGoals())}
        ${this.renderSection(terms('delivered'), this.#renderDelivered())}
        ${this.renderSection(
          terms('conclusion'),
          html`<div class="grid">${this.renderField('conclusion', { lines: 4 })}</div>`,
        )}
        ${
          this.readonly || this.status?.sealed || this.audience === 'family'
            ? nothing
            : this.renderDecision('review.decide')
        }
      `,
    );
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'ssp-plan-review': SspPlanReview;
  }
}
