import { css } from 'lit';

export const caseloadStyles = css`
  :host {
    container-type: inline-size;
  }

  .caseload {
    display: grid;
    gap: var(--_space-4);
  }

  .filters {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: var(--_space-2) var(--_space-4);
  }

  .count {
    margin-inline-start: auto;
    font-size: var(--_text-s);
  }

  .needs-me {
    display: inline-flex;
    align-items: center;
    gap: 10px;
    min-block-size: var(--_control-height);
    padding: 8px 14px 8px 12px;
    border: 1px solid var(--_edge);
    border-radius: var(--_radius-control);
    background: var(--_surface);
    cursor: pointer;
  }

  .needs-me:has(input:checked) {
    border-color: var(--_ocean);
    background: var(--_ocean-tint);
    box-shadow: inset 0 0 0 1px var(--_ocean);
  }

  .needs-me:has(input:focus-visible) {
    outline: 3px solid var(--_ocean);
    outline-offset: 2px;
  }

  .needs-me input {
    inline-size: 18px;
    block-size: 18px;
    margin: 0;
    accent-color: var(--_ocean);
  }

  .needs-me input:focus-visible {
    outline: none;
  }

  .picker {
    position: relative;
  }

  .picker .control {
    padding-inline-end: 38px;
  }

  .picker .icon {
    position: absolute;
    inset-inline-end: 12px;
    inset-block-start: calc(50% - 10px);
    rotate: 90deg;
    color: var(--_quiet);
    pointer-events: none;
  }

  table {
    inline-size: 100%;
    border: 1px solid var(--_line);
    border-collapse: separate;
    border-spacing: 0;
    border-radius: var(--_radius);
    background: var(--_surface);
    overflow: hidden;
  }

  thead th {
    padding: 10px 16px;
    border-block-end: 1px solid var(--_line);
    color: var(--_quiet);
    font-size: var(--_text-s);
    font-weight: var(--_weight-label);
    text-align: start;
    white-space: nowrap;
  }

  .row {
    cursor: pointer;
    transition: background-color var(--_motion);
  }

  .row:hover {
    background: var(--_paper);
  }

  .row > * {
    padding: 12px 16px;
    border-block-end: 1px solid var(--_line);
    text-align: start;
    vertical-align: top;
    font-weight: 400;
  }

  .row:last-child > * {
    border-block-end: 0;
  }

  .open {
    appearance: none;
    margin: 0;
    padding: 0;
    border: 0;
    border-radius: 3px;
    background: none;
    color: var(--_ink);
    font: inherit;
    font-weight: var(--_weight-heading);
    text-align: start;
    cursor: pointer;
  }

  .row:hover .open {
    color: var(--_ocean);
    text-decoration: underline;
    text-underline-offset: 3px;
  }

  .sub {
    display: flex;
    flex-wrap: wrap;
    gap: 0 10px;
    font-size: var(--_text-s);
  }

  .narrow {
    display: none;
  }

  .mine {
    font-weight: var(--_weight-label);
  }

  .due > span {
    display: block;
    white-space: nowrap;
  }

  .local,
  .due .when {
    display: inline-flex;
    align-items: center;
    gap: 4px;
    color: var(--_quiet);
    font-size: var(--_text-s);
  }

  .due .late {
    color: var(--_coral);
    font-weight: var(--_weight-label);
  }

  .due .soon {
    color: var(--_amber);
    font-weight: var(--_weight-label);
  }

  .nothing {
    display: grid;
    justify-items: start;
    gap: var(--_space-2);
    padding: var(--_space-8) var(--_space-6);
    border: 1px dashed var(--_edge);
    border-radius: var(--_radius);
  }

  /* On a phone the table is a list: one case, one block. The cells keep their meaning for a screen reader. */
  .grade {
    white-space: nowrap;
  }

  @container (max-width: 720px) {
    table,
    tbody {
      display: block;
    }

    thead {
      position: absolute;
      inline-size: 1px;
      block-size: 1px;
      overflow: hidden;
      clip-path: inset(50%);
    }

    .row {
      display: grid;
      grid-template-columns: minmax(0, 1fr) auto;
      gap: 4px var(--_space-3);
      padding: var(--_space-4);
      border-block-end: 1px solid var(--_line);
    }

    .row:last-child {
      border-block-end: 0;
    }

    .row > * {
      display: block;
      padding: 0;
      border: 0;
    }

    .row .grade {
      display: none;
    }

    .narrow {
      display: inline;
    }

    .row .stage {
      order: 3;
      grid-column: 1 / -1;
      color: var(--_quiet);
      font-size: var(--_text-s);
    }

    .row .stage .sub {
      display: none;
    }

    .row .step {
      order: 2;
      grid-column: 1 / -1;
    }

    .row .due {
      order: 1;
      text-align: end;
    }

    .due > span:first-child:not(:only-child) {
      font-size: var(--_text-s);
    }

    .count {
      inline-size: 100%;
      margin: 0;
    }
  }
`;
