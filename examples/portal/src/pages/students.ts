import { formatDay, formatGrade, icon } from '@ssp-kit/elements';
import { uuidv7 } from '@ssp-kit/session';
import type { RosterStudent } from '@ssp-kit/session/contract';
import { css, html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { state } from 'lit/decorators.js';
import { PortalPage } from '../parts/portal-page.js';
import { mayRaiseConcern } from '../parts/roles.js';
import { writeRoute } from '../routes.js';

/** Long enough that a name is not searched letter by letter. */
const pause = 200;
const shown = 50;

/**
 * @summary The roster: find a student, open a case, or write down a concern, also without a connection.
 * @customElement portal-students
 * @event portal-case-started - Detail `{ caseId }`.
 */
export class PortalStudents extends PortalPage {
  static override styles = [
    PortalPage.styles,
    css`
      .actions {
        display: flex;
        flex-wrap: wrap;
        gap: var(--_space-2);
        justify-content: end;
      }

      a.button {
        text-decoration: none;
      }

      @media (width < 600px) {
        .row {
          grid-template-columns: minmax(0, 1fr) auto;
        }

        .actions .button {
          padding-inline: 8px;
        }

        .actions .icon {
          display: none;
        }
      }
    `,
  ];

  @state() private query = '';
  @state() private students: readonly RosterStudent[] | null = null;
  @state() private problem = '';
  @state() private starting = '';
  #timer: ReturnType<typeof setTimeout> | undefined;
  #asked = 0;
  #searchedWith: unknown = null;

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    clearTimeout(this.#timer);
  }

  protected override updated(_changed: PropertyValues<this>): void {
    const session = this.usedSession;
    if (session === null || session === this.#searchedWith) return;
    this.#searchedWith = session;
    void this.#search();
  }

  async #search(): Promise<void> {
    const session = this.usedSession;
    if (session === null) return;
    const asked = ++this.#asked;
    try {
      const students = await session.students(this.query.trim());
      if (asked !== this.#asked) return;
      this.students = students;
      this.problem = '';
    } catch {
      if (asked === this.#asked) this.problem = 'The roster cannot be searched now. Try again when you are connected.';
    }
  }

  readonly #onInput = (event: Event): void => {
    this.query = (event.target as HTMLInputElement).value;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.#search(), pause);
  };

  async #start(student: RosterStudent): Promise<void> {
    const session = this.usedSession;
    if (session === null || this.starting !== '') return;
    this.starting = student.id;
    this.problem = '';
    try {
      // Named here, so that it can be opened before the server knows of it.
      const caseId = uuidv7();
      const { result } = await session.dispatch({ type: 'case.start', student: student.id, caseId });
      if (result !== 'refused') this.emit('portal-case-started', { caseId });
      else
        this.problem = `A concern about ${student.name} cannot be started by you. Ask the school’s care coordinator.`;
    } catch {
      this.problem = `The concern about ${student.name} was not started. Nothing was written; try again.`;
    } finally {
      this.starting = '';
    }
  }

  #renderActions(student: RosterStudent): TemplateResult {
    return html`<span class="actions">
      ${student.cases.map(
        (caseId) =>
          html`<a
            class="button small"
            href=${writeRoute({ page: 'case', caseId })}
            aria-label=${`Open the case of ${student.name}`}
            >Open the case</a
          >`,
      )}
      ${
        student.cases.length === 0 && mayRaiseConcern(this.process, this.roles)
          ? html`<button
            class="button plain small"
            type="button"
            aria-label=${`Start a concern about ${student.name}`}
            ?disabled=${this.starting !== ''}
            @click=${() => this.#start(student)}
          >
            ${icon('flag')} Start a concern
          </button>`
          : nothing
      }
    </span>`;
  }

  #renderStudent(student: RosterStudent): TemplateResult {
    const schools = new Set(this.students?.map(({ school }) => school));
    const about = [
      formatGrade(student.grade),
      schools.size > 1 ? (student.schoolName ?? '') : '',
      student.birthDate ? `born ${formatDay(student.birthDate, this.locale)}` : '',
    ].filter(Boolean);
    return html`<li class="row still">
      <span class="text"><strong>${student.name}</strong><span class="meta">${about.join(' · ')}</span></span>
      ${this.#renderActions(student)}
    </li>`;
  }

  #renderSearch(): TemplateResult {
    return html`<span class="search">
      ${icon('search')}
      <input
        class="control"
        type="search"
        autocomplete="off"
        aria-label="Search students by name"
        placeholder="Part of the name"
        .value=${this.query}
        @input=${this.#onInput}
      />
    </span>`;
  }

  #renderFound(): TemplateResult {
    const { students } = this;
    if (students === null) return html`<p class="quiet" role="status" aria-busy="true">Looking…</p>`;
    if (students.length === 0) {
      const offline = this.sessionState.value?.connection === 'offline';
      return html`<p class="empty" role="status">
        <strong>${this.query.trim() ? 'No student of this name.' : 'No students here.'}</strong>
        ${
          offline
            ? 'Without a connection, only students you have looked up before are found.'
            : 'You find the students whose school, class or family you belong to.'
        }
      </p>`;
    }
    return html`<ul class="rows" role="list" aria-label="Students">
        ${students.slice(0, shown).map((student) => this.#renderStudent(student))}
      </ul>
      ${
        students.length > shown
          ? html`<p class="quiet small" role="status">The first ${shown} of ${students.length}. Type more of the name.</p>`
          : nothing
      }`;
  }

  protected override render(): TemplateResult {
    return html`<div class="page">
      <div class="title">
        <h1 tabindex="-1">${this.family ? 'Raise a concern' : 'Students'}</h1>
        <p class="lead">
          ${
            this.family
              ? 'Worried about how school goes for your child? Write it down here; the school has to answer.'
              : 'Find a student, open the case, or write down a concern. It works without a connection too.'
          }
        </p>
      </div>
      <section aria-label=${this.family ? 'Your children' : 'Search'}>
        ${this.family ? nothing : this.#renderSearch()}
        ${this.problem ? html`<p class="wrong" role="alert">${icon('alert')}<span>${this.problem}</span></p>` : nothing}
        ${this.#renderFound()}
      </section>
    </div>`;
  }
}
