import type { CaseState, DocumentKind } from '@ssp-kit/process';
import { lreOfPlan } from '@ssp-kit/process/plan-checks';
import { type CSSResultGroup, html, nothing, type TemplateResult } from 'lit';
import { state } from 'lit/decorators.js';
import '../plan-cards/define.js';
import { type Deciding, SspSectionedElement } from '../document/sectioned-element.js';
import type { FormSection } from '../document/sections.js';
import { comparisonStyles } from '../history/comparison.styles.js';
import { versionBefore } from '../history/versions.js';
import type { SspPlanCards } from '../plan-cards/plan-cards.js';
import { DocumentController } from '../shared/controllers.js';
import { formatDay } from '../shared/format.js';
import { numberFormat } from '../shared/formatters.js';
import { icon } from '../shared/icons.js';
import { withoutWords } from '../shared/without-words.js';
import { renderChanges } from './changes.js';
import { type CheckPlace, renderChecks } from './checks.js';
import { planBuilderStyles } from './plan-builder.styles.js';
import { terms } from './plan-builder.terms.js';

/**
 * @summary The plan that a team writes together: an outline with the state of each section, needs, goals and services as linked
 *   cards, what the track asks for besides, what changes from the plan before, and the checks and the decision that activate it.
 * @customElement ssp-plan-builder
 * @status experimental
 * @since 0.1
 * @dependency ssp-plan-cards
 * @dependency ssp-field
 * @dependency ssp-field-list
 * @dependency ssp-decision
 *
 * @event {CustomEvent<{action: string, result: string}>} ssp-decision-made - The draft was presented or the plan activated, or the decision waits in the outbox.
 * @event {CustomEvent<{document: string, field: string, row?: string}>} ssp-field-request - The person wants to go to a field of another document.
 *
 * @csspart sheet - The whole document.
 * @csspart heading - The document's heading.
 * @csspart outline - The list of the plan's sections with their state.
 * @csspart section - One section of it.
 * @csspart checks - What is checked before the plan is activated.
 * @csspart verdict - Whether what changes is a correction or a revision.
 * @csspart change - One thing that changes against the plan in force.
 * @csspart next - The bar that leads to what is missing next.
 * @csspart saved - The sentence that says where the words are.
 */
export class SspPlanBuilder extends SspSectionedElement {
  static override styles: CSSResultGroup = [SspSectionedElement.styles, comparisonStyles, planBuilderStyles];

  protected readonly kind: DocumentKind = 'plan';

  /** What changes from the plan before is looked at. */
  @state() private comparing = false;

  /** The plan that this one follows, or the version it corrects. */
  readonly #before = new DocumentController(
    this,
    () => this.caseState.handle,
    () => this.#beforeId,
    ({ state, kind, data }) => [state, withoutWords(this.process, kind, data)],
  );

  protected override startAnew(): void {
    super.startAnew();
    this.comparing = false;
  }

  protected override get deciding(): Deciding | null {
    return this.decisionOn('plan.activate');
  }

  protected override get oneAtATime(): boolean {
    return true;
  }

  protected override partOf(id: string): string {
    return id === 'goals' || id === 'services' ? 'needs' : id;
  }

  protected override titleOf({ id, label }: FormSection): string {
    if (id !== 'needs') return label;
    return terms(this.audience === 'family' ? 'cards-family' : 'cards');
  }

  /** A plan that follows none has no changes. */
  protected override get sections(): readonly FormSection[] {
    const first = this.#beforeId === null;
    return super.sections.filter(({ id }) => !(id === 'revision' && first));
  }

  protected override showSection(id: string): boolean {
    if (this.partOf(id) === id || !this.writable) return false;
    return this.#cards?.focusList(id === 'goals' ? 'goals' : 'services') === true;
  }

  protected override focusShown(path: string): boolean {
    if (this.isConnected && this.#cards?.focusField(path)) return true;
    return super.focusShown(path);
  }

  get #cards(): SspPlanCards | null {
    return this.shadowRoot?.querySelector<SspPlanCards>('ssp-plan-cards') ?? null;
  }

  get #isFamily(): boolean {
    return this.audience === 'family';
  }

  get #beforeId(): string | null {
    const known = this.caseView?.case ?? null;
    const own = this.ownDocument;
    const before = known === null || own === undefined ? null : versionBefore(known, own);
    return this.caseView?.access.some(({ document }) => document === before?.id) ? (before?.id ?? null) : null;
  }

  get #heading(): string {
    const state = this.caseView?.case;
    if (this.#isFamily) {
      const name = state?.student.name.trim().split(/\s+/)[0] ?? '';
      return terms('heading-family', { name });
    }
    return terms(`heading-${state?.track ?? 'none'}`);
  }

  #day(name: string): string {
    const value = this.data[name];
    return typeof value === 'string' ? formatDay(value, this.locale) : '';
  }

  #renderDates(section: FormSection): unknown {
    const [from, until, review] = [this.#day('startDate'), this.#day('endDate'), this.#day('reviewDate')];
    if (!this.reading) {
      return this.renderRows(section, {
        startDate: { size: 'third' },
        endDate: { size: 'third' },
        reviewDate: { size: 'third' },
      });
    }
    const others = section.fields.filter(({ name }) => !['startDate', 'endDate', 'reviewDate'].includes(name));
    return html`<p class="numbers">
        ${from && until ? terms('datesFrom', { from, until }) : terms('datesNone')}
        ${review ? terms('datesReview', { review }) : nothing}
      </p>
      ${this.renderRows({ ...section, fields: others })}`;
  }

  /** Needs, goals and services in reading order, and what the plan says of its services as a whole. */
  #renderCards(section: FormSection): unknown {
    const inCards = ['needs', 'goals', 'services', 'objectives'];
    return html`${this.reading ? nothing : html`<p class="quiet">${terms('cards-lead')}</p>`}
      <ssp-plan-cards
        .session=${this.usedSession}
        .document=${this.documentState.handle}
        .case=${this.caseState.handle}
        .audience=${this.audience}
        .errors=${this.#cardErrors()}
        ?readonly=${this.readonly}
      ></ssp-plan-cards>
      ${this.renderRows({ ...section, lists: section.lists.filter((list) => !inCards.includes(list)) })}`;
  }

  /** What an attempted activation says of lists and rows, by the place where it is mended. */
  #cardErrors(): Readonly<Record<string, string>> {
    const errors: Record<string, string> = {};
    for (const { at, label } of this.unmet) {
      if (at === undefined || !['needs', 'goals', 'services'].includes(at.field)) continue;
      const inNeeds = at.row !== undefined && rowIds(this.data['needs']).includes(at.row);
      const path = at.row === undefined ? at.field : `${inNeeds ? 'needs' : at.field}/${at.row}`;
      errors[path] = errors[path] ? `${errors[path]} ${label}` : label;
    }
    return errors;
  }

  #renderAccommodations(section: FormSection): unknown {
    return html`${this.reading ? nothing : html`<p class="quiet">${terms('accommodations-lead')}</p>`}
      ${this.renderOwnList('accommodations', section, {
        layout: (_row, field) => html`<div class="grid">
          ${field('what', { lines: 1 })} ${field('category', { size: 'half' })} ${field('where', { size: 'half' })}
          ${field('forTests', { size: 'half' })} ${field('testSupport', { size: 'half' })}
        </div>`,
      })}
      ${this.renderRows({ ...section, lists: section.lists.filter((list) => list !== 'accommodations') })}`;
  }

  #renderLre(section: FormSection): unknown {
    const reason = section.fields.filter(({ name }) => name === 'lreReason');
    const others = section.fields.filter(({ name }) => name !== 'lreReason');
    return html`${this.renderRows({ ...section, fields: others, lists: [] })}
      <p class="share numbers" role="status">${this.#sayShare()}</p>
      ${this.renderRows({ ...section, fields: reason })}`;
  }

  /** The share of the school day with the class and how it is reported, worked out as the minutes are written. */
  #sayShare(): unknown {
    const lre = lreOfPlan(this.data);
    if (lre === null) {
      const [part, whole] = [this.data['regularClassMinutes'], this.data['schoolMinutes']];
      const wrong = typeof part === 'number' && typeof whole === 'number' && part > whole;
      return this.reading ? nothing : terms(wrong ? 'shareWrong' : 'shareUnknown');
    }
    const percent =
      lre.percent === null
        ? ''
        : numberFormat(this.locale, { style: 'percent', maximumFractionDigits: 1 }).format(lre.percent / 100);
    if (this.#isFamily) return percent === '' ? lre.familyLabel : terms('share-family', { percent });
    const says = terms('lreCode', { label: lre.label, code: lre.code });
    return percent === '' ? says : html`<strong>${terms('share', { percent })}</strong> ${says}`;
  }

  #renderRevision(section: FormSection): unknown {
    const state = this.caseView?.case ?? null;
    const { handle } = this.documentState;
    const before = this.#before.view;
    return html`${this.renderRows(section)}
      ${
        state === null || handle === null || before?.state !== 'ready' || this.#isFamily
          ? nothing
          : renderChanges({
              process: this.process,
              state,
              own: this.ownDocument,
              before: before.data,
              current: handle.view,
              cycle: this.#cycle(state),
              audience: this.audience,
              locale: this.locale,
              comparing: this.comparing,
              onComparing: (open) => {
                this.comparing = open;
              },
              goTo: (place) => this.#onPlace(place),
            })
      }`;
  }

  /** The kind of cycle, as the process worked it out when the draft was presented or the plan activated. */
  #cycle(state: CaseState): string | null {
    const own = this.ownDocument;
    const activated = state.plans.find(({ document }) => document === own?.id)?.cycle;
    if (activated !== undefined) return activated;
    const presented = state.decisions.findLast(
      ({ action, seq }) => action === 'plan.present' && own !== undefined && seq >= own.openedBy,
    );
    const cycle = presented?.facts['cycle'];
    return typeof cycle === 'string' ? cycle : null;
  }

  #onPlace(place: CheckPlace): void {
    if (!this.goTo(place)) this.emit('ssp-field-request', place);
  }

  /** Since when the draft is there to be read. */
  #renderPresented(): TemplateResult | typeof nothing {
    const own = this.ownDocument;
    if (own?.stands !== 'in-review') return nothing;
    const presented = this.caseView?.case?.decisions.findLast(
      ({ action, seq }) => action === 'plan.present' && seq >= own.openedBy,
    );
    const day = formatDay(presented?.day ?? own.openedOn, this.locale);
    return html`<p class="note">
      ${icon('people')}<span>${terms(this.#isFamily ? 'presented-family' : 'presented', { day })}</span>
    </p>`;
  }

  #renderChecks(): TemplateResult | typeof nothing {
    const state = this.caseView?.case ?? null;
    const { requirements } = this;
    if (this.readonly || this.#isFamily || state === null || requirements.length === 0) return nothing;
    return renderChecks(requirements, state, this.ownDocument, (place) => this.#onPlace(place));
  }

  #renderActivation(): TemplateResult | typeof nothing {
    if (this.readonly || this.#isFamily || this.status?.sealed === true) return nothing;
    const listed = this.requirements.length > 0;
    return html`
      ${this.renderDecision('plan.present', { payload: this.decisionOn('plan.present').payload, secondary: true })}
      ${this.renderEnding({ listed })}
    `;
  }

  protected override render(): TemplateResult {
    return this.renderSheet(
      () =>
        this.renderForm({
          before: this.#renderPresented(),
          layouts: {
            dates: (section) => this.#renderDates(section),
            needs: (section) => this.#renderCards(section),
            accommodations: (section) => this.#renderAccommodations(section),
            lre: (section) => this.#renderLre(section),
            revision: (section) => this.#renderRevision(section),
          },
          after: this.#renderChecks(),
          decisions: this.#renderActivation(),
          listed: this.requirements.length > 0,
        }),
      { heading: this.#heading },
    );
  }
}

function rowIds(rows: unknown): readonly string[] {
  return Array.isArray(rows) ? rows.map((row: { readonly id: string }) => row.id) : [];
}

declare global {
  interface HTMLElementTagNameMap {
    'ssp-plan-builder': SspPlanBuilder;
  }
}
