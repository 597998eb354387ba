import { html, type SVGTemplateResult, svg, type TemplateResult } from 'lit';

/** 24 × 24, drawn with a stroke. Decorative: the label stands beside it or in the button's accessible name. */
const shapes = {
  add: svg`<path d="M12 5v14M5 12h14" />`,
  alert: svg`<path d="M12 8.5v4.5M12 16.5v.01M10.3 4.2 2.9 17a2 2 0 0 0 1.7 3h14.8a2 2 0 0 0 1.7-3L13.7 4.2a2 2 0 0 0-3.4 0Z" />`,
  arrow: svg`<path d="M5 12h14M13 6l6 6-6 6" />`,
  calendar: svg`<rect x="4" y="5.5" width="16" height="14.5" rx="2.5" /><path d="M4 10.5h16M8.5 3.5v4M15.5 3.5v4" />`,
  check: svg`<path d="m5 12.5 4.5 4.5L19 7.5" />`,
  chevron: svg`<path d="m9 6 6 6-6 6" />`,
  clock: svg`<circle cx="12" cy="12" r="8.25" /><path d="M12 7.5V12l3 2" />`,
  close: svg`<path d="m6.5 6.5 11 11M17.5 6.5l-11 11" />`,
  cloud: svg`<path d="M7 18.5a4 4 0 0 1-.6-7.95 5.75 5.75 0 0 1 11.1-.8A4.4 4.4 0 0 1 17 18.5Z" />`,
  'cloud-off': svg`<path d="M7 18.5a4 4 0 0 1-.6-7.95M9.5 6.9a5.75 5.75 0 0 1 8 2.85 4.4 4.4 0 0 1 2.6 6.6M15.5 18.5H7M4 4l16 16" />`,
  copy: svg`<rect x="8.5" y="8.5" width="11" height="11" rx="2" /><path d="M15.5 8.5v-2a2 2 0 0 0-2-2h-7a2 2 0 0 0-2 2v7a2 2 0 0 0 2 2h2" />`,
  device: svg`<rect x="4" y="5" width="16" height="11" rx="2" /><path d="M2.5 19.5h19" />`,
  down: svg`<path d="M12 5v14M6 13l6 6 6-6" />`,
  edit: svg`<path d="m4.5 19.5.9-4.1L15.9 4.9a2 2 0 0 1 2.8 0l.4.4a2 2 0 0 1 0 2.8L8.6 18.6Z" />`,
  eye: svg`<path d="M2.5 12S6 5.75 12 5.75 21.5 12 21.5 12 18 18.25 12 18.25 2.5 12 2.5 12Z" /><circle cx="12" cy="12" r="2.75" />`,
  flag: svg`<path d="M6 20.5V4.5M6 5h11l-2.5 4L17 13H6" />`,
  home: svg`<path d="m4 11 8-6.5 8 6.5M6.25 9.5V19.5h11.5V9.5" />`,
  lock: svg`<rect x="5.5" y="10.5" width="13" height="9" rx="2" /><path d="M8.5 10.5V8a3.5 3.5 0 0 1 7 0v2.5" />`,
  minus: svg`<path d="M6 12h12" />`,
  people: svg`<circle cx="9" cy="8.5" r="3.25" /><path d="M3 19.5c.4-3.4 2.8-5.25 6-5.25s5.600 1.850 6 5.250M15.500 5.500a3.250 3.250 0 0 1 0 6M17.500 14.750c2 .700 3.200 2.300 3.500 4.750" />`,
  person: svg`<circle cx="12" cy="8.500" r="3.500" /><path d="M5 20c.500-3.750 3.250-5.500 7-5.500s6.500 1.750 7 5.500" />`,
  remove: svg`<path d="M5 7h14M10 7V4.750h4V7M7 7l.750 12.500h8.500L17 7M10.250 11v5M13.750 11v5" />`,
  search: svg`<circle cx="11" cy="11" r="6.250" /><path d="m15.750 15.750 4.250 4.250" />`,
  seal: svg`<path d="M12 3.250 19 6v5.500c0 4.250-2.750 7.250-7 9.250-4.250-2-7-5-7-9.250V6Z" /><path d="m9 11.750 2.250 2.250L15.250 10" />`,
  send: svg`<path d="M4.500 12 20 4.500 15.500 20l-3.750-6.250ZM11.750 13.750 20 4.500" />`,
  undo: svg`<path d="M8.500 5.500 4.500 9.500l4 4M5 9.500h9a5 5 0 0 1 0 10h-3.500" />`,
  up: svg`<path d="M12 19V5M6 11l6-6 6 6" />`,
  words: svg`<path d="M4.500 5.500h15v10.500H11l-4 3.500v-3.500H4.500Z" />`,
} as const satisfies Record<string, SVGTemplateResult>;

export type IconName = keyof typeof shapes;

/** A sign of the set, as large as the text around it. */
export function icon(name: IconName): TemplateResult {
  return html`<svg class="icon" viewBox="0 0 24 24" aria-hidden="true" focusable="false">${shapes[name]}</svg>`;
}
