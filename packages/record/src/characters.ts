/** What a person calls one character may be many units. Texts are only ever cut between characters: a cut inside a surrogate pair makes replicas differ for ever. */
const segmenter = new Intl.Segmenter(undefined, { granularity: 'grapheme' });
const loneSurrogate = /[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/;
const loneSurrogates = new RegExp(loneSurrogate, 'g');

/** Whether no half of a surrogate pair stands alone. */
export function isWellFormed(text: string): boolean {
  return !loneSurrogate.test(text);
}

/** The text without halves of surrogate pairs. */
export function wellFormed(text: string): string {
  return isWellFormed(text) ? text : text.replace(loneSurrogates, '');
}

/** The last border between characters at or before `index`. */
export function borderBefore(text: string, index: number): number {
  if (index <= 0) return 0;
  if (index >= text.length) return text.length;
  return segmenter.segment(text).containing(index)?.index ?? index;
}

/** The first border between characters at or behind `index`. */
export function borderAfter(text: string, index: number): number {
  if (index <= 0) return 0;
  if (index >= text.length) return text.length;
  const character = segmenter.segment(text).containing(index);
  if (!character || character.index === index) return index;
  return character.index + character.segment.length;
}
