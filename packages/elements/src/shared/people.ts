import type { Presence } from '@ssp-kit/session/contract';
import { html, nothing, type TemplateResult } from 'lit';
import { initials } from './format.js';
import { listFormat } from './formatters.js';

/** Everyone once, however many pages they have open. */
export function onePerPerson(people: readonly Presence[]): readonly Presence[] {
  return people.filter((one, at) => people.findIndex(({ person }) => person === one.person) === at);
}

/** Rings with initials. The names are said by whoever renders them. */
export function renderRings(people: readonly Presence[]): TemplateResult | typeof nothing {
  if (people.length === 0) return nothing;
  return html`<span class="people" part="people" aria-hidden="true"
    >${people.map(
      ({ name, color }) => html`<span class="person hue-${color % 8}" title=${name}>${initials(name)}</span>`,
    )}</span
  >`;
}

/** `Ana`, `Ana and Ben`, `Ana, Ben and Cy`: first names, as people call each other in a room. */
export function listNames(names: readonly string[], locale: string): string {
  const first = names.map((name) => name.trim().split(/\s+/)[0] ?? name);
  return listFormat(locale, { type: 'conjunction' }).format(first);
}
