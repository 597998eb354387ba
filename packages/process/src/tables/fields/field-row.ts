import type { DocumentKind } from '../documents.js';
import type { Track } from '../stages.js';

/**
 * What a field holds.
 * `text`: words written together, merged letter by letter. All others are plain values set on commit:
 * `line` a short string, `day` an ISO date, `time` `HH:MM`, `number`, `minutes` a whole number,
 * `yes-no` a boolean, `choice` a code, `choices` codes, `person` a person's id, `row` the id of a row of another list.
 */
export type FieldType = 'text' | 'line' | 'day' | 'time' | 'number' | 'minutes' | 'yes-no' | 'choice' | 'choices' | 'person' | 'row';

export interface FieldRow {
  /** The document the field stands in, or the action whose form asks for it. */
  readonly of: DocumentKind | (string & {});
  /** The list whose rows have the field; absent for a field of the document itself. */
  readonly list?: string;
  readonly name: string;
  readonly type: FieldType;
  readonly label: string;
  /** The same question in the family's words; every field of a document that a family can read has one. */
  readonly familyLabel?: string;
  readonly help?: string;
  readonly vocabulary?: string;
  /** For `row`: the list the id points into. */
  readonly refersTo?: string;
  /** Section of a long form it stands in (sections.ts). */
  readonly section?: string;
  /** Asked only while another field of the same place has one of these values. */
  readonly when?: { readonly field: string; readonly is: readonly (string | boolean)[] };
  /** Only on plans of these tracks. */
  readonly tracks?: readonly Track[];
  /** Only in a document opened about one of these: eligibility `idea`, `s504`; evaluation `initial`, `reevaluation`; a consent's form; a notice's subject. */
  readonly abouts?: readonly string[];
  /** Must be answered before the document is sealed, wherever it is asked (in a list, in every row); or only on plans of these tracks. */
  readonly needed?: true | readonly Track[];
  /** Asked anew in a plan that follows another one: it belonged to that one’s term or activation. */
  readonly anew?: true;
  /** Must be answered before the form of a decision is sent; a document’s fields are `needed` instead. */
  readonly required?: boolean;
  /**
   * Where the row comes from. Letters: E eCSSS, H Hawaii form, P peer product, L law, I our inference. K: the rule was known but its text not
   * read; ?: the text was looked for and not found.
   */
  readonly source: string;
}
