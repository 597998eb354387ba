import { css } from 'lit';

/** What a page passes down into a shadow is put back first: a host page's type, spacing and alignment end here. */
export const baseStyles = css`
  :host {
    display: block;
    color: var(--_ink);
    font: 400 var(--_text-m) / var(--_line-height) var(--_font);
    font-feature-settings: normal;
    font-variant: normal;
    letter-spacing: normal;
    word-spacing: normal;
    text-align: start;
    text-indent: 0;
    text-shadow: none;
    text-transform: none;
    white-space: normal;
    overflow-wrap: break-word;
    cursor: auto;
    visibility: visible;
    -webkit-text-size-adjust: 100%;
    -webkit-tap-highlight-color: transparent;
  }

  :host([hidden]) {
    display: none;
  }

  *,
  *::before,
  *::after {
    box-sizing: border-box;
  }

  h1,
  h2,
  h3,
  h4,
  p,
  ul,
  ol,
  dl,
  dd,
  figure,
  fieldset,
  legend {
    margin: 0;
    padding: 0;
    border: 0;
    min-inline-size: 0;
  }

  ul,
  ol {
    list-style: none;
  }

  h1,
  h2,
  h3,
  h4 {
    font-weight: var(--_weight-heading);
    line-height: 1.25;
    text-wrap: balance;
  }

  h2 {
    font-size: var(--_text-xl);
  }

  h3 {
    font-size: var(--_text-l);
  }

  h4 {
    font-size: var(--_text-m);
  }

  :focus {
    outline: none;
  }

  :focus-visible {
    outline: 3px solid var(--_ocean);
    outline-offset: 2px;
  }

  .quiet {
    color: var(--_quiet);
  }

  .small {
    font-size: var(--_text-s);
  }

  .numbers {
    font-variant-numeric: tabular-nums;
  }

  .unseen {
    position: absolute;
    inline-size: 1px;
    block-size: 1px;
    margin: -1px;
    padding: 0;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
    border: 0;
  }

  .icon {
    flex: none;
    inline-size: 1.25em;
    block-size: 1.25em;
    fill: none;
    stroke: currentColor;
    stroke-width: 1.75;
    stroke-linecap: round;
    stroke-linejoin: round;
    vertical-align: -0.25em;
  }
`;
