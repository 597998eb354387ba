import type { Process, Term } from '@ssp-kit/process';
import { dateFormat } from './formatters.js';
import { defineTerms } from './terms.js';

const terms = defineTerms('days', {
  ahead: 'in {count} days',
  late: '{count|1 day|{count} days} late',
  months: 'in about {count} months',
  today: 'today',
  tomorrow: 'tomorrow',
  years: 'in about {count} years',
});

/** `2026-11-03` as a person reads it: `Nov 3, 2026`. What is no day is shown as it is. */
export function formatDay(day: string | null | undefined, locale = 'en-US'): string {
  if (day == null || day === '') return '';
  const instant = new Date(`${day}T00:00:00Z`);
  if (Number.isNaN(instant.getTime())) return day;
  return dateFormat(locale, {
    timeZone: 'UTC',
    year: 'numeric',
    month: 'short',
    day: 'numeric',
  }).format(instant);
}

/** `14:05` as `2:05 PM`. */
export function formatTime(time: string | null | undefined, locale = 'en-US'): string {
  if (time == null || !/^\d\d:\d\d/.test(time)) return time ?? '';
  return dateFormat(locale, {
    timeZone: 'UTC',
    hour: 'numeric',
    minute: '2-digit',
  }).format(new Date(`1970-01-01T${time.slice(0, 5)}:00Z`));
}

/** A roster's grade as people say it: `02` is `Grade 2`, `KG` is `Kindergarten`; what is said in words stays. */
export function formatGrade(grade: string | null | undefined): string {
  if (grade == null || grade === '') return '';
  if (/^(0?K|KG)$/i.test(grade)) return 'Kindergarten';
  return /^\d+$/.test(grade) ? `Grade ${Number(grade)}` : grade;
}

/** Two letters for a person: the first of the first and of the last name. */
export function initials(name: string): string {
  const words = name
    .trim()
    .split(/\s+/u)
    .filter((word) => /^[\p{L}\p{N}]/u.test(word));
  const first = words[0];
  const last = words.length > 1 ? words[words.length - 1] : undefined;
  return [first, last]
    .filter((word) => word !== undefined)
    .map((word) => [...word][0]?.toLocaleUpperCase() ?? '')
    .join('');
}

export function termsOf({ vocabularies }: Process, vocabulary: string | undefined): readonly Term[] {
  return vocabulary === undefined ? [] : (vocabularies[vocabulary] ?? []);
}

/** What a code of a vocabulary means; the code itself where it is unknown. */
export function labelOf(process: Process, vocabulary: string | undefined, code: unknown): string {
  if (typeof code !== 'string') return '';
  return termsOf(process, vocabulary).find((term) => term.code === code)?.label ?? code;
}

/** How far a day is; far ones in months and years, whose single days tell nobody anything. `days` is negative when late. */
export function formatDaysLeft(days: number): string {
  if (days < 0) return terms('late', { count: -days });
  if (days < 2) return terms(days === 0 ? 'today' : 'tomorrow');
  if (days > 700) return terms('years', { count: Math.round(days / 365) });
  return days > 120 ? terms('months', { count: Math.round(days / 30.4) }) : terms('ahead', { count: days });
}
