import { css } from 'lit';

export const planBuilderStyles = css`
  .share {
    padding: var(--_space-3) var(--_space-4);
    border-radius: var(--_radius-control);
    background: var(--_ocean-tint);
  }

  .share:empty {
    display: none;
  }

  .checks,
  .changing {
    display: grid;
    gap: var(--_space-3);
    grid-template-columns: minmax(0, 1fr);
  }

  .check-list,
  .notices {
    display: grid;
    gap: 2px;
  }

  .check,
  .notices li {
    display: grid;
    grid-template-columns: 20px minmax(0, 1fr);
    gap: 10px;
    align-items: start;
    padding-block: var(--_space-2);
    line-height: 1.45;
  }

  .check .icon,
  .notices .icon {
    margin-block-start: 2px;
  }

  .check .link,
  .notices .link {
    text-align: start;
  }

  .check.met {
    color: var(--_quiet);
  }

  .check.met .icon,
  .notices .icon {
    color: var(--_leaf);
  }

  .open-mark {
    inline-size: 14px;
    block-size: 14px;
    margin: 4px 0 0 2px;
    border: 1.75px solid var(--_edge);
    border-radius: 50%;
  }

  .met > summary,
  .compare > summary {
    display: inline-flex;
    align-items: center;
    gap: 6px;
    min-block-size: 44px;
    color: var(--_quiet);
    font-size: var(--_text-s);
    cursor: pointer;
    list-style: none;
  }

  .met > summary::-webkit-details-marker,
  .compare > summary::-webkit-details-marker {
    display: none;
  }

  details[open] > summary > .icon {
    rotate: 90deg;
  }

  @media print {
    .checks,
    .compare,
    ssp-decision {
      display: none;
    }

    .section {
      break-inside: auto;
    }
  }
`;
