import { type CaseConference, type DocumentKind, label, type Plain } from '@ssp-kit/process';
import { type CSSResultGroup, html, nothing, type TemplateResult } from 'lit';
import { state } from 'lit/decorators.js';
import { classMap } from 'lit/directives/class-map.js';
import { live } from 'lit/directives/live.js';
import { repeat } from 'lit/directives/repeat.js';
import { SspDocumentElement } from '../document/document-element.js';
import { fieldRow, rowsOf } from '../shared/fields.js';
import { formatDay, formatTime, termsOf } from '../shared/format.js';
import { icon } from '../shared/icons.js';
import { newId } from '../shared/new-id.js';
import { type Attendee, attendees } from './attendance.js';
import { conferenceStyles } from './conference.styles.js';
import { terms } from './conference.terms.js';

/**
 * @summary The conferences of a case: schedule one, then its page: date, who came, what was decided, minutes written together,
 *   and the decision that closes it.
 * @customElement ssp-conference
 * @status experimental
 * @since 0.1
 * @dependency ssp-field
 * @dependency ssp-field-list
 * @dependency ssp-decision
 *
 * @event {CustomEvent<{action: string, result: string}>} ssp-decision-made - A conference was scheduled or closed, or the decision waits in the outbox.
 * @event {CustomEvent<{document: string, field: string, row?: string}>} ssp-field-request - The person wants to go to a field of another document.
 *
 * @csspart list - The list of conferences.
 * @csspart sheet - The conference's page.
 * @csspart heading - Its heading.
 * @csspart section - One part of it.
 * @csspart attendee - One person whose attendance is asked.
 * @csspart saved - The sentence that says where the words are.
 */
export class SspConference extends SspDocumentElement {
  static override styles: CSSResultGroup = [SspDocumentElement.styles, conferenceStyles];

  protected readonly kind: DocumentKind = 'conference';

  /** The conference the person chose to see. */
  @state() private chosen = '';

  protected override get usedDocumentId(): string | null {
    if (this.documentId !== '') return this.documentId;
    const known = (this.caseView?.access ?? []).filter(({ kind }) => kind === 'conference');
    const chosen = known.find(({ document }) => document === this.chosen);
    const open = known.find(({ state: stands }) => stands === 'open');
    return (chosen ?? open)?.document ?? null;
  }

  get #conferences(): readonly CaseConference[] {
    return this.caseView?.case?.conferences ?? [];
  }

  get #current(): CaseConference | undefined {
    return this.#conferences.find(({ document }) => document === this.usedDocumentId);
  }

  #set(path: string, value: Plain): void {
    const handle = this.documentState.handle;
    if (handle === null) return;
    void this.usedSession?.dispatch({ type: 'field.set', caseId: this.caseId, document: handle.id, path, value });
  }

  /** The purpose was said when the conference was scheduled: whoever writes here first need not say it again. */
  #keepPurpose(): void {
    const planned = this.#current;
    if (planned === undefined || this.data['purpose'] || !this.writable) return;
    this.#set('purpose', planned.purpose);
    if (planned.planned && !this.data['meetingDate']) this.#set('meetingDate', planned.planned);
  }

  /** A field tells only those above it, and does not bubble. */
  readonly #whenAnswered = { handleEvent: (): void => this.#keepPurpose(), capture: true };

  #onChoose(document: string): void {
    this.chosen = this.usedDocumentId === document && this.chosen === document ? '' : document;
  }

  #onHeldToday = (): void => {
    this.#keepPurpose();
    this.#set('actualDate', this.sessionState.value?.today ?? null);
  };

  #onAttended(one: Attendee, status: string): void {
    const handle = this.documentState.handle;
    if (handle === null) return;
    this.#keepPurpose();
    if (one.row !== null) {
      this.#set(`attendance/${one.rowId}/status`, status);
      return;
    }
    void this.usedSession?.dispatch({
      type: 'row.add',
      caseId: this.caseId,
      document: handle.id,
      list: 'attendance',
      id: one.rowId,
      values: { person: one.person, name: one.name, status },
    });
  }

  #onGuest = (): void => {
    const handle = this.documentState.handle;
    if (handle === null) return;
    const id = newId();
    void this.usedSession?.dispatch({
      type: 'row.add',
      caseId: this.caseId,
      document: handle.id,
      list: 'attendance',
      id,
      values: { status: 'in-person' },
    });
    void this.updateComplete.then(() => this.focusField(`attendance/${id}/name`));
  };

  override focusField(path: string): boolean {
    if (path === 'purpose' && this.isConnected && !this.data['purpose'] && this.#current && this.writable) {
      this.#keepPurpose();
      return true;
    }
    if (path === 'attendance' && this.isConnected) {
      this.shadowRoot?.querySelector<HTMLElement>('.attendee input')?.focus();
      return true;
    }
    return super.focusField(path);
  }

  #renderList(): TemplateResult {
    const current = this.usedDocumentId;
    return html`<div class="conferences">
      ${this.withoutHeading ? nothing : html`<h2 class="list-heading">${terms('conferences')}</h2>`}
      ${
        this.#conferences.length === 0
          ? html`<p class="quiet">${terms('none')}</p>`
          : html`<ul class="conference-list" part="list" aria-label=${terms('conferences')}>
                ${this.#conferences.map(
                  (one) => html`<li>
                    <button
                      type="button"
                      class="conference"
                      aria-current=${one.document === current ? 'true' : 'false'}
                      @click=${() => this.#onChoose(one.document)}
                    >
                      <span class="purpose">${label(this.process, 'conference-purpose', one.purpose)}</span>
                      <span class="quiet small numbers">${this.#sayWhen(one)}</span>
                    </button>
                  </li>`,
                )}
              </ul>`
      }
      ${this.readonly ? nothing : this.renderDecision('conference.schedule', { secondary: this.#conferences.length > 0, suggested: this.#suggested })}
    </div>`;
  }

  get #suggested(): Readonly<Record<string, string>> {
    const { stage, track } = this.caseView?.case ?? {};
    if (stage === 'gather-data' || stage === 'define-needs') return { purpose: 'student-needs' };
    if (stage === 'develop-plan') {
      return { purpose: track === 'idea' ? 'iep' : track === 's504' ? 's504' : 'action-plan' };
    }
    return stage === 'evaluate-plan' || stage === 'implement-plan' ? { purpose: 'review' } : {};
  }

  #sayWhen({ held, planned }: CaseConference): string {
    if (held) return terms('held', { day: formatDay(held, this.locale) });
    return planned ? terms('planned', { day: formatDay(planned, this.locale) }) : terms('plannedNoDay');
  }

  #renderWhen(): TemplateResult {
    const planned = this.#sayPlanned();
    return this.renderSection(
      terms('when'),
      html`${planned ? html`<p class="quiet numbers">${planned}</p>` : nothing}
        <div class="grid" @ssp-field-changed=${this.#whenAnswered}>
          ${this.renderField('actualDate', { size: 'half' })} ${this.renderField('place', { size: 'half' })}
          ${this.#current && !this.data['purpose'] ? nothing : this.renderField('purpose', { size: 'half' })}
        </div>
        ${
          this.writable && !this.data['actualDate']
            ? html`<div>
                <button type="button" class="button small" @click=${this.#onHeldToday}>
                  ${icon('check')}${terms('heldToday')}
                </button>
              </div>`
            : nothing
        }`,
    );
  }

  /** Day, time and place as they were when it was scheduled. */
  #sayPlanned(): string {
    const scheduled = this.caseView?.case?.decisions.find(
      ({ action, opens }) =>
        action === 'conference.schedule' && opens.some(({ document }) => document === this.usedDocumentId),
    );
    if (scheduled === undefined) return '';
    const { date, time } = scheduled.facts;
    const parts = [
      typeof date === 'string' ? formatDay(date, this.locale) : '',
      typeof time === 'string' ? formatTime(time, this.locale) : '',
      scheduled.words['place'] ?? '',
    ];
    return terms('scheduled', { when: parts.filter((part) => part !== '').join(', ') });
  }

  #renderAttendee(one: Attendee): TemplateResult {
    const status = one.row?.['status'];
    const name = one.name;
    const guest = one.row !== null && one.person === null;
    return html`<li class="attendee" part="attendee">
      <fieldset ?disabled=${!this.writable}>
        <legend>
          ${
            guest && this.writable
              ? this.#renderGuestName(one)
              : html`<span class="name">${name}</span><span class="quiet small">${one.role}</span>`
          }
        </legend>
        ${
          this.writable
            ? html`<div class="choices">
                ${termsOf(this.process, 'attendance').map(
                  ({ code, label: says }) => html`<label class=${classMap({ choice: true, chosen: status === code })}
                    ><input
                      type="radio"
                      name=${`attendance-${one.rowId}`}
                      .value=${code}
                      .checked=${live(status === code)}
                      @change=${() => this.#onAttended(one, code)}
                    /><span>${sayStatus(code, says)}</span></label
                  >`,
                )}
              </div>`
            : html`<p class=${classMap({ quiet: typeof status !== 'string' })}>${
                typeof status === 'string' ? label(this.process, 'attendance', status) : terms('notAnswered')
              }</p>`
        }
      </fieldset>
    </li>`;
  }

  #renderGuestName(one: Attendee): TemplateResult | typeof nothing {
    const row = fieldRow(this.process, 'conference', 'name', 'attendance');
    if (row === undefined) return nothing;
    return html`<ssp-field
      .session=${this.usedSession}
      .document=${this.documentState.handle}
      .row=${row}
      .rowId=${one.rowId}
      .audience=${this.audience}
    ></ssp-field>`;
  }

  #renderAttendance(): TemplateResult {
    const state = this.caseView?.case;
    const all = state ? attendees(state, this.usedDocumentId ?? '', rowsOf(this.data, 'attendance')) : [];
    const wrong = this.errorAt('attendance');
    return this.renderSection(
      terms('attendance'),
      html`${wrong ? html`<p class="error">${icon('alert')}<span>${wrong}</span></p>` : nothing}
        <ul class="attendees">
          ${repeat(
            all,
            ({ rowId }) => rowId,
            (one) => this.#renderAttendee(one),
          )}
        </ul>
        ${
          this.writable
            ? html`<div><button type="button" class="button small" @click=${this.#onGuest}>${icon('add')}${terms('addGuest')}</button></div>`
            : nothing
        }`,
      { lead: this.writable ? terms('attendance-lead') : '' },
    );
  }

  #renderPage(): TemplateResult {
    const document = this.usedDocumentId ?? '';
    return html`
      ${this.#renderWhen()} ${this.#renderAttendance()}
      ${this.renderSection(
        terms('decisions'),
        this.renderList('decisions', {
          rowName: terms('decision'),
          addLabel: terms('addDecision'),
          emptyText: terms('noDecision'),
          layout: (_row, field) =>
            html`<div class="grid">
              ${field('decision', { lines: 2 })} ${field('who', { size: 'half' })} ${field('due', { size: 'half' })}
            </div>`,
        }),
      )}
      ${this.renderSection(
        terms('minutes'),
        html`<div class="grid">${this.renderField('minutes', { lines: 6, labelHidden: true })} ${this.renderField('safeguardsGiven')}</div>`,
        { lead: this.writable ? terms('minutes-lead') : '' },
      )}
      ${this.readonly ? nothing : this.renderDecision('conference.hold', { payload: { document } })}
    `;
  }

  protected override render(): TemplateResult {
    const current = this.#current;
    const purpose = current ? label(this.process, 'conference-purpose', current.purpose) : '';
    const page =
      this.usedDocumentId === null
        ? nothing
        : this.renderSheet(() => this.#renderPage(), { heading: terms('heading', { purpose }) });
    if (this.documentId !== '') return html`${page}`;
    return html`<div class="all">${this.#renderList()} ${page}</div>`;
  }
}
/** The built-in answers have a word short enough for a button; a district's own is said by its label. */
function sayStatus(code: string, label: string): string {
  const short = `is-${code}`;
  return terms.has(short) ? terms(short) : label;
}

declare global {
  interface HTMLElementTagNameMap {
    'ssp-conference': SspConference;
  }
}
