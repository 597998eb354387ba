import { css } from 'lit';

export const planCardsStyles = css`
  .cards {
    display: grid;
    gap: var(--_space-6);
    justify-items: start;
  }

  .cards > * {
    inline-size: 100%;
  }

  .cards > .add {
    inline-size: auto;
  }

  .needs-list {
    display: grid;
    gap: var(--_space-8);
  }

  .needs-list:empty,
  .goals-list:empty {
    display: none;
  }

  /* A need and what answers it hang on one thread. */
  .thread {
    position: relative;
    display: grid;
    gap: var(--_space-4);
    justify-items: start;
  }

  .thread > *,
  .goals-list > *,
  .loose > * {
    inline-size: 100%;
  }

  .thread > .add,
  .card > .add {
    inline-size: auto;
  }

  .thread > .goals-list,
  .thread > .add,
  .thread > p {
    margin-inline-start: var(--_space-5);
  }

  .thread > .goals-list {
    inline-size: calc(100% - var(--_space-5));
  }

  .thread::before {
    content: '';
    position: absolute;
    inset-block: 12px 18px;
    inset-inline-start: 0;
    inline-size: 2px;
    border-radius: 1px;
    background: var(--_line);
  }

  .goals-list,
  .loose {
    display: grid;
    gap: var(--_space-4);
  }

  .card {
    display: grid;
    gap: var(--_space-2);
    justify-items: start;
    min-inline-size: 0;
  }

  .card > * {
    inline-size: 100%;
  }

  .needs.card {
    position: relative;
    padding-inline-start: var(--_space-5);
  }

  .needs.card::before {
    content: '';
    position: absolute;
    inset-block-start: 10px;
    inset-inline-start: -4px;
    inline-size: 10px;
    block-size: 10px;
    border-radius: 50%;
    background: var(--_ocean);
  }

  .goals.card {
    gap: var(--_space-3);
    padding: var(--_space-4) var(--_space-5) var(--_space-5);
    border: 1px solid var(--_line);
    border-radius: var(--_radius);
    background: var(--_surface);
  }

  .goals.card.open,
  .services.card.open {
    border-color: var(--_ocean);
  }

  .wrong.card {
    border-color: var(--_coral);
  }

  .fresh {
    animation: settle 1800ms ease-out;
  }

  @keyframes settle {
    from {
      background: var(--_ocean-tint);
    }
  }

  @media (prefers-reduced-motion: reduce) {
    .fresh {
      animation-timing-function: step-end;
    }
  }

  .head {
    display: flex;
    align-items: center;
    gap: var(--_space-2);
    min-block-size: 32px;
  }

  .kicker {
    flex: 1;
    min-inline-size: 0;
    color: var(--_quiet);
    font-size: var(--_text-s);
    font-weight: var(--_weight-label);
    font-variant-numeric: tabular-nums;
  }

  .kicker .name {
    color: var(--_ink);
    font-size: var(--_text-m);
    font-weight: var(--_weight-label);
  }

  .kind {
    color: var(--_quiet);
    font-weight: 400;
  }

  .kind::before {
    content: ' · ';
  }

  @container (max-width: 479px) {
    .services .kind {
      display: block;
    }

    .services .kind::before {
      content: none;
    }
  }

  .toggle {
    margin-block: -2px;
    margin-inline-end: -10px;
  }

  .sentence {
    max-inline-size: var(--_measure);
    font-size: var(--_text-l);
    line-height: 1.5;
    text-wrap: pretty;
  }

  .need-sentence {
    font-weight: var(--_weight-label);
  }

  .service-sentence {
    font-size: var(--_text-m);
    font-variant-numeric: tabular-nums;
  }

  .hole {
    font-weight: 400;
    color: var(--_quiet);
    text-decoration: underline dotted 1px;
    text-underline-offset: 4px;
  }

  .reading {
    display: grid;
    gap: var(--_space-2);
  }

  .progress {
    font-weight: var(--_weight-label);
  }

  .more {
    max-inline-size: var(--_measure);
    color: var(--_quiet);
    white-space: pre-wrap;
  }

  .editor {
    display: grid;
    gap: var(--_space-4);
    margin-block-start: var(--_space-2);
    padding-block-start: var(--_space-4);
    border-block-start: 1px solid var(--_line);
  }

  .smart {
    display: grid;
    gap: var(--_space-2);
    padding: var(--_space-3) var(--_space-4);
    border-radius: var(--_radius-control);
    background: var(--_ocean-tint);
  }

  .steps-editor {
    display: grid;
    gap: var(--_space-2);
  }

  .steps-editor h5,
  .smart h5 {
    margin: 0;
    font-size: var(--_text-s);
    font-weight: var(--_weight-label);
  }

  .smart ul {
    display: grid;
    gap: var(--_space-1);
  }

  .mark-row {
    display: grid;
    grid-template-columns: 18px 104px minmax(0, 1fr);
    gap: 0 8px;
    align-items: start;
    font-size: var(--_text-s);
    line-height: 1.5;
  }

  .mark-row .icon {
    inline-size: 16px;
    block-size: 16px;
    margin-block-start: 2px;
    color: var(--_leaf);
  }

  .open-mark {
    inline-size: 12px;
    block-size: 12px;
    margin: 4px 0 0 2px;
    border: 1.75px solid var(--_edge);
    border-radius: 50%;
  }

  .quality {
    font-weight: var(--_weight-label);
  }

  .mark-row .link {
    justify-self: start;
    font-size: inherit;
    text-align: start;
  }

  .mark-row.met .reason {
    color: var(--_quiet);
  }

  .steps ol {
    padding-inline-start: 1.4em;
    list-style: decimal;
  }

  .further > summary {
    display: inline-flex;
    align-items: center;
    gap: 6px;
    min-block-size: 44px;
    color: var(--_quiet);
    font-size: var(--_text-s);
    cursor: pointer;
    list-style: none;
  }

  .further > summary::-webkit-details-marker {
    display: none;
  }

  .further[open] > summary .icon {
    rotate: 90deg;
  }

  .further > .grid {
    padding-block-start: var(--_space-3);
  }

  .tools {
    display: flex;
    justify-content: flex-end;
    margin-inline-end: -8px;
  }

  .services-list {
    display: grid;
    border-block-start: 1px solid var(--_line);
  }

  .services.card {
    gap: 2px;
    padding-block: var(--_space-3);
    border-block-end: 1px solid var(--_line);
  }

  .services-list > :last-child {
    border-block-end-color: transparent;
    padding-block-end: 0;
  }

  .services.card.open {
    margin-block: var(--_space-2);
    padding: var(--_space-3) var(--_space-4) var(--_space-4);
    border: 1px solid var(--_ocean);
    border-radius: var(--_radius-control);
  }

  .loose {
    padding: var(--_space-4);
    border: 1px dashed var(--_edge);
    border-radius: var(--_radius);
  }

  .removed {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    justify-content: space-between;
    gap: var(--_space-2);
    padding: var(--_space-2) var(--_space-4);
    border: 1px dashed var(--_edge);
    border-radius: var(--_radius);
    color: var(--_quiet);
  }

  @container (max-width: 520px) {
    .mark-row {
      grid-template-columns: 18px minmax(0, 1fr);
    }

    .mark-row .reason {
      grid-column: 2;
    }

    .thread > .goals-list,
    .thread > .add,
    .thread > p {
      margin-inline-start: var(--_space-3);
    }

    .thread > .goals-list {
      inline-size: calc(100% - var(--_space-3));
    }

    .needs.card {
      padding-inline-start: var(--_space-4);
    }

    .goals.card {
      padding: var(--_space-3) var(--_space-4) var(--_space-4);
    }

    .services.card.open {
      margin-inline: calc(-1 * var(--_space-2));
      inline-size: auto;
      padding-inline: var(--_space-3);
    }
  }

  @media print {
    .cards,
    .needs-list,
    .goals-list,
    .services-list,
    .loose {
      display: block;
    }

    .cards > * + *,
    .needs-list > * + *,
    .goals-list > * + *,
    .services-list > * + *,
    .loose > * + * {
      margin-block-start: var(--_space-4);
    }

    .thread {
      display: block;
    }

    .thread > * + * {
      margin-block-start: var(--_space-3);
    }

    .editor,
    .removed {
      display: none;
    }

    .people {
      display: none;
    }

    .goals.card.open,
    .services.card.open {
      border-color: var(--_line);
    }

    .services.card.open {
      margin: 0;
      padding: var(--_space-3) 0;
      border-width: 0 0 1px;
      border-radius: 0;
    }

    .card {
      break-inside: avoid;
    }
  }
`;
