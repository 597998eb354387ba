import type { FamilyMember } from '@ssp-kit/process';
import { html, type PropertyValues, type TemplateResult } from 'lit';
import { SspDocumentElement } from '../document/document-element.js';
import { terms } from './family.terms.js';

/**
 * @summary A family member's own words: that person writes, the team reads. Without a document, everyone's who is admitted.
 * @customElement ssp-family
 * @status experimental
 * @since 0.1
 * @dependency ssp-field
 *
 * @csspart sheet - The words of one person.
 * @csspart heading - Whose words they are.
 * @csspart saved - The sentence that says where the words are.
 */
export class SspFamily extends SspDocumentElement {
  protected readonly kind = 'family';

  get #member(): FamilyMember | undefined {
    return this.caseView?.case?.family.find(({ document }) => document === this.usedDocumentId);
  }

  get #own(): boolean {
    const person = this.sessionState.value?.person?.id;
    return person !== undefined && this.#member?.person === person;
  }

  protected override willUpdate(changed: PropertyValues): void {
    super.willUpdate(changed);
    // A person is asked in words that are meant for them; the team reads the questions in its own.
    if (this.#own) this.audience = 'family';
  }

  #renderAll(documents: readonly string[]): TemplateResult {
    return html`<div class="section">
      ${documents.map(
        (document) => html`<ssp-family
          .session=${this.usedSession}
          .caseId=${this.caseId}
          .documentId=${document}
          ?readonly=${this.readonly}
          exportparts="sheet, heading, saved"
        ></ssp-family>`,
      )}
    </div>`;
  }

  #renderFields(): TemplateResult {
    return html`<div class="grid">
      ${this.renderField('hopes')} ${this.renderField('worries')} ${this.renderField('helps')}
    </div>`;
  }

  protected override render(): TemplateResult {
    const access = (this.caseView?.access ?? []).filter(({ kind }) => kind === 'family');
    if (this.documentId === '' && access.length > 1) {
      return this.#renderAll(access.map(({ document }) => document));
    }
    if (access.length === 0 && this.documentId === '' && this.caseView?.state === 'ready') {
      return html`<article class="sheet" part="sheet">
        <h2 part="heading">${terms('heading')}</h2>
        <p class="quiet">${terms('none')}</p>
      </article>`;
    }
    const member = this.#member;
    const own = this.#own;
    const heading = own
      ? terms('own')
      : member
        ? terms('theirs', { name: member.name, relation: member.relation })
        : terms('theirsPlain');
    return this.renderSheet(
      () => html`${own && this.writable ? html`<p class="quiet">${terms('ownLead')}</p>` : ''}
        ${this.#renderFields()}`,
      { heading },
    );
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'ssp-family': SspFamily;
  }
}
