import { actionRow, type CaseState, type NextStep } from '@ssp-kit/process';
import { type CSSResultGroup, html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { classMap } from 'lit/directives/class-map.js';
import { keyed } from 'lit/directives/keyed.js';
import '../decision/define.js';
import '../stage-track/define.js';
import '../sync-status/define.js';
import type { SspDecision } from '../decision/decision.js';
import type { SspHistory } from '../history/history.js';
import { activePlanOf } from '../shared/active-plan.js';
import { DocumentController } from '../shared/controllers.js';
import { SspElement } from '../shared/element.js';
import { rowsOf } from '../shared/fields.js';
import { icon } from '../shared/icons.js';
import { serviceName } from '../shared/plan-words.js';
import { sheetStyles } from '../shared/sheet.styles.js';
import { caseStyles } from './case.styles.js';
import { terms } from './case.terms.js';
import { suggestedFor, unreviewed } from './decisions.js';
import { placeName, renderDesk } from './desk.js';
import { deskStyles } from './desk.styles.js';
import { renderHeader, renderTrack } from './header.js';
import { renderMore } from './more.js';
import { renderNext } from './next.js';
import { nextStyles } from './next.styles.js';
import { type CasePage, type FieldPlace, renderDecision } from './page.js';
import { homeOf, type Place, placeOfDocument, placeOfStep } from './places.js';
import { reach } from './reach.js';
import { renderRecord } from './record.js';
import { renderDates, renderFamily, renderHistory, renderPeople } from './side.js';
import { type Now, nothingNow, Standing } from './standing.js';
import { type Tab, renderTabs, tabsFor } from './tabs.js';

/**
 * @summary The home of a case: whose it is, where it stands, what is next, what is worked on now, the team, dates with their
 *   reasons, the family's words and everything on record. On a phone the parts are tabs.
 * @customElement ssp-case
 * @status experimental
 * @since 0.1
 * @dependency ssp-stage-track
 * @dependency ssp-referral-form
 * @dependency ssp-evidence
 * @dependency ssp-needs-definition
 * @dependency ssp-evaluation
 * @dependency ssp-consent
 * @dependency ssp-eligibility
 * @dependency ssp-notice
 * @dependency ssp-plan-builder
 * @dependency ssp-plan-review
 * @dependency ssp-conference
 * @dependency ssp-invitation
 * @dependency ssp-service-log
 * @dependency ssp-document-form
 * @dependency ssp-team
 * @dependency ssp-deadlines
 * @dependency ssp-history
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
 * @csspart desk - The list of what is worked on now.
 * @csspart place - A document that is open.
 * @csspart main - What is next, what is worked on, and the record.
 * @csspart side - Team, dates and the family's words.
 */
export class SspCase extends SspElement {
  static override styles: CSSResultGroup = [SspElement.styles, sheetStyles, caseStyles, nextStyles, deskStyles];

  /** A document to show first, by id or kind: where a link into the case leads. */
  @property({ attribute: 'document-id' }) documentId = '';

  @state() private tab: Tab = 'now';
  @state() private wholeTrack = false;
  /** Documents that are open: nothing closes under a person. */
  @state() private opened: ReadonlySet<string> = new Set();
  @state() private unfolded: ReadonlySet<string> = new Set();
  @state() private moreOpen = false;
  @state() private historyOpen = false;
  /** The step that led to a decision behind the fold: its form begins with what the step is about. */
  @state() private stepFor = { action: '', step: '' };

  #page: CasePage | null = null;
  #now: Now = nothingNow;
  readonly #standing = new Standing();
  /** Where a link leads, until the case is known. */
  #wanted = '';
  /** What the person was in before this update. */
  #held: Element | null = null;
  /** Where the person decided last. */
  #decided: Element | null = null;
  readonly #sealers = new Map<string, readonly string[]>();

  readonly #plan = new DocumentController(
    this,
    () => this.caseState.handle,
    () => activePlanOf(this.caseView),
  );

  /**
   * Goes to a document of the case, or to a field of one: shows the document where it is closed, and puts the person into the field.
   * Answers whether the case has it.
   */
  goTo(at: FieldPlace): boolean {
    if (!this.isConnected || this.#page === null) return false;
    if (at.document.startsWith('family')) return this.#onFamily();
    const place = placeOfDocument(this.#now.places, at.document);
    const earlier = this.#now.earlier.find(({ documents }) => documents.some(({ id }) => id === at.document));
    if (place === null && earlier === undefined) return false;
    const id = place?.id ?? at.document;
    this.#open(id);
    if (place === null && earlier !== undefined) this.#unfold(earlier.stage, true);
    this.tab = place === null ? 'record' : 'now';
    void this.updateComplete.then(() => reach(this.#element(id), at));
    return true;
  }

  protected override willUpdate(changed: PropertyValues): void {
    super.willUpdate(changed);
    this.#held = this.shadowRoot?.activeElement ?? null;
    this.#page = this.#pageOf();
    const deciding = !changed.has('caseId') && this.#deciding;
    if (this.#page !== null && !deciding) this.#look(this.#page);
    if (changed.has('documentId') || changed.has('caseId')) this.#wanted = this.documentId;
    if (this.#wanted !== '' && this.#page !== null) {
      this.goTo({ document: this.#wanted, field: '' });
      this.#wanted = '';
    }
  }

  protected override startAnew(): void {
    this.tab = 'now';
    this.wholeTrack = false;
    this.opened = new Set();
    this.unfolded = new Set();
    this.moreOpen = false;
    this.historyOpen = false;
    this.stepFor = { action: '', step: '' };
    this.#now = nothingNow;
    this.#decided = null;
  }

  protected override updated(changed: PropertyValues): void {
    super.updated(changed);
    this.#goOn();
    this.#held = null;
  }

  #onMade = (event: CustomEvent<unknown>): void => {
    this.#decided = event.currentTarget as Element | null;
    this.emit('ssp-decision-made', event.detail);
    void this.updateComplete.then(() => this.#goOn());
  };

  /** What one was in has become part of the record: one goes on with what is next, not at the top of the page. */
  #goOn(): void {
    if (this.#held?.isConnected !== false && this.#decided?.isConnected !== false) return;
    this.#decided = null;
    const { activeElement } = this.ownerDocument;
    if (activeElement === null || activeElement === this.ownerDocument.body) this.#focusOn('.next');
  }

  #pageOf(): CasePage | null {
    const view = this.caseView;
    if (!view?.case) return null;
    return {
      process: this.process,
      session: this.usedSession,
      caseId: this.caseId,
      view,
      state: view.case,
      locale: this.locale,
      audience: this.#audience,
      readonly: view.unknownVersion,
      sealedBy: (kind) => this.#sealedBy(kind),
      onFieldRequest: (event) => this.goTo(event.detail),
      onMade: this.#onMade,
      onDecisionClosed: () => this.requestUpdate(),
    };
  }

  /** What is next, worked on and decided; while a form is open as it was: nobody's decision takes away what one fills in. */
  #look(page: CasePage): void {
    this.#now = this.#standing.look(page, this.caseState.handle, this.sessionState.value?.person ?? null);
    const { begun, awaited } = this.#now;
    // Once people are at work, a next step opens nothing above what they look at.
    const wanted = this.opened.size === 0 && awaited !== null ? [...begun, awaited] : begun;
    const missing = wanted.filter((id) => !this.opened.has(id));
    if (missing.length > 0) this.opened = new Set([...this.opened, ...missing]);
  }

  /** Whether the person is filling in a decision's form. */
  get #deciding(): boolean {
    return this.#decisions().some(({ isOpen }) => isOpen);
  }

  #decisions(): readonly SspDecision[] {
    return [...(this.shadowRoot?.querySelectorAll<SspDecision>('.next ssp-decision, .more ssp-decision') ?? [])];
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

  #sealedBy(kind: string): readonly string[] {
    const known = this.#sealers.get(kind);
    if (known !== undefined) return known;
    const found = this.process.actions
      .filter(({ reads, seals }) => reads?.includes(kind) && seals?.includes(kind))
      .map(({ id }) => id);
    if (this.process.version !== '') this.#sealers.set(kind, found);
    return found;
  }

  #element(id: string): HTMLElement | null {
    return this.shadowRoot?.querySelector<HTMLElement>(`[data-opened="${CSS.escape(id)}"]`) ?? null;
  }

  #focusOn(selector: string): void {
    const found = this.shadowRoot?.querySelector<HTMLElement>(selector);
    found?.scrollIntoView({ block: 'nearest' });
    found?.focus({ preventScroll: true });
  }

  #open(id: string): void {
    if (!this.opened.has(id)) this.opened = new Set([...this.opened, id]);
  }

  #close(id: string, row: string): void {
    this.opened = new Set([...this.opened].filter((one) => one !== id));
    void this.updateComplete.then(() => this.#focusOn(row));
  }

  #unfold(stage: string, open: boolean): void {
    if (this.unfolded.has(stage) === open) return;
    this.unfolded = new Set(open ? [...this.unfolded, stage] : [...this.unfolded].filter((one) => one !== stage));
  }

  #show(tab: Tab, selector: string): boolean {
    this.tab = tab;
    void this.updateComplete.then(() => {
      const found = this.shadowRoot?.querySelector<HTMLElement>(selector);
      found?.scrollIntoView({ block: 'start' });
      found?.focus({ preventScroll: true });
    });
    return true;
  }

  #onFamily(): boolean {
    return this.#show(this.#audience === 'family' ? 'now' : 'family', '.family');
  }

  #onPlace(place: Place, document: string | null = null): void {
    this.goTo({ document: document ?? (place.document || place.kind), field: '' });
  }

  #onHistory = (event: CustomEvent<{ seq: number }>): void => {
    this.tab = 'record';
    this.historyOpen = true;
    void this.updateComplete.then(async () => {
      const history = this.shadowRoot?.querySelector<SspHistory>('ssp-history');
      await history?.updateComplete;
      history?.goTo(event.detail.seq);
    });
  };

  /** To a step's document, or to its decision behind the fold; null where this person has nothing to do about it. */
  #wayTo(page: CasePage, step: NextStep, first: boolean): { readonly name: string; readonly go: () => void } | null {
    const place = placeOfStep(page.process, step, this.#now.places);
    if (place !== null)
      return { name: placeName(page, { ...place, document: '' }), go: () => this.#onPlace(place, step.document) };
    const { action, write } = step;
    const row = action === null ? undefined : actionRow(page.process, action);
    if (row !== undefined && homeOf(row) === 'team')
      return { name: terms('people'), go: () => this.#show('people', '[data-panel="people"]') };
    if (action === null && write === 'family' && page.audience === 'family')
      return { name: terms('family-own'), go: () => this.#onFamily() };
    if (first || action === null || !this.#now.plain.includes(action)) return null;
    return { name: row?.label ?? action, go: () => this.#onDecision(action, step.id) };
  }

  #onDecision(action: string, step: string): void {
    this.stepFor = { action, step };
    this.moreOpen = true;
    void this.updateComplete.then(async () => {
      const decision = this.#decisions().find((one) => one.action === action && one.closest('.more') !== null);
      await decision?.updateComplete;
      decision?.open();
      if (decision?.isOpen !== true) decision?.scrollIntoView({ block: 'nearest' });
    });
  }

  #decide(page: CasePage, action: string, step: string, secondary: boolean): TemplateResult {
    const today = this.sessionState.value?.today ?? '';
    const due = this.#now.steps.find(({ id }) => id === step)?.due ?? null;
    const suggested = suggestedFor(action, { step, due, today });
    const options = this.#optionsOf(page, action);
    return renderDecision(page, action, { secondary, suggested, ...(options && { options }) });
  }

  #optionsOf({ state }: CasePage, action: string) {
    switch (action) {
      case 'provider.assign':
        return { service: this.#services(state) };
      case 'access.review':
        return { access: unreviewed(state) };
      default:
        return null;
    }
  }

  #services({ plan }: CaseState) {
    const rows = rowsOf(this.#plan.view?.data, 'services');
    return (plan?.services ?? []).map((service) => ({
      code: service.id,
      label: serviceName(this.process, service, rows),
    }));
  }

  #renderNow(page: CasePage): TemplateResult {
    const [first] = this.#now.steps;
    const inCard = first?.mine && placeOfStep(page.process, first, this.#now.places) === null ? first.action : null;
    const more = this.#now.plain.filter((action) => action !== inCard);
    const waits = page.view.pending.some(({ action }) => more.includes(action));
    return html`${renderNext(page, {
      steps: this.#now.steps,
      wayTo: (step) => this.#wayTo(page, step, step === first),
      decide: ({ action, id }) => this.#decide(page, action, id, false),
    })}
    ${renderMore({
      actions: more,
      open: this.moreOpen || waits,
      onToggle: (open) => {
        this.moreOpen = open;
      },
      decide: (action) => this.#decide(page, action, this.stepFor.action === action ? this.stepFor.step : '', true),
    })}
    ${page.audience === 'family' ? renderFamily(page) : nothing}
    ${renderDesk(page, {
      places: this.#now.places,
      opened: this.opened,
      earlier: this.#now.earlier.reduce((sum, { documents }) => sum + documents.length, 0),
      onOpen: (place) => this.#onPlace(place),
      onClose: ({ id }) => this.#close(id, `[data-place="${CSS.escape(id)}"]`),
      onRecord: () => this.#show('record', '#record-title'),
    })}`;
  }

  #renderRecord(page: CasePage): TemplateResult {
    return html`${renderRecord(page, {
      stages: this.#now.earlier,
      opened: this.opened,
      unfolded: this.unfolded,
      onToggleStage: (stage, open) => this.#unfold(stage, open),
      onToggle: (id) =>
        this.opened.has(id)
          ? this.#close(id, `[data-earlier="${CSS.escape(id)}"]`)
          : this.goTo({ document: id, field: '' }),
    })}
    ${renderHistory(page, this.historyOpen, (open) => {
      this.historyOpen = open;
    })}`;
  }

  #renderPanel(tab: Tab, content: unknown): TemplateResult {
    return html`<div class=${classMap({ panel: true, away: this.tab !== tab })} data-panel=${tab} tabindex="-1">${content}</div>`;
  }

  protected override render(): TemplateResult {
    const view = this.caseView;
    const page = this.#page;
    if (view === null || view.state === 'loading' || (page === null && view.state !== 'failed')) {
      return html`<div class="case"><div class="skeleton" aria-hidden="true"><span></span><span></span><span></span></div></div>`;
    }
    if (view.state === 'failed' || page === null) {
      const says = view.problem ? terms('failed', { problem: view.problem }) : terms('failedUnknown');
      return html`<p class="note wrong" role="alert">${icon('alert')}<span>${says}</span></p>`;
    }
    return html`${keyed(this.caseId, this.#renderPage(page))}`;
  }

  #renderPage(page: CasePage): TemplateResult {
    const family = page.audience === 'family';
    return html`<div class="case">
      ${renderHeader(page)}
      ${page.readonly ? html`<p class="note" role="status">${icon('lock')}<span>${terms('unknown')}</span></p>` : nothing}
      ${renderTrack(page, this.wholeTrack, () => {
        this.wholeTrack = !this.wholeTrack;
      })}
      ${renderTabs(tabsFor(page.audience), this.tab, (tab) => {
        this.tab = tab;
      })}
      <div class="columns">
        <div class="main" part="main">
          ${this.#renderPanel('now', this.#renderNow(page))} ${this.#renderPanel('record', this.#renderRecord(page))}
        </div>
        <aside class="side" part="side" aria-label=${terms('side')}>
          ${this.#renderPanel('people', renderPeople(page, this.#now.places))}
          ${this.#renderPanel('dates', renderDates(page, this.#onHistory))}
          ${family ? nothing : this.#renderPanel('family', renderFamily(page))}
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
