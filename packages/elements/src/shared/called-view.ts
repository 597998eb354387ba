import { html, nothing, type TemplateResult } from 'lit';
import { classMap } from 'lit/directives/class-map.js';
import { icon } from './icons.js';
import type { CalledMember } from './called.js';
import { defineTerms } from './terms.js';

const terms = defineTerms('called-members', {
  called: 'Whom the law calls to this conference',
  excused: '{name} (excused)',
  uncovered: 'nobody yet',
});

/** The members whom the law calls, each with who covers them; nothing where it calls nobody. */
export function renderCalled(members: readonly CalledMember[], source: string): TemplateResult | typeof nothing {
  if (members.length === 0) return nothing;
  return html`<div class="called" part="called">
    <p class="small quiet" title=${source}>${terms('called')}</p>
    <ul>
      ${members.map((one) => renderMember(one))}
    </ul>
  </div>`;
}

function renderMember({ label, here, excused }: CalledMember): TemplateResult {
  const covered = here.length > 0 || excused.length > 0;
  const says = [...here, ...excused.map((name) => terms('excused', { name }))].join(', ');
  return html`<li class=${classMap({ covered })}>
    ${icon(covered ? 'check' : 'alert')}<span
      ><span class="member">${label}</span>: ${covered ? says : html`<strong>${terms('uncovered')}</strong>`}</span
    >
  </li>`;
}
