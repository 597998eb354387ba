import { css } from 'lit';

/** What the portal's pages share: the page's title, cards, lists of rows, tags. */
export const portalStyles = css`
  .page {
    display: grid;
    gap: var(--_space-8);
    max-inline-size: 760px;
    margin-inline: auto;
    padding-block: var(--_space-8) var(--_space-10);
  }

  .page.wide {
    max-inline-size: 1280px;
  }

  .title {
    display: grid;
    gap: var(--_space-1);
  }

  h1 {
    font-size: var(--_text-xxl);
    letter-spacing: -0.01em;
  }

  .page:focus-visible,
  h1:focus-visible {
    outline: none;
  }

  .lead {
    color: var(--_quiet);
    max-inline-size: var(--_measure);
  }

  section {
    display: grid;
    gap: var(--_space-3);
    align-content: start;
  }

  .section-head {
    display: flex;
    align-items: baseline;
    justify-content: space-between;
    gap: var(--_space-3);
  }

  .count {
    color: var(--_quiet);
    font-size: var(--_text-s);
    font-variant-numeric: tabular-nums;
  }

  .rows {
    display: grid;
    border: 1px solid var(--_line);
    border-radius: var(--_radius);
    background: var(--_surface);
    overflow: hidden;
  }

  .rows > li + li {
    border-block-start: 1px solid var(--_line);
  }

  .row {
    display: grid;
    grid-template-columns: minmax(0, 1fr) auto;
    gap: 2px var(--_space-4);
    align-items: center;
    inline-size: 100%;
    padding: 14px var(--_space-4);
    border: 0;
    background: none;
    color: inherit;
    font: inherit;
    letter-spacing: inherit;
    text-align: start;
    text-decoration: none;
    cursor: pointer;
    transition: background-color var(--_motion);
  }

  .row.still {
    cursor: default;
  }

  .row:not(.still):hover {
    background: var(--_ocean-tint);
  }

  .row:focus-visible {
    outline-offset: -3px;
    border-radius: var(--_radius);
  }

  .row > .text {
    display: grid;
    gap: 2px;
    min-inline-size: 0;
  }

  .row strong {
    font-weight: var(--_weight-label);
  }

  .row .icon {
    color: var(--_quiet);
  }

  .meta {
    color: var(--_quiet);
    font-size: var(--_text-s);
  }

  .tag {
    display: inline-flex;
    align-items: center;
    gap: 5px;
    padding: 2px 9px;
    border-radius: 99px;
    background: var(--_ocean-tint);
    color: var(--_ocean);
    font-size: var(--_text-xs);
    font-weight: var(--_weight-label);
    line-height: 1.5;
    white-space: nowrap;
    font-variant-numeric: tabular-nums;
  }

  .tag.quiet {
    background: none;
    box-shadow: inset 0 0 0 1px var(--_line);
    color: var(--_quiet);
  }

  .tag.soon {
    background: var(--_amber-tint);
    color: var(--_amber);
  }

  .tag.late {
    background: var(--_coral-tint);
    color: var(--_coral);
  }

  .tag .icon {
    inline-size: 1.15em;
    block-size: 1.15em;
    color: currentColor;
  }

  .empty {
    padding: var(--_space-6) var(--_space-5);
    border: 1px dashed var(--_edge);
    border-radius: var(--_radius);
    color: var(--_quiet);
    text-wrap: pretty;
  }

  .empty strong {
    display: block;
    color: var(--_ink);
    font-weight: var(--_weight-label);
  }

  .wrong {
    display: flex;
    gap: var(--_space-2);
    padding: var(--_space-3) var(--_space-4);
    border-radius: var(--_radius);
    background: var(--_coral-tint);
    color: var(--_coral);
  }

  .wrong .icon {
    margin-block-start: 2px;
  }

  .search {
    position: relative;
    display: block;
  }

  .search > .icon {
    position: absolute;
    inset-block-start: 12px;
    inset-inline-start: 13px;
    color: var(--_quiet);
    pointer-events: none;
  }

  .search > .control {
    padding-inline-start: 42px;
  }

  .mark .ground {
    fill: var(--_ocean);
  }

  .mark .wave {
    fill: none;
    stroke: var(--_on-ocean);
    stroke-width: 2.4;
    stroke-linecap: round;
  }

  .mark .one {
    fill: var(--_on-ocean);
  }

  @media (width < 600px) {
    .page {
      gap: var(--_space-6);
      padding-block: var(--_space-5) var(--_space-8);
    }

    h1 {
      font-size: calc(var(--_font-size) * 1.5);
    }

    .row {
      grid-template-columns: minmax(0, 1fr);
      gap: var(--_space-2);
    }

    .row > .side:empty {
      display: none;
    }
  }
`;
