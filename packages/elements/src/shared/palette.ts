/**
 * The colours, light and dark. Each pair of text on ground has at least 4.5 : 1, each shape on ground 3 : 1 (palette.test.ts).
 * `edge` is the outline of a control; `line` only parts things and carries no meaning.
 */
export const palette = {
  paper: ['#fbfaf7', '#0f181b'],
  surface: ['#ffffff', '#172327'],
  line: ['#e3dfd6', '#2b3a40'],
  edge: ['#7f8b90', '#6d7f86'],
  ink: ['#1d2a2f', '#e8eeee'],
  quiet: ['#55646b', '#a3b2b7'],
  ocean: ['#0b5c6e', '#7cc4d3'],
  'ocean-deep': ['#084857', '#a5dbe6'],
  'ocean-tint': ['#e3f0f2', '#173840'],
  'on-ocean': ['#ffffff', '#0f181b'],
  coral: ['#ba3e0b', '#ff9b73'],
  'coral-tint': ['#fdf0e9', '#3a2118'],
  amber: ['#8a5a00', '#e8b959'],
  'amber-tint': ['#fbf2de', '#332812'],
  leaf: ['#2f6b3c', '#8ccf9b'],
  'leaf-tint': ['#e7f2e9', '#18321f'],
  'person-0': ['#9a4541', '#f5a69f'],
  'person-1': ['#8c5500', '#e5b379'],
  'person-2': ['#626a00', '#bbc57d'],
  'person-3': ['#26753e', '#91cf9d'],
  'person-4': ['#007677', '#6cd1d1'],
  'person-5': ['#1868a0', '#89c5f7'],
  'person-6': ['#6356a0', '#bcb4f7'],
  'person-7': ['#8d4678', '#e8a6d1'],
} as const satisfies Readonly<Record<string, readonly [light: string, dark: string]>>;

export type PaletteName = keyof typeof palette;
