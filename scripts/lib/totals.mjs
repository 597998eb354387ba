import { readFileSync, writeFileSync } from 'node:fs';

/** The environment variable with the file into which a test runner writes its totals. */
export const TOTALS_FILE = 'SSP_TEST_TOTALS';

/** Writes `{ passed, failed, skipped }` where the caller asked for them, if it did. */
export function writeTotals(totals) {
  const file = process.env[TOTALS_FILE];
  if (file) writeFileSync(file, JSON.stringify(totals));
}

/** The totals that a runner has left, or undefined where it died before it could. */
export function readTotals(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch (error) {
    if (error.code === 'ENOENT') return undefined;
    throw error;
  }
}

/** The closing line of a run. */
export function closingLine({ passed, failed }) {
  return `${passed} passed, ${failed} failed`;
}
