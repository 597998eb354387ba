/** One entry of a pick list. Codes are stored, labels are shown. */
export interface Term {
  readonly code: string;
  readonly label: string;
  /** What it counts as where a rule asks for more than the code. */
  readonly means?: 'present' | 'excused' | 'family';
}

export type Vocabularies = Readonly<Record<string, readonly Term[]>>;
