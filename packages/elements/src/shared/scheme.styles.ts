import { css } from 'lit';

/** What the attribute `theme` does to an element and to all below it. Without it, the page's `color-scheme` counts. */
export const schemeStyles = css`
  :host([theme='light']) {
    color-scheme: light;
  }

  :host([theme='dark']) {
    color-scheme: dark;
  }

  :host([theme='auto']) {
    color-scheme: light dark;
  }
`;
