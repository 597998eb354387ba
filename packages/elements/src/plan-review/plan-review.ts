import { type DocumentKind, fieldsOf, type Plain, type RowView } from '@ssp-kit/process';
import { type CSSResultGroup, html, nothing, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { goalProgress } from '../shared/goal-progress.js';
import { goalSentence } from '../shared/goal-sentence.js';
import { planBehind } from '../shared/plan-rows.js';
import { DocumentController } from '../shared/controllers.js';
import { deliveryStyles, renderDelivery } from '../shared/delivery-bar.js';
import { type Deciding, SspSectionedElement } from '../document/sectioned-element.js';
import type { FormSection } from '../document/sections.js';
import { fieldRow, rowsOf } from '../shared/fields.js';
import { followingStyles } from '../shared/following.styles.js';
import { formatDay } from '../shared/format.js';
import { icon } from '../shared/icons.js';
import { serviceName } from '../shared/plan-words.js';
import { stableId } from '../shared/stable-id.js';
import { planReviewStyles } from './plan-review.styles.js';
import { terms } from './plan-review.terms.js';
import { deliveryOf, type Reviewed, reviewedBy } from './reviewed.js';

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
 * @csspart outline - The list of its sections with their state.
 * @csspart goal - One goal with its outcome.
 * @csspart follows - What the proposal leads to.
 * @csspart next - The bar that leads to what is missing next.
 * @csspart saved - The sentence that says where the words are.
 */
export class SspPlanReview extends SspSectionedElement {
  static override styles: CSSResultGroup = [
    SspSectionedElement.styles,
    deliveryStyles,
    followingStyles,
    planReviewStyles,
  ];

  protected readonly kind: DocumentKind = 'review';

  /** What the team proposes is what there is to decide: what it needs is judged with it. */
  protected override get deciding(): Deciding {
    const decision = this.#proposal;
    return { action: 'review.decide', payload: decision === '' ? {} : { decision } };
  }

  readonly #plan = new DocumentController(
    this,
    () => this.caseState.handle,
    () => planBehind(this.caseView, this.usedDocumentId ?? undefined),
  );

  get #reviewed(): Reviewed | null {
    const state = this.caseView?.case;
    if (!state) return null;
    const plan = { id: this.#plan.handle?.id ?? null, data: this.#plan.view?.data };
    const today = this.sessionState.value?.today ?? '';
    return reviewedBy(state, this.usedDocumentId ?? '', plan, rowsOf(this.data, 'outcomes'), today);
  }

  protected override focusShown(path: string): boolean {
    if (path !== 'outcomes' || !this.isConnected) return super.focusShown(path);
    const goals = this.#reviewed?.goals ?? [];
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
              ${fieldsOf(this.process, 'review', 'outcomes')
                .filter(({ name }) => !answered.includes(name))
                .map(({ name }) => this.#renderAnswer(row, name, 'half'))}
            </div>`
      }
    </li>`;
  }

  #renderGoals(): TemplateResult {
    const goals = this.#reviewed?.goals ?? [];
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
    const reviewed = this.#reviewed;
    const all = reviewed === null ? [] : deliveryOf(this.process, reviewed);
    const rows = rowsOf(this.#plan.view?.data, 'services');
    return html`${all.length === 0 ? html`<p class="quiet">${terms('noService')}</p>` : nothing}
      <ul class="services">
        ${all.map((one) => {
          const planned = reviewed?.services.find(({ id }) => id === one.service);
          return html`<li>
            <p class="service-name">${planned ? serviceName(this.process, planned, rows) : ''}</p>
            ${renderDelivery(one, this.locale)}
          </li>`;
        })}
      </ul>`;
  }

  #renderEvidence(section: FormSection): unknown {
    const judged = section.fields.filter(({ name }) => name === 'fidelity' || name === 'effectiveness');
    const others = section.fields.filter((field) => !judged.includes(field));
    return html`${this.renderRows({ ...section, fields: others })}
      <div class="delivered">
        <h4>${terms('delivered')}</h4>
        ${this.#renderDelivered()}
      </div>
      ${this.renderRows({ ...section, fields: judged, lists: [] })}`;
  }

  #renderConclusion(section: FormSection): unknown {
    return html`${this.renderRows(section, { conclusion: { lines: 4 } })} ${this.#renderFollows()}`;
  }

  get #proposal(): string {
    const { proposal } = this.data;
    return typeof proposal === 'string' ? proposal : '';
  }

  /** What the proposal leads to, and what it needs first. */
  #renderFollows(): TemplateResult | typeof nothing {
    const proposal = this.#proposal;
    const key = `follows-${proposal}`;
    if (this.audience === 'family' || this.status?.sealed === true || this.correcting || !terms.has(key))
      return nothing;
    const needed = this.requirements.filter(({ met, at }) => !met && at === undefined);
    return html`<aside class="follows" part="follows" aria-label=${terms('follows')} aria-live="polite">
      <h4>${terms('follows')}</h4>
      <ul>
        <li>${icon('arrow')}<span>${terms(key)}</span></li>
        ${needed.map(({ label: says }) => html`<li>${icon('flag')}<span>${says}</span></li>`)}
      </ul>
      ${proposal === 'exit' ? this.#renderExitNotice() : nothing}
    </aside>`;
  }

  /** The notice that has to reach the family before the plan ends: drafted from here, then written and given where notices are. */
  #renderExitNotice(): TemplateResult | typeof nothing {
    const state = this.caseView?.case;
    if (!state || state.track === 'action' || state.track === null || this.readonly) return nothing;
    const openedBy = state.documents[this.usedDocumentId ?? '']?.openedBy ?? 0;
    const notice = state.notices.findLast(({ about, because }) => about === 'exit' && because > openedBy);
    if (notice?.provided)
      return html`<p>${icon('check')} ${terms('exitGiven', { day: formatDay(notice.provided, this.locale) })}</p>`;
    const document = notice?.document ?? null;
    if (document === null)
      return this.renderDecision('notice.draft', {
        payload: { about: 'exit' },
        label: terms('exitDraft'),
        secondary: true,
      });
    return html`<p>
      ${terms('exitDrafted')}
      <button
        type="button"
        class="link"
        @click=${() => this.emit('ssp-field-request', { document, field: 'providedDate' })}
      >${terms('exitOpen')}</button>
    </p>`;
  }

  protected override render(): TemplateResult {
    return this.renderSheet(() =>
      this.renderForm({
        layouts: {
          evidence: (section) => this.#renderEvidence(section),
          outcomes: (section) => html`${this.#renderGoals()}
            ${this.renderRows({ ...section, lists: section.lists.filter((list) => list !== 'outcomes') })}`,
          conclusion: (section) => this.#renderConclusion(section),
        },
        decisions: this.audience === 'family' ? nothing : this.renderEnding(),
      }),
    );
  }
}

const answered = ['goal', 'outcome', 'measured', 'comment'];

declare global {
  interface HTMLElementTagNameMap {
    'ssp-plan-review': SspPlanReview;
  }
}
