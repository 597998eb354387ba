import { html, nothing, type TemplateResult } from 'lit';
import '../deadlines/define.js';
import '../family/define.js';
import '../history/define.js';
import '../presence/define.js';
import '../team/define.js';
import { icon } from '../shared/icons.js';
import { terms } from './case.terms.js';
import type { CasePage } from './page.js';
import type { Place } from './places.js';

/** The team, and who is in the document of the moment. */
export function renderPeople(page: CasePage, places: readonly Place[]): TemplateResult {
  const document = places.find((one) => one.document !== '')?.document;
  return html`<ssp-team
      .session=${page.session}
      .caseId=${page.caseId}
      ?readonly=${page.readonly || page.audience === 'family'}
      @ssp-decision-made=${page.onMade}
    ></ssp-team>
    ${
      document === undefined
        ? nothing
        : html`<div class="here">
            <h3>${terms('here')}</h3>
            <ssp-presence
              .session=${page.session}
              .caseId=${page.caseId}
              .documentId=${document}
              .audience=${page.audience}
            ></ssp-presence>
          </div>`
    }`;
}

export function renderDates(page: CasePage, onHistory: (event: CustomEvent<{ seq: number }>) => void): TemplateResult {
  return html`<ssp-deadlines
    .session=${page.session}
    .caseId=${page.caseId}
    .audience=${page.audience}
    ?readonly=${page.readonly}
    @ssp-field-request=${page.onFieldRequest}
    @ssp-history-request=${onHistory}
    @ssp-decision-made=${page.onMade}
  ></ssp-deadlines>`;
}

/** Their own words: with the family itself they stand in the middle of the page. */
export function renderFamily(page: CasePage): TemplateResult {
  return html`<div class="family" tabindex="-1">
    <ssp-family
      .session=${page.session}
      .caseId=${page.caseId}
      .audience=${page.audience}
      ?readonly=${page.readonly}
    ></ssp-family>
  </div>`;
}

/** Every decision, notice and version; long, so it stands behind a fold and is made when that is opened. */
export function renderHistory(page: CasePage, open: boolean, onToggle: (open: boolean) => void): TemplateResult {
  return html`<details
    class="rest whole-record"
    ?open=${open}
    @toggle=${(event: Event) => onToggle((event.target as HTMLDetailsElement).open)}
  >
    <summary>${icon('chevron')}${terms('history', { count: page.state.decisions.length })}</summary>
    ${
      open
        ? html`<ssp-history
            without-heading
            .session=${page.session}
            .caseId=${page.caseId}
            .audience=${page.audience}
            ?readonly=${page.readonly}
            @ssp-field-request=${page.onFieldRequest}
            @ssp-decision-made=${page.onMade}
          ></ssp-history>`
        : nothing
    }
  </details>`;
}
