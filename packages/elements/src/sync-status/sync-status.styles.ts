import { css } from 'lit';

export const syncStatusStyles = css`
  :host {
    font-size: var(--_text-s);
  }

  .line {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 2px var(--_space-3);
    min-block-size: 32px;
  }

  .state {
    display: inline-flex;
    align-items: center;
    gap: 6px;
    color: var(--_quiet);
  }

  .state.saved .icon {
    color: var(--_leaf);
  }

  .state.waiting {
    color: var(--_amber);
    font-weight: var(--_weight-label);
  }

  .state.wrong {
    color: var(--_coral);
    font-weight: var(--_weight-label);
  }

  dialog {
    inline-size: min(600px, calc(100vw - 24px));
    max-block-size: calc(100dvh - 24px);
    padding: var(--_space-6);
    border: 1px solid var(--_line);
    border-radius: var(--_radius);
    background: var(--_surface);
    color: var(--_ink);
    font-size: var(--_text-m);
    box-shadow: var(--_shadow);
    overflow: auto;
  }

  dialog::backdrop {
    background: rgb(12 24 28 / 0.45);
  }

  .inside {
    display: grid;
    gap: var(--_space-5);
  }

  .item {
    display: grid;
    gap: var(--_space-2);
    padding: var(--_space-4);
    border: 1px solid var(--_line);
    border-radius: var(--_radius);
  }

  .items {
    display: grid;
    gap: var(--_space-3);
  }

  .item-head {
    display: flex;
    flex-wrap: wrap;
    justify-content: space-between;
    gap: 2px var(--_space-3);
    font-weight: var(--_weight-label);
  }

  blockquote {
    margin: 0;
    padding: var(--_space-2) var(--_space-3);
    border-inline-start: 3px solid var(--_ocean);
    background: var(--_paper);
    max-block-size: 220px;
    overflow: auto;
    white-space: pre-wrap;
  }

  ins {
    background: var(--_leaf-tint);
    text-decoration: underline;
  }

  .actions {
    display: flex;
    flex-wrap: wrap;
    gap: var(--_space-2);
  }

  @media (max-width: 480px) {
    dialog {
      padding: var(--_space-5) var(--_space-4);
    }
  }
`;
