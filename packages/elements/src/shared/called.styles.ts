import { css } from 'lit';

/** The checklist of the members whom the law calls: on the invitation, and where attendance is recorded. */
export const calledStyles = css`
  .called {
    display: grid;
    gap: var(--_space-1);
    padding: var(--_space-3) var(--_space-4);
    border-radius: var(--_radius-control);
    background: var(--_paper);
  }

  .called ul {
    display: grid;
    gap: 2px;
  }

  .called li {
    display: flex;
    gap: var(--_space-2);
    line-height: 1.45;
  }

  .called .icon {
    margin-block-start: 1px;
    color: var(--_amber);
  }

  .called .covered .icon {
    color: var(--_leaf);
  }

  .called .member {
    font-weight: var(--_weight-label);
  }

  .called strong {
    color: var(--_amber);
    font-weight: var(--_weight-label);
  }
`;
