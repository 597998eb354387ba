import { css, unsafeCSS } from 'lit';
import { palette } from './palette.js';
import { schemeStyles } from './scheme.styles.js';

/** `--_<name>` is what styles use; `--ssp-color-<name>` is what a host page may set, from outside and through every shadow. */
function colors(value: (light: string, dark: string) => string) {
  const lines = Object.entries(palette).map(
    ([name, [light, dark]]) => `--_${name}: var(--ssp-color-${name}, ${value(light, dark)});`,
  );
  // Nothing but the palette above comes in here.
  return unsafeCSS(lines.join('\n'));
}

/**
 * Every token of the look, for an element's `:host` and, in a page of one's own, for `:root`. The scheme follows the page's
 * `color-scheme`; `theme="light"`, `theme="dark"` or `theme="auto"` on an element overrides it for all below it.
 */
export const tokenStyles = css`
  :host,
  :root {
    ${colors((light) => light)}

    --_font-size: var(--ssp-font-size, 16px);
    --_font: var(
      --ssp-font-family,
      system-ui,
      -apple-system,
      'Segoe UI',
      Roboto,
      'Noto Sans',
      'Helvetica Neue',
      Arial,
      sans-serif
    );
    --_text-xs: calc(var(--_font-size) * 0.8125);
    --_text-s: calc(var(--_font-size) * 0.875);
    --_text-m: var(--_font-size);
    --_text-l: calc(var(--_font-size) * 1.125);
    --_text-xl: calc(var(--_font-size) * 1.375);
    --_text-xxl: calc(var(--_font-size) * 1.75);
    --_weight-label: 550;
    --_weight-heading: 650;
    --_line-height: 1.55;

    --_space-1: 4px;
    --_space-2: 8px;
    --_space-3: 12px;
    --_space-4: 16px;
    --_space-5: 20px;
    --_space-6: 24px;
    --_space-8: 32px;
    --_space-10: 40px;

    --_radius: var(--ssp-radius, 10px);
    --_radius-control: var(--ssp-radius-control, 8px);
    --_control-height: 44px;
    --_measure: 68ch;
    --_shadow: 0 8px 28px rgb(12 30 36 / 0.16);
    --_motion: 150ms;
  }

  @supports (color: light-dark(#000, #fff)) {
    :host,
    :root {
      ${colors((light, dark) => `light-dark(${light}, ${dark})`)}
    }
  }

  ${schemeStyles}

  @media (prefers-reduced-motion: reduce) {
    :host,
    :root {
      --_motion: 0ms;
    }
  }
`;
