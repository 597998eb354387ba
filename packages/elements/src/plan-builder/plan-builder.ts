import type { DocumentKind } from '@ssp-kit/process';
import type { CaseHandle, Readable, Readiness } from '@ssp-kit/session/contract';
import { type CSSResultGroup, html, nothing, type TemplateResult } from 'lit';
import { classMap } from 'lit/directives/class-map.js';
import '../plan-cards/define.js';
import type { SspPlanCards } from '../plan-cards/plan-cards.js';
import { IdleController } from '../shared/controllers.js';
import { SspDocumentElement } from '../document/document-element.js';
import { fieldRow, labelFor } from '../shared/fields.js';
import { formatDay } from '../shared/format.js';
import { icon } from '../shared/icons.js';
import { terms } from './plan-builder.terms.js';
import { planBuilderStyles } from './plan-builder.styles.js';
import { type Section, type SectionId, type SectionState, sectionState, sectionsFor } from './sections.js';
import { numberFormat } from '../shared/formatters.js';

type Spot = SectionId | 'activate';

/**
 * @summary The plan that a team writes together: an outline with the state of each part, needs, goals and services as linked
 *   cards, what the track asks for besides, and the decision that activates it.
 * @customElement ssp-plan-builder
 * @status experimental
 * @since 0.1
 * @dependency ssp-plan-cards
 * @dependency ssp-field
 * @dependency ssp-field-list
 * @dependency ssp-decision
 *
 * @event {CustomEvent<{action: string, result: string}>} ssp-decision-made - The plan's activation is in the record or in the outbox.
 * @event {CustomEvent<{document: string, field: string, row?: string}>} ssp-field-request - The person wants to go to a field of another document.
 *
 * @csspart sheet - The whole document.
 * @csspart heading - The document's heading.
 * @csspart outline - The list of the plan's parts.
 * @csspart section - One part of it.
 * @csspart saved - The sentence that says where the words are.
 */
export class SspPlanBuilder extends SspDocumentElement {
  static override styles: CSSResultGroup = [SspDocumentElement.styles, planBuilderStyles];

  protected readonly kind: DocumentKind = 'plan';

  readonly #readiness = new IdleController<Readiness>(
    this,
    () => this.#readable(),
    () => this.caseView?.case,
  );
  #asked: { readonly handle: CaseHandle; readonly readable: Readable<Readiness> } | null = null;

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#asked = null;
  }

  override focusField(path: string): boolean {
    const cards = this.shadowRoot?.querySelector<SspPlanCards>('ssp-plan-cards');
    if (this.isConnected && cards?.focusField(path)) return true;
    return super.focusField(path);
  }

  /** How far the parts are is the process's answer to activating the plan: there is no second set of rules. */
  #readable(): Readable<Readiness> | null {
    const { handle } = this.caseState;
    if (handle === null || !this.#tellsStates) return null;
    if (this.#asked?.handle !== handle) this.#asked = { handle, readable: handle.readiness('plan.activate') };
    return this.#asked.readable;
  }

  get #tellsStates(): boolean {
    return this.audience === 'staff' && this.status?.state === 'ready' && !this.status.sealed && !this.readonly;
  }

  get #sections(): readonly Section[] {
    const sections = sectionsFor(this.process, this.caseView?.case?.track ?? null);
    // The dates of sharing are the school's business until they are set.
    return this.audience === 'family' && !this.data['parentCopyDate']
      ? sections.filter(({ id }) => id !== 'family')
      : sections;
  }

  get #offersActivation(): boolean {
    const readiness = this.#readiness.value;
    return readiness?.open === true && readiness.allowed && this.#tellsStates;
  }

  #label(id: Spot): string {
    const family: Readonly<Record<string, Parameters<typeof terms>[0]>> = {
      dates: 'dates-family',
      family: 'family-family',
      levels: 'levels-family',
      needs: 'needs-family',
      reporting: 'reporting-family',
      tests: 'tests-family',
    };
    return terms((this.audience === 'family' ? family[id] : undefined) ?? id);
  }

  #onJump(id: Spot): void {
    const inCards = id === 'needs' || id === 'goals' || id === 'services';
    if (inCards && this.writable && this.#cards?.focusList(id)) return;
    const section = this.shadowRoot?.querySelector<HTMLElement>(`#${inCards ? 'cards' : id}`);
    section?.scrollIntoView({ block: 'start' });
    section?.focus({ preventScroll: true });
  }

  get #cards(): SspPlanCards | null {
    return this.shadowRoot?.querySelector<SspPlanCards>('ssp-plan-cards') ?? null;
  }

  get #heading(): string {
    const state = this.caseView?.case;
    if (this.audience === 'family') {
      const name = state?.student.name.trim().split(/\s+/)[0] ?? '';
      return terms('heading-family', { name });
    }
    return terms(`heading-${state?.track ?? 'none'}`);
  }

  #renderOutline(): TemplateResult {
    const requirements = this.#readiness.value?.requirements ?? [];
    return html`<nav class="outline" part="outline" aria-label=${terms('outline')}>
      <ol>
        ${this.#sections.map((section) =>
          this.#renderSpot(section.id, this.#tellsStates ? sectionState(section, this.data, requirements) : null),
        )}
        ${this.#offersActivation ? this.#renderSpot('activate', null) : nothing}
      </ol>
    </nav>`;
  }

  #renderSpot(id: Spot, state: SectionState | null): TemplateResult {
    return html`<li>
      <button type="button" class=${classMap({ spot: true, last: id === 'activate' })} @click=${() => this.#onJump(id)}>
        ${
          state === null
            ? nothing
            : html`<span class=${`mark ${state}`} aria-hidden="true">${state === 'complete' ? icon('check') : nothing}</span>`
        }
        <span class="spot-name">${this.#label(id)}</span>
        ${state === null ? nothing : html`<span class="spot-state">${terms(state)}</span>`}
      </button>
    </li>`;
  }

  #renderPart(id: Spot | 'cards', heading: string, content: unknown, lead = ''): TemplateResult {
    return html`<section class="section" part="section" id=${id} tabindex="-1" aria-labelledby=${`${id}-title`}>
      <div class="section-head">
        <h3 id=${`${id}-title`}>${heading}</h3>
        ${lead ? html`<p>${lead}</p>` : nothing}
      </div>
      ${content}
    </section>`;
  }

  #renderDates(): TemplateResult {
    if (this.writable) {
      return this.#renderPart(
        'dates',
        this.#label('dates'),
        html`<div class="grid">
          ${this.renderField('startDate', { size: 'third' })} ${this.renderField('endDate', { size: 'third' })}
          ${this.renderField('reviewDate', { size: 'third' })} ${this.renderField('serviceAvailabilityDate')}
        </div>`,
      );
    }
    const day = (name: string): string => formatDay(this.data[name] as string | undefined, this.locale);
    const [from, until, review] = [day('startDate'), day('endDate'), day('reviewDate')];
    return this.#renderPart(
      'dates',
      this.#label('dates'),
      html`<p class="numbers">
          ${from && until ? terms('datesFrom', { from, until }) : terms('datesNone')}
          ${review ? terms('datesReview', { review }) : nothing}
        </p>
        ${this.data['serviceAvailabilityDate'] ? html`<div class="grid">${this.renderField('serviceAvailabilityDate')}</div>` : nothing}`,
    );
  }

  #renderCards(): TemplateResult {
    const family = this.audience === 'family';
    const heading = terms(family ? 'cards-family' : 'cards');
    return this.#renderPart(
      'cards',
      heading,
      html`<ssp-plan-cards
        .session=${this.usedSession}
        .document=${this.documentState.handle}
        .case=${this.caseState.handle}
        .audience=${this.audience}
        .errors=${this.#cardErrors()}
        ?readonly=${this.readonly}
      ></ssp-plan-cards>`,
      this.writable ? terms('cards-lead') : '',
    );
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

  #renderAccommodations(): TemplateResult {
    return this.#renderPart(
      'accommodations',
      this.#label('accommodations'),
      this.renderList('accommodations', {
        rowName: terms('accommodation'),
        addLabel: terms('addAccommodation'),
        emptyText: terms('noAccommodation'),
        layout: (_row, field) => html`<div class="grid">${field('what', { lines: 1 })} ${field('where')}</div>`,
      }),
      this.writable ? terms('accommodations-lead') : '',
    );
  }

  #renderSetting(): TemplateResult {
    return this.#renderPart(
      'setting',
      this.#label('setting'),
      html`<div class="grid">
        ${this.renderField('regularClassMinutes', { size: 'half' })} ${this.renderField('schoolMinutes', { size: 'half' })}
        <p class="share numbers" role="status">${this.#sayShare()}</p>
        ${this.renderField('lreReason')}
      </div>`,
    );
  }

  #sayShare(): string {
    const [part, whole] = [this.data['regularClassMinutes'], this.data['schoolMinutes']];
    if (typeof part !== 'number' || typeof whole !== 'number' || whole <= 0) return terms('shareUnknown');
    if (part > whole) return terms('shareWrong');
    const percent = numberFormat(this.locale, { style: 'percent' }).format(part / whole);
    return terms('share', { percent });
  }

  #renderText(id: SectionId, name: string): TemplateResult {
    const heading = this.#label(id);
    const row = fieldRow(this.process, 'plan', name);
    const labelHidden = row !== undefined && labelFor(row, this.audience) === heading;
    return this.#renderPart(id, heading, html`<div class="grid">${this.renderField(name, { labelHidden })}</div>`);
  }

  #renderFamily(): TemplateResult {
    return this.#renderPart(
      'family',
      this.#label('family'),
      html`<div class="grid">
        ${this.renderField('parentExplainedDate', { size: 'half' })} ${this.renderField('parentCopyDate', { size: 'half' })}
      </div>`,
    );
  }

  #renderOne({ id }: Section): TemplateResult | typeof nothing {
    switch (id) {
      case 'dates':
        return this.#renderDates();
      case 'levels':
        return this.#renderText('levels', 'presentLevels');
      case 'needs':
        return this.#renderCards();
      case 'accommodations':
        return this.#renderAccommodations();
      case 'setting':
        return this.#renderSetting();
      case 'tests':
        return this.#renderText('tests', 'stateTesting');
      case 'reporting':
        return this.#renderText('reporting', 'progressReporting');
      case 'family':
        return this.#renderFamily();
      default:
        return nothing;
    }
  }

  #renderActivation(): TemplateResult | typeof nothing {
    if (this.readonly || this.status?.sealed) return nothing;
    const decision = this.renderDecision('plan.activate');
    return this.#offersActivation
      ? this.#renderPart('activate', terms('activate'), decision, terms('activate-lead'))
      : decision;
  }

  protected override render(): TemplateResult {
    return this.renderSheet(
      () => html`<div class="plan">
        ${this.#renderOutline()}
        <div class="parts">
          ${this.#sections.map((section) => this.#renderOne(section))} ${this.#renderActivation()}
        </div>
      </div>`,
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
