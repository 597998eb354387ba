import type { CaseState, FamilyMember, TeamMember } from '@ssp-kit/process';
import type { CaseHandle, Readable, Readiness, RosterPerson } from '@ssp-kit/session/contract';
import { type CSSResultGroup, html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { classMap } from 'lit/directives/class-map.js';
import { repeat } from 'lit/directives/repeat.js';
import '../decision/define.js';
import { IdleController } from '../shared/controllers.js';
import { SspElement } from '../shared/element.js';
import { formStyles } from '../shared/form.styles.js';
import { formatDay, initials, labelOf } from '../shared/format.js';
import { icon } from '../shared/icons.js';
import { peopleStyles } from '../shared/people.styles.js';
import { type EmergencyRead, emergencyReads, formatInstant, isHelper, isNearMajority, majority } from './standing.js';
import { teamStyles } from './team.styles.js';
import { terms } from './team.terms.js';

type Adding = 'staff' | 'contact';

/**
 * @summary Who is on the team, which family members and helpers are admitted, who has the parents' rights, and who read the case in
 *   an emergency; those who may change it add, remove and name the care coordinator.
 * @customElement ssp-team
 * @status experimental
 * @since 0.1
 * @dependency ssp-decision
 *
 * @event {CustomEvent<{action: string, result: string}>} ssp-decision-made - The team changed, or the change waits in the outbox.
 *
 * @csspart heading - A heading.
 * @csspart member - One person of the team or the family.
 * @csspart rights - Who has the parents' rights.
 * @csspart emergency - Somebody read the case in an emergency.
 * @csspart search - The field to search a person by name.
 */
export class SspTeam extends SspElement {
  static override styles: CSSResultGroup = [SspElement.styles, formStyles, peopleStyles, teamStyles];

  /** Only to be read, whoever looks. */
  @property({ type: Boolean, reflect: true }) readonly = false;

  readonly #readiness = new IdleController<Readiness>(
    this,
    () => this.#readable(),
    () => this.caseView?.case,
  );
  #asked: { readonly handle: CaseHandle; readonly readable: Readable<Readiness> } | null = null;

  @state() private adding: Adding | null = null;
  @state() private query = '';
  @state() private people: readonly RosterPerson[] | 'asking' | 'failed' = 'asking';
  @state() private picked: RosterPerson | null = null;
  @state() private changing = '';
  @state() private removing = '';

  #focusNext: string | null = null;

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#asked = null;
    this.#close();
  }

  protected override startAnew(): void {
    this.#close();
    this.changing = '';
    this.removing = '';
  }

  protected override updated(changed: PropertyValues): void {
    super.updated(changed);
    if (this.#focusNext === null) return;
    const target = this.shadowRoot?.querySelector<HTMLElement>(this.#focusNext);
    if (!target) return;
    this.#focusNext = null;
    target.focus();
  }

  #readable(): Readable<Readiness> | null {
    const { handle } = this.caseState;
    if (handle === null || this.readonly) return null;
    if (this.#asked?.handle !== handle) this.#asked = { handle, readable: handle.readiness('team.add') };
    return this.#asked.readable;
  }

  get #mayChange(): boolean {
    const readiness = this.#readiness.value;
    return !this.readonly && readiness?.allowed === true && readiness.open && !this.caseView?.unknownVersion;
  }

  /** Judged while drawing: the case of most teams has no such access. */
  get #mayReview(): boolean {
    const { handle } = this.caseState;
    if (handle === null || this.readonly || this.caseView?.unknownVersion) return false;
    const { allowed, open } = handle.readiness('access.review').get();
    return allowed && open;
  }

  #close(): void {
    this.adding = null;
    this.picked = null;
    this.query = '';
  }

  #onAdding(adding: Adding): void {
    this.#close();
    this.adding = adding;
    this.changing = '';
    this.#focusNext = adding === 'staff' ? '.search' : '.results button, .cancel';
    void this.#ask();
  }

  async #ask(): Promise<void> {
    const session = this.usedSession;
    if (session === null) return;
    this.people = 'asking';
    try {
      this.people = await session.people(this.caseId);
    } catch {
      this.people = 'failed';
    }
  }

  #onPick(person: RosterPerson): void {
    this.picked = person;
    this.#focusNext = '.picked';
  }

  /** Closes what the decision came from; a person who has gone on to something else stays there. */
  #onMade = (event: CustomEvent<{ action: string }>): void => {
    const { action } = event.detail;
    const from: Adding | null = action === 'team.add' ? 'staff' : action === 'family.admit' ? 'contact' : null;
    if (from === null) {
      this.changing = '';
      this.removing = '';
    } else if (this.adding === from) {
      this.#close();
      this.#focusNext = `.add-${from}`;
    }
    this.emit('ssp-decision-made', event.detail);
  };

  #onCancel = (): void => {
    this.#focusNext = `.add-${this.adding ?? 'staff'}`;
    this.#close();
  };

  #onChange(person: string): void {
    this.removing = '';
    this.changing = this.changing === person ? '' : person;
  }

  /** Who can still be added: of the roster, by a part of the name. */
  #found(adding: Adding): readonly RosterPerson[] {
    if (typeof this.people === 'string') return [];
    const state = this.caseView?.case;
    const known = new Set(
      adding === 'staff' ? state?.team.map(({ person }) => person) : state?.family.map(({ person }) => person),
    );
    const wanted = this.query.trim().toLocaleLowerCase().split(/\s+/u);
    return this.people.filter(
      ({ id, kind, name }) =>
        kind === adding && !known.has(id) && wanted.every((word) => name.toLocaleLowerCase().includes(word)),
    );
  }

  #renderRing(name: string, at: number): TemplateResult {
    return html`<span class=${`person hue-${at % 8}`} aria-hidden="true">${initials(name)}</span>`;
  }

  #renderMember(member: TeamMember, at: number): TemplateResult {
    const { person, name, role, coordinator, since } = member;
    const me = this.sessionState.value?.person?.id === person;
    const open = this.changing === person;
    const lead = this.process.roles.find(({ id }) => id === 'coordinator')?.label ?? terms('coordinator');
    return html`<li class=${classMap({ member: true, open })} part="member">
      ${this.#renderRing(name, at)}
      <div class="who">
        <p class="member-name">
          ${name}${me ? html` <span class="quiet small">(${terms('you')})</span>` : nothing}
        </p>
        <p class="quiet small">
          ${coordinator ? html`<span class="badge">${icon('flag')}${lead}</span>` : nothing}
          ${coordinator && role === lead ? nothing : html`<span>${role}</span>`}
          <span class="since numbers">${terms('since', { day: formatDay(since, this.locale) })}</span>
        </p>
      </div>
      ${
        this.#mayChange
          ? html`<button
              type="button"
              class="icon-button"
              aria-label=${terms('options', { name })}
              aria-expanded=${open ? 'true' : 'false'}
              @click=${() => this.#onChange(person)}
            >${icon(open ? 'close' : 'edit')}</button>`
          : nothing
      }
      ${open && this.#mayChange ? this.#renderChange(member) : nothing}
    </li>`;
  }

  #renderChange({ person, name, coordinator }: TeamMember): TemplateResult {
    if (this.removing === person) {
      return html`<div class="change">
        <p>${terms('removeAsk', { name })}</p>
        <div class="buttons">
          ${this.#renderDecision('team.remove', { person }, terms('removeNamed', { name }))}
          <button type="button" class="button small" @click=${() => {
            this.removing = '';
          }}>${terms('keep')}</button>
        </div>
      </div>`;
    }
    return html`<div class="change buttons">
      ${coordinator ? nothing : this.#renderDecision('team.coordinate', { person }, terms('name'))}
      <button
        type="button"
        class="button"
        aria-label=${terms('removeNamed', { name })}
        @click=${() => {
          this.removing = person;
        }}
      >${terms('remove')}</button>
    </div>`;
  }

  #renderDecision(
    action: string,
    payload: Readonly<Record<string, string>>,
    label: string,
    suggested: Readonly<Record<string, string>> = {},
  ): TemplateResult {
    return html`<ssp-decision
      .session=${this.usedSession}
      .caseId=${this.caseId}
      .action=${action}
      .payload=${payload}
      .suggested=${suggested}
      .label=${label}
      ?inline=${action === 'team.add' || action === 'family.admit'}
      secondary
      @ssp-decision-made=${this.#onMade}
    ></ssp-decision>`;
  }

  #renderFamilyMember({ name, relation }: FamilyMember, at: number): TemplateResult {
    return html`<li class="member" part="member">
      ${this.#renderRing(name, at)}
      <div class="who">
        <p class="member-name">${name}</p>
        <p class="quiet small">${relation}</p>
      </div>
    </li>`;
  }

  /** Who decides for the student, and what changes that. */
  #renderRights(state: CaseState): TemplateResult | typeof nothing {
    const { rightsTransferred, student } = state;
    const day = majority(this.process, state);
    const today = this.sessionState.value?.today ?? '';
    const near = isNearMajority(this.process, state, today);
    if (rightsTransferred === null && !near) return nothing;
    const name = student.name;
    return html`<div class="rights" part="rights">
      ${icon('seal')}
      <div>
        <p>${
          rightsTransferred === null
            ? terms('rightsParents', { name, day: formatDay(day, this.locale) })
            : terms('rightsStudent', { name, day: formatDay(rightsTransferred.day, this.locale) })
        }</p>
        ${
          rightsTransferred === null && !this.readonly && day !== null && today >= day
            ? this.#renderDecision('rights.transfer', {}, '', { day })
            : nothing
        }
      </div>
    </div>`;
  }

  #renderEmergency(read: EmergencyRead): TemplateResult {
    const { name, reason, party, day, until, isOpen } = read;
    return html`<li class=${classMap({ emergency: true, current: isOpen })} part="emergency">
      ${icon('eye')}
      <div>
        <p><strong>${name}</strong> ${terms('emergency', { day: formatDay(day, this.locale) })}</p>
        <p class="small">${`“${reason}”`} ${party === '' ? nothing : terms('emergencyFor', { party })}</p>
        <p class="quiet small numbers">
          ${terms(isOpen ? 'emergencyUntil' : 'emergencyEnded', { time: formatInstant(until, this.process.profile.timeZone, this.locale) })}
        </p>
        ${this.#renderReview(read)}
      </div>
    </li>`;
  }

  #renderReview({ seq, person, name, review }: EmergencyRead): TemplateResult {
    if (review !== null) {
      const outcome = labelOf(this.process, 'access-outcome', review.outcome);
      return html`<p class="small">
        ${terms('emergencyReviewed', { name: review.name, day: formatDay(review.day, this.locale), outcome })}
        ${`“${review.words}”`}
      </p>`;
    }
    const isOwn = this.sessionState.value?.person?.id === person;
    return html`<p class="small">${terms('emergencyUnreviewed')}</p>
      ${
        this.#mayReview && !isOwn
          ? this.#renderDecision('access.review', { access: String(seq) }, terms('review', { name }))
          : nothing
      }`;
  }

  #renderAdding(adding: Adding): TemplateResult {
    const { picked } = this;
    if (picked !== null) {
      const name = picked.name;
      return html`<div class="adding picked" tabindex="-1">
        ${
          adding === 'staff'
            ? this.#renderDecision('team.add', { person: picked.id }, terms('addNamed', { name }), {
                role: picked.role,
              })
            : this.#renderDecision('family.admit', { person: picked.id }, terms('admitNamed', { name }), {
                relation: picked.relation ?? '',
              })
        }
        <button type="button" class="button plain small cancel" @click=${this.#onCancel}>${terms('cancel')}</button>
      </div>`;
    }
    const found = this.#found(adding);
    return html`<div class="adding">
      ${
        adding === 'staff'
          ? html`<div class="field">
              <label class="label" for="search">${terms('search')}</label>
              <input
                id="search"
                class="control search"
                part="search"
                type="search"
                autocomplete="off"
                .value=${this.query}
                @input=${(event: Event) => {
                  this.query = (event.target as HTMLInputElement).value;
                }}
              />
            </div>`
          : nothing
      }
      ${this.people === 'failed' ? html`<p class="error">${icon('alert')}<span>${terms('searchFailed')}</span></p>` : nothing}
      ${
        typeof this.people !== 'string' && found.length === 0
          ? html`<p class="quiet" role="status">${terms(adding === 'staff' ? 'noMatch' : 'noContact')}</p>`
          : nothing
      }
      <ul class="results">
        ${found.slice(0, 8).map(
          (person) => html`<li>
            <button type="button" class="result" @click=${() => this.#onPick(person)}>
              ${icon('add')}<span><span class="member-name">${person.name}</span>
                <span class="quiet small">${person.relation ?? person.role}</span></span>
            </button>
          </li>`,
        )}
      </ul>
      <button type="button" class="button plain small cancel" @click=${this.#onCancel}>${terms('cancel')}</button>
    </div>`;
  }

  #renderAdd(adding: Adding): TemplateResult | typeof nothing {
    if (!this.#mayChange) return nothing;
    if (this.adding === adding) return this.#renderAdding(adding);
    return html`<button
      type="button"
      class=${`button small add-${adding}`}
      @click=${() => this.#onAdding(adding)}
    >${icon('add')}${terms(adding === 'staff' ? 'add' : 'admit')}</button>`;
  }

  protected override render(): TemplateResult | typeof nothing {
    const state = this.caseView?.case;
    if (state === null || state === undefined) return nothing;
    const helpers = state.family.filter(isHelper);
    const family = state.family.filter((member) => !isHelper(member));
    const reads = emergencyReads(state, new Date().toISOString());
    return html`
      <section class="group" aria-labelledby="team">
        <h3 id="team" part="heading">${terms('heading')}</h3>
        ${state.team.length === 0 ? html`<p class="quiet">${terms('none')}</p>` : nothing}
        <ul class="members">
          ${repeat(
            state.team,
            ({ person }) => person,
            (member, at) => this.#renderMember(member, at),
          )}
        </ul>
        ${this.#renderAdd('staff')}
      </section>
      <section class="group" aria-labelledby="family">
        <h3 id="family" part="heading">${terms('family')}</h3>
        ${this.#renderRights(state)}
        ${family.length === 0 ? html`<p class="quiet">${terms('familyNone')}</p>` : nothing}
        <ul class="members">
          ${family.map((member, at) => this.#renderFamilyMember(member, state.team.length + at))}
        </ul>
        ${
          helpers.length === 0
            ? nothing
            : html`<p class="quiet small">${terms('helpers')}</p>
                <ul class="members">
                  ${helpers.map((member, at) =>
                    this.#renderFamilyMember(member, state.team.length + family.length + at),
                  )}
                </ul>`
        }
        ${this.#renderAdd('contact')}
      </section>
      ${
        reads.length === 0
          ? nothing
          : html`<section class="group" aria-labelledby="emergency">
              <h3 id="emergency" part="heading">${terms('emergencies')}</h3>
              <ul>
                ${reads.map((one) => this.#renderEmergency(one))}
              </ul>
            </section>`
      }
    `;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'ssp-team': SspTeam;
  }
}
