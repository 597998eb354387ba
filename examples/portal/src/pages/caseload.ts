import { html, type TemplateResult } from 'lit';
import { PortalPage } from '../parts/portal-page.js';
import { writeRoute } from '../routes.js';

/**
 * @summary Every case the person may open.
 * @customElement portal-caseload
 * @dependency ssp-caseload
 */
export class PortalCaseload extends PortalPage {
  readonly #onOpen = (event: CustomEvent<{ caseId: string }>): void => {
    event.preventDefault();
    location.hash = writeRoute({ page: 'case', caseId: event.detail.caseId });
  };

  protected override render(): TemplateResult {
    return html`<div class="page wide">
      <div class="title">
        <h1 tabindex="-1">${this.family ? 'Your children' : 'Caseload'}</h1>
        <p class="lead">${this.family ? 'The cases you may read and write in.' : 'Every case you are part of, and where it stands.'}</p>
      </div>
      <ssp-caseload
        without-heading
        .session=${this.usedSession}
        audience=${this.family ? 'family' : 'staff'}
        @ssp-case-open-request=${this.#onOpen}
      ></ssp-caseload>
    </div>`;
  }
}
