import { css } from 'lit';

/** The list of what is worked on now, the open documents, and what is on record. */
export const deskStyles = css`
  .desk,
  .record {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: var(--_space-2);
  }

  .desk ul {
    display: grid;
    border: 1px solid var(--_line);
    border-radius: var(--_radius);
    background: var(--_surface);
    overflow: clip;
  }

  .desk li + li,
  .record-stage li + li {
    border-block-start: 1px solid var(--_line);
  }

  .desk-row,
  .record-row {
    appearance: none;
    position: relative;
    display: flex;
    flex-wrap: wrap;
    align-items: baseline;
    gap: 2px var(--_space-3);
    inline-size: 100%;
    min-block-size: 44px;
    margin: 0;
    padding: 10px var(--_space-4);
    padding-inline-end: 44px;
    border: 0;
    background: none;
    color: inherit;
    font: inherit;
    text-align: start;
    cursor: pointer;
    touch-action: manipulation;
  }

  .desk-row:hover,
  .record-row:hover {
    background: color-mix(in srgb, var(--_ocean-tint) 50%, transparent);
  }

  .desk-row:focus-visible,
  .record-row:focus-visible {
    outline-offset: -3px;
    border-radius: var(--_radius);
  }

  .desk-row .icon,
  .record-row .icon {
    position: absolute;
    inset-block-start: calc(50% - 10px);
    inset-inline-end: var(--_space-4);
    color: var(--_quiet);
    transition: rotate var(--_motion);
  }

  .record-row[aria-expanded='true'] .icon {
    rotate: 90deg;
  }

  .desk-name {
    font-weight: var(--_weight-label);
  }

  .desk-row.open .desk-name {
    color: var(--_ocean);
  }

  .record-row.away .record-name {
    color: var(--_quiet);
    text-decoration: line-through;
  }

  .record-stage {
    border: 1px solid var(--_line);
    border-radius: var(--_radius);
    background: var(--_surface);
  }

  .record-stage > summary {
    display: flex;
    gap: var(--_space-2);
    min-block-size: 44px;
    padding: var(--_space-2) var(--_space-4);
    color: inherit;
  }

  .record-stage > summary > .quiet {
    margin-inline-start: auto;
    font-weight: 400;
    white-space: nowrap;
  }

  .record-stage > ul {
    border-block-start: 1px solid var(--_line);
  }

  .record-stage .place {
    padding: 0 var(--_space-4) var(--_space-4);
  }

  .place {
    display: grid;
    gap: var(--_space-3);
    justify-items: start;
    min-inline-size: 0;
    scroll-margin-block-start: var(--_space-4);
  }

  .place > :not(.button) {
    inline-size: 100%;
  }

  .place:focus-visible {
    border-radius: var(--_radius);
  }

  @media print {
    .more,
    .next,
    .desk {
      display: none;
    }
  }
`;
