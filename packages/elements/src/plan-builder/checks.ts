import type { CaseDocument, CaseState, RequirementResult } from '@ssp-kit/process';
import { html, nothing, type TemplateResult } from 'lit';
import { icon } from '../shared/icons.js';
import { terms } from './plan-builder.terms.js';

/** Where something is mended: a field of this or of another document. */
export interface CheckPlace {
  readonly document: string;
  readonly field: string;
  readonly row?: string;
}

/** What is checked before a plan is activated: what is missing, each the way to its place, and what is met. */
export function renderChecks(
  requirements: readonly RequirementResult[],
  state: CaseState,
  own: CaseDocument | undefined,
  goTo: (place: CheckPlace) => void,
): TemplateResult {
  const met = requirements.filter((one) => one.met);
  const unmet = requirements.filter((one) => !one.met);
  return html`<section class="checks" part="checks" aria-labelledby="checks">
    <h3 id="checks">${terms('checks')}</h3>
    <p class="quiet numbers" role="status">
      ${terms('checksMet', { met: met.length, all: requirements.length })}
    </p>
    ${
      unmet.length === 0
        ? nothing
        : html`<ul class="check-list">
            ${unmet.map((one) => renderUnmet(one, placeOf(one, state, own), goTo))}
          </ul>`
    }
    ${
      met.length === 0
        ? nothing
        : html`<details class="met">
            <summary>${icon('chevron')}${terms('metOnes', { count: met.length })}</summary>
            <ul class="check-list">
              ${met.map(
                ({ label }) => html`<li class="check met">${icon('check')}<span>${withoutStop(label)}</span></li>`,
              )}
            </ul>
          </details>`
    }
  </section>`;
}

function renderUnmet(
  { label }: RequirementResult,
  place: CheckPlace | null,
  goTo: (place: CheckPlace) => void,
): TemplateResult {
  return html`<li class="check">
    <span class="open-mark" aria-hidden="true"></span>
    ${
      place === null
        ? html`<span>${label}</span>`
        : html`<button type="button" class="link" @click=${() => goTo(place)}>${label}</button>`
    }
  </li>`;
}

/** What is not met in the plan itself is met where the notice, the consent or the conference is written. */
function placeOf({ id, at }: RequirementResult, state: CaseState, own: CaseDocument | undefined): CheckPlace | null {
  if (at?.document !== undefined && at.document !== '') {
    return { document: at.document, field: at.field, ...(at.row === undefined ? {} : { row: at.row }) };
  }
  const since = own?.openedBy ?? 0;
  if (/^plan\.activate\/(notice|refusal-notice)/u.test(id)) {
    const owed = state.notices.findLast(({ document, provided }) => document !== null && provided === null);
    return owed?.document ? { document: owed.document, field: 'providedDate' } : null;
  }
  if (id.startsWith('plan.activate/consent')) {
    const asked = state.consents.findLast(({ form, result }) => form === '102b' && result === null);
    return asked?.document ? { document: asked.document, field: 'providedDate' } : null;
  }
  if (id === 'plan.activate/conference') {
    const planned = Object.values(state.documents).findLast(
      ({ kind, state: stands, openedBy }) => kind === 'conference' && stands === 'open' && openedBy >= since,
    );
    return planned === undefined ? null : { document: planned.id, field: 'actualDate' };
  }
  return null;
}

function withoutStop(words: string): string {
  return words.replace(/\.$/u, '');
}
