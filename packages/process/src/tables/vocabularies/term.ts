/** One entry of a pick list. Codes are stored, labels are shown. */
export interface Term {
  readonly code: string;
  readonly label: string;
}

export type Vocabularies = Readonly<Record<string, readonly Term[]>>;
