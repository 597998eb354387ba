import type { DocumentKind } from '@ssp-kit/process';
import { type CSSResultGroup, html, nothing, type TemplateResult } from 'lit';
import { calledMembers } from '../shared/called.js';
import { renderCalled } from '../shared/called-view.js';
import { calledStyles } from '../shared/called.styles.js';
import { type Deciding, SspSectionedElement } from '../document/sectioned-element.js';
import type { FormSection } from '../document/sections.js';
import { rowsOf } from '../shared/fields.js';
import { labelOf } from '../shared/format.js';
import { terms } from './invitation.terms.js';

/**
 * @summary The invitation to a conference: what it says, who is invited as what, how and in which language each copy went out, and
 *   the decision that records that it was sent.
 * @customElement ssp-invitation
 * @status experimental
 * @since 0.1
 * @dependency ssp-field
 * @dependency ssp-field-list
 * @dependency ssp-decision
 *
 * @event {CustomEvent<{action: string, result: string}>} ssp-decision-made - The invitation was sent, or that waits in the outbox.
 * @event {CustomEvent<{document: string, field: string, row?: string}>} ssp-field-request - The person wants to go to a field of another document.
 *
 * @csspart sheet - The invitation.
 * @csspart heading - Its heading.
 * @csspart section - One part of it.
 * @csspart called - The members whom the law calls.
 * @csspart saved - The sentence that says where the words are.
 */
export class SspInvitation extends SspSectionedElement {
  static override styles: CSSResultGroup = [SspSectionedElement.styles, calledStyles];

  protected readonly kind: DocumentKind = 'invitation';

  protected override get deciding(): Deciding | null {
    return this.decisionOn('invitation.send');
  }

  get #purpose(): string {
    const written = this.data['purpose'];
    return typeof written === 'string' ? written : (this.about ?? '');
  }

  #renderMeeting(): TemplateResult {
    return html`<div class="grid">
      ${this.renderField('meetingDate', { size: 'third' })} ${this.renderField('meetingTime', { size: 'third' })}
      ${this.renderField('purpose', { size: 'third' })} ${this.renderField('place', { size: 'half' })}
      ${this.renderField('link', { size: 'half' })}
    </div>`;
  }

  #renderPeople(section: FormSection): TemplateResult {
    const rule = this.process.conferences.find(({ purpose }) => purpose === this.#purpose);
    const members = calledMembers(this.process, this.#purpose, rowsOf(this.data, 'invitees'));
    return html`${renderCalled(members, rule?.source ?? '')}
      ${this.renderOwnList('invitees', section, {
        layout: (row, field) => html`<div class="grid">
          ${field('name', { size: 'half' })} ${field('memberType', { size: 'half' })}
          ${row['person'] ? nothing : field('external', { size: 'half' })}
        </div>`,
        placed: ['person', 'external'],
      })}
      ${
        section.fields.length === 0
          ? nothing
          : html`<div class="grid">
              ${section.fields.map(({ name }) => this.renderField(name))}
            </div>`
      }`;
  }

  #renderSent(section: FormSection): TemplateResult {
    const today = this.sessionState.value?.today ?? '';
    return html`<div class="grid">${this.renderField('announcedDate', { size: 'half' })}</div>
      ${this.renderOwnList('notices', section, {
        heading: '',
        firstValues: { date: today },
        layout: (row, field) => html`<div class="grid">
          ${field('to', { size: 'half' })} ${field('date', { size: 'half' })} ${field('method', { size: 'half' })}
          ${field('language', { size: 'half' })}
          ${row['method'] === 'mail' || row['method'] === 'email' ? field('address') : nothing}
        </div>`,
        placed: ['address'],
      })}`;
  }

  protected override render(): TemplateResult {
    const purpose = labelOf(this.process, 'conference-purpose', this.#purpose);
    return this.renderSheet(
      () =>
        this.renderForm({
          layouts: {
            meeting: () => this.#renderMeeting(),
            people: (section) => this.#renderPeople(section),
            sent: (section) => this.#renderSent(section),
          },
          decisions: this.renderEnding(),
        }),
      { heading: terms('heading', { purpose }) },
    );
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'ssp-invitation': SspInvitation;
  }
}
