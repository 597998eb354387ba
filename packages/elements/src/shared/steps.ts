import { html, nothing, type TemplateResult } from 'lit';
import { icon } from './icons.js';
import { defineTerms } from './terms.js';

const terms = defineTerms('steps', { done: 'done', now: 'now', open: 'not yet', ended: 'ended' });

/** One step of something that goes through a few: its name, when or how it stands, and whether it is done. */
export interface Step {
  readonly name: string;
  readonly when: string;
  readonly state: 'done' | 'now' | 'open' | 'ended';
}

/** A few steps beside each other, their state in shape and words; with `followingStyles`. */
export function renderProgress(steps: readonly Step[], label: string): TemplateResult | typeof nothing {
  if (steps.length === 0) return nothing;
  return html`<ol class="steps" part="steps" aria-label=${label}>
    ${steps.map(
      ({ name, when, state }) => html`<li class=${state}>
        <span class="dot" aria-hidden="true"
          >${state === 'done' ? icon('check') : state === 'ended' ? icon('close') : nothing}</span
        >
        <span>
          <span class="step-name">${name}<span class="unseen">, ${terms(state)}</span></span>
          ${when ? html`<span class="when">${when}</span>` : nothing}
        </span>
      </li>`,
    )}
  </ol>`;
}
