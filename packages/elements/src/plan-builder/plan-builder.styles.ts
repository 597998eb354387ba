import { css } from 'lit';

export const planBuilderStyles = css`
  .plan,
  .parts {
    display: grid;
    gap: var(--_space-8);
    min-inline-size: 0;
  }

  .plan {
    grid-template-columns: minmax(0, 1fr);
    align-items: start;
  }

  .parts {
    gap: var(--_space-10);
  }

  .parts > .section {
    scroll-margin-block-start: var(--_space-4);
  }

  .parts > .section:focus-visible {
    outline-offset: 8px;
    border-radius: 4px;
  }

  .outline ol {
    display: flex;
    gap: var(--_space-2);
    overflow-x: auto;
    padding: 4px;
    margin: -4px;
    scrollbar-width: thin;
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

  .spot:hover {
    background: var(--_ocean-tint);
    color: var(--_ocean);
  }

  .spot-state {
    color: var(--_quiet);
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

  .mark.begun {
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

  .share {
    align-self: center;
    color: var(--_quiet);
  }

  @container (min-width: 860px) {
    .plan {
      grid-template-columns: 208px minmax(0, 1fr);
      gap: var(--_space-10);
    }

    .outline {
      position: sticky;
      inset-block-start: var(--_space-4);
    }

    .outline ol {
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

    .spot.last {
      grid-template-columns: 1fr;
    }

    .spot-name {
      font-weight: var(--_weight-label);
    }

    .spot-state {
      grid-column: 2;
      font-size: var(--_text-xs);
    }
  }

  @media print {
    .outline,
    .section-head p,
    ssp-decision,
    #activate {
      display: none;
    }

    .section {
      break-inside: auto;
    }
  }
`;
