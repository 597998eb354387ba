import { actionRow, type CaseState, label, type Process, type RowView, type SignedSession } from '@ssp-kit/process';
import type { Person } from '@ssp-kit/session/contract';
import { html, nothing, type TemplateResult } from 'lit';
import { classMap } from 'lit/directives/class-map.js';
import { formatDay, formatTime } from '../shared/format.js';
import { terms } from './service-log.terms.js';

/** What is told of a signed session besides its own record. */
export interface Signed {
  readonly process: Process;
  readonly locale: string;
  /** The name of its service. */
  readonly name: string;
  /** Its entry in the year's services: note, time and the reason why it is void. */
  readonly entry: RowView | undefined;
  /** Who signed it, by name; '' for the reader's own. */
  readonly signer: string;
  /** Makes it void; null where this person may not. */
  readonly onVoid: (() => void) | null;
}

/** One signed session: when, what, by whom, its note, and why it is void. */
export function renderSigned(session: SignedSession, signed: Signed): TemplateResult {
  const { process, locale, name, entry, signer, onVoid } = signed;
  const day = formatDay(session.date, locale);
  const time = typeof entry?.['startTime'] === 'string' ? formatTime(entry['startTime'], locale) : '';
  const status =
    session.status === 'provided'
      ? terms('minutes', { count: session.minutes })
      : label(process, 'session-status', session.status);
  const note = typeof entry?.['note'] === 'string' ? entry['note'] : '';
  const reason = typeof entry?.['voided'] === 'string' ? entry['voided'] : '';
  return html`<li class=${classMap({ signed: true, void: session.void })} part="signed">
    <div class="signed-head">
      <p class="numbers">
        <span class="strike"><strong>${day}</strong>${time ? html`, ${time}` : nothing} · ${name} · ${status}</span>
        ${signer === '' ? nothing : html`<span class="quiet">${terms('signedBy', { name: signer })}</span>`}
      </p>
      ${
        onVoid === null
          ? nothing
          : html`<button
              type="button"
              class="button plain small"
              aria-label=${terms('voidOf', { day, name })}
              @click=${onVoid}
            >${terms('void')}</button>`
      }
    </div>
    ${note ? html`<p class="note-text">${note}</p>` : nothing}
    ${
      session.void
        ? html`<p class="small void-reason">${reason ? terms('voided', { reason }) : terms('voidedNoReason')}</p>`
        : nothing
    }
  </li>`;
}

/** The process says who may make a session void: this only spares others a button that would refuse. */
export function mayVoid(
  process: Process,
  state: CaseState['state'] | undefined,
  { provider, void: gone }: SignedSession,
  person: Person | null | undefined,
): boolean {
  const open = state !== undefined && actionRow(process, 'service.void')?.from.includes(state) === true;
  const roles = person?.roles ?? [];
  const who = provider === person?.id || roles.includes('coordinator') || roles.includes('supervisor');
  return open && who && !gone;
}
