import type { CaseDocument } from '@ssp-kit/process';
import { html, nothing, type TemplateResult } from 'lit';
import { classMap } from 'lit/directives/class-map.js';
import { repeat } from 'lit/directives/repeat.js';
import { documentName } from '../shared/document-name.js';
import { formatDay } from '../shared/format.js';
import { icon } from '../shared/icons.js';
import { terms } from './case.terms.js';
import { renderDocument } from './documents.js';
import type { EarlierStage } from './earlier.js';
import type { CasePage } from './page.js';

export interface RecordParts {
  readonly stages: readonly EarlierStage[];
  readonly opened: ReadonlySet<string>;
  /** The stages that are unfolded. */
  readonly unfolded: ReadonlySet<string>;
  readonly onToggleStage: (stage: string, open: boolean) => void;
  readonly onToggle: (document: string) => void;
}

/** What is on record so far, folded by stage; a document opens in its place. */
export function renderRecord(page: CasePage, parts: RecordParts): TemplateResult {
  return html`<section class="record" aria-labelledby="record-title">
    <h3 id="record-title" tabindex="-1">${terms('documents')}</h3>
    ${parts.stages.length === 0 ? html`<p class="quiet">${terms('documentsNone')}</p>` : nothing}
    ${repeat(
      parts.stages,
      ({ stage }) => stage,
      (one) => renderStage(page, one, parts),
    )}
  </section>`;
}

function renderStage(page: CasePage, { stage, label, documents }: EarlierStage, parts: RecordParts): TemplateResult {
  const open = parts.unfolded.has(stage);
  return html`<details
    class="record-stage"
    data-stage=${stage}
    ?open=${open}
    @toggle=${(event: Event) => parts.onToggleStage(stage, (event.target as HTMLDetailsElement).open)}
  >
    <summary>
      ${icon('chevron')}<span class="record-label">${label}</span>
      <span class="quiet small numbers">${terms('documentCount', { count: documents.length })}</span>
    </summary>
    ${
      open
        ? html`<ul>
            ${repeat(
              documents,
              ({ id }) => id,
              (one) => renderEarlier(page, one, parts),
            )}
          </ul>`
        : nothing
    }
  </details>`;
}

function renderEarlier(page: CasePage, one: CaseDocument, { opened, onToggle }: RecordParts): TemplateResult {
  const open = opened.has(one.id);
  const away = one.stands === 'superseded' || one.stands === 'void';
  return html`<li>
    <button
      type="button"
      class=${classMap({ 'record-row': true, away })}
      data-earlier=${one.id}
      aria-expanded=${open ? 'true' : 'false'}
      @click=${() => onToggle(one.id)}
    >
      <span class="record-name">${documentName(page.process, page.state, one.id, page.audience)}</span>
      <span class="quiet small numbers">${sayStanding(page, one)}</span>
      ${icon('chevron')}
    </button>
    ${
      open
        ? html`<div class="place" data-opened=${one.id} tabindex="-1">
            ${renderDocument(page, one.kind, one.id, { readonly: page.readonly, withoutHeading: true })}
          </div>`
        : nothing
    }
  </li>`;
}

/** What a document counts for and since when; its version where there is more than one. */
function sayStanding({ locale }: CasePage, { stands, sealed, openedOn, corrects }: CaseDocument): string {
  const day = formatDay(sealed?.day ?? openedOn, locale);
  const says = terms(`since-${stands}`, { day });
  const version = sealed !== undefined && sealed.version > 1 ? terms('version', { number: sealed.version }) : '';
  return [says, version, corrects === undefined ? '' : terms('corrected')].filter((part) => part !== '').join(' · ');
}
