import { css } from 'lit';

export const fieldListStyles = css`
  .list {
    display: grid;
    gap: var(--_space-4);
  }

  .heading {
    display: flex;
    align-items: baseline;
    justify-content: space-between;
    gap: var(--_space-3);
  }

  .rows {
    display: grid;
    gap: var(--_space-3);
  }

  .row {
    position: relative;
    display: grid;
    gap: var(--_space-4);
    padding: var(--_space-4);
    border: 1px solid var(--_line);
    border-radius: var(--_radius);
    background: var(--_surface);
  }

  .row.fresh {
    animation: settle 1800ms ease-out;
  }

  @keyframes settle {
    from {
      background: var(--_ocean-tint);
    }
  }

  @media (prefers-reduced-motion: reduce) {
    .row.fresh {
      animation-timing-function: step-end;
    }
  }

  .row-head {
    display: flex;
    align-items: center;
    justify-content: space-between;
    gap: var(--_space-2);
    min-block-size: 28px;
    margin-block: -6px;
  }

  .row-name {
    color: var(--_quiet);
    font-size: var(--_text-s);
    font-weight: var(--_weight-label);
    font-variant-numeric: tabular-nums;
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
  }

  .row-actions {
    display: flex;
    flex: none;
    margin-inline-end: -8px;
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

  .more > summary {
    display: flex;
    gap: 6px;
    align-items: center;
    inline-size: fit-content;
    min-block-size: 44px;
    border-radius: 4px;
    color: var(--_ocean);
    font-size: var(--_text-s);
    font-weight: var(--_weight-label);
    list-style: none;
    cursor: pointer;
  }

  .more > summary::-webkit-details-marker {
    display: none;
  }

  .more > summary .icon {
    flex: none;
    transition: rotate var(--_motion);
  }

  .more[open] > summary .icon {
    rotate: 90deg;
  }

  .more > .grid {
    padding-block-start: var(--_space-2);
  }

  .foot {
    display: flex;
    flex-wrap: wrap;
    gap: var(--_space-2);
  }
`;
