import { daysBetween } from '@ssp-kit/process';
import type { SessionView } from '@ssp-kit/session/contract';
import { type CSSResultGroup, html, nothing, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { classMap } from 'lit/directives/class-map.js';
import { repeat } from 'lit/directives/repeat.js';
import { SspElement } from '../shared/element.js';
import { formStyles } from '../shared/form.styles.js';
import { formatDay, formatDaysLeft, formatGrade } from '../shared/format.js';
import { icon } from '../shared/icons.js';
import { sheetStyles } from '../shared/sheet.styles.js';
import { type CaseRow, caseRows } from './case-row.js';
import { caseloadStyles } from './caseload.styles.js';
import { terms } from './caseload.terms.js';

/**
 * @summary The cases a person may open: whose, where each stands, what is next and by when. A table where there is room, a list
 *   on a phone.
 * @customElement ssp-caseload
 * @status experimental
 * @since 0.1
 *
 * @event {CustomEvent<{caseId: string, student: string}>} ssp-case-open-request - The person wants to open a case. Cancelable: a page
 *   that prevents it opens the case its own way.
 *
 * @csspart heading - The heading.
 * @csspart filters - The choices above the list.
 * @csspart row - One case.
 * @csspart open - The button with the student's name that opens the case.
 */
export class SspCaseload extends SspElement {
  static override styles: CSSResultGroup = [SspElement.styles, formStyles, sheetStyles, caseloadStyles];

  /** The heading is said elsewhere. */
  @property({ type: Boolean, attribute: 'without-heading' }) withoutHeading = false;

  /** Only the cases of one stage, by its id; empty for all. */
  @property() stage = '';

  /** Only the cases that wait for this person. */
  @property({ type: Boolean, attribute: 'needs-me', reflect: true }) needsMe = false;

  protected override shownOfSession(view: SessionView): unknown {
    return [super.shownOfSession(view), view.caseload];
  }

  get #rows(): readonly CaseRow[] {
    return caseRows(this.process, this.sessionState.value?.caseload.cases ?? []);
  }

  get #visible(): readonly CaseRow[] {
    return this.#rows.filter(
      (row) =>
        (!this.needsMe || row.needsMe) &&
        (this.stage === '' ||
          (this.stage === 'closed' ? row.summary.stage === null : row.summary.stage === this.stage)),
    );
  }

  #onOpen(row: CaseRow): void {
    const { id, student } = row.summary;
    this.emit('ssp-case-open-request', { caseId: id, student: student.id }, { cancelable: true });
  }

  /** A press anywhere in the row opens it; the button inside is what a keyboard and a screen reader meet. */
  #onRowClick(row: CaseRow, event: Event): void {
    if (event.target instanceof Element && event.target.closest('button')) return;
    if (getSelection()?.toString()) return;
    this.#onOpen(row);
  }

  #onKeyDown = (event: KeyboardEvent): void => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    const buttons = [...(this.shadowRoot?.querySelectorAll<HTMLElement>('.open') ?? [])];
    const at = buttons.findIndex((button) => button.matches(':focus'));
    if (at === -1) return;
    const next = event.key === 'Home' ? 0 : event.key === 'End' ? buttons.length - 1 : step && at + step;
    if (next === undefined || buttons[next] === undefined) return;
    event.preventDefault();
    buttons[next].focus();
  };

  #onStage = (event: Event): void => {
    this.stage = (event.target as HTMLSelectElement).value;
  };

  #onNeedsMe = (event: Event): void => {
    this.needsMe = (event.target as HTMLInputElement).checked;
  };

  #onShowAll = (): void => {
    this.stage = '';
    this.needsMe = false;
  };

  #renderFilters(count: number): TemplateResult {
    return html`<div class="filters" part="filters">
      <label class="needs-me"><input type="checkbox" .checked=${this.needsMe} @change=${this.#onNeedsMe} />${terms('needsMe')}</label>
      <span class="picker">
        <select class="control" aria-label=${terms('filter')} @change=${this.#onStage}>
          <option value="" ?selected=${this.stage === ''}>${terms('allStages')}</option>
          ${this.process.stages.map(({ id, label }) => html`<option value=${id} ?selected=${this.stage === id}>${label}</option>`)}
          <option value="closed" ?selected=${this.stage === 'closed'}>${terms('closed')}</option>
        </select>
        ${icon('chevron')}
      </span>
      <span class="count quiet numbers" role="status">${terms('shown', { count })}</span>
    </div>`;
  }

  #renderDue(row: CaseRow): TemplateResult {
    if (row.due === null) return html`<span class="quiet">${terms('dueNone')}</span>`;
    const today = this.sessionState.value?.today ?? row.due;
    const days = daysBetween(today, row.due);
    const classes = { when: true, late: days < 0, soon: days >= 0 && row.soon };
    return html`<span class="numbers">${formatDay(row.due, this.locale)}</span>
      <span class=${classMap(classes)}>${days < 0 || row.soon ? icon('clock') : nothing}${formatDaysLeft(days)}</span>`;
  }

  #renderStep({ step, summary }: CaseRow): TemplateResult {
    if (step === null)
      return html`<span class="quiet">${summary.stage === null ? summary.says : terms('noStep')}</span>`;
    return step.mine ? html`<span class="mine">${step.says}</span>` : html`<span class="quiet">${step.says}</span>`;
  }

  #renderRow(row: CaseRow): TemplateResult {
    const { student, local, says } = row.summary;
    const grade = formatGrade(student.grade);
    return html`<tr
      class=${classMap({ row: true, needs: row.needsMe })}
      part="row"
      @click=${(event: Event) => this.#onRowClick(row, event)}
    >
      <th scope="row">
        <button type="button" class="open" part="open" @click=${() => this.#onOpen(row)}>${student.name}</button>
        <span class="sub quiet">
          ${grade ? html`<span class="narrow">${grade}</span>` : nothing}
          ${student.schoolName ? html`<span>${student.schoolName}</span>` : nothing}
          ${local ? html`<span class="local">${icon('device')}${terms('local')}</span>` : nothing}
        </span>
      </th>
      <td class="grade numbers">${grade}</td>
      <td class="stage"><span>${row.stage ?? terms('closed')}</span><span class="sub quiet">${says}</span></td>
      <td class="step">${this.#renderStep(row)}</td>
      <td class="due">${this.#renderDue(row)}</td>
    </tr>`;
  }

  #renderTable(rows: readonly CaseRow[]): TemplateResult {
    return html`<table @keydown=${this.#onKeyDown}>
      <thead>
        <tr>
          <th scope="col">${terms('student')}</th>
          <th scope="col">${terms('gradeHead')}</th>
          <th scope="col">${terms('stage')}</th>
          <th scope="col">${terms('next')}</th>
          <th scope="col" aria-sort="ascending">${terms('due')}</th>
        </tr>
      </thead>
      <tbody>
        ${repeat(
          rows,
          ({ summary }) => summary.id,
          (row) => this.#renderRow(row),
        )}
      </tbody>
    </table>`;
  }

  #renderBody(): TemplateResult {
    const { state: stands = 'loading' } = this.sessionState.value?.caseload ?? {};
    const all = this.#rows;
    if (all.length === 0 && stands === 'loading') {
      return html`<div class="skeleton" aria-hidden="true"><span></span><span></span><span></span></div>`;
    }
    if (all.length === 0 && stands === 'failed') {
      return html`<p class="note wrong" role="alert">${icon('alert')}<span>${terms('failed')}</span></p>`;
    }
    if (all.length === 0) {
      return html`<div class="nothing"><p><strong>${terms('empty')}</strong></p><p class="quiet">${terms('emptyLead')}</p></div>`;
    }
    const rows = this.#visible;
    return html`${this.#renderFilters(rows.length)}
      ${stands === 'stale' || stands === 'failed' ? html`<p class="quiet small">${terms('stale')}</p>` : nothing}
      ${
        rows.length > 0
          ? this.#renderTable(rows)
          : html`<div class="nothing">
              <p>${terms('noMatch')}</p>
              <button type="button" class="button small" @click=${this.#onShowAll}>${terms('showAll')}</button>
            </div>`
      }`;
  }

  protected override render(): TemplateResult {
    return html`<section class="caseload">
      ${this.withoutHeading ? nothing : html`<h2 part="heading">${terms('heading')}</h2>`} ${this.#renderBody()}
    </section>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'ssp-caseload': SspCaseload;
  }
}
