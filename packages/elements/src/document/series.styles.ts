import { css } from 'lit';

/** Several documents of one kind: the open ones below or beside each other, the others folded. */
export const seriesStyles = css`
  .series,
  .series .open {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: var(--_space-6);
  }

  .earlier {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: var(--_space-2);
  }

  .earlier > h3 {
    font-size: var(--_text-m);
  }

  .older > summary {
    display: flex;
    flex-wrap: wrap;
    align-items: baseline;
    gap: 2px var(--_space-3);
    min-block-size: 44px;
    padding: var(--_space-2) var(--_space-4);
    border: 1px solid var(--_line);
    border-radius: var(--_radius);
    background: var(--_surface);
    cursor: pointer;
    list-style: none;
  }

  .older > summary::-webkit-details-marker {
    display: none;
  }

  .older > summary .icon {
    align-self: center;
    margin-inline-start: auto;
    color: var(--_quiet);
    transition: rotate var(--_motion);
  }

  .older[open] > summary .icon {
    rotate: 90deg;
  }

  .older-name {
    font-weight: var(--_weight-label);
  }

  .older[open] > summary {
    margin-block-end: var(--_space-2);
  }

  @media print {
    .older:not([open]) {
      display: none;
    }
  }
`;
