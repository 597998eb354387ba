import { html, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { PortalPage } from '../parts/portal-page.js';

/**
 * @summary One case, whole.
 * @customElement portal-case
 * @dependency ssp-case
 */
export class PortalCase extends PortalPage {
  /** The document that the address names; empty for none. */
  @property({ attribute: false }) documentId = '';

  override focusTitle(): void {
    // The case has a title of its own, as soon as it is known; until then the page's start is where one is.
    if (this.documentId !== '') return;
    this.renderRoot.querySelector<HTMLElement>('.page')?.focus({ preventScroll: true });
  }

  protected override render(): TemplateResult {
    return html`<div class="page wide" tabindex="-1">
      <h1 class="unseen">The case</h1>
      <ssp-case
        .session=${this.usedSession}
        case-id=${this.caseId}
        document-id=${this.documentId}
        audience=${this.family ? 'family' : 'staff'}
      ></ssp-case>
    </div>`;
  }
}
