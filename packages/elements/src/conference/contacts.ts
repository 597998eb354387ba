import type { CaseConference, CaseContact, CaseState, Process } from '@ssp-kit/process';
import { html, type TemplateResult } from 'lit';
import { formatDay, labelOf } from '../shared/format.js';
import { icon } from '../shared/icons.js';
import { terms } from './conference.terms.js';

/** The attempts to reach the family for a conference, the newest first. */
export function contactsOf({ contacts }: CaseState, { document, invitation }: CaseConference): readonly CaseContact[] {
  return contacts
    .filter((one) => one.about === 'conference' && (one.document === document || one.document === invitation))
    .reverse();
}

export function renderContacts(
  process: Process,
  { decisions }: CaseState,
  contacts: readonly CaseContact[],
  locale: string,
): TemplateResult {
  if (contacts.length === 0) return html`<p class="quiet">${terms('contactsNone')}</p>`;
  return html`<ul class="contact-list">
    ${contacts.map(({ day, method, relation, seq }) => {
      const decision = decisions.find((one) => one.seq === seq);
      const name = decision?.words['contact'] ?? '';
      return html`<li class="contact">
        ${icon('words')}
        <div>
          <p>
            <span class="name">${terms('contactTo', { name, relation })}</span>
            <span class="quiet small numbers">${formatDay(day, locale)}, ${labelOf(process, 'contact-method', method)}</span>
          </p>
          <p>${decision?.words['outcome'] ?? ''}</p>
        </div>
      </li>`;
    })}
  </ul>`;
}
