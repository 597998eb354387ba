import type { CaseState, DocumentView, Process, RowView } from '@ssp-kit/process';
import type { DocumentHandle, Presence } from '@ssp-kit/session/contract';
import { html, nothing, type TemplateResult } from 'lit';
import { classMap } from 'lit/directives/class-map.js';
import { icon } from '../shared/icons.js';
import { listNames, onePerPerson, renderRings } from '../shared/people.js';
import type { Part } from '../shared/plan-words.js';
import type { Arrangement } from './arrange.js';
import { terms } from './plan-cards.terms.js';
import { cardName, type ListName, type PlanRows } from './rows.js';

/** What cards are drawn from, and what a person can do to them. */
export interface Cards {
  readonly process: Process;
  readonly locale: string;
  readonly audience: 'staff' | 'family';
  readonly writable: boolean;
  readonly state: CaseState | null;
  readonly people: readonly Presence[];
  readonly rows: PlanRows;
  readonly arrangement: Arrangement;
  /** The plan's answers, for what a card is checked against. */
  readonly plan: DocumentView;
  readonly document: DocumentHandle | null;
  /** Whether goals of this track have steps on the way. */
  readonly asksSteps: boolean;
  /** What is wrong with lists and rows: `goals`, or `goals/<row id>`. */
  readonly errors: Readonly<Record<string, string>>;
  isOpen(id: string): boolean;
  isFresh(id: string): boolean;
  /** A field of a row by its name; nothing where it is not asked. */
  field(list: ListName, row: RowView, name: string, size?: string, lines?: number): TemplateResult | typeof nothing;
  /** The fields of a row that its card does not place, for instance a district's own. */
  rest(list: ListName, row: RowView, placed: readonly string[]): TemplateResult | typeof nothing;
  /** The steps on the way to a goal, to be written. */
  steps(goal: RowView): TemplateResult | typeof nothing;
  /** A part of a card that goes with the row's words: it follows them by itself, letter by letter. */
  words<P>(list: ListName, row: RowView, part: (row: RowView) => P, render: (part: P) => unknown): unknown;
  onToggle(id: string): void;
  /** Puts the person into a field of a row. */
  onField(list: ListName, id: string, name: string): void;
  onAdd(list: ListName, parent: string): void;
  onRemove(list: ListName, id: string): void;
  onMove(list: ListName, id: string, siblings: readonly string[], by: -1 | 1): void;
}

/** The classes of a card. */
export function cardClasses(cards: Cards, list: ListName, { id }: RowView): ReturnType<typeof classMap> {
  return classMap({
    card: true,
    [list]: true,
    open: cards.isOpen(id),
    fresh: cards.isFresh(id),
    wrong: `${list}/${id}` in cards.errors,
  });
}

/** What a card is called, inside a sentence that says more. */
export function renderName(
  cards: Cards,
  list: ListName,
  row: RowView,
  say: (name: string) => string = (name) => name,
): unknown {
  return cards.words(list, row, (now) => cardName(list, now), say);
}

/** A card's title, who is in it, and the button that opens and closes it. */
export function renderHead(cards: Cards, list: ListName, row: RowView, title: TemplateResult | string): TemplateResult {
  const open = cards.isOpen(row.id);
  const people = onePerPerson(cards.people.filter(({ field }) => field?.startsWith(`${list}/${row.id}/`)));
  const names = people.map((one) => one.name);
  return html`<div class="head">
    <h4 class="kicker" id=${`title-${row.id}`}>${title}</h4>
    ${renderRings(people)}
    <span class="unseen">${
      names.length > 0 ? terms('here', { names: listNames(names, cards.locale), count: names.length }) : nothing
    }</span>
    ${
      cards.writable
        ? html`<button
            type="button"
            class="button plain small toggle"
            aria-expanded=${open ? 'true' : 'false'}
            @click=${() => cards.onToggle(row.id)}
          >
            ${open ? icon('check') : icon('edit')}${terms(open ? 'done' : 'edit')}<span class="unseen">: ${renderName(cards, list, row)}</span>
          </button>`
        : nothing
    }
  </div>`;
}

/** The buttons that move a card among its neighbours and remove it. */
export function renderTools(cards: Cards, list: ListName, row: RowView, siblings: readonly string[]): TemplateResult {
  const at = siblings.indexOf(row.id);
  const label = (key: 'up' | 'down' | 'remove') => renderName(cards, list, row, (name) => terms(key, { name }));
  return html`<div class="tools">
    ${
      siblings.length < 2
        ? nothing
        : html`<button
              type="button"
              class="icon-button up"
              aria-label=${label('up')}
              ?disabled=${at <= 0}
              @click=${() => cards.onMove(list, row.id, siblings, -1)}
            >${icon('up')}</button>
            <button
              type="button"
              class="icon-button down"
              aria-label=${label('down')}
              ?disabled=${at === siblings.length - 1}
              @click=${() => cards.onMove(list, row.id, siblings, 1)}
            >${icon('down')}</button>`
    }
    <button
      type="button"
      class="icon-button remove"
      aria-label=${label('remove')}
      @click=${() => cards.onRemove(list, row.id)}
    >${icon('remove')}</button>
  </div>`;
}

export function renderError({ errors }: Cards, path: string): TemplateResult | typeof nothing {
  const says = errors[path];
  return says ? html`<p class="error">${icon('alert')}<span>${says}</span></p>` : nothing;
}

/** The parts of a sentence; what is missing is marked. */
export function renderParts(parts: readonly Part[], between: string): readonly unknown[] {
  return parts.map(
    ({ says, missing }, at) =>
      html`${at === 0 ? '' : between}${missing ? html`<span class="hole">${says}</span>` : says}`,
  );
}

/** The button that adds a row to a list, below `parent` where it has one. */
export function renderAdd(
  cards: Cards,
  list: ListName,
  parent: string,
  says: string,
  forWhat: unknown = nothing,
): TemplateResult | typeof nothing {
  if (!cards.writable) return nothing;
  return html`<button
    type="button"
    class=${`button small add add-${list}`}
    @click=${() => cards.onAdd(list, parent)}
  >${icon('add')}<span>${says}${forWhat === nothing ? nothing : html`<span class="unseen"> ${forWhat}</span>`}</span></button>`;
}
