import type { Delivery } from '@ssp-kit/process';
import { css, html, svg, type TemplateResult } from 'lit';
import { defineTerms } from './terms.js';
import { numberFormat } from './formatters.js';

const terms = defineTerms('delivery', {
  ahead: '{minutes} min more than promised.',
  even: 'As promised.',
  given: '{delivered} of {promised} min given so far.',
  notBegun: 'Nothing was promised before today.',
  owed: '{minutes} min still owed.',
  extra: '{delivered} min given. Nothing was promised before today.',
});

export const deliveryStyles = css`
  .delivery {
    display: grid;
    gap: 6px;
  }

  .delivery strong {
    font-weight: var(--_weight-label);
  }

  .bar {
    display: block;
    inline-size: 100%;
    block-size: 10px;
    border-radius: 5px;
  }

  .bar-owed {
    fill: var(--_line);
  }

  .bar-given {
    fill: var(--_ocean);
  }

  .bar-due {
    fill: var(--_surface);
  }
`;

/** Promised and delivered minutes as one bar, with the same in words: the bar is as long as the larger of both. */
export function renderDelivery({ promised, delivered }: Delivery, locale: string): TemplateResult {
  const whole = Math.max(promised, delivered, 1);
  return html`<div class="delivery">
    <svg class="bar" viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true" focusable="false">
      ${svg`<rect class="bar-owed" x="0" y="0" width="100" height="10" />
        <rect class="bar-given" x="0" y="0" width=${(delivered / whole) * 100} height="10" />
        <rect class="bar-due" x=${(promised / whole) * 100} y="0" width=${delivered > promised && promised > 0 ? 0.8 : 0} height="10" />`}
    </svg>
    <p class="numbers small">${sayDelivery(promised, delivered, locale)}</p>
  </div>`;
}

function sayDelivery(promised: number, delivered: number, locale: string): TemplateResult | string {
  const number = numberFormat(locale);
  const said = { promised: number.format(promised), delivered: number.format(delivered) };
  if (promised === 0) return delivered === 0 ? terms('notBegun') : terms('extra', said);
  const minutes = number.format(Math.abs(delivered - promised));
  const difference = delivered === promised ? 'even' : delivered < promised ? 'owed' : 'ahead';
  return html`<strong>${terms('given', said)}</strong> ${terms(difference, { minutes })}`;
}
