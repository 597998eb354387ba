import { SspElement } from '@ssp-kit/elements';
import type { TemplateResult } from 'lit';
import { html } from 'lit';
import { property } from 'lit/decorators.js';
import { rolesInWords } from './roles.js';

/**
 * @summary A person's roles as the session's process calls them.
 * @customElement portal-role-words
 */
export class PortalRoleWords extends SspElement {
  @property({ attribute: false }) roles: readonly string[] = [];

  protected override render(): TemplateResult {
    return html`${rolesInWords(this.process, this.roles)}`;
  }
}
