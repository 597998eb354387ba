import { css } from 'lit';

export const textFieldStyles = css`
  .box {
    position: relative;
    display: grid;
    min-inline-size: 0;
  }

  .box > * {
    grid-area: 1 / 1;
  }

  /* The mirror holds the same words as the textarea: it makes the box as high as they need and is where others' carets stand. */
  .mirror,
  .area {
    padding: 9px 12px;
    border: 1px solid transparent;
    font: inherit;
    line-height: 1.55;
    letter-spacing: inherit;
    white-space: pre-wrap;
    overflow-wrap: break-word;
    word-break: normal;
    text-align: start;
    min-inline-size: 0;
  }

  .mirror {
    visibility: hidden;
    min-block-size: calc(1.55em * var(--_rows, 3) + 20px);
    pointer-events: none;
    z-index: 1;
  }

  .mirror::after {
    content: '\\200b';
  }

  .area {
    block-size: 100%;
    min-block-size: 0;
    resize: none;
    overflow: hidden;
    border-color: var(--_edge);
  }

  .reading .mirror {
    visibility: visible;
    min-block-size: 0;
    padding: 0;
    border: 0;
    max-inline-size: var(--_measure);
  }

  .caret {
    position: relative;
    visibility: visible;
    display: inline-block;
    inline-size: 0;
    block-size: 1.2em;
    vertical-align: -0.2em;
    white-space: nowrap;
  }

  .caret::before {
    content: '';
    position: absolute;
    inset-block: 0;
    inset-inline-start: -1px;
    inline-size: 2px;
    border-radius: 1px;
    background: var(--_hue);
  }

  .caret .name {
    position: absolute;
    inset-block-end: calc(100% - 1px);
    inset-inline-start: -2px;
    padding: 1px 6px;
    border-radius: 6px 6px 6px 1px;
    background: var(--_hue);
    color: var(--_surface);
    font-size: 11px;
    font-weight: 600;
    line-height: 1.4;
    /* Waits and then fades: an animation that runs all the while would have the page drawn anew sixty times a second. */
    animation: leave-a 180ms 2400ms forwards;
  }

  .caret.odd .name {
    animation-name: leave-b;
  }

  .selected {
    visibility: visible;
    color: transparent;
    border-radius: 2px;
    background: color-mix(in srgb, var(--_hue) 22%, transparent);
  }

  .reading .selected {
    color: inherit;
  }

  @keyframes leave-a {
    to {
      opacity: 0;
    }
  }

  @keyframes leave-b {
    to {
      opacity: 0;
    }
  }

  @media (prefers-reduced-motion: reduce) {
    .caret .name {
      animation-timing-function: step-end;
    }
  }

  @media print {
    .caret {
      display: none;
    }
  }
`;
