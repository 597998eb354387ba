import type { DocumentView } from '@ssp-kit/process';
import type { DocumentStatus } from '@ssp-kit/session/contract';
import { type CSSResultGroup, html, nothing, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { compare, renderDifferences } from '../history/comparison.js';
import { comparisonStyles } from '../history/comparison.styles.js';
import { DocumentController } from '../shared/controllers.js';
import { documentName } from '../shared/document-name.js';
import { SspElement } from '../shared/element.js';
import { icon } from '../shared/icons.js';
import { lookAgainStyles } from './look-again.styles.js';
import { terms } from './look-again.terms.js';

/**
 * @summary What others changed in a document between a person's reading it and deciding on it, with the way to read it again.
 * @customElement ssp-look-again
 * @status experimental
 * @since 0.1
 *
 * @event {CustomEvent<{document: string, field: string}>} ssp-field-request - The person wants to read the document.
 *
 * @csspart change - One thing that was changed.
 */
export class SspLookAgain extends SspElement {
  static override styles: CSSResultGroup = [SspElement.styles, comparisonStyles, lookAgainStyles];

  /** The document, by id. */
  @property({ attribute: 'document-id' }) documentId = '';

  /** What stood in it when the person decided; null where that is not known. */
  @property({ attribute: false }) seen: DocumentView | null = null;

  readonly #document = new DocumentController(
    this,
    () => this.caseState.handle,
    () => this.documentId || null,
  );

  #renderChanges({ kind, state: stands, data }: DocumentStatus): TemplateResult | typeof nothing {
    const state = this.caseView?.case;
    if (!state || this.seen === null || stands !== 'ready') return nothing;
    const { process, audience, locale, seen } = this;
    const compared = { process, state, kind, before: seen, after: data, audience, locale };
    const { changes } = compare(compared);
    if (changes.length === 0) return html`<p class="quiet small" role="status">${terms('coming')}</p>`;
    return renderDifferences(compared, changes, false);
  }

  protected override render(): TemplateResult | typeof nothing {
    const state = this.caseView?.case;
    const status = this.#document.view;
    if (!state) return nothing;
    const name = documentName(this.process, state, this.documentId, this.audience);
    return html`<p>
        <button
          type="button"
          class="link"
          @click=${() => this.emit('ssp-field-request', { document: this.documentId, field: '' })}
        >${icon('arrow')}${terms('read', { name })}</button>
      </p>
      ${status === null ? nothing : this.#renderChanges(status)}`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'ssp-look-again': SspLookAgain;
  }
}
