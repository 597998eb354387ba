import { css } from 'lit';

/** Fields beside each other where there is room: `.grid` around, `.half`, `.third` or nothing (the whole width) on each. */
export const gridStyles = css`
  :host {
    container-type: inline-size;
  }

  .grid {
    display: grid;
    grid-template-columns: repeat(6, minmax(0, 1fr));
    gap: var(--_space-5) var(--_space-4);
    align-items: start;
  }

  .grid > * {
    grid-column: 1 / -1;
  }

  @container (min-width: 520px) {
    .grid > .half {
      grid-column: span 3;
    }

    .grid > .third {
      grid-column: span 2;
    }
  }
`;
