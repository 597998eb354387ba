import { html, type TemplateResult } from 'lit';
import { terms } from './case.terms.js';

/** A part of the page that is a tab of its own on a phone. */
export type Tab = 'now' | 'people' | 'dates' | 'family' | 'record';

/** The family's own words stand beside what is next, not behind a tab. */
export function tabsFor(audience: 'staff' | 'family'): readonly Tab[] {
  return audience === 'family' ? ['now', 'people', 'dates', 'record'] : ['now', 'people', 'dates', 'family', 'record'];
}

export function renderTabs(tabs: readonly Tab[], current: Tab, onTab: (tab: Tab) => void): TemplateResult {
  return html`<nav class="tabs" part="tabs" aria-label=${terms('parts')}>
    ${tabs.map(
      (tab) =>
        html`<button
          type="button"
          class="tab"
          aria-current=${tab === current ? 'true' : 'false'}
          @click=${() => onTab(tab)}
        >${terms(tab)}</button>`,
    )}
  </nav>`;
}
