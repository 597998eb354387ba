import { css } from 'lit';

/** `.button` with `.primary`, `.plain` or `.danger`; `.icon-button` for a sign with an accessible name; `.link` for a move inside a page. */
export const buttonStyles = css`
  .button,
  .icon-button,
  .link {
    appearance: none;
    margin: 0;
    font: inherit;
    letter-spacing: inherit;
    text-align: center;
    cursor: pointer;
    touch-action: manipulation;
    transition:
      background-color var(--_motion),
      border-color var(--_motion),
      color var(--_motion);
  }

  .button {
    display: inline-flex;
    align-items: center;
    justify-content: center;
    gap: var(--_space-2);
    min-block-size: var(--_control-height);
    padding: 9px 18px;
    border: 1px solid var(--_edge);
    border-radius: var(--_radius-control);
    background: var(--_surface);
    color: var(--_ink);
    font-weight: var(--_weight-label);
    line-height: 1.35;
  }

  .button:hover {
    border-color: var(--_ocean);
    color: var(--_ocean);
  }

  .button.primary {
    border-color: var(--_ocean);
    background: var(--_ocean);
    color: var(--_on-ocean);
  }

  .button.primary:hover {
    border-color: var(--_ocean-deep);
    background: var(--_ocean-deep);
    color: var(--_on-ocean);
  }

  .button.plain {
    border-color: transparent;
    background: transparent;
    color: var(--_ocean);
  }

  .button.plain:hover {
    background: var(--_ocean-tint);
  }

  .button.small {
    min-block-size: 36px;
    padding: 6px 12px;
    font-size: var(--_text-s);
  }

  .button[aria-disabled='true'],
  .button:disabled {
    border-color: var(--_line);
    background: transparent;
    color: var(--_quiet);
  }

  .button:disabled,
  .icon-button:disabled {
    cursor: default;
  }

  .icon-button {
    display: inline-grid;
    place-items: center;
    inline-size: 36px;
    block-size: 36px;
    padding: 0;
    border: 1px solid transparent;
    border-radius: var(--_radius-control);
    background: transparent;
    color: var(--_quiet);
  }

  .icon-button:hover:not(:disabled) {
    background: var(--_ocean-tint);
    color: var(--_ocean);
  }

  .icon-button:disabled {
    opacity: 0.4;
  }

  .link {
    display: inline;
    /* With the line's height it is 24 px high, as a target has to be. */
    padding: 1px 0;
    border: 0;
    border-radius: 3px;
    background: none;
    color: var(--_ocean);
    text-align: start;
    text-decoration: underline;
    text-decoration-thickness: 1px;
    text-underline-offset: 3px;
  }

  .link:hover {
    text-decoration-thickness: 2px;
  }

  @media (pointer: coarse) {
    .icon-button {
      inline-size: 44px;
      block-size: 44px;
    }
  }

  @media print {
    .button,
    .icon-button {
      display: none;
    }
  }
`;
