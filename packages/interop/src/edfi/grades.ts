const levels = [
  ...['first', 'second', 'third', 'fourth', 'fifth', 'sixth'],
  ...['seventh', 'eighth', 'ninth', 'tenth', 'eleventh', 'twelfth'],
];

/** `03` of `Third grade`, `KG` of `Kindergarten`; another level keeps its own word. */
export function grade(level: string | null): string | null {
  if (!level) return null;
  const word = level.toLowerCase().replace(/ grade$/, '');
  if (word === 'kindergarten') return 'KG';
  const index = levels.indexOf(word);
  return index < 0 ? level : String(index + 1).padStart(2, '0');
}
