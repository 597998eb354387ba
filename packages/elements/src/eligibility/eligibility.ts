import type { CaseDocument, CaseState, DocumentKind, RowView } from '@ssp-kit/process';
import { eligibilityMaterial, eligibilityStatus } from '@ssp-kit/process/eligibility';
import { type CSSResultGroup, html, nothing, type TemplateResult } from 'lit';
import type { Deciding } from '../document/sectioned-element.js';
import { type FormSection, isAnswered } from '../document/sections.js';
import { SspSeriesElement } from '../document/series-element.js';
import type { RenderField } from '../field-list/field-list.js';
import { fieldRow, rowsOf } from '../shared/fields.js';
import { formatDay } from '../shared/format.js';
import { icon } from '../shared/icons.js';
import { stableId } from '../shared/stable-id.js';
import { eligibilityStyles } from './eligibility.styles.js';
import { terms } from './eligibility.terms.js';

type Rule = 'idea' | 's504';

const exclusions = ['exclusionReading', 'exclusionMath', 'exclusionLanguage'] as const;

/**
 * @summary The team's determinations on eligibility, one for IDEA and one for Section 504, each filed by itself, with the
 *   eligibility status that follows from the record and the reasons of it.
 * @customElement ssp-eligibility
 * @status experimental
 * @since 0.1
 * @dependency ssp-field
 * @dependency ssp-field-list
 * @dependency ssp-decision
 *
 * @event {CustomEvent<{action: string, result: string}>} ssp-decision-made - A determination is in the record or in the outbox.
 * @event {CustomEvent<{document: string, field: string, row?: string}>} ssp-field-request - The person wants to go to a field of another document.
 *
 * @csspart series - All determinations of the case.
 * @csspart status - The eligibility status under both rules.
 * @csspart sheet - One determination.
 * @csspart heading - Its heading.
 * @csspart section - One part of it.
 * @csspart outline - The list of its sections with their state.
 * @csspart next - The bar that leads to what is missing next.
 * @csspart saved - The sentence that says where the words are.
 */
export class SspEligibility extends SspSeriesElement {
  static override styles: CSSResultGroup = [SspSeriesElement.styles, eligibilityStyles];

  protected readonly kind: DocumentKind = 'eligibility';

  get #isFamily(): boolean {
    return this.audience === 'family';
  }

  protected override get deciding(): Deciding | null {
    return this.decisionOn('eligibility.decide');
  }

  /** The newest of each rule, IDEA first. */
  protected override shownOpen(all: readonly CaseDocument[]): readonly CaseDocument[] {
    return ['idea', 's504'].flatMap(
      (rule) => all.find(({ about, stands }) => about === rule && stands !== 'void') ?? [],
    );
  }

  protected override nameOf({ about }: CaseDocument): string {
    const rule: Rule = about === 's504' ? 's504' : 'idea';
    return terms(this.#isFamily ? `title-${rule}-family` : `title-${rule}`);
  }

  #renderStatus(state: CaseState): TemplateResult | typeof nothing {
    if (state.eligibilities.length === 0) return nothing;
    const status = eligibilityStatus(eligibilityMaterial(state, this.process));
    return html`<section class="status" part="status" aria-labelledby="status">
      <h3 id="status">${terms('status')}</h3>
      <div class="rules">
        ${(['idea', 's504'] as const).map((rule) => {
          const decided = state.eligibilities.some(({ regulation }) => regulation === rule);
          return this.#renderRule(rule, status[rule], decided);
        })}
      </div>
    </section>`;
  }

  #renderRule(
    rule: Rule,
    { eligible, receiving, because }: ReturnType<typeof eligibilityStatus>[Rule],
    decided: boolean,
  ): TemplateResult {
    const family = this.#isFamily;
    return html`<div class="rule">
      <p class="name">${terms(family ? `rule-${rule}-family` : `rule-${rule}`)}</p>
      <p class=${eligible ? 'answer yes' : 'answer'}>
        ${icon(eligible ? 'check' : decided ? 'minus' : 'clock')}
        <span
          >${terms(decided ? (eligible ? 'eligible' : 'not-eligible') : 'pending')}${
            eligible && receiving ? html`<span class="also">, ${terms('receiving')}</span>` : nothing
          }</span
        >
      </p>
      ${
        family
          ? nothing
          : html`<details>
              <summary>${terms('because')}${icon('chevron')}</summary>
              <ul class="reasons">
                ${because.map(
                  ({ met, says }) => html`<li class=${met ? 'met' : ''}>
                    ${icon(met ? 'check' : 'close')}
                    <span><span class="unseen">${terms(met ? 'met' : 'unmet')}: </span>${this.#withDays(says)}</span>
                  </li>`,
                )}
              </ul>
            </details>`
      }
    </div>`;
  }

  /** A sentence of the process names days as the record does. */
  #withDays(says: string): string {
    return says.replace(/\d{4}-\d{2}-\d{2}/g, (day) => formatDay(day, this.locale));
  }

  #renderIdea(section: FormSection): unknown {
    if (this.reading) return this.renderRows(section);
    const asks = (name: string): boolean => section.fields.some((row) => row.name === name);
    return html`
      <div class="group">
        <h4>${terms('excludes')}</h4>
        <p class="quiet">${terms('excludesLead')}</p>
        <div class="grid">${exclusions.map((name) => this.renderField(name))}</div>
      </div>
      <div class="group">
        <h4>${terms('prong1')}</h4>
        ${asks('category') ? nothing : html`<p class="quiet">${terms('prong1Lead')}</p>`}
        <div class="grid">
          ${this.renderField('category')} ${this.#renderFurther()}
          ${['sldAreas', 'sldBasis', 'sldObservation', 'adverseEffect'].map((name) => this.renderField(name))}
        </div>
      </div>
      <div class="group">
        <h4>${terms('prong2')}</h4>
        <div class="grid">${this.renderField('needsSpecialEducation')}</div>
      </div>
    `;
  }

  /** Most students have one category: further ones are a list that is opened when it is needed. */
  #renderFurther(): TemplateResult | typeof nothing {
    const field = this.renderField('secondary', { labelHidden: true });
    const row = fieldRow(this.process, this.kind, 'secondary');
    if (field === nothing || row === undefined || !isAnswered(this.data['category'])) return nothing;
    return html`<details class="folded further" ?open=${isAnswered(this.data['secondary'])}>
      <summary><span>${row.label}</span>${icon('chevron')}</summary>
      <div class="grid">${field}</div>
    </details>`;
  }

  #renderDecision(section: FormSection): unknown {
    return html`${this.renderRows(section, { decisionDate: { size: 'half' }, eligible: {} })} ${this.#renderVerdict()}`;
  }

  /** What the answers to the questions above say of eligibility; a contradiction is said before anyone tries to file it. */
  #renderVerdict(): TemplateResult | typeof nothing {
    if (this.reading || this.about !== 'idea') return nothing;
    const excluding = exclusions.find((name) => this.data[name] === true);
    const reason =
      excluding !== undefined
        ? terms('excluded', { factor: terms(`factor-${excluding}`) })
        : this.data['needsSpecialEducation'] === false
          ? terms('noNeed')
          : null;
    const answered = [...exclusions, 'needsSpecialEducation'].every((name) => isAnswered(this.data[name]));
    if (reason === null && !answered) return nothing;
    const wrong = reason !== null && this.data['eligible'] === true;
    return html`<p class=${wrong ? 'verdict wrong' : 'verdict'} role="status">
      ${icon(wrong ? 'alert' : 'arrow')}<span
        >${wrong ? terms('conflict', { reason }) : (reason ?? terms('fits'))}</span
      >
    </p>`;
  }

  /** The members of the team whose conclusion is not asked yet: each gets a row of their own, the same one in every browser. */
  #onAddTeam = (): void => {
    const document = this.usedDocumentId;
    if (document === null) return;
    for (const { person, name } of this.#membersLeft) {
      void this.usedSession?.dispatch({
        type: 'row.add',
        caseId: this.caseId,
        document,
        list: 'dissent',
        id: stableId(document, person),
        values: { person, name },
      });
    }
  };

  get #membersLeft() {
    const asked = new Set(rowsOf(this.data, 'dissent').map((row) => row['person']));
    return (this.caseView?.case?.team ?? []).filter(({ person }) => !asked.has(person));
  }

  readonly #layoutMember = (row: RowView, field: RenderField): TemplateResult => {
    const known = typeof row['person'] === 'string' && isAnswered(row['name']);
    return html`<div class="grid">
      ${known ? html`<p class="member">${row['name']}</p>` : html`${field('person', { size: 'half' })} ${field('name', { size: 'half' })}`}
      ${field('agrees')} ${field('statement')}
    </div>`;
  };

  #renderConsensus(section: FormSection): unknown {
    const listed = !this.reading || isAnswered(this.data['dissent']);
    return html`
      <div class="grid">${section.fields.map(({ name }) => this.renderField(name, { size: 'half' }))}</div>
      ${
        listed
          ? this.renderOwnList('dissent', section, {
              layout: this.#layoutMember,
              placed: ['person', 'name'],
              withoutOrder: true,
            })
          : nothing
      }
      ${
        this.reading || this.#membersLeft.length === 0
          ? nothing
          : html`<div>
              <p class="quiet small">${terms('dissentLead')}</p>
              <button type="button" class="button small" @click=${this.#onAddTeam}>${icon('people')}${terms('addTeam')}</button>
            </div>`
      }
    `;
  }

  protected override render(): TemplateResult {
    const state = this.caseView?.case ?? null;
    if (this.documentId === '') {
      const several = !this.#isFamily && this.shownOpen(this.all).length > 1;
      return this.renderSeries({
        before:
          state === null
            ? nothing
            : html`${this.#renderStatus(state)} ${several ? html`<p class="quiet">${terms('determinationsLead')}</p>` : nothing}`,
      });
    }
    const { ownDocument } = this;
    return this.renderSheet(
      () =>
        this.renderForm({
          layouts: {
            idea: (section) => this.#renderIdea(section),
            decision: (section) => this.#renderDecision(section),
            consensus: (section) => this.#renderConsensus(section),
          },
          decisions: this.renderEnding(),
        }),
      ownDocument === undefined ? {} : { heading: this.nameOf(ownDocument) },
    );
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'ssp-eligibility': SspEligibility;
  }
}
