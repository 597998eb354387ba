import { type CSSResultGroup, html, nothing, type TemplateResult } from 'lit';
import { decisionsStyles } from '../shared/decisions.styles.js';
import { SspDocumentElement } from '../document/document-element.js';
import type { RenderField } from '../field-list/field-list.js';
import { terms } from './evidence.terms.js';

/**
 * @summary What the team knows about the student: evidence, what was tried, what teachers, the student and the family say.
 * @customElement ssp-evidence
 * @status experimental
 * @since 0.1
 * @dependency ssp-field
 * @dependency ssp-field-list
 * @dependency ssp-decision
 *
 * @event {CustomEvent<{action: string, result: string}>} ssp-decision-made - Data gathering was closed, or the case went straight to a plan.
 * @event {CustomEvent<{document: string, field: string, row?: string}>} ssp-field-request - The person wants to go to a field of another document.
 *
 * @csspart sheet - The whole document.
 * @csspart heading - Its heading.
 * @csspart section - One part of it.
 * @csspart saved - The sentence that says where the words are.
 */
export class SspEvidence extends SspDocumentElement {
  static override styles: CSSResultGroup = [SspDocumentElement.styles, decisionsStyles];

  protected readonly kind = 'evidence';

  protected override get placed(): readonly string[] {
    return laidOut;
  }

  #layoutItem = (_row: unknown, field: RenderField): TemplateResult =>
    html`<div class="grid">
      ${field('statement', { lines: 2 })} ${field('kind')} ${field('area', { size: 'third' })}
      ${field('dataSource', { size: 'third' })} ${field('observedDate', { size: 'third' })}
      ${field('baseline', { size: 'third' })} ${field('unit', { size: 'third' })} ${field('included', { size: 'third' })}
    </div>`;

  #layoutTried = (_row: unknown, field: RenderField): TemplateResult =>
    html`<div class="grid">
      ${field('what')} ${field('from', { size: 'third' })} ${field('until', { size: 'third' })}
      ${field('result')}
    </div>`;

  protected override render(): TemplateResult {
    return this.renderSheet(
      () => html`
        ${this.renderSection(
          terms('items'),
          html`${this.renderList('items', {
            rowName: terms('item'),
            addLabel: terms('addItem'),
            emptyText: terms('emptyItems'),
            layout: this.#layoutItem,
          })}
          ${this.renderRest('performance')}`,
          { lead: terms('itemsLead') },
        )}
        ${this.renderSection(
          terms('tried'),
          html`${this.renderList('interventions', {
            rowName: terms('triedRow'),
            addLabel: terms('addTried'),
            emptyText: terms('emptyTried'),
            layout: this.#layoutTried,
          })}
          ${this.renderRest('interventions')}`,
        )}
        ${this.renderSection(
          terms('voices'),
          html`<div class="grid">
            ${this.renderField('teacherInput')} ${this.renderField('studentInput', { lines: 2 })}
            ${this.renderField('parentAskedDate', { size: 'half' })} ${this.renderField('parentInput', { lines: 2 })}
          </div>
          ${this.renderRest('input')}`,
        )}
        ${this.renderRest()}
        ${
          this.readonly || this.status?.sealed
            ? nothing
            : html`<div class="decisions">
                ${this.renderEnd(html`${this.renderDecision('evidence.complete')}
                  ${this.renderDecision('process.abbreviate', { secondary: true })}`)}
              </div>`
        }
      `,
    );
  }
}

const laidOut = ['items', 'interventions', 'parentAskedDate', 'parentInput', 'teacherInput', 'studentInput'];

declare global {
  interface HTMLElementTagNameMap {
    'ssp-evidence': SspEvidence;
  }
}
