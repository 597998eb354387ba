import { html, type TemplateResult } from 'lit';
import { PortalPage } from '../parts/portal-page.js';

/**
 * @summary Every case the person may open.
 * @customElement portal-caseload
 * @dependency ssp-caseload
 */
export class PortalCaseload extends PortalPage {
  protected override render(): TemplateResult {
    return html`<div class="page wide">
      <div class="title">
        <h1 tabindex="-1">${this.family ? 'Your children' : 'Caseload'}</h1>
        <p class="lead">${this.family ? 'The cases you may read and write in.' : 'Every case you are part of, and where it stands.'}</p>
      </div>
      <ssp-caseload .session=${this.usedSession} audience=${this.family ? 'family' : 'staff'}></ssp-caseload>
    </div>`;
  }
}
