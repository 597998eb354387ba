import { css } from 'lit';

export const consentStyles = css`
  .contacts {
    display: grid;
  }

  .contacts li {
    display: grid;
    grid-template-columns: 110px minmax(0, 1fr);
    gap: 2px var(--_space-4);
    padding-block: var(--_space-3);
    border-block-start: 1px solid var(--_line);
  }

  .contacts li:last-child {
    border-block-end: 1px solid var(--_line);
  }

  .contacts .what {
    display: grid;
    gap: 2px;
  }

  .row-of-decisions {
    display: flex;
    flex-wrap: wrap;
    gap: var(--_space-4);
    align-items: flex-start;
  }

  @container (max-width: 520px) {
    .contacts li {
      grid-template-columns: minmax(0, 1fr);
    }
  }
`;
