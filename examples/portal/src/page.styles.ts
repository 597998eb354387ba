import { tokenStyles } from '@ssp-kit/elements';
import { css } from 'lit';

/** The page itself: everything else has a shadow of its own. */
const documentStyles = css`
  :root {
    color-scheme: light dark;
    background: var(--_paper);
  }

  body {
    margin: 0;
    min-block-size: 100dvh;
    background: var(--_paper);
    color: var(--_ink);
    font: 400 var(--_text-m) / var(--_line-height) var(--_font);
  }
`;

export function stylePage(): void {
  const sheets = [tokenStyles, documentStyles]
    .map(({ styleSheet }) => styleSheet)
    .filter((sheet) => sheet !== undefined);
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, ...sheets];
}
