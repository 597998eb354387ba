import type { Refusal, RequirementResult } from '@ssp-kit/process';
import type { PendingDecision } from '@ssp-kit/session/contract';
import { html, nothing, type TemplateResult } from 'lit';
import { classMap } from 'lit/directives/class-map.js';
import { icon } from '../shared/icons.js';
import { terms } from './decision.terms.js';

type OnGoTo = (requirement: RequirementResult) => void;

/** What is still missing, each with the way to where it is mended. */
export function renderMissing(
  missing: readonly RequirementResult[],
  attempted: boolean,
  onGoTo: OnGoTo,
): TemplateResult | typeof nothing {
  if (missing.length === 0) return nothing;
  return html`<div
    class=${classMap({ missing: true, attempted })}
    part="missing"
    id="missing"
    tabindex="-1"
    role="group"
    aria-labelledby="missing-title"
  >
    <p class="title" id="missing-title">${terms('missing', { count: missing.length })}</p>
    <ul>
      ${missing.map((one) => html`<li>${renderRequirement(one, onGoTo)}</li>`)}
    </ul>
  </div>`;
}

function renderRequirement(one: RequirementResult, onGoTo: OnGoTo): TemplateResult {
  if (one.at === undefined) return html`<span title=${one.source}>${one.label}</span>`;
  return html`<button type="button" class="link" title=${one.source} @click=${() => onGoTo(one)}>
    ${one.label}
  </button>`;
}

/** Why the server did not take the decision. */
export function renderRefusal(refusal: Refusal, onGoTo: OnGoTo): TemplateResult {
  return html`<div class="notice refused" role="alert">
    ${icon('alert')}
    <div class="body">
      <p>${terms(`refused-${refusal.code}`)}</p>
      ${
        refusal.unmet.length > 0
          ? html`<ul>
              ${refusal.unmet.map((one) => html`<li>${renderRequirement(one, onGoTo)}</li>`)}
            </ul>`
          : nothing
      }
    </div>
  </div>`;
}

/** A decision that is on its way, waits for the server, or was refused; with the way to take it back. */
export function renderPending(
  pending: PendingDecision,
  label: string,
  {
    refused,
    onWithdraw,
  }: {
    readonly refused: (refusal: Refusal) => TemplateResult;
    readonly onWithdraw: () => void;
  },
): TemplateResult {
  if (pending.refusal !== null) {
    return html`${refused(pending.refusal)}
      <button type="button" class="button small" @click=${onWithdraw}>${terms('close')}</button>`;
  }
  const waiting = pending.state === 'waiting';
  return html`<div class="notice" role="status">
    ${icon(waiting ? 'cloud-off' : 'clock')}
    <div class="body">
      <p><strong>${label}.</strong> ${terms(waiting ? 'waiting' : 'sending')}</p>
      ${waiting ? html`<button type="button" class="link" @click=${onWithdraw}>${terms('discard')}</button>` : nothing}
    </div>
  </div>`;
}
