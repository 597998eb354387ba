import { formatDay, icon } from '@ssp-kit/elements';
import { html, nothing, type TemplateResult } from 'lit';
import { type Agenda, agenda, type Late, type Meeting, type SessionToLog, type Step } from '../agenda.js';
import { PortalPage } from '../parts/portal-page.js';
import { mayRaiseConcern } from '../parts/roles.js';
import { when } from '../parts/when.js';
import { placeOf } from '../parts/student.js';
import { writeRoute } from '../routes.js';

/**
 * @summary What the person has to do today: own steps, sessions to log, conferences of the week, and what is late.
 * @customElement portal-today
 */
export class PortalToday extends PortalPage {
  #renderRow(
    { caseId, document = null }: { readonly caseId: string; readonly document?: string | null },
    text: TemplateResult,
    side: TemplateResult | typeof nothing,
  ): TemplateResult {
    return html`<li>
      <a class="row" href=${writeRoute({ page: 'case', caseId, ...(document === null ? {} : { document }) })}>
        <span class="text">${text}</span>
        <span class="side">${side}</span>
      </a>
    </li>`;
  }

  #renderStudent({ student }: { student: Step['student'] }): TemplateResult {
    const schools = new Set(this.sessionState.value?.caseload.cases.map((one) => one.student.school));
    const place = placeOf(student, schools.size > 1);
    return html`<span>${student.name}${place ? html`<span class="meta"> · ${place}</span>` : nothing}</span>`;
  }

  #renderStep(step: Step): TemplateResult {
    const { due, daysLeft, urgency } = step;
    return this.#renderRow(
      step,
      html`<strong>${step.says}</strong>
        ${this.#renderStudent(step)}
        <span class="meta">${due === null ? step.why : `${step.why}: ${formatDay(due, this.locale)}`}</span>
        ${step.after.length > 0 ? html`<span class="meta">Then: ${this.#renderThen(step.after)}</span>` : nothing}`,
      due === null || daysLeft === null ? nothing : when(due, daysLeft, this.locale, urgency),
    );
  }

  #renderThen([next = '', ...more]: readonly string[]): string {
    const words = `${next.charAt(0).toLocaleLowerCase()}${next.slice(1)}`;
    return more.length === 0 ? words : `${words}, and ${more.length} more`;
  }

  #renderLater(one: Step): TemplateResult {
    return this.#renderRow(
      one,
      html`<strong>${one.says}</strong>${this.#renderStudent(one)}`,
      one.due === null || one.daysLeft === null ? nothing : when(one.due, one.daysLeft, this.locale, 'calm'),
    );
  }

  #renderSession(one: SessionToLog): TemplateResult {
    return this.#renderRow(
      one,
      html`<strong>${one.student.name}</strong><span class="meta">${one.service}: ${one.promise}</span>`,
      html`<span class="tag">${icon('edit')}<span>Log a session</span></span>`,
    );
  }

  #renderMeeting(one: Meeting): TemplateResult {
    return this.#renderRow(
      one,
      html`<strong>${one.purpose}</strong>${this.#renderStudent(one)}`,
      html`<span class="tag ${one.daysLeft <= 1 ? 'soon' : 'quiet'}"
        >${icon('calendar')}<span
          >${one.daysLeft === 0 ? 'today' : one.daysLeft === 1 ? 'tomorrow' : this.#weekday(one.day)}</span
        ></span
      >`,
    );
  }

  #renderLate(one: Late): TemplateResult {
    return this.#renderRow(
      one,
      html`<strong>${one.says}</strong>${this.#renderStudent(one)}
        <span class="meta">Was due ${formatDay(one.due, this.locale)}</span>`,
      when(one.due, one.daysLeft, this.locale, 'late'),
    );
  }

  #weekday(day: string): string {
    const instant = new Date(`${day}T00:00:00Z`);
    return new Intl.DateTimeFormat(this.locale, {
      timeZone: 'UTC',
      weekday: 'short',
      month: 'short',
      day: 'numeric',
    }).format(instant);
  }

  #renderSection<T>(id: string, title: string, rows: readonly T[], render: (row: T) => TemplateResult) {
    if (rows.length === 0) return nothing;
    return html`<section aria-labelledby=${id}>
      <div class="section-head">
        <h2 id=${id}>${title}</h2>
        <span class="count">${rows.length}</span>
      </div>
      <ul class="rows" role="list">
        ${rows.map(render)}
      </ul>
    </section>`;
  }

  #renderSteps({ steps }: Agenda): TemplateResult | typeof nothing {
    if (steps.length > 0)
      return html`${this.#renderSection('steps', 'Your next steps', steps, (s) => this.#renderStep(s))}`;
    const more = this.family
      ? 'When the school needs something from you, it will be here.'
      : mayRaiseConcern(this.process, this.roles)
        ? html`Worried about a student? <a class="link" href="#/students">Find the student and write down your concern</a>.`
        : 'New steps will be here as soon as it is your turn.';
    return html`<section aria-labelledby="steps">
      <h2 id="steps">Your next steps</h2>
      <p class="empty"><strong>Nothing waits for you.</strong> ${more}</p>
    </section>`;
  }

  #renderAgenda(): TemplateResult | typeof nothing {
    const view = this.sessionState.value;
    if (view === null || view.person === null) return nothing;
    const { state, cases } = view.caseload;
    if (state === 'loading' && cases.length === 0)
      return html`<p class="quiet" role="status" aria-busy="true">Looking for what is yours to do…</p>`;
    if (state === 'failed' && cases.length === 0) {
      return html`<p class="wrong" role="alert">
        ${icon('alert')}
        <span>Your cases could not be loaded. What you wrote is safe. They come by themselves when the server answers.</span>
      </p>`;
    }
    const found = agenda(view.process, cases, { id: view.person.id, family: this.family }, view.today);
    return html`
      ${this.#renderSteps(found)} ${this.#renderSection('sessions', 'Sessions to log', found.sessions, (s) => this.#renderSession(s))}
      ${this.#renderSection('meetings', this.family ? 'Meetings this week' : 'Conferences this week', found.meetings, (m) => this.#renderMeeting(m))}
      ${this.#renderSection('late', 'Late elsewhere', found.late, (l) => this.#renderLate(l))}
      ${this.#renderSection('later', 'Later', found.later, (s) => this.#renderLater(s))}
    `;
  }

  protected override render(): TemplateResult {
    const view = this.sessionState.value;
    const day = view === null ? '' : longDay(view.today, this.locale);
    return html`<div class="page">
      <div class="title">
        <h1 tabindex="-1">Today</h1>
        <p class="lead">${day}</p>
      </div>
      ${this.#renderAgenda()}
    </div>`;
  }
}

function longDay(day: string, locale: string): string {
  const instant = new Date(`${day}T00:00:00Z`);
  if (Number.isNaN(instant.getTime())) return '';
  return new Intl.DateTimeFormat(locale, { timeZone: 'UTC', weekday: 'long', month: 'long', day: 'numeric' }).format(
    instant,
  );
}
