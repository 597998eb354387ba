import { expect } from '@open-wc/testing';
import { type PaletteName, palette } from './palette.js';

const grounds: readonly PaletteName[] = ['paper', 'surface', 'ocean-tint'];
const texts: readonly PaletteName[] = ['ink', 'quiet', 'ocean', 'ocean-deep', 'coral', 'amber', 'leaf'];
const people = Object.keys(palette).filter((name) => name.startsWith('person-')) as PaletteName[];

function luminance(hex: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5]
    .map((at) => Number.parseInt(hex.slice(at, at + 2), 16) / 255)
    .map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4));
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(one: string, other: string): number {
  const [light = 0, dark = 0] = [luminance(one), luminance(other)].sort((a, b) => b - a);
  return (light + 0.05) / (dark + 0.05);
}

describe('palette', () => {
  for (const [scheme, at] of [
    ['light', 0],
    ['dark', 1],
  ] as const) {
    const expectAtLeast = (least: number, front: PaletteName, ground: PaletteName) =>
      expect(contrast(palette[front][at], palette[ground][at]), `${front} on ${ground}`).to.be.at.least(least);

    it(`is legible: text, ${scheme}`, () => {
      for (const ground of grounds) for (const front of texts) expectAtLeast(4.5, front, ground);
      for (const name of ['coral', 'amber', 'leaf'] as const) {
        expectAtLeast(4.5, name, `${name}-tint`);
        expectAtLeast(4.5, 'ink', `${name}-tint`);
      }
      expectAtLeast(4.5, 'on-ocean', 'ocean');
    });

    it(`tells shapes and people apart from their ground, ${scheme}`, () => {
      for (const ground of grounds) expectAtLeast(3, 'edge', ground);
      for (const person of people) expectAtLeast(4.5, person, 'surface');
    });
  }
});
