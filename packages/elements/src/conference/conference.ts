import { type CaseConference, type DocumentKind, fieldsOf, label, type Plain, type RowView } from '@ssp-kit/process';
import { type CSSResultGroup, html, nothing, type TemplateResult } from 'lit';
import { state } from 'lit/decorators.js';
import { classMap } from 'lit/directives/class-map.js';
import { live } from 'lit/directives/live.js';
import { repeat } from 'lit/directives/repeat.js';
import { SspDocumentElement } from '../document/document-element.js';
import type { SspField } from '../field/field.js';
import type { RenderField } from '../field-list/field-list.js';
import '../invitation/define.js';
import { DocumentController } from '../shared/controllers.js';
import { fieldRow, isAsked, rowsOf, withoutHelp } from '../shared/fields.js';
import { formatDay, formatTime, termsOf } from '../shared/format.js';
import { icon } from '../shared/icons.js';
import { newId } from '../shared/new-id.js';
import { type Attendee, attendees, isSame } from './attendance.js';
import { calledMembers } from '../shared/called.js';
import { renderCalled } from '../shared/called-view.js';
import { calledStyles } from '../shared/called.styles.js';
import { contactsOf, renderContacts } from './contacts.js';
import { conferenceStyles } from './conference.styles.js';
import { terms } from './conference.terms.js';

/**
 * @summary The conferences of a case: schedule one, invite to it and record how the family was reached, then its page: date, agenda,
 *   who came, what was decided, minutes written together, safeguards, and the decision that closes it.
 * @customElement ssp-conference
 * @status experimental
 * @since 0.1
 * @dependency ssp-field
 * @dependency ssp-field-list
 * @dependency ssp-decision
 * @dependency ssp-invitation
 *
 * @event {CustomEvent<{action: string, result: string}>} ssp-decision-made - A conference was scheduled or closed, an invitation sent, a contact recorded, or the decision waits in the outbox.
 * @event {CustomEvent<{document: string, field: string, row?: string}>} ssp-field-request - The person wants to go to a field of another document.
 *
 * @csspart list - The list of conferences.
 * @csspart sheet - The conference's page.
 * @csspart heading - Its heading.
 * @csspart section - One part of it.
 * @csspart prepare - The invitation and the attempts to reach the family.
 * @csspart called - The members whom the law calls.
 * @csspart attendee - One person whose attendance is asked.
 * @csspart saved - The sentence that says where the words are.
 */
export class SspConference extends SspDocumentElement {
  static override styles: CSSResultGroup = [SspDocumentElement.styles, calledStyles, conferenceStyles];

  protected readonly kind: DocumentKind = 'conference';

  protected override get placed(): readonly string[] {
    return laidOut;
  }

  /** The conference the person chose to see. */
  @state() private chosen = '';

  /** Attendees whose role is being changed, by row. */
  @state() private changing: ReadonlySet<string> = new Set();

  readonly #invitation = new DocumentController(
    this,
    () => this.caseState.handle,
    () => this.#openInvitation,
    ({ data }) => data['invitees'],
  );

  protected override startAnew(): void {
    super.startAnew();
    this.changing = new Set();
  }

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
    const { ownDocument } = this;
    // A corrected version that is being written is one of the conference that it corrects.
    const shown = this.correcting ? ownDocument?.corrects : this.usedDocumentId;
    return this.#conferences.find(({ document }) => document === shown);
  }

  /** The invitation to the conference that is shown, where the person may read it. */
  get #openInvitation(): string | null {
    const invitation = this.#current?.invitation ?? null;
    const may = (this.caseView?.access ?? []).some(({ document }) => document === invitation);
    return may ? invitation : null;
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

  /** To the page of any conference of the list. */
  override goTo(at: Parameters<SspDocumentElement['goTo']>[0]): boolean {
    const known = this.caseView?.access.some(({ document, kind }) => kind === this.kind && document === at.document);
    if (this.documentId !== '' || !known || at.document === this.usedDocumentId) return super.goTo(at);
    if (!this.isConnected) return false;
    this.chosen = at.document;
    void this.updateComplete.then(() => super.goTo(at));
    return true;
  }

  override focusField(path: string): boolean {
    if (path === 'attendance' && this.isConnected) {
      this.shadowRoot?.querySelector<HTMLElement>('.attendee input')?.focus();
      return true;
    }
    const [list, rowId = '', name] = path.split('/');
    if (list === 'attendance' && name !== undefined) return this.#focusRowField(rowId, name);
    return super.focusField(path);
  }

  #focusRowField(rowId: string, name: string): boolean {
    const fields = [...(this.shadowRoot?.querySelectorAll<SspField>('.attendee ssp-field') ?? [])];
    const field = fields.find((one) => one.path === `attendance/${rowId}/${name}`);
    field?.focus();
    return field !== undefined;
  }

  #renderList(): TemplateResult {
    const current = this.#current?.document;
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

  #sayWhen({ held, planned, invitation, invited }: CaseConference): string {
    if (held) return terms('held', { day: formatDay(held, this.locale) });
    const says = planned ? terms('planned', { day: formatDay(planned, this.locale) }) : terms('plannedNoDay');
    return invitation !== null && invited === null ? `${says}, ${terms('notInvited')}` : says;
  }

  #renderWhen(): TemplateResult {
    const planned = this.#sayPlanned();
    return this.renderSection(
      terms('when'),
      html`${planned ? html`<p class="quiet numbers">${planned}</p>` : nothing}
        <div class="grid" @ssp-field-changed=${this.#whenAnswered}>
          ${this.renderField('actualDate', { size: 'half' })} ${this.renderField('endTime', { size: 'half' })}
          ${this.renderField('place', { size: 'half' })}
          ${this.renderField('purpose', { size: 'half' })}
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
    const guest = one.row !== null && one.person === null;
    return html`<li class="attendee" part="attendee">
      <fieldset ?disabled=${!this.writable}>
        <legend>
          ${guest && this.writable && !one.name ? this.#renderRowField(one, 'name') : html`<span class="name">${one.name}</span>`}
          ${this.#renderMember(one)}
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
        ${this.#renderExcusal(one)} ${this.#renderMoreOf(one)}
      </fieldset>
    </li>`;
  }

  /** As whom somebody takes part: said quietly, asked where the law calls members and nobody has said it. */
  #renderMember(one: Attendee): TemplateResult {
    const type = one.row?.['memberType'];
    const says = typeof type === 'string' ? label(this.process, 'member-type', type) : one.role;
    if (!this.writable || one.row === null) return html`<span class="quiet small">${says}</span>`;
    const asked = this.changing.has(one.rowId) || (typeof type !== 'string' && this.#calls);
    if (asked) return html`<div class="member-type">${this.#renderRowField(one, 'memberType', '', true)}</div>`;
    return html`<span class="quiet small">${says}</span>
      <button
        type="button"
        class="link small"
        @click=${() => this.#onMemberType(one)}
      >${terms(typeof type === 'string' ? 'change' : 'memberType')}<span class="unseen"
          > ${terms('memberTypeOf', { name: one.name })}</span
        ></button>`;
  }

  #onMemberType({ rowId }: Attendee): void {
    this.changing = new Set([...this.changing, rowId]);
    void this.updateComplete.then(() => this.focusField(`attendance/${rowId}/memberType`));
  }

  /** What the law asks for of somebody who may stay away; only once they are excused. */
  #renderExcusal(one: Attendee): TemplateResult | typeof nothing {
    const asked = ['excusal', 'agreedDate', 'writtenInput'].filter((name) => {
      const row = fieldRow(this.process, 'conference', name, 'attendance');
      return row !== undefined && one.row !== null && isAsked(row, one.row);
    });
    if (asked.length === 0) return nothing;
    return html`<div class="excusal grid">
      ${asked.map((name) => this.#renderRowField(one, name, name === 'writtenInput' ? '' : 'half'))}
    </div>`;
  }

  /** What a row of the attendance has besides, for instance a district’s own fields. */
  #renderMoreOf(one: Attendee): TemplateResult | typeof nothing {
    const { row } = one;
    const more = fieldsOf(this.process, 'conference', 'attendance').filter(
      (field) => !attended.includes(field.name) && row !== null && isAsked(field, row),
    );
    if (more.length === 0) return nothing;
    return html`<div class="excusal grid">${more.map(({ name }) => this.#renderRowField(one, name, 'half'))}</div>`;
  }

  #renderRowField(one: Attendee, name: string, size = '', short = false): TemplateResult | typeof nothing {
    const row = fieldRow(this.process, 'conference', name, 'attendance');
    if (row === undefined) return nothing;
    return html`<ssp-field
      class=${size}
      .session=${this.usedSession}
      .document=${this.documentState.handle}
      .case=${this.caseState.handle}
      .row=${short ? withoutHelp(row) : row}
      .rowId=${one.rowId}
      .audience=${this.audience}
      ?label-hidden=${short}
      .error=${this.errorAt(`attendance/${one.rowId}/${name}`)}
      ?readonly=${this.readonly}
    ></ssp-field>`;
  }

  get #calls(): boolean {
    return this.process.conferences.some(
      ({ purpose, calls }) => purpose === this.#current?.purpose && calls.length > 0,
    );
  }

  /** Rows that do not say as whom somebody takes part, with what the invitation said. */
  get #untold(): readonly { readonly id: string; readonly memberType: string }[] {
    const invited = rowsOf(this.#invitation.view?.data, 'invitees');
    return rowsOf(this.data, 'attendance').flatMap((row) => {
      const memberType = invited.find((one) => isSame(one, row))?.['memberType'];
      return typeof row['memberType'] !== 'string' && typeof memberType === 'string'
        ? [{ id: row.id, memberType }]
        : [];
    });
  }

  #onTakeOver = (): void => {
    for (const { id, memberType } of this.#untold) this.#set(`attendance/${id}/memberType`, memberType);
  };

  #renderAttendance(): TemplateResult {
    const state = this.caseView?.case;
    const all = state ? attendees(state, this.usedDocumentId ?? '', rowsOf(this.data, 'attendance')) : [];
    const wrong = this.errorAt('attendance');
    const { purpose } = this.#current ?? {};
    const rule = this.process.conferences.find((row) => row.purpose === purpose);
    const members = calledMembers(this.process, purpose, rowsOf(this.data, 'attendance'));
    return this.renderSection(
      terms('attendance'),
      html`${renderCalled(members, rule?.source ?? '')}
        ${
          this.writable && this.#untold.length > 0
            ? html`<div><button type="button" class="button small" @click=${this.#onTakeOver}>
                ${icon('people')}${terms('takeOver')}
              </button></div>`
            : nothing
        }
        ${wrong ? html`<p class="error">${icon('alert')}<span>${wrong}</span></p>` : nothing}
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

  /** Before the meeting: the invitation and how the family was reached. Folded once the invitation is out. */
  #renderPreparation(conference: CaseConference): TemplateResult | typeof nothing {
    const state = this.caseView?.case;
    if (state === null || state === undefined) return nothing;
    const { invited, held, document } = conference;
    const invitation = this.#openInvitation;
    const contacts = contactsOf(state, conference);
    const unsent = invitation !== null && invited === null && held === null;
    const says = [
      invitation === null
        ? ''
        : invited === null
          ? terms('notSent')
          : terms('sent', { day: formatDay(invited, this.locale) }),
      contacts.length === 0 ? '' : terms('contactCount', { count: contacts.length }),
    ].filter((part) => part !== '');
    return html`<details class="prepare" part="prepare" ?open=${unsent}>
      <summary>
        <h3>${terms('prepare')}</h3>
        <span class=${classMap({ quiet: !unsent, unsent, small: true })}>${says.join(' · ')}</span>
        ${icon('chevron')}
      </summary>
      <div class="prepare-body">
        ${
          invitation === null
            ? nothing
            : html`<ssp-invitation
                .session=${this.usedSession}
                .caseId=${this.caseId}
                .documentId=${invitation}
                .audience=${this.audience}
                ?readonly=${this.readonly}
                without-heading
                @ssp-field-request=${this.#onPassed}
                @ssp-decision-made=${this.#onPassed}
              ></ssp-invitation>`
        }
        <section class="contacts" aria-labelledby="contacts">
          <h4 id="contacts">${terms('contacts')}</h4>
          ${renderContacts(this.process, state, contacts, this.locale)}
          ${
            this.readonly || held !== null
              ? nothing
              : this.renderDecision('contact.record', {
                  payload: { about: 'conference', document },
                  suggested: { date: this.sessionState.value?.today ?? '' },
                  secondary: true,
                })
          }
        </section>
      </div>
    </details>`;
  }

  #onPassed = (event: CustomEvent<unknown>): void => {
    this.emit(event.type, event.detail);
  };

  #renderDecided(row: RowView, field: RenderField): TemplateResult {
    const more = ['options', 'dissent', 'decidedBy'].some((name) => row[name] !== undefined && row[name] !== '');
    return html`<div class="grid">
        ${field('decision', { lines: 2 })} ${field('about', { size: 'third' })} ${field('who', { size: 'third' })}
        ${field('due', { size: 'third' })}
      </div>
      ${
        this.writable || more
          ? html`<details class="more" ?open=${more}>
              <summary>${icon('chevron')}${terms('considered')}</summary>
              <div class="grid">
                ${field('options', { lines: 2 })} ${field('dissent', { lines: 2 })} ${field('decidedBy', { size: 'half' })}
              </div>
            </details>`
          : nothing
      }`;
  }

  #renderSafeguards(): TemplateResult {
    return this.renderSection(
      terms('safeguards'),
      html`<div class="grid">
        ${this.renderField('safeguardsGiven')} ${this.renderField('safeguardsDate', { size: 'half' })}
        ${this.renderField('safeguardsLanguage', { size: 'half' })} ${this.renderField('interpreterPresent')}
        ${this.renderField('recorded', { size: 'half' })} ${this.renderField('recordingConsent', { size: 'half' })}
      </div>
      ${this.renderRest('safeguards')}`,
    );
  }

  /** A section of one text; on record, none without its words. */
  #renderText(name: 'agenda' | 'minutes', lines: number, rest: unknown, lead = ''): TemplateResult | typeof nothing {
    const field = this.renderField(name, { lines, labelHidden: true });
    if (field === nothing && rest === nothing) return nothing;
    return this.renderSection(terms(name), html`<div class="grid">${field}</div>${rest}`, { lead });
  }

  #renderPage(): TemplateResult {
    const document = this.usedDocumentId ?? '';
    return html`
      ${this.#current && !this.correcting ? this.#renderPreparation(this.#current) : nothing} ${this.#renderWhen()}
      ${this.#renderText('agenda', 3, this.renderRest('meeting'))}
      ${this.#renderAttendance()}
      ${this.renderSection(
        terms('decisions'),
        this.renderList('decisions', {
          rowName: terms('decision'),
          addLabel: terms('addDecision'),
          emptyText: terms('noDecision'),
          layout: (row, field) => this.#renderDecided(row, field),
          placed: ['options', 'dissent', 'decidedBy'],
        }),
      )}
      ${this.renderRest('decisions')}
      ${this.#renderText('minutes', 6, this.renderRest('minutes'), this.writable ? terms('minutes-lead') : '')}
      ${this.#renderSafeguards()} ${this.renderRest()}
      ${this.renderEnd(this.readonly ? nothing : this.renderDecision('conference.hold', { payload: { document } }))}
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

/** What of an attendance is laid out by hand. */
const attended = ['person', 'name', 'memberType', 'status', 'excusal', 'agreedDate', 'writtenInput'];

const laidOut = [
  ...['purpose', 'meetingDate', 'meetingTime', 'place', 'actualDate', 'endTime', 'agenda', 'attendance', 'decisions'],
  ...['minutes', 'safeguardsGiven', 'safeguardsDate', 'safeguardsLanguage', 'interpreterPresent'],
  ...['recorded', 'recordingConsent'],
];

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
