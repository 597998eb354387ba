import type { Process } from './process.js';
import type { LreRow } from './tables/lre.js';
import type { DocumentView } from './types.js';
import { numberOf, textOf } from './view-values.js';

/** How much of the school day a student spends in the regular class. */
export interface LeastRestrictive {
  /** Share of the school day, 0 to 100 with one decimal, never rounded up; null when the minutes do not tell. */
  readonly percent: number | null;
  readonly code: string;
  readonly label: string;
  readonly familyLabel: string;
}

/**
 * The reporting code of a placement: of the named setting where there is one, else of the share of the school day in the regular
 * class. Null when neither tells: minutes are missing, negative, or more than the school day has.
 * @param settingOverride code of a row without `from`, or of its place of instruction, for instance `SS` or `separate-school`; any other is passed over
 */
export function lreOf(
  rows: readonly LreRow[],
  regularMinutes: number | null | undefined,
  schoolMinutes: number | null | undefined,
  settingOverride?: string | null,
): LeastRestrictive | null {
  const share = shareOf(regularMinutes, schoolMinutes);
  const row =
    named(rows, settingOverride) ??
    (share === null ? undefined : rows.find(({ from }) => from !== undefined && share >= from));
  if (!row) return null;
  const percent = share === null ? null : Math.floor(share * 10) / 10;
  return { percent, code: row.code, label: row.label, familyLabel: row.familyLabel };
}

/** The placement of a plan: of its early-childhood setting where one is chosen, else of its place of instruction and its minutes. */
export function lreOfPlan(plan: DocumentView, { lre }: Pick<Process, 'lre'>): LeastRestrictive | null {
  const minutes = [numberOf(plan['regularClassMinutes']), numberOf(plan['schoolMinutes'])] as const;
  const early = textOf(plan['earlyChildhoodSetting']);
  return early === ''
    ? lreOf(lre.schoolAge, ...minutes, textOf(plan['schoolSetting']))
    : lreOf(lre.earlyChildhood, ...minutes, early);
}

function named(rows: readonly LreRow[], setting: string | null | undefined): LreRow | undefined {
  if (!setting) return undefined;
  return rows.find((row) => row.from === undefined && (row.code === setting || row.setting === setting));
}

function shareOf(part: number | null | undefined, whole: number | null | undefined): number | null {
  if (typeof part !== 'number' || typeof whole !== 'number') return null;
  return whole > 0 && part >= 0 && part <= whole ? (part * 100) / whole : null;
}
