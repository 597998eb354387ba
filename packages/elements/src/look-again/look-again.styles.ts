import { css } from 'lit';

export const lookAgainStyles = css`
  :host {
    display: grid;
    gap: var(--_space-3);
  }

  .link {
    display: inline-flex;
    align-items: center;
    gap: 6px;
  }
`;
