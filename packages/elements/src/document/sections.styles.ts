import { css } from 'lit';

/** A long form: its outline with the state of each section, its parts, and the bar that leads on. */
export const sectionsStyles = css`
  .form {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: var(--_space-6);
    align-items: start;
    min-inline-size: 0;
  }

  .parts {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: var(--_space-10);
    min-inline-size: 0;
  }

  .parts > .section,
  .parts > .decisions {
    scroll-margin-block-start: var(--_space-4);
  }

  .parts > .section:focus-visible,
  .parts > .decisions:focus-visible {
    outline-offset: 8px;
    border-radius: 4px;
  }

  .folded {
    display: block;
  }

  .folded > summary {
    display: flex;
    align-items: baseline;
    gap: 2px var(--_space-3);
    min-block-size: 44px;
    padding-block: var(--_space-2);
    border-radius: 4px;
    cursor: pointer;
    list-style: none;
  }

  .folded > summary::-webkit-details-marker {
    display: none;
  }

  .folded > summary .icon {
    flex: none;
    align-self: center;
    color: var(--_quiet);
    transition: rotate var(--_motion);
  }

  .folded[open] > summary .icon {
    rotate: 90deg;
  }

  .folded > .section {
    padding-block-start: var(--_space-3);
  }

  .outline ol {
    display: flex;
    gap: var(--_space-2);
    overflow-x: auto;
    padding-block: 4px;
    padding-inline: 4px 32px;
    margin: -4px;
    scrollbar-width: thin;
    /* That more follows is seen, even where a spot ends just at the edge. */
    mask-image: linear-gradient(to left, transparent, #000 32px);
  }

  .outline ol:dir(rtl) {
    mask-image: linear-gradient(to right, transparent, #000 32px);
  }

  .spot {
    appearance: none;
    display: flex;
    align-items: center;
    gap: var(--_space-2);
    min-block-size: 40px;
    margin: 0;
    padding: 6px 12px;
    border: 1px solid var(--_line);
    border-radius: 20px;
    background: var(--_surface);
    color: var(--_ink);
    font: inherit;
    font-size: var(--_text-s);
    line-height: 1.3;
    text-align: start;
    white-space: nowrap;
    cursor: pointer;
    touch-action: manipulation;
  }

  .spot:hover:not(:disabled) {
    background: var(--_ocean-tint);
    color: var(--_ocean);
  }

  .spot:disabled {
    color: var(--_quiet);
    cursor: default;
  }

  .spot-state {
    color: var(--_quiet);
    font-variant-numeric: tabular-nums;
  }

  .mark {
    display: grid;
    place-items: center;
    flex: none;
    inline-size: 16px;
    block-size: 16px;
    border: 1.75px solid var(--_edge);
    border-radius: 50%;
  }

  .mark.optional,
  .mark.not-needed {
    border-style: dashed;
  }

  .mark.in-progress {
    border-color: var(--_ocean);
    background: linear-gradient(to top, var(--_ocean) 50%, transparent 50%) content-box;
    padding: 1.5px;
  }

  .mark.complete {
    border-color: var(--_leaf);
    background: var(--_leaf);
    color: var(--_surface);
  }

  .mark .icon {
    inline-size: 12px;
    block-size: 12px;
    stroke-width: 3;
  }

  .spot.last .mark {
    border-radius: 3px;
    rotate: 45deg;
    scale: 0.8;
  }

  .form.folds .parts {
    gap: 0;
  }

  .form.folds .parts > * + :not(.fold),
  .form.folds .parts > :not(.fold) + .fold {
    margin-block-start: var(--_space-6);
  }

  .fold {
    gap: 0;
    border-block-end: 1px solid var(--_line);
  }

  .fold-head {
    appearance: none;
    display: grid;
    grid-template-columns: auto minmax(0, 1fr) auto;
    gap: 0 10px;
    align-items: center;
    inline-size: 100%;
    min-block-size: 56px;
    margin: 0;
    padding: var(--_space-2) 2px;
    border: 0;
    background: none;
    color: var(--_ink);
    font: inherit;
    font-size: var(--_text-m);
    line-height: 1.35;
    text-align: start;
    cursor: pointer;
    touch-action: manipulation;
  }

  .fold-head .spot-name {
    font-weight: var(--_weight-label);
  }

  .fold-head .spot-state {
    grid-row: 2;
    grid-column: 2;
    font-size: var(--_text-s);
    font-weight: 400;
  }

  .fold-head > .icon {
    grid-row: 1 / span 2;
    grid-column: 3;
    color: var(--_quiet);
    transition: rotate var(--_motion);
  }

  .fold-head[aria-expanded='true'] > .icon {
    rotate: 90deg;
  }

  .fold > .section {
    padding-block: var(--_space-3) var(--_space-6);
  }

  .fold > .section[hidden] {
    display: none;
  }

  .next {
    position: sticky;
    inset-block-end: var(--_space-3);
    z-index: 1;
    display: flex;
    align-items: center;
    justify-content: space-between;
    gap: var(--_space-2);
    margin-block-end: calc(-1 * var(--_space-4));
    padding: var(--_space-2) var(--_space-2) var(--_space-2) var(--_space-4);
    border: 1px solid var(--_edge);
    border-radius: var(--_radius);
    background: var(--_surface);
    box-shadow: var(--_shadow);
  }

  .next-says {
    display: flex;
    gap: var(--_space-2);
    align-items: center;
    color: var(--_quiet);
    font-size: var(--_text-s);
  }

  .next-says .icon {
    color: var(--_leaf);
  }

  .next-says,
  .next .button > .icon {
    flex: none;
  }

  .next .button {
    min-inline-size: 0;
  }

  .next-name {
    text-align: start;
  }

  @container (min-width: 560px) {
    .outline ol,
    .outline ol:dir(rtl) {
      flex-wrap: wrap;
      padding-inline: 4px;
      mask-image: none;
    }
  }

  @container (min-width: 820px) {
    .form.outlined {
      grid-template-columns: 196px minmax(0, 1fr);
      gap: var(--_space-10);
    }

    .outline {
      position: sticky;
      inset-block-start: var(--_space-4);
    }

    .outline ol,
    .outline ol:dir(rtl) {
      display: grid;
      gap: 2px;
      overflow: visible;
      margin-inline-start: -12px;
      padding: 0;
    }

    .spot {
      display: grid;
      grid-template-columns: auto 1fr;
      gap: 0 10px;
      inline-size: 100%;
      border-color: transparent;
      border-radius: var(--_radius-control);
      background: transparent;
      white-space: normal;
    }

    .spot-name {
      font-weight: var(--_weight-label);
    }

    .spot:not(:has(.mark)) {
      grid-template-columns: 1fr;
    }

    .spot-state {
      grid-column: 2;
      font-size: var(--_text-xs);
    }
  }

  @media print {
    .form,
    .parts,
    .fold > .section[hidden] {
      display: block;
    }

    .parts > * + * {
      margin-block-start: var(--_space-8);
    }

    .outline,
    .next,
    .section-head p {
      display: none;
    }
  }
`;
