import type { Stage } from '@ssp-kit/process';
import { html, nothing, type TemplateResult } from 'lit';
import { classMap } from 'lit/directives/class-map.js';
import { formatGrade } from '../shared/format.js';
import { icon } from '../shared/icons.js';
import { terms } from './case.terms.js';
import type { CasePage } from './page.js';

/** Whose case it is, where it belongs, and whether everything is saved. */
export function renderHeader({ state, session }: CasePage): TemplateResult {
  const { student, team } = state;
  const coordinator = team.find((one) => one.coordinator)?.name;
  const parts = [formatGrade(student.grade), student.schoolName ?? ''];
  return html`<header class="header" part="header">
    <div class="whose">
      <h2 class="name">${student.name}</h2>
      <p class="quiet">
        ${parts.filter((part) => part !== '').map((part) => html`<span>${part}</span>`)}
        <span>${coordinator ? terms('coordinator', { name: coordinator }) : terms('coordinatorNone')}</span>
      </p>
    </div>
    <ssp-sync-status .session=${session}></ssp-sync-status>
  </header>`;
}

/** The six stages; on a phone they are one line until they are asked for: the next step comes first. */
export function renderTrack(page: CasePage, whole: boolean, onToggle: () => void): TemplateResult {
  const at = page.process.stages.findIndex(({ id }) => id === (page.state.stage satisfies Stage | null));
  const row = page.process.stages[at];
  return html`<div class=${classMap({ track: true, folded: !whole && row !== undefined })}>
    ${
      row === undefined
        ? nothing
        : html`<button
            type="button"
            class="button small unfold"
            aria-expanded=${whole ? 'true' : 'false'}
            @click=${onToggle}
          >
            <span>${terms('stageOf', {
              number: at + 1,
              count: page.process.stages.length,
              stage: page.audience === 'family' ? row.familyLabel : row.label,
            })}</span>
            ${icon('chevron')}
          </button>`
    }
    <ssp-stage-track
      .session=${page.session}
      .caseId=${page.caseId}
      .audience=${page.audience}
    ></ssp-stage-track>
  </div>`;
}
