import { html, nothing, type TemplateResult } from 'lit';
import { classMap } from 'lit/directives/class-map.js';
import { repeat } from 'lit/directives/repeat.js';
import { documentName } from '../shared/document-name.js';
import { formatDay } from '../shared/format.js';
import { icon } from '../shared/icons.js';
import { terms } from './case.terms.js';
import { renderDocument } from './documents.js';
import { type CasePage, kindName } from './page.js';
import type { Place } from './places.js';

export interface DeskParts {
  readonly places: readonly Place[];
  readonly opened: ReadonlySet<string>;
  /** Documents on record, which the list leads to at its end. */
  readonly earlier: number;
  readonly onOpen: (place: Place) => void;
  readonly onClose: (place: Place) => void;
  readonly onRecord: () => void;
}

/** What is worked on now: a list of it, and below that what of it is open. */
export function renderDesk(page: CasePage, parts: DeskParts): TemplateResult {
  const open = parts.places.filter(({ id }) => parts.opened.has(id));
  return html`${renderWorkedOn(page, parts)}
    ${repeat(
      open,
      ({ id }) => id,
      (place) => renderPlace(page, place, parts),
    )}`;
}

/** What the person calls a place. */
export function placeName(page: CasePage, { kind, document }: Place): string {
  if (document !== '') return documentName(page.process, page.state, document, page.audience);
  if (kind === 'log' || kind === 'conference') return terms(page.audience === 'family' ? `${kind}-family` : kind);
  return kindName(page, kind);
}

/** A list of one says nothing that the document below it does not. */
function renderWorkedOn(page: CasePage, parts: DeskParts): TemplateResult | typeof nothing {
  const { places, earlier, onRecord } = parts;
  if (places.length < 2) return nothing;
  return html`<nav class="desk" part="desk" aria-labelledby="desk-title">
    <h3 id="desk-title">${terms('desk')}</h3>
    <ul>
      ${repeat(
        places,
        ({ id }) => id,
        (place) => renderRow(page, place, parts),
      )}
      ${
        earlier === 0
          ? nothing
          : html`<li>
              <button type="button" class="desk-row" @click=${onRecord}>
                <span class="desk-name">${terms('documents')}</span>
                <span class="quiet small numbers">${terms('onRecord', { count: earlier })}</span>
                ${icon('down')}
              </button>
            </li>`
      }
    </ul>
  </nav>`;
}

function renderRow(page: CasePage, place: Place, { opened, onOpen }: DeskParts): TemplateResult {
  const open = opened.has(place.id);
  return html`<li>
    <button
      type="button"
      class=${classMap({ 'desk-row': true, open })}
      data-place=${place.id}
      aria-expanded=${open ? nothing : 'false'}
      @click=${() => onOpen(place)}
    >
      <span class="desk-name">${placeName(page, place)}</span>
      <span class="quiet small numbers">${sayState(page, place)}</span>
      ${icon(open ? 'down' : 'chevron')}
    </button>
  </li>`;
}

/** How a place stands, in a word or two. */
function sayState({ state, locale }: CasePage, { kind, document }: Place): string {
  if (kind === 'conference') {
    const planned = state.conferences.findLast(({ held }) => held === null)?.planned;
    if (planned) return terms('planned', { day: formatDay(planned, locale) });
    const held = state.conferences.findLast((one) => one.held !== null)?.held;
    return held ? terms('held', { day: formatDay(held, locale) }) : terms('conferenceNone');
  }
  if (document === '') return '';
  if (state.plan?.document === document) return terms('inForce', { day: formatDay(state.plan.endDate, locale) });
  const row = state.documents[document];
  if (row === undefined) return '';
  const day = formatDay(row.sealed?.day ?? row.openedOn, locale);
  return row.corrects === undefined ? terms(`since-${row.stands}`, { day }) : terms('correcting', { day });
}

function renderPlace(page: CasePage, place: Place, { places, onClose }: DeskParts): TemplateResult {
  const { id, kind, document } = place;
  const name = placeName(page, place);
  return html`<section class="place" part="place" data-opened=${id} tabindex="-1" aria-label=${name}>
    ${
      place.primary || places.length < 2
        ? nothing
        : html`<button type="button" class="button small" @click=${() => onClose(place)}>
            ${icon('close')}${terms('hide')}<span class="unseen">: ${name}</span>
          </button>`
    }
    ${renderDocument(page, kind, document, { readonly: page.readonly })}
  </section>`;
}
