import type { Deadline, DocumentKind, NextStep, Stage } from '@ssp-kit/process';
import type { DocumentAccess } from '@ssp-kit/session/contract';
import { type CSSResultGroup, html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { state } from 'lit/decorators.js';
import { classMap } from 'lit/directives/class-map.js';
import { keyed } from 'lit/directives/keyed.js';
import { repeat } from 'lit/directives/repeat.js';
import '../decision/define.js';
import type { SspDecision } from '../decision/decision.js';
import '../family/define.js';
import '../presence/define.js';
import '../stage-track/define.js';
import '../sync-status/define.js';
import '../team/define.js';
import { activePlanOf } from '../shared/active-plan.js';
import { DocumentController } from '../shared/controllers.js';
import type { SspDocumentElement } from '../document/document-element.js';
import { SspElement } from '../shared/element.js';
import { rowsOf } from '../shared/fields.js';
import { formatDay, formatDaysLeft, formatGrade } from '../shared/format.js';
import { icon } from '../shared/icons.js';
import { serviceName } from '../shared/plan-words.js';
import { sheetStyles } from '../shared/sheet.styles.js';
import { caseStyles } from './case.styles.js';
import { terms } from './case.terms.js';
import { renderDates, sayBecause } from './dates.js';
import { renderDocument } from './documents.js';
import { tellHistory } from './history.js';
import { earlierDocuments, type Place, placeOfStep, placesOf, plainDecisions } from './places.js';
import { listFormat } from '../shared/formatters.js';

type Tab = 'now' | 'people' | 'dates' | 'family' | 'record';

const tabs: readonly Tab[] = ['now', 'people', 'dates', 'family', 'record'];

/** Decisions shown before the person asks for all. */
const shown = 6;

interface FieldPlace {
  readonly document: string;
  readonly field: string;
  readonly row?: string;
}

/**
 * @summary The home of a case: whose it is, where it stands, what is next, the documents of the moment, the team, dates with
 *   their reasons, the family's words and the record. On a phone the parts are tabs.
 * @customElement ssp-case
 * @status experimental
 * @since 0.1
 * @dependency ssp-stage-track
 * @dependency ssp-referral-form
 * @dependency ssp-evidence
 * @dependency ssp-needs-definition
 * @dependency ssp-plan-builder
 * @dependency ssp-plan-review
 * @dependency ssp-conference
 * @dependency ssp-service-log
 * @dependency ssp-team
 * @dependency ssp-family
 * @dependency ssp-presence
 * @dependency ssp-sync-status
 * @dependency ssp-decision
 *
 * @event {CustomEvent<{action: string, result: string}>} ssp-decision-made - A decision about the case is in the record or in the outbox.
 *
 * @csspart header - The student's name and where the case belongs.
 * @csspart next - The card with the next step.
 * @csspart tabs - The parts of the case, on a phone.
 * @csspart main - The documents of the moment.
 * @csspart side - Team, dates, family's words and record.
 */
export class SspCase extends SspElement {
  static override styles: CSSResultGroup = [SspElement.styles, sheetStyles, caseStyles];

  @state() private tab: Tab = 'now';
  @state() private opened = '';
  @state() private wholeHistory = false;
  @state() private wholeTrack = false;
  /** The step that led to a decision behind the fold: its form begins with what the step is about. */
  @state() private stepFor = { action: '', step: '' };

  #steps: readonly NextStep[] = [];
  /** Decisions behind the fold. */
  #more: readonly string[] = [];

  readonly #plan = new DocumentController(
    this,
    () => this.caseState.handle,
    () => activePlanOf(this.caseView),
  );

  /**
   * Goes to a field of one of the case's documents: shows the document where it is closed, and puts the person into the field.
   * Answers whether the case has it.
   */
  goTo(at: FieldPlace): boolean {
    if (!this.isConnected) return false;
    const kind = at.document.replace(/(-[0-9]+)+$/, '');
    this.tab = 'now';
    const shownHere = this.#element(kind);
    if (shownHere?.goTo(at)) return true;
    const earlier = this.#earlier.find(({ document }) => document === at.document);
    if (earlier === undefined) return false;
    this.opened = earlier.document;
    void this.updateComplete.then(() => this.#element(kind, earlier.document)?.goTo(at));
    return true;
  }

  protected override willUpdate(changed: PropertyValues): void {
    super.willUpdate(changed);
    this.#hold();
  }

  #element(kind: string, document = ''): SspDocumentElement | null {
    const selector = document ? `[data-document="${CSS.escape(document)}"]` : `[data-kind="${CSS.escape(kind)}"]`;
    return this.shadowRoot?.querySelector<SspDocumentElement>(selector) ?? null;
  }

  get #roles(): readonly string[] {
    return this.sessionState.value?.person?.roles ?? [];
  }

  /** Staff who are also parents elsewhere work here as staff. */
  get #audience(): 'staff' | 'family' {
    const family = this.#roles.includes('parent') || this.#roles.includes('student');
    const staff = this.#roles.some((role) => !['parent', 'student', 'interpreter'].includes(role));
    return this.audience === 'family' || (family && !staff) ? 'family' : 'staff';
  }

  get #places(): readonly Place[] {
    const view = this.caseView;
    return view?.case ? placesOf(view.case, view.access, this.#audience === 'staff') : [];
  }

  get #earlier(): readonly DocumentAccess[] {
    return earlierDocuments(this.caseView?.access ?? [], this.#places);
  }

  get #readonly(): boolean {
    return this.caseView?.unknownVersion === true;
  }

  #labelOf(kind: string): string {
    const row = this.process.documents.find((one) => one.kind === kind);
    return (this.#audience === 'family' ? row?.familyLabel : row?.label) ?? kind;
  }

  #placeName(kind: string): string {
    return kind === 'log' ? terms('log') : this.#labelOf(kind);
  }

  #onFieldRequest = (event: CustomEvent<FieldPlace>): void => {
    this.goTo(event.detail);
  };

  #onMade = (event: CustomEvent<unknown>): void => {
    this.emit('ssp-decision-made', event.detail);
  };

  #onGoToPlace(place: Place): void {
    const element = this.#element(place.kind);
    const heading = element?.parentElement;
    heading?.scrollIntoView({ block: 'start' });
    heading?.focus({ preventScroll: true });
  }

  #onGoToFamily(): void {
    this.tab = 'family';
    void this.updateComplete.then(() => {
      const words = this.shadowRoot?.querySelector<HTMLElement>('[data-panel="family"]');
      words?.scrollIntoView({ block: 'start' });
      words?.focus({ preventScroll: true });
    });
  }

  #onTrack = (): void => {
    this.wholeTrack = !this.wholeTrack;
  };

  #onTab(tab: Tab): void {
    this.tab = tab;
  }

  #renderHeader(): TemplateResult {
    const state = this.caseView?.case;
    const { student, team = [] } = state ?? {};
    const coordinator = team.find((one) => one.coordinator)?.name;
    const parts = [formatGrade(student?.grade), student?.schoolName ?? ''];
    return html`<header class="header" part="header">
      <div class="whose">
        <h2 class="name">${student?.name ?? ''}</h2>
        <p class="quiet">
          ${parts.filter((part) => part !== '').map((part) => html`<span>${part}</span>`)}
          <span>${coordinator ? terms('coordinator', { name: coordinator }) : terms('coordinatorNone')}</span>
        </p>
      </div>
      <ssp-sync-status .session=${this.usedSession}></ssp-sync-status>
    </header>`;
  }

  /** On a phone the six stages are one line until they are asked for: the next step comes first. */
  #renderTrack(stage: Stage | null): TemplateResult {
    const { stages } = this.process;
    const at = stages.findIndex(({ id }) => id === stage);
    const row = stages[at];
    return html`<div class=${classMap({ track: true, folded: !this.wholeTrack && row !== undefined })}>
      ${
        row === undefined
          ? nothing
          : html`<button
              type="button"
              class="button small unfold"
              aria-expanded=${this.wholeTrack ? 'true' : 'false'}
              @click=${this.#onTrack}
            >
              <span>${terms('stageOf', {
                number: at + 1,
                count: stages.length,
                stage: this.#audience === 'family' ? row.familyLabel : row.label,
              })}</span>
              ${icon('chevron')}
            </button>`
      }
      <ssp-stage-track
        .session=${this.usedSession}
        .caseId=${this.caseId}
        .audience=${this.#audience}
      ></ssp-stage-track>
    </div>`;
  }

  #renderTabs(): TemplateResult {
    const own = this.#audience === 'family';
    const label = (tab: Tab): string => terms(tab === 'family' && own ? 'family-own' : tab);
    return html`<nav class="tabs" part="tabs" aria-label=${terms('parts')}>
      ${tabs.map(
        (tab) =>
          html`<button
            type="button"
            class="tab"
            aria-current=${this.tab === tab ? 'true' : 'false'}
            @click=${() => this.#onTab(tab)}
          >${label(tab)}</button>`,
      )}
    </nav>`;
  }

  #sayWho(step: NextStep): string {
    if (step.mine) return terms('you');
    const who = step.who.map((role) => {
      const label = this.process.roles.find(({ id }) => id === role)?.label ?? role;
      return label.charAt(0).toLocaleLowerCase(this.locale) + label.slice(1);
    });
    return terms('anyOf', { who: listFormat(this.locale, { type: 'disjunction' }).format(who) });
  }

  #deadlineOf(step: NextStep): Deadline | undefined {
    return this.caseView?.deadlines.find(({ due, stopped }) => stopped === null && due === step.due);
  }

  #renderNext(): TemplateResult {
    const state = this.caseView?.case;
    const [step, ...others] = this.#steps;
    if (state?.state === 'closed') return html`<section class="next" part="next"><p>${terms('closed')}</p></section>`;
    if (step === undefined)
      return html`<section class="next" part="next"><p class="quiet">${terms('nextNone')}</p></section>`;
    const deadline = this.#deadlineOf(step);
    const place = placeOfStep(step, this.#places);
    return html`<section class=${classMap({ next: true, mine: step.mine })} part="next" aria-labelledby="next-title">
      <div class="next-head">
        <p class="next-kicker">${terms('next')} · ${this.#sayWho(step)}</p>
        <h3 id="next-title">${step.says}</h3>
        ${step.due ? this.#renderDue(step.due, step.status, deadline) : nothing}
      </div>
      ${this.#readonly ? nothing : this.#renderStepAction(step, place)} ${this.#renderOthers(others)}
    </section>`;
  }

  #renderDue(due: string, status: NextStep['status'], deadline: Deadline | undefined): TemplateResult {
    const day = formatDay(due, this.locale);
    const left = deadline ? formatDaysLeft(deadline.daysLeft) : '';
    const because = deadline ? sayBecause(deadline, this.locale) : '';
    return html`<p class=${classMap({ due: true, late: status === 'late', soon: status === 'soon' })}>
        ${icon(status === 'late' ? 'alert' : 'clock')}<span>${terms('byWhen', { day })}${left ? `, ${left}` : ''}</span>
      </p>
      ${because ? html`<p class="quiet small">${because}</p>` : nothing}`;
  }

  #renderStepAction(step: NextStep, place: Place | null): TemplateResult | typeof nothing {
    const own = place === null && step.write === 'family';
    if (place !== null || own) {
      const document = own ? terms('family-own') : this.#placeName(place?.kind ?? '');
      return html`<div>
        <button
          type="button"
          class=${classMap({ button: true, primary: step.mine })}
          @click=${() => (place === null ? this.#onGoToFamily() : this.#onGoToPlace(place))}
        >
          ${terms('goTo', { document })}
        </button>
      </div>`;
    }
    if (step.action === null) return nothing;
    // Another decision is another button: one does not press what has just become something else.
    return html`${keyed(step.action, this.#renderDecision(step.action, false, step.id))}`;
  }

  /** To a step's document, or to its decision behind the fold; null where this person has nothing to do about it. */
  #wayTo(step: NextStep): (() => void) | null {
    const place = placeOfStep(step, this.#places);
    if (place !== null) return () => this.#onGoToPlace(place);
    const { action } = step;
    return action !== null && this.#more.includes(action) ? () => this.#onGoToDecision(action, step.id) : null;
  }

  #onGoToDecision(action: string, step: string): void {
    this.stepFor = { action, step };
    const fold = this.shadowRoot?.querySelector<HTMLDetailsElement>('.more');
    if (fold) fold.open = true;
    void this.updateComplete.then(() => {
      const decisions = [...(fold?.querySelectorAll<SspDecision>('ssp-decision') ?? [])];
      decisions.find((one) => one.action === action)?.open();
    });
  }

  #renderOthers(others: readonly NextStep[]): TemplateResult | typeof nothing {
    if (others.length === 0 || this.#audience === 'family') return nothing;
    return html`<div class="others">
      <h4>${terms('also')}</h4>
      <ul>
        ${others.map((step) => {
          const go = this.#readonly ? null : this.#wayTo(step);
          return html`<li>
            ${
              go === null
                ? html`<span>${step.says}</span>`
                : html`<button type="button" class="link" @click=${go}>${step.says}</button>`
            }
            <span class="quiet small">${this.#sayWho(step)}</span>
          </li>`;
        })}
      </ul>
    </div>`;
  }

  #renderDecision(action: string, secondary: boolean, step = ''): TemplateResult {
    return html`<ssp-decision
      .session=${this.usedSession}
      .caseId=${this.caseId}
      .action=${action}
      .suggested=${this.#suggested(action, step)}
      .options=${action === 'provider.assign' ? { service: this.#serviceOptions } : {}}
      .audience=${this.#audience}
      ?secondary=${secondary}
      @ssp-field-request=${this.#onFieldRequest}
      @ssp-decision-made=${this.#onMade}
      @ssp-decision-closed=${() => this.requestUpdate()}
    ></ssp-decision>`;
  }

  get #serviceOptions() {
    const rows = rowsOf(this.#plan.view?.data, 'services');
    const services = this.caseView?.case?.plan?.services ?? [];
    return services.map((service) => ({ code: service.id, label: serviceName(this.process, service, rows) }));
  }

  /** What a form begins with: what the place in the process says already. */
  #suggested(action: string, step: string): Readonly<Record<string, string>> {
    const today = this.sessionState.value?.today ?? '';
    const stage = this.caseView?.case?.stage;
    if (action === 'evaluation.decide' || action === 'eligibility.decide') return { decisionDate: today };
    if (action === 'consent.record') return { form: stage === 'develop-plan' ? '102b' : '102a' };
    if (action !== 'notice.record') return {};
    const about = {
      'plan/eligibility-notice': 'eligibility',
      'plan/notice': 'plan',
      'evaluate/notice': 'review',
    }[step];
    const byStage = stage === 'evaluate-plan' ? 'review' : stage === 'define-needs' ? 'evaluation' : 'plan';
    return { about: about ?? (step === '' ? byStage : 'evaluation'), language: 'en' };
  }

  /** Whether the person is filling in a decision's form. */
  get #deciding(): boolean {
    const decisions = [
      ...(this.shadowRoot?.querySelectorAll<SspDecision>('.next ssp-decision, .more ssp-decision') ?? []),
    ];
    return decisions.some(({ isOpen }) => isOpen);
  }

  /** What is next, and behind the fold; while a form is open as it was: nobody's decision takes away what one fills in. */
  #hold(): void {
    if (this.#deciding) return;
    this.#steps = this.caseView?.nextSteps ?? [];
    this.#more = this.#foldedDecisions();
  }

  /** The decisions behind the fold: the one that is next has its place in the card above. */
  #foldedDecisions(): readonly string[] {
    const view = this.caseView;
    if (view?.case == null || this.#readonly) return [];
    const [next] = view.nextSteps;
    const inCard = next && placeOfStep(next, this.#places) === null ? next.action : null;
    return plainDecisions(this.process, view.case, this.#roles).filter((action) => action !== inCard);
  }

  #renderMore(): TemplateResult | typeof nothing {
    const all = this.#more;
    if (all.length === 0) return nothing;
    const waits = this.caseView?.pending.some(({ action }) => all.includes(action));
    return html`<details class="more" ?open=${waits === true}>
      <summary>${icon('chevron')}${terms('more')}</summary>
      <div class="more-list">
        ${repeat(
          all,
          (action) => action,
          (action) => this.#renderDecision(action, true, this.stepFor.action === action ? this.stepFor.step : ''),
        )}
      </div>
    </details>`;
  }

  #renderPlace(place: Place): TemplateResult {
    return html`<div class="place" tabindex="-1">${this.#renderDocument(place.kind, place.document, this.#readonly)}</div>`;
  }

  #renderDocument(kind: Place['kind'], document: string, readonly: boolean): TemplateResult {
    return renderDocument(
      { kind, document },
      {
        session: this.usedSession,
        caseId: this.caseId,
        audience: this.#audience,
        readonly,
        onFieldRequest: this.#onFieldRequest,
        onMade: this.#onMade,
      },
    );
  }

  #renderPanel(tab: Tab, content: unknown): TemplateResult {
    return html`<div class=${classMap({ panel: true, away: this.tab !== tab })} data-panel=${tab} tabindex="-1">${content}</div>`;
  }

  #renderPeople(): TemplateResult {
    const primary = this.#places.find(({ document }) => document !== '')?.document ?? '';
    return html`<ssp-team
        .session=${this.usedSession}
        .caseId=${this.caseId}
        ?readonly=${this.#readonly || this.#audience === 'family'}
        @ssp-decision-made=${this.#onMade}
      ></ssp-team>
      ${
        primary === ''
          ? nothing
          : html`<div class="here">
              <h3>${terms('here')}</h3>
              <ssp-presence
                .session=${this.usedSession}
                .caseId=${this.caseId}
                .documentId=${primary}
                .audience=${this.#audience}
              ></ssp-presence>
            </div>`
      }`;
  }

  #renderFamily(): TemplateResult {
    return html`<ssp-family
      .session=${this.usedSession}
      .caseId=${this.caseId}
      .audience=${this.#audience}
      ?readonly=${this.#readonly}
    ></ssp-family>`;
  }

  #renderRecord(): TemplateResult {
    const state = this.caseView?.case;
    const told = state ? tellHistory(this.process, state, this.locale) : [];
    const some = this.wholeHistory ? told : told.slice(0, shown);
    const earlier = this.#earlier;
    return html`<h3>${terms('documents')}</h3>
      ${earlier.length === 0 ? html`<p class="quiet">${terms('documentsNone')}</p>` : nothing}
      <ul class="earlier">
        ${earlier.map((one) => this.#renderEarlier(one))}
      </ul>
      <h3>${terms('history')}</h3>
      <ol class="history">
        ${some.map(
          ({ seq, who, what, more, day }) => html`<li data-seq=${seq}>
            <p><strong>${who}</strong> ${what}${more ? html`: <span class="quiet">${more}</span>` : nothing}</p>
            <p class="quiet small numbers">${day}</p>
          </li>`,
        )}
      </ol>
      ${
        some.length < told.length
          ? html`<button
              type="button"
              class="button small"
              @click=${() => {
                this.wholeHistory = true;
              }}
            >${terms('historyAll', { count: told.length })}</button>`
          : nothing
      }`;
  }

  #renderEarlier(one: DocumentAccess): TemplateResult {
    const sealed = this.caseView?.case?.documents[one.document]?.sealed;
    const open = this.opened === one.document;
    const number = /-(\d+)$/.exec(one.document)?.[1];
    return html`<li>
      <button
        type="button"
        class="link"
        aria-expanded=${open ? 'true' : 'false'}
        @click=${() => this.#onEarlier(one.document)}
      >${this.#labelOf(one.kind)}${number ? ` ${number}` : ''}</button>
      <p class="quiet small numbers">
        ${sealed ? terms('sealedOn', { day: formatDay(sealed.day, this.locale) }) : terms('open')}
      </p>
    </li>`;
  }

  #onEarlier(document: string): void {
    this.opened = this.opened === document ? '' : document;
    if (this.opened === '') return;
    this.tab = 'now';
    void this.updateComplete.then(() => {
      const opened = this.shadowRoot?.querySelector<HTMLElement>('.opened');
      opened?.scrollIntoView({ block: 'start' });
      opened?.focus({ preventScroll: true });
    });
  }

  #renderOpened(): TemplateResult | typeof nothing {
    const one = this.#earlier.find(({ document }) => document === this.opened);
    if (one === undefined) return nothing;
    const readonly = one.state === 'sealed' || this.#readonly;
    return html`<div class="place opened" tabindex="-1">
      <button type="button" class="button small" @click=${() => this.#onEarlier(one.document)}>
        ${icon('close')}${terms('hide')}<span class="unseen">: ${this.#labelOf(one.kind)}</span>
      </button>
      ${this.#renderDocument(one.kind as Exclude<Place['kind'], 'log'> & DocumentKind, one.document, readonly)}
    </div>`;
  }

  #renderMain(): TemplateResult {
    return html`${this.#renderOpened()} ${repeat(
      this.#places,
      ({ kind, document }) => `${kind} ${document}`,
      (place) => this.#renderPlace(place),
    )}`;
  }

  protected override render(): TemplateResult {
    const view = this.caseView;
    if (view === null || view.state === 'loading' || (view.case === null && view.state !== 'failed')) {
      return html`<div class="case"><div class="skeleton" aria-hidden="true"><span></span><span></span><span></span></div></div>`;
    }
    if (view.state === 'failed' || view.case === null) {
      const says = view.problem ? terms('failed', { problem: view.problem }) : terms('failedUnknown');
      return html`<p class="note wrong" role="alert">${icon('alert')}<span>${says}</span></p>`;
    }
    return html`<div class="case">
      ${this.#renderHeader()}
      ${view.unknownVersion ? html`<p class="note" role="status">${icon('lock')}<span>${terms('unknown')}</span></p>` : nothing}
      ${this.#renderTrack(view.case.stage)}
      ${this.#renderTabs()}
      <div class="columns">
        <div class="main" part="main">
          ${this.#renderPanel('now', html`${this.#renderNext()} ${this.#renderMore()} ${this.#renderMain()}`)}
        </div>
        <aside class="side" part="side">
          ${this.#renderPanel('people', this.#renderPeople())}
          ${this.#renderPanel('dates', renderDates(this.caseView?.deadlines ?? [], this.#audience, this.locale))}
          ${this.#renderPanel('family', this.#renderFamily())}
          ${this.#renderPanel('record', this.#renderRecord())}
        </aside>
      </div>
    </div>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'ssp-case': SspCase;
  }
}
