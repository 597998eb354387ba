import { css } from 'lit';

export const noticeStyles = css`
  /* As wide as a page. */
  .series,
  .sheet {
    max-inline-size: 800px;
  }

  .letter {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: var(--_space-8);
  }

  .letter-head {
    display: grid;
    gap: var(--_space-2);
  }

  .letter-head dl {
    display: grid;
    grid-template-columns: max-content minmax(0, 1fr);
    gap: 2px var(--_space-4);
  }

  .letter-head dt {
    color: var(--_quiet);
  }

  .letter-head dd {
    white-space: pre-wrap;
  }

  .contents {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: var(--_space-8);
    counter-reset: content;
  }

  .content {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: var(--_space-2);
    counter-increment: content;
  }

  .content > h3 {
    display: flex;
    gap: 10px;
    font-size: var(--_text-l);
  }

  .content > h3::before {
    content: counter(content) '.';
    color: var(--_quiet);
    font-variant-numeric: tabular-nums;
  }

  .prompts {
    display: flex;
    flex-wrap: wrap;
    gap: 2px var(--_space-3);
    align-items: baseline;
    padding: 6px 12px;
    border-inline-start: 3px solid var(--_amber);
    border-radius: 0 var(--_radius-control) var(--_radius-control) 0;
    background: var(--_amber-tint);
    font-size: var(--_text-s);
  }

  .prompts .what {
    color: var(--_amber);
    font-weight: var(--_weight-label);
  }

  .subject > summary {
    display: flex;
    gap: 2px 10px;
    align-items: baseline;
    min-block-size: 44px;
    padding-block: var(--_space-2);
    border-radius: 4px;
    cursor: pointer;
    list-style: none;
  }

  .subject > summary::-webkit-details-marker {
    display: none;
  }

  .subject > summary .icon {
    flex: none;
    align-self: center;
    color: var(--_quiet);
    transition: rotate var(--_motion);
  }

  .subject[open] > summary .icon {
    rotate: 90deg;
  }

  .subject > .grid {
    padding-block-start: var(--_space-3);
  }

  .letter-foot {
    padding-block-start: var(--_space-4);
    border-block-start: 1px solid var(--_line);
    color: var(--_quiet);
    font-size: var(--_text-s);
  }

  .owed {
    display: grid;
    gap: var(--_space-3);
    justify-items: start;
  }

  .owed > h3 {
    font-size: var(--_text-m);
  }

  .list-of-decisions {
    display: flex;
    flex-wrap: wrap;
    gap: var(--_space-3);
  }

  .printed {
    display: none;
    white-space: pre-wrap;
  }

  @media print {
    .printed {
      display: block;
    }

    .content:has(.printed) > .grid,
    .letter-head > .grid,
    .subject > .grid,
    .sheet-state,
    .note,
    .prompts,
    .give,
    .owed,
    .earlier,
    .decisions,
    .subject > summary .icon {
      display: none;
    }

    .sheet-head {
      border: 0;
      padding: 0;
    }

    .series,
    .sheet {
      max-inline-size: none;
    }

    .letter {
      gap: var(--_space-6);
    }

    .contents {
      gap: var(--_space-5);
    }

    .content {
      break-inside: avoid;
    }
  }
`;
