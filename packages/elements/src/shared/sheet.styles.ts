import { css } from 'lit';

/** A document on the screen: a sheet with its heading, who is here, whether it is saved, and sections. */
export const sheetStyles = css`
  :host {
    container-type: inline-size;
  }

  .sheet {
    display: grid;
    gap: var(--_space-8);
    padding: var(--_space-8);
    border: 1px solid var(--_line);
    border-radius: var(--_radius);
    background: var(--_surface);
  }

  .sheet-head {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    justify-content: space-between;
    gap: var(--_space-2) var(--_space-4);
    padding-block-end: var(--_space-4);
    border-block-end: 1px solid var(--_line);
  }

  .sheet-head:not(:has(*)) {
    display: none;
  }

  .sheet-state {
    display: inline-flex;
    align-items: center;
    gap: var(--_space-3);
    min-block-size: 28px;
    color: var(--_quiet);
    font-size: var(--_text-s);
  }

  .state {
    display: inline-flex;
    align-items: center;
    gap: 6px;
    white-space: nowrap;
  }

  .state.wrong {
    color: var(--_coral);
    font-weight: var(--_weight-label);
  }

  .state.waiting {
    color: var(--_amber);
    font-weight: var(--_weight-label);
  }

  .section {
    display: grid;
    gap: var(--_space-5);
  }

  .section-head {
    display: grid;
    gap: 2px;
  }

  .section-head p {
    color: var(--_quiet);
    max-inline-size: var(--_measure);
  }

  .note {
    display: flex;
    gap: 10px;
    align-items: flex-start;
    padding: var(--_space-3) var(--_space-4);
    border-radius: var(--_radius-control);
    background: var(--_ocean-tint);
    max-inline-size: 100%;
  }

  .note > .icon {
    margin-block-start: 2px;
    color: var(--_ocean);
  }

  .note.wrong {
    background: var(--_coral-tint);
  }

  .note.wrong > .icon {
    color: var(--_coral);
  }

  .skeleton {
    display: grid;
    gap: var(--_space-4);
    opacity: 0;
    animation: appear 1ms 300ms forwards;
  }

  .skeleton span {
    block-size: 44px;
    border-radius: var(--_radius-control);
    background: var(--_line);
    opacity: 0.5;
  }

  .skeleton span:first-child {
    inline-size: 40%;
    block-size: 20px;
  }

  @keyframes appear {
    to {
      opacity: 1;
    }
  }

  @container (max-width: 520px) {
    .sheet {
      gap: var(--_space-6);
      padding: var(--_space-5) var(--_space-4);
    }
  }

  /* On paper everything long is a block: Chromium lays the end of a grid that goes over to the next page upon what follows it. */
  @media print {
    .sheet {
      display: block;
      padding: 0;
      border: 0;
    }

    .section {
      display: block;
    }

    .sheet > * + * {
      margin-block-start: var(--_space-6);
    }

    .section > * + * {
      margin-block-start: var(--_space-4);
    }

    .section-head {
      break-after: avoid;
    }
  }
`;
