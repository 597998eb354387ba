import { css } from 'lit';

export const caseStyles = css`
  .case,
  .columns,
  .main,
  .side,
  .panel {
    display: grid;
    gap: var(--_space-6);
    min-inline-size: 0;
    grid-template-columns: minmax(0, 1fr);
    align-content: start;
  }

  .header {
    display: flex;
    flex-wrap: wrap;
    align-items: flex-start;
    justify-content: space-between;
    gap: var(--_space-2) var(--_space-6);
  }

  .whose {
    display: grid;
    gap: 2px;
  }

  .name {
    font-size: var(--_text-xxl);
    letter-spacing: -0.01em;
  }

  .whose p {
    display: flex;
    flex-wrap: wrap;
    gap: 0 var(--_space-2);
  }

  .whose p span:not(:last-child)::after {
    content: ' ·';
  }

  .track {
    display: grid;
    gap: var(--_space-4);
  }

  .unfold {
    justify-content: space-between;
    min-block-size: 44px;
    font-size: var(--_text-m);
    text-align: start;
  }

  .unfold .icon {
    transition: rotate var(--_motion);
  }

  .unfold[aria-expanded='true'] .icon {
    rotate: 90deg;
  }

  @container (max-width: 639px) {
    .track.folded ssp-stage-track {
      display: none;
    }
  }

  @container (min-width: 640px) {
    .unfold {
      display: none;
    }
  }

  .tabs {
    display: flex;
    gap: 4px;
    overflow-x: auto;
    border-block-end: 1px solid var(--_line);
    scrollbar-width: none;
  }

  .tab {
    appearance: none;
    flex: none;
    min-block-size: 44px;
    margin: 0;
    padding: 8px 12px;
    border: 0;
    border-block-end: 3px solid transparent;
    background: none;
    color: var(--_quiet);
    font: inherit;
    font-weight: var(--_weight-label);
    cursor: pointer;
    touch-action: manipulation;
  }

  .tab[aria-current='true'] {
    border-block-end-color: var(--_ocean);
    color: var(--_ocean);
  }

  .tab:focus-visible {
    outline-offset: -3px;
    border-radius: 6px;
  }

  .next {
    display: grid;
    gap: var(--_space-4);
    padding: var(--_space-5) var(--_space-6);
    border: 1px solid var(--_line);
    border-radius: var(--_radius);
    background: var(--_surface);
  }

  .next.mine {
    border-color: transparent;
    background: var(--_ocean-tint);
  }

  .next-head {
    display: grid;
    gap: 4px;
  }

  .next-kicker {
    color: var(--_quiet);
    font-size: var(--_text-s);
    font-weight: var(--_weight-label);
  }

  .next.mine .next-kicker {
    color: var(--_ocean);
  }

  .next h3 {
    font-size: var(--_text-xl);
  }

  .due {
    display: flex;
    gap: 6px;
    align-items: flex-start;
    font-variant-numeric: tabular-nums;
  }

  .due .icon {
    margin-block-start: 2px;
    color: var(--_quiet);
  }

  .due.soon,
  .due.soon .icon {
    color: var(--_amber);
    font-weight: var(--_weight-label);
  }

  .due.late,
  .due.late .icon {
    color: var(--_coral);
    font-weight: var(--_weight-label);
  }

  .due.done .icon {
    color: var(--_leaf);
  }

  .others {
    display: grid;
    gap: 4px;
    padding-block-start: var(--_space-3);
    border-block-start: 1px solid var(--_line);
  }

  .next.mine .others {
    border-color: color-mix(in srgb, var(--_ocean) 22%, transparent);
  }

  .others h4 {
    color: var(--_quiet);
    font-size: var(--_text-s);
    font-weight: var(--_weight-label);
  }

  .others li {
    display: flex;
    flex-wrap: wrap;
    align-items: baseline;
    gap: 0 var(--_space-2);
    padding-block: 2px;
  }

  .more summary {
    display: inline-flex;
    align-items: center;
    gap: var(--_space-1);
    min-block-size: 36px;
    border-radius: var(--_radius-control);
    color: var(--_ocean);
    font-weight: var(--_weight-label);
    list-style: none;
    cursor: pointer;
  }

  .more summary::-webkit-details-marker {
    display: none;
  }

  .more summary .icon {
    transition: rotate var(--_motion);
  }

  .more[open] summary .icon {
    rotate: 90deg;
  }

  .more-list {
    display: flex;
    flex-wrap: wrap;
    gap: var(--_space-2);
    align-items: flex-start;
    padding-block-start: var(--_space-2);
  }

  .more-list ssp-decision {
    max-inline-size: 100%;
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

  .panel h3 {
    font-size: var(--_text-m);
  }

  .next.next h3 {
    font-size: var(--_text-xl);
  }

  .side .panel {
    gap: var(--_space-3);
    justify-items: start;
  }

  .side .panel > * {
    inline-size: 100%;
  }

  .side .panel > .button {
    inline-size: auto;
  }

  .here {
    display: grid;
    gap: var(--_space-2);
    padding-block-start: var(--_space-2);
  }

  .dates,
  .earlier,
  .history {
    display: grid;
    gap: var(--_space-3);
  }

  .date-label {
    font-weight: var(--_weight-label);
  }

  .history strong {
    font-weight: var(--_weight-label);
  }

  .history + h3,
  .earlier + h3 {
    margin-block-start: var(--_space-3);
  }

  @container (max-width: 939px) {
    .panel.away {
      display: none;
    }

    .side {
      gap: 0;
    }

    .side .panel.away,
    .main:has(> .panel.away) {
      display: none;
    }
  }

  @container (max-width: 520px) {
    .next {
      padding: var(--_space-4);
    }

    .next h3,
    .next.next h3 {
      font-size: var(--_text-l);
    }
  }

  @container (min-width: 940px) {
    .tabs {
      display: none;
    }

    .columns {
      grid-template-columns: minmax(0, 1fr) 288px;
      gap: var(--_space-8);
      align-items: start;
    }

    .side .panel {
      padding-block-end: var(--_space-6);
      border-block-end: 1px solid var(--_line);
    }

    .side .panel:last-child {
      border-block-end: 0;
    }
  }

  @media print {
    .tabs,
    .more,
    .next,
    ssp-sync-status {
      display: none;
    }
  }
`;
