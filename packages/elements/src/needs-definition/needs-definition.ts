import { type CSSResultGroup, html, nothing, type TemplateResult } from 'lit';
import { decisionsStyles } from '../shared/decisions.styles.js';
import { SspDocumentElement } from '../document/document-element.js';
import type { RenderField } from '../field-list/field-list.js';
import { terms } from './needs-definition.terms.js';

/**
 * @summary Where a team agrees on a student's strengths and needs.
 * @customElement ssp-needs-definition
 * @status experimental
 * @since 0.1
 * @dependency ssp-field
 * @dependency ssp-field-list
 * @dependency ssp-decision
 *
 * @event {CustomEvent<{action: string, result: string}>} ssp-decision-made - The needs were recorded, or the case went straight to a plan.
 * @event {CustomEvent<{document: string, field: string, row?: string}>} ssp-field-request - The person wants to go to a field of another document.
 *
 * @csspart sheet - The whole document.
 * @csspart heading - Its heading.
 * @csspart section - One part of it.
 * @csspart saved - The sentence that says where the words are.
 */
export class SspNeedsDefinition extends SspDocumentElement {
  static override styles: CSSResultGroup = [SspDocumentElement.styles, decisionsStyles];

  protected readonly kind = 'needs';

  protected override get placed(): readonly string[] {
    return laidOut;
  }

  #layout = (_row: unknown, field: RenderField): TemplateResult =>
    html`<div class="grid">
      ${field('statement', { lines: 2 })} ${field('area', { size: 'half' })}
      ${field('evidence', { lines: 2 })}
    </div>`;

  protected override render(): TemplateResult {
    return this.renderSheet(
      () => html`
        ${this.renderSection(
          terms('challenge'),
          html`<div class="grid">
            ${this.renderField('strengths', { lines: 2 })} ${this.renderField('summary')}
          </div>`,
        )}
        ${this.renderSection(
          terms('needs'),
          this.renderList('needs', {
            rowName: terms('row'),
            addLabel: terms('add'),
            emptyText: terms('empty'),
            layout: this.#layout,
          }),
          { lead: terms('needsLead') },
        )}
        ${this.renderRest('')}
        ${
          this.readonly || this.status?.sealed
            ? nothing
            : html`<div class="decisions">
                ${this.renderEnd(html`${this.renderDecision('needs.define')}
                  ${this.renderDecision('process.abbreviate', { secondary: true })}`)}
              </div>`
        }
      `,
    );
  }
}

const laidOut = ['strengths', 'summary', 'needs'];

declare global {
  interface HTMLElementTagNameMap {
    'ssp-needs-definition': SspNeedsDefinition;
  }
}
