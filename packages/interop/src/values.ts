/** The text without surrounding space, or null when nothing is left. */
export function given(text: string | undefined): string | null {
  const trimmed = text?.trim() ?? '';
  return trimmed === '' ? null : trimmed;
}

/** Whether the text is a day that exists, `YYYY-MM-DD`. */
export function isDay(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const date = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text);
}

/** `true`, `1`, `yes`, `y` and their opposites in any case; null for anything else. */
export function yesNo(text: string | null): boolean | null {
  const word = text?.toLowerCase();
  if (word === 'true' || word === '1' || word === 'yes' || word === 'y') return true;
  if (word === 'false' || word === '0' || word === 'no' || word === 'n') return false;
  return null;
}
