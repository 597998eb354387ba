import type { CaseDocument, CaseState, DocumentView, Process } from '@ssp-kit/process';
import { label } from '@ssp-kit/process';
import type { DocumentStatus, Readable } from '@ssp-kit/session/contract';
import { html, nothing, type TemplateResult } from 'lit';
import { compare, renderComparison } from '../history/comparison.js';
import { follow } from '../shared/follow.js';
import { formatDay } from '../shared/format.js';
import { icon } from '../shared/icons.js';
import type { CheckPlace } from './checks.js';
import { terms } from './plan-builder.terms.js';

/** What a plan is compared with, and what follows from it. */
export interface Changes {
  readonly process: Process;
  readonly state: CaseState;
  readonly own: CaseDocument | undefined;
  readonly before: DocumentView;
  readonly current: Readable<DocumentStatus>;
  readonly cycle: string | null;
  readonly audience: 'staff' | 'family';
  readonly locale: string;
  /** Comparing two plans costs: it is done for whoever looks at it. */
  readonly comparing: boolean;
  onComparing(open: boolean): void;
  goTo(place: CheckPlace): void;
}

/** The kind of cycle, the notice it needs, and, once it is asked for, everything that differs from the plan before. */
export function renderChanges(changes: Changes): TemplateResult {
  const { current, cycle, comparing } = changes;
  const kind = `cycle-${cycle ?? ''}`;
  return html`<div class="changing">
    ${terms.has(kind) ? html`<p>${terms(kind)}</p>` : nothing}
    ${renderNotices(changes)}
    <details
      class="compare"
      ?open=${comparing}
      @toggle=${(event: Event) => changes.onComparing((event.target as HTMLDetailsElement).open)}
    >
      <summary>${icon('chevron')}${terms('compare')}</summary>
      <div class="comparison">
        ${
          comparing
            ? follow(
                current,
                ({ data }) => data,
                (data) => renderDifference(changes, data),
              )
            : nothing
        }
      </div>
    </details>
  </div>`;
}

function renderDifference({ process, state, before, audience, locale }: Changes, after: DocumentView): TemplateResult {
  const compared = { process, state, kind: 'plan', before, after, audience, locale };
  return renderComparison(compared, compare(compared), false);
}

/** Notices that this plan called for; before it is presented, that it will. */
function renderNotices({ process, state, own, locale, goTo }: Changes): TemplateResult | typeof nothing {
  if (own?.corrects !== undefined || state.track === 'action' || state.track === null) return nothing;
  const due = state.notices.filter(
    ({ because, about }) => because > (own?.openedBy ?? 0) && ['plan', 'change', 'placement'].includes(about),
  );
  if (due.length === 0) return html`<p class="note">${icon('flag')}<span>${terms('noticeAhead')}</span></p>`;
  return html`<ul class="notices">
    ${due.map(({ about, document, provided }) => {
      const notice = label(process, 'notice-about', about);
      return html`<li>
        ${
          provided !== null
            ? html`${icon('check')}<span>${terms('noticeGiven', { notice, day: formatDay(provided, locale) })}</span>`
            : html`${icon('flag')}
                ${
                  document === null
                    ? html`<span>${terms('noticeOpen', { notice })}</span>`
                    : html`<button
                        type="button"
                        class="link"
                        @click=${() => goTo({ document, field: 'providedDate' })}
                      >
                        ${terms('noticeOpen', { notice })}
                      </button>`
                }`
        }
      </li>`;
    })}
  </ul>`;
}
