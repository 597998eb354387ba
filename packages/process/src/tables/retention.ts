/** Which cases a rule is of: those never filed, the filed ones, those with a signed session. */
export type RetentionOf = 'unfiled' | 'filed' | 'sessions';

/** How long the record of a closed case is kept at least; of several rules that are of a case the last to end counts. */
export interface RetentionRow {
  readonly id: string;
  readonly label: string;
  readonly of: RetentionOf;
  /** The named date of the case that it counts from (dates.ts). */
  readonly from: string;
  readonly years: number;
  readonly source: string;
}

export const retention: readonly RetentionRow[] = [
  { id: 'draft', label: 'A concern that was never filed', of: 'unfiled', from: 'caseClosedDate', years: 1, source: 'inference: the district’s own schedule counts' },
  { id: 'referral', label: 'A filed referral, with or without a plan', of: 'filed', from: 'caseClosedDate', years: 3, source: '20 USC 1232f(a): three years after what the funds were used for; that a case counts as one is inference' },
  { id: 'sessions', label: 'Signed sessions', of: 'sessions', from: 'lastSessionDate', years: 7, source: 'domain §5.7: seven years where Medicaid is billed, a state’s example' },
];
