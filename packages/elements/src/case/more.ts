import { html, nothing, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { icon } from '../shared/icons.js';
import { terms } from './case.terms.js';
import { type DecisionGroup, groupDecisions } from './decisions.js';

export interface MoreParts {
  readonly actions: readonly string[];
  readonly open: boolean;
  readonly onToggle: (open: boolean) => void;
  readonly decide: (action: string) => TemplateResult;
}

/** The decisions that are not next, behind a fold and by what they are about. */
export function renderMore({ actions, open, onToggle, decide }: MoreParts): TemplateResult | typeof nothing {
  if (actions.length === 0) return nothing;
  return html`<details
    class="more"
    ?open=${open}
    @toggle=${(event: Event) => onToggle((event.target as HTMLDetailsElement).open)}
  >
    <summary>${icon('chevron')}${terms('more')}</summary>
    ${open ? html`<div class="more-groups">${groupDecisions(actions).map((group) => renderGroup(group, decide))}</div>` : nothing}
  </details>`;
}

function renderGroup({ group, actions }: DecisionGroup, decide: MoreParts['decide']): TemplateResult {
  return html`<section class="more-group" aria-labelledby=${`more-${group}`}>
    <h4 id=${`more-${group}`}>${terms(`group-${group}`)}</h4>
    <div class="more-list">${repeat(actions, (action) => action, decide)}</div>
  </section>`;
}
