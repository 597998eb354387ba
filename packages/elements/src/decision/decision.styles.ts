import { css } from 'lit';

export const decisionStyles = css`
  /* As wide as its button, so that several stand beside each other; an element that measures itself has no width of its own. */
  :host {
    container-type: normal;
  }

  .decision {
    display: grid;
    gap: var(--_space-3);
    justify-items: start;
  }

  .decision > * {
    max-inline-size: 100%;
  }

  .does {
    color: var(--_quiet);
    font-size: var(--_text-s);
    max-inline-size: var(--_measure);
  }

  .missing {
    display: grid;
    gap: 6px;
    padding: var(--_space-3) var(--_space-4);
    border-inline-start: 3px solid var(--_edge);
    border-radius: 0 var(--_radius-control) var(--_radius-control) 0;
    background: var(--_paper);
    inline-size: 100%;
  }

  .missing.attempted {
    border-color: var(--_coral);
    background: var(--_coral-tint);
  }

  .missing .title {
    font-weight: var(--_weight-label);
  }

  .missing ul,
  .notice ul {
    display: grid;
    gap: 2px;
  }

  .missing li,
  .notice li {
    display: flex;
    gap: var(--_space-2);
    align-items: baseline;
    min-block-size: 28px;
  }

  .missing li::before,
  .notice li::before {
    content: '';
    flex: none;
    inline-size: 8px;
    block-size: 8px;
    border: 1.75px solid var(--_edge);
    border-radius: 50%;
    translate: 0 -1px;
  }

  .notice {
    display: grid;
    grid-template-columns: auto 1fr;
    gap: var(--_space-2) 10px;
    align-items: start;
    padding: var(--_space-3) var(--_space-4);
    border-radius: var(--_radius-control);
    background: var(--_amber-tint);
    inline-size: 100%;
  }

  .notice > .icon {
    margin-block-start: 3px;
    color: var(--_amber);
  }

  .notice.refused {
    background: var(--_coral-tint);
  }

  .notice.refused > .icon {
    color: var(--_coral);
  }

  .notice .body {
    display: grid;
    gap: var(--_space-2);
    justify-items: start;
    min-inline-size: 0;
  }

  dialog {
    inline-size: min(560px, calc(100vw - 24px));
    max-block-size: calc(100dvh - 24px);
    padding: 0;
    border: 1px solid var(--_line);
    border-radius: var(--_radius);
    background: var(--_surface);
    color: var(--_ink);
    box-shadow: var(--_shadow);
    overflow: auto;
  }

  dialog::backdrop {
    background: rgb(12 24 28 / 0.45);
  }

  .form {
    container-type: inline-size;
    display: grid;
    gap: var(--_space-5);
  }

  dialog .form {
    padding: var(--_space-6);
  }

  .form-head {
    display: grid;
    gap: var(--_space-1);
  }

  .actions {
    display: flex;
    flex-wrap: wrap;
    gap: var(--_space-2);
  }

  @media (max-width: 480px) {
    dialog .form {
      padding: var(--_space-5) var(--_space-4);
    }

    .decision .button.primary,
    .actions .button {
      inline-size: 100%;
    }
  }

  /* Nobody decides on paper, and what was missing on the day of printing is not part of the document. */
  @media print {
    :host {
      display: none;
    }
  }
`;
