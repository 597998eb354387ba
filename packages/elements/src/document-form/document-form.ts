import { type DocumentKind, fieldsOf, listsOf } from '@ssp-kit/process';
import { html, nothing, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { SspDocumentElement } from '../document/document-element.js';
import { documentListTerms, terms } from './document-form.terms.js';

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
 * @csspart saved - The sentence that says where the words are.
 */
export class SspDocumentForm extends SspDocumentElement {
  /** The kind of the document, for instance `review`. */
  @property({ attribute: 'document-kind' }) documentKind: DocumentKind = 'concern';

  /** The decisions that are offered below the document. */
  @property({ attribute: false }) actions: readonly string[] = [];

  protected get kind(): DocumentKind {
    return this.documentKind;
  }

  #renderLists(): readonly TemplateResult[] {
    return listsOf(this.process, this.kind).map((list) => {
      const label = documentListTerms(list);
      return this.renderSection(label, this.renderList(list, { rowName: terms('row'), addLabel: terms('add') }));
    });
  }

  protected override render(): TemplateResult {
    const row = this.process.documents.find(({ kind }) => kind === this.kind);
    return this.renderSheet(
      () => html`
        <div class="grid">
          ${fieldsOf(this.process, this.kind).map((field) =>
            this.renderField(field.name, field.type === 'text' || field.type === 'choices' ? {} : { size: 'half' }),
          )}
        </div>
        ${this.#renderLists()}
        ${
          this.actions.length > 0
            ? html`<div class="section">${this.actions.map((action) => this.renderDecision(action))}</div>`
            : nothing
        }
      `,
      row === undefined ? {} : { heading: this.audience === 'family' ? row.familyLabel : row.label },
    );
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'ssp-document-form': SspDocumentForm;
  }
}
