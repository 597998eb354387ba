import type { DocumentKind } from '@ssp-kit/process';
import { html, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { type Deciding, SspSectionedElement } from '../document/sectioned-element.js';

/**
 * @summary A document of any kind as a form, made from the rows of the fields table: for kinds that have no element of their own.
 * @customElement ssp-document-form
 * @status experimental
 * @since 0.1
 * @dependency ssp-field
 * @dependency ssp-field-list
 * @dependency ssp-decision
 *
 * @event {CustomEvent<{action: string, result: string}>} ssp-decision-made - A decision about the document is in the record or in the outbox.
 * @event {CustomEvent<{document: string, field: string, row?: string}>} ssp-field-request - The person wants to go to a field of another document.
 *
 * @csspart sheet - The whole document.
 * @csspart heading - The document's heading.
 * @csspart section - One part of it.
 * @csspart outline - The list of its sections with their state.
 * @csspart next - The bar that leads to what is missing next.
 * @csspart saved - The sentence that says where the words are.
 */
export class SspDocumentForm extends SspSectionedElement {
  /** The kind of the document, for instance `review`. */
  @property({ attribute: 'document-kind' }) documentKind: DocumentKind = 'concern';

  /** The decisions that are offered below the document; the first one ends it. */
  @property({ attribute: false }) actions: readonly string[] = [];

  protected get kind(): DocumentKind {
    return this.documentKind;
  }

  protected override get deciding(): Deciding | null {
    const [action] = this.actions;
    return action === undefined ? null : this.decisionOn(action);
  }

  #renderAction(action: string, secondary: boolean): TemplateResult {
    const { payload } = this.decisionOn(action);
    return this.renderDecision(action, { payload, secondary });
  }

  protected override render(): TemplateResult {
    return this.renderSheet(() =>
      this.renderForm({
        decisions: html`${this.actions.map((action, index) => this.#renderAction(action, index > 0))}`,
      }),
    );
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'ssp-document-form': SspDocumentForm;
  }
}
