import type { RosterStudent } from '@ssp-kit/session/contract';
import { type CSSResultGroup, html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { SspDocumentElement } from '../document/document-element.js';
import { formatGrade } from '../shared/format.js';
import { terms } from './referral-form.terms.js';
import { referralFormStyles } from './referral-form.styles.js';

/**
 * @summary A concern about a student, from the first words to the filed referral.
 * @customElement ssp-referral-form
 * @status experimental
 * @since 0.1
 * @dependency ssp-field
 * @dependency ssp-decision
 *
 * @event {CustomEvent<{caseId: string}>} ssp-referral-started - The person began a concern about a student: its case, known to this device.
 * @event {CustomEvent<{action: string, result: string}>} ssp-decision-made - The concern was sent or filed, or waits in the outbox.
 * @event {CustomEvent<{document: string, field: string, row?: string}>} ssp-field-request - The person wants to go to a field of another document.
 *
 * @csspart sheet - The whole form.
 * @csspart heading - Its heading.
 * @csspart section - One part of it.
 * @csspart saved - The sentence that says where the words are.
 */
export class SspReferralForm extends SspDocumentElement {
  static override styles: CSSResultGroup = [SspDocumentElement.styles, referralFormStyles];

  /** The student a new concern is about, by roster id: without a case, the form begins one. */
  @property({ attribute: 'student-id' }) studentId = '';

  protected readonly kind = 'concern';

  protected override get placed(): readonly string[] {
    return laidOut;
  }

  @state() private query = '';
  @state() private found: readonly RosterStudent[] | null = null;

  #asked = 0;

  protected override updated(changed: PropertyValues): void {
    super.updated(changed);
    if (changed.has('studentId')) void this.#beginForStudent();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#asked += 1;
  }

  async #beginForStudent(): Promise<void> {
    if (this.studentId !== '' && this.caseId === '') await this.#begin(this.studentId);
  }

  async #begin(student: string): Promise<void> {
    const outcome = await this.usedSession?.dispatch({ type: 'case.start', student });
    if (outcome?.result !== 'done' || outcome.id === undefined) return;
    this.caseId = outcome.id;
    this.emit('ssp-referral-started', { caseId: outcome.id });
  }

  async #search(query: string): Promise<void> {
    this.query = query;
    this.#asked += 1;
    const asked = this.#asked;
    if (query.trim().length < 2) {
      this.found = null;
      return;
    }
    const found = (await this.usedSession?.students(query)) ?? [];
    // An answer that a newer question has overtaken is not shown.
    if (asked === this.#asked) this.found = found.slice(0, 8);
  }

  #onSearch = (event: Event): void => {
    void this.#search((event.target as HTMLInputElement).value);
  };

  #renderStart(): TemplateResult {
    return html`<article class="sheet" part="sheet">
      <div class="section">
        <div class="section-head">
          <h2 part="heading">${terms('startHeading')}</h2>
          <p>${terms('startLead')}</p>
        </div>
        <div class="field">
          <label class="label" for="search">${terms('startSearch')}</label>
          <input
            id="search"
            class="control"
            type="search"
            autocomplete="off"
            .value=${this.query}
            @input=${this.#onSearch}
          />
        </div>
        ${this.#renderFound()}
      </div>
    </article>`;
  }

  #renderFound(): TemplateResult | typeof nothing {
    const { found } = this;
    if (found === null) return nothing;
    if (found.length === 0) return html`<p class="quiet" role="status">${terms('startNone')}</p>`;
    return html`<ul class="found">
      ${found.map(
        (student) => html`<li>
          <button type="button" @click=${() => void this.#begin(student.id)}>
            <span class="name">${student.name}</span>
            <span class="quiet small">${sayWhere(student)}</span>
          </button>
        </li>`,
      )}
    </ul>`;
  }

  #renderSuspicion(): TemplateResult {
    return html`<section class="question" part="section">
      <div class="section-head">
        <h3>${terms('suspicion')}</h3>
        ${this.writable ? html`<p>${terms('suspicionLead')}</p>` : nothing}
      </div>
      <div class="grid">
        ${this.renderField('suspicion')} ${this.renderField('suspicionReason', { lines: 2 })}
      </div>
      ${this.renderRest('suspicion')}
    </section>`;
  }

  #renderDecisions(): TemplateResult | typeof nothing {
    const begins = this.caseView?.case?.stage === 'express-concern';
    if (this.readonly || !(begins || this.correcting)) return nothing;
    const roles = this.sessionState.value?.person?.roles ?? [];
    const files = roles.includes('coordinator') || roles.includes('administrator');
    return html`<div class="decisions">
      ${this.renderEnd(
        files
          ? html`${this.renderDecision('referral.file')} ${this.renderDecision('referral.return', { secondary: true })}`
          : this.renderDecision('concern.submit'),
      )}
    </div>`;
  }

  protected override render(): TemplateResult {
    if (this.caseId === '' && this.studentId === '') return this.#renderStart();
    const student = this.caseView?.case?.student;
    const heading = student ? terms('heading', { name: student.name }) : terms('headingPlain');
    return this.renderSheet(
      () => html`
        ${this.renderSection(
          terms('seen'),
          html`<div class="grid">
            ${this.renderField('description', { lines: 5 })} ${this.renderField('areas')}
            ${this.renderField('priorSupports', { lines: 2 })}
          </div>
          ${this.renderRest('what')}`,
          { lead: terms('seenLead') },
        )}
        ${this.#renderSuspicion()}
        ${this.renderSection(
          terms('origin'),
          html`<div class="grid">
            ${this.renderField('raisedBy')} ${this.renderField('raisedByRole')}
            ${this.renderField('raisedVia', { size: 'half' })}
            ${this.renderField('receivedDate', { size: 'half' })}
          </div>
          ${this.renderRest('who')}`,
        )}
        ${this.renderSection(
          terms('family'),
          html`<div class="grid">
            ${this.renderField('parentNotifiedDate', { size: 'third' })}
            ${this.renderField('parentNotifiedMethod', { size: 'third' })}
            ${this.renderField('parentNotifiedLanguage', { size: 'third' })}
            ${this.renderField('homeLanguage', { size: 'half' })} ${this.renderField('interpreterNeeded')}
          </div>
          ${this.renderRest('family')}`,
          { lead: terms('familyLead') },
        )}
        ${this.renderRest()}
        ${this.#renderDecisions()}
      `,
      { heading },
    );
  }
}

/** Fields that stand where they are asked best; the others follow in their sections. */
const laidOut = [
  ...['raisedBy', 'raisedByRole', 'raisedVia', 'receivedDate'],
  ...['areas', 'description', 'priorSupports'],
  ...['suspicion', 'suspicionReason'],
  ...['parentNotifiedDate', 'parentNotifiedMethod', 'parentNotifiedLanguage', 'homeLanguage', 'interpreterNeeded'],
];

function sayWhere({ grade, schoolName }: RosterStudent): string {
  return [formatGrade(grade), schoolName].filter(Boolean).join(', ');
}

declare global {
  interface HTMLElementTagNameMap {
    'ssp-referral-form': SspReferralForm;
  }
}
