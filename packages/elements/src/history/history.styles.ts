import { css } from 'lit';

export const historyStyles = css`
  :host {
    container-type: inline-size;
  }

  .history {
    display: grid;
    gap: var(--_space-8);
    grid-template-columns: minmax(0, 1fr);
  }

  h3 {
    margin-block-end: calc(-1 * var(--_space-4));
    font-size: var(--_text-m);
  }

  .group {
    display: grid;
    gap: var(--_space-3);
    grid-template-columns: minmax(0, 1fr);
  }

  .notices,
  .entries {
    display: grid;
  }

  .notice {
    display: flex;
    gap: 10px;
    padding-block: var(--_space-2);
  }

  .notice > .icon {
    margin-block-start: 3px;
    color: var(--_leaf);
  }

  .notice.owed > .icon,
  .notice.owed .stand {
    color: var(--_amber);
    font-weight: var(--_weight-label);
  }

  .notice p:not(.name) {
    display: flex;
    flex-wrap: wrap;
    gap: 0 var(--_space-3);
    color: var(--_quiet);
  }

  .name {
    font-weight: var(--_weight-label);
    line-height: 1.4;
  }

  .document {
    display: grid;
    gap: var(--_space-3);
    padding-block: var(--_space-3);
    border-block-end: 1px solid var(--_line);
  }

  .document:first-child {
    border-block-start: 1px solid var(--_line);
  }

  .version {
    display: grid;
    gap: var(--_space-1);
    justify-items: start;
    grid-template-columns: minmax(0, 1fr);
  }

  .version.older {
    padding-inline-start: var(--_space-4);
    border-inline-start: 2px solid var(--_line);
  }

  .version.older .name {
    font-weight: 400;
  }

  .version.superseded .stand,
  .version.void .stand {
    color: var(--_quiet);
  }

  .version.void .name {
    text-decoration: line-through;
  }

  .version > .comparison,
  .version > ssp-decision {
    inline-size: 100%;
  }

  .stand {
    display: flex;
    gap: 6px;
    align-items: flex-start;
    color: var(--_quiet);
  }

  .version.final .stand .icon {
    color: var(--_leaf);
  }

  .unfold {
    appearance: none;
    display: inline-flex;
    align-items: center;
    gap: 2px;
    min-block-size: 32px;
    margin: 0 0 0 -4px;
    padding: 0 6px 0 0;
    border: 0;
    border-radius: var(--_radius-control);
    background: none;
    color: var(--_ocean);
    font: inherit;
    font-size: var(--_text-s);
    cursor: pointer;
  }

  .unfold .icon {
    transition: rotate var(--_motion);
  }

  .unfold[aria-expanded='true'] .icon {
    rotate: 90deg;
  }

  .head {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    justify-content: space-between;
    gap: var(--_space-2) var(--_space-4);
  }

  .filter {
    display: flex;
    gap: var(--_space-2);
    align-items: center;
  }

  .filter .control {
    inline-size: auto;
    max-inline-size: 100%;
    min-block-size: 40px;
    block-size: 40px;
    padding-block: 4px;
    appearance: auto;
  }

  .entry {
    position: relative;
    display: grid;
    gap: 4px;
    padding-block: var(--_space-3);
    padding-inline-start: 22px;
    grid-template-columns: minmax(0, 1fr);
  }

  .entry::before {
    content: '';
    position: absolute;
    inset-block: 0;
    inset-inline-start: 5px;
    border-inline-start: 2px solid var(--_line);
  }

  .entry::after {
    content: '';
    position: absolute;
    inset-block-start: 19px;
    inset-inline-start: 1px;
    inline-size: 10px;
    block-size: 10px;
    border: 2px solid var(--_edge);
    border-radius: 50%;
    background: var(--_paper);
  }

  .entry:focus-visible {
    border-radius: var(--_radius-control);
  }

  .entry strong {
    font-weight: var(--_weight-label);
  }

  .entry.void .what {
    text-decoration: line-through;
  }

  .answers dd {
    font-size: var(--_text-s);
  }

  .papers,
  .mark {
    display: flex;
    gap: 6px;
    align-items: flex-start;
  }

  .papers > .icon,
  .mark > .icon {
    margin-block-start: 2px;
    color: var(--_quiet);
  }

  @container (min-width: 640px) {
    .version {
      grid-template-columns: minmax(0, 1fr) auto auto auto;
      gap: 0 var(--_space-5);
      align-items: center;
    }

    .version > .comparison,
    .version > .correct,
    .version > .quiet {
      grid-column: 1 / -1;
      margin-block-start: var(--_space-3);
    }

    .version .unfold {
      grid-row: 1;
    }

    .version > .name {
      grid-column: 1;
      grid-row: 1;
    }

    .version > .stand {
      grid-column: 2;
      grid-row: 1;
    }
  }

  @media (pointer: coarse) {
    .unfold {
      min-block-size: 44px;
    }
  }

  @media print {
    .filter,
    .unfold {
      display: none;
    }
  }
`;
