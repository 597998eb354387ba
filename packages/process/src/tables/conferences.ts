/**
 * What the law asks of a conference by its purpose. `calls`: members who come or are excused. `formal`: the family is invited in
 * writing, and is there or was documentedly called.
 */
export interface ConferenceRow {
  /** A code of the vocabulary `conference-purpose`. */
  readonly purpose: string;
  readonly formal: boolean;
  /** Codes of the vocabulary `member-type`. */
  readonly calls: readonly string[];
  readonly source: string;
}

/** Members of an IEP team besides the parents. */
const iepTeam: readonly string[] = ['regular-teacher', 'special-teacher', 'representative', 'evaluation-interpreter'];

export const conferences: readonly ConferenceRow[] = [
  { purpose: 'eligibility', formal: true, calls: ['special-teacher', 'representative', 'evaluation-interpreter'], source: '34 CFR 300.306(a); HAR 8-60-38' },
  { purpose: 'iep', formal: true, calls: iepTeam, source: '34 CFR 300.321(a), 300.322; HAR 8-60-45' },
  { purpose: 'annual-review', formal: true, calls: iepTeam, source: '34 CFR 300.324(b), 300.321(a); HAR 8-60-45' },
  { purpose: 'iep-revision', formal: true, calls: iepTeam, source: '34 CFR 300.324(a)(6), 300.321(a); HAR 8-60-45' },
  { purpose: 's504', formal: true, calls: [], source: '34 CFR 104.35(c), 104.36' },
  { purpose: 's504-review', formal: true, calls: [], source: '34 CFR 104.35(c),(d), 104.36' },
];
