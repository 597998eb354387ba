import { addYears, type CaseBreak, type CaseState, type FamilyMember, type Process } from '@ssp-kit/process';
import { dateFormat } from '../shared/formatters.js';

/** A read of the case by somebody who does not belong to it. */
export interface EmergencyRead {
  readonly seq: number;
  readonly name: string;
  readonly person: string;
  readonly reason: string;
  /** On whose behalf. */
  readonly party: string;
  readonly day: string;
  /** Instant, ISO 8601 UTC. */
  readonly until: string;
  /** It is still open to them. */
  readonly isOpen: boolean;
  readonly review: (NonNullable<CaseBreak['review']> & { readonly words: string }) | null;
}

/**
 * Reads in an emergency, the newest first.
 * @param now ISO 8601 UTC
 */
export function emergencyReads({ breaks, decisions }: CaseState, now: string): readonly EmergencyRead[] {
  const wordsOf = (seq: number) => decisions.find((one) => one.seq === seq)?.words ?? {};
  return breaks
    .map(({ review, ...one }) => {
      const { reason = '', party = '' } = wordsOf(one.seq);
      const found = review && { ...review, words: wordsOf(review.seq)['words'] ?? '' };
      return { ...one, reason, party, isOpen: now < one.until, review: found };
    })
    .reverse();
}

/** Words of a relation that make somebody a helper of the family, who decides nothing for them. */
const helpers = ['interpreter', 'advocate'];

export function isHelper({ relation }: FamilyMember): boolean {
  return helpers.includes(relation.trim().toLowerCase());
}

/** The day the student is of age; null while nobody told the birthday. */
export function majority({ profile }: Process, { student }: CaseState): string | null {
  return student.birthDate ? addYears(student.birthDate, profile.majorityAge ?? 18) : null;
}

/** Whether the transfer of the rights is worth asking for: in the year before the student is of age, and afterwards. */
export function isNearMajority(process: Process, state: CaseState, today: string): boolean {
  const day = majority(process, state);
  return day !== null && state.rightsTransferred === null && today >= addYears(day, -1);
}

/** An instant (ISO 8601 UTC) as a day and a time of a time zone. */
export function formatInstant(instant: string, timeZone: string, locale = 'en-US'): string {
  const parts = { month: 'short', day: 'numeric', hour: 'numeric', minute: '2-digit' } as const;
  return dateFormat(locale, { timeZone, ...parts }).format(new Date(instant));
}
