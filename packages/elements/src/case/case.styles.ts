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

  /* The dots stand before their words; at the start of a line there is no place for one. */
  .whose p {
    display: flex;
    flex-wrap: wrap;
    margin-inline-start: calc(-1 * var(--_space-4));
    overflow: hidden;
    clip-path: inset(0 0 0 var(--_space-4));
  }

  .whose p span {
    display: inline-flex;
  }

  .whose p span::before {
    content: '·';
    inline-size: var(--_space-4);
    flex: none;
    text-align: center;
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
    overflow-x: auto;
    border-block-end: 1px solid var(--_line);
    scrollbar-width: none;
  }

  .tab {
    appearance: none;
    flex: 1 0 auto;
    min-block-size: 44px;
    margin: 0;
    padding: 8px 6px;
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

  @container (min-width: 480px) {
    .tab {
      flex: none;
      padding-inline: var(--_space-4);
    }
  }

  .panel h3 {
    font-size: var(--_text-m);
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

  @container (max-width: 939px) {
    .panel.away {
      display: none;
    }

    .main,
    .side {
      gap: 0;
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
    .case,
    .columns,
    .main,
    .side,
    .panel {
      display: block;
    }

    .case > * + *,
    .columns > * + *,
    .main > * + *,
    .side > * + * {
      margin-block-start: var(--_space-6);
    }

    .tabs,
    ssp-sync-status {
      display: none;
    }
  }
`;
