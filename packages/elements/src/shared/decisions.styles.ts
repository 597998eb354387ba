import { css } from 'lit';

/** The decisions at the end of a sheet. */
export const decisionsStyles = css`
  .decisions {
    display: grid;
    gap: var(--_space-4);
    padding-block-start: var(--_space-6);
    border-block-start: 1px solid var(--_line);
  }

  .decisions:not(:has(ssp-decision)) {
    display: none;
  }

  @media print {
    .decisions {
      display: none;
    }
  }
`;
