import { css } from 'lit';

/** The card with the next step, and the decisions behind the fold. */
export const nextStyles = css`
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

  .next:focus-visible {
    border-radius: var(--_radius);
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

  .next.next h3 {
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

  .more > summary,
  .rest > summary,
  .record-stage > summary {
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

  .more > summary::-webkit-details-marker,
  .rest > summary::-webkit-details-marker,
  .record-stage > summary::-webkit-details-marker {
    display: none;
  }

  summary > .icon {
    flex: none;
    transition: rotate var(--_motion);
  }

  details[open] > summary > .icon {
    rotate: 90deg;
  }

  .rest > summary {
    font-size: var(--_text-s);
  }

  .more-groups {
    display: grid;
    grid-template-columns: repeat(auto-fill, minmax(min(100%, 260px), 1fr));
    gap: var(--_space-4) var(--_space-6);
    padding-block: var(--_space-2);
  }

  .more-group {
    display: grid;
    align-content: start;
    gap: var(--_space-2);
  }

  .more-group h4 {
    color: var(--_quiet);
    font-size: var(--_text-s);
    font-weight: var(--_weight-label);
  }

  .more-list {
    display: flex;
    flex-wrap: wrap;
    gap: var(--_space-2);
    align-items: flex-start;
  }

  .more-list ssp-decision {
    max-inline-size: 100%;
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
`;
