import { type LreRow, schoolAgeLre } from './tables/lre.js';

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
 * @param settingOverride code of a row without `from`, for instance `SS`; any other is passed over
 */
export function lreOf(
  regularMinutes: number | null | undefined,
  schoolMinutes: number | null | undefined,
  settingOverride?: string | null,
  rows: readonly LreRow[] = schoolAgeLre,
): LeastRestrictive | null {
  const share = shareOf(regularMinutes, schoolMinutes);
  const row =
    rows.find(({ code, from }) => code === settingOverride && from === undefined) ??
    (share === null ? undefined : rows.find(({ from }) => from !== undefined && share >= from));
  if (!row) return null;
  const percent = share === null ? null : Math.floor(share * 10) / 10;
  return { percent, code: row.code, label: row.label, familyLabel: row.familyLabel };
}

function shareOf(part: number | null | undefined, whole: number | null | undefined): number | null {
  if (typeof part !== 'number' || typeof whole !== 'number') return null;
  return whole > 0 && part >= 0 && part <= whole ? (part * 100) / whole : null;
}
