import { css } from 'lit';

export const deadlinesStyles = css`
  :host {
    container-type: inline-size;
  }

  .deadlines {
    display: grid;
    gap: var(--_space-5);
    grid-template-columns: minmax(0, 1fr);
  }

  h3 {
    font-size: var(--_text-m);
  }

  h4 {
    color: var(--_quiet);
    font-size: var(--_text-s);
    font-weight: var(--_weight-label);
  }

  .next {
    display: grid;
    gap: 4px;
    padding: var(--_space-4);
    border: 1px solid var(--_line);
    border-inline-start: 4px solid var(--_ocean);
    border-radius: var(--_radius-control);
    background: var(--_surface);
  }

  .next.soon {
    border-inline-start-color: var(--_amber);
  }

  .next.late {
    border-inline-start-color: var(--_coral);
  }

  .kicker {
    color: var(--_quiet);
    font-size: var(--_text-s);
    font-weight: var(--_weight-label);
  }

  .name {
    font-weight: var(--_weight-label);
    line-height: 1.4;
  }

  .name .icon {
    color: var(--_quiet);
  }

  .next .name {
    font-size: var(--_text-l);
    font-weight: var(--_weight-heading);
    line-height: 1.3;
  }

  .group {
    display: grid;
    gap: var(--_space-1);
  }

  .deadline {
    display: grid;
    gap: 2px;
    padding-block: var(--_space-3);
    border-block-end: 1px solid var(--_line);
  }

  .group li:last-child {
    border-block-end: 0;
  }

  .when {
    display: flex;
    gap: 6px;
    align-items: flex-start;
  }

  .when .icon {
    margin-block-start: 2px;
    color: var(--_quiet);
  }

  .when.soon,
  .when.soon .icon {
    color: var(--_amber);
    font-weight: var(--_weight-label);
  }

  .when.late,
  .when.late .icon {
    color: var(--_coral);
    font-weight: var(--_weight-label);
  }

  .when.done .icon {
    color: var(--_leaf);
  }

  .why summary {
    display: inline-flex;
    align-items: center;
    gap: 2px;
    min-block-size: 32px;
    margin-inline-start: -4px;
    padding-inline-end: 6px;
    border-radius: var(--_radius-control);
    color: var(--_ocean);
    font-size: var(--_text-s);
    list-style: none;
    cursor: pointer;
  }

  .why summary::-webkit-details-marker {
    display: none;
  }

  .why summary .icon {
    transition: rotate var(--_motion);
  }

  .why[open] summary .icon {
    rotate: 90deg;
  }

  .reasons {
    display: grid;
    gap: var(--_space-3);
    max-inline-size: var(--_measure);
    padding-block: var(--_space-1) var(--_space-2);
  }

  .reasons ul {
    display: grid;
    gap: var(--_space-2);
  }

  .reason {
    display: flex;
    flex-wrap: wrap;
    gap: 2px var(--_space-3);
  }

  .reason p {
    flex: 1 0 100%;
  }

  .reason.lost p {
    color: var(--_quiet);
    text-decoration: line-through;
    text-decoration-color: var(--_edge);
  }

  .corrected,
  .caution {
    padding: var(--_space-2) var(--_space-3);
    border-radius: var(--_radius-control);
    background: var(--_ocean-tint);
    line-height: 1.45;
  }

  .corrected {
    display: flex;
    gap: var(--_space-2);
  }

  .corrected .icon {
    margin-block-start: 2px;
    color: var(--_ocean);
  }

  .caution {
    background: var(--_amber-tint);
  }

  .caution strong {
    font-weight: var(--_weight-label);
  }

  .record:not(:has(ssp-decision)) {
    display: none;
  }

  @container (min-width: 640px) {
    .deadline,
    .next {
      grid-template-columns: minmax(0, 1fr) auto;
      gap: 2px var(--_space-6);
      align-items: baseline;
    }

    .kicker,
    .why {
      grid-column: 1 / -1;
    }
  }

  @media (pointer: coarse) {
    .why summary {
      min-block-size: 44px;
    }
  }

  @media print {
    .why summary,
    .record {
      display: none;
    }
  }
`;
