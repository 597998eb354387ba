import type { Process } from './process.js';
import { textDifference } from './text-difference.js';
import type { DocumentView, Plain, RowView } from './types.js';
import { rowsOf } from './view-values.js';

/** What of a field's row a comparison looks at; a `FieldRow` is one. */
export interface ComparedField {
  readonly of: string;
  readonly list?: string;
  readonly name: string;
  readonly type: string;
  readonly label: string;
}

/** One thing that differs between two versions of a document. */
export interface Change {
  /** `<field>`, `<list>/<row id>` for a row that came or went, `<list>/<row id>/<field>`. */
  readonly path: string;
  /** What a person reads for it: the field's label, for a row with its place (“Goals 2: Target”). */
  readonly label: string;
  readonly kind: 'changed' | 'added' | 'removed';
  /** For a row that came or went, null on the side where it is not. */
  readonly before: Plain | RowView;
  readonly after: Plain | RowView;
  /** A correction leaves the decision as it is; a revision makes another one of it. */
  readonly weight: 'correction' | 'revision';
}

export interface Comparison {
  readonly changes: readonly Change[];
  readonly verdict: 'same' | 'correction' | 'revision';
  /** The verdict's reason in a sentence. */
  readonly why: string;
}

/** What tells a correction from a revision; a `Process` has it. */
export type ComparisonRules = Pick<Process, 'substance' | 'correction'>;

/**
 * What differs between two versions of a document, and whether that only corrects it. Rows are matched by their ids; their order
 * does not count.
 * @param fields the rows of one document kind, with those of its lists
 */
export function compareVersions(
  fields: readonly ComparedField[],
  before: DocumentView,
  after: DocumentView,
  rules: ComparisonRules,
): Comparison {
  const own = fields.filter(({ list }) => list === undefined);
  const lists = [...new Set(fields.flatMap(({ list }) => (list === undefined ? [] : [list])))];
  const changes = [
    ...fieldChanges(own, before, after, rules, { path: '', label: '' }),
    ...lists.flatMap((list) =>
      listChanges(
        fields.filter((row) => row.list === list),
        list,
        [rowsOf(before, list), rowsOf(after, list)],
        rules,
      ),
    ),
  ];
  return { changes, ...judge(changes) };
}

interface Place {
  readonly path: string;
  readonly label: string;
}

type Values = Readonly<Record<string, unknown>>;

function fieldChanges(
  fields: readonly ComparedField[],
  before: Values,
  after: Values,
  rules: ComparisonRules,
  { path, label }: Place,
): readonly Change[] {
  return fields.flatMap((field) => {
    const [from, to] = [plainOf(before[field.name]), plainOf(after[field.name])];
    if (isSame(from, to)) return [];
    return [
      {
        path: `${path}${field.name}`,
        label: `${label}${field.label}`,
        kind: 'changed' as const,
        before: from,
        after: to,
        weight: weightOf(field, from, to, rules),
      },
    ];
  });
}

function listChanges(
  fields: readonly ComparedField[],
  list: string,
  [before, after]: readonly [readonly RowView[], readonly RowView[]],
  rules: ComparisonRules,
): readonly Change[] {
  const of = fields[0]?.of ?? '';
  const weight = rules.substance.some((row) => row.of === of && row.list === list && row.rows)
    ? 'revision'
    : 'correction';
  const title = `${list.charAt(0).toUpperCase()}${list.slice(1)}`;
  const earlier = new Map(before.map((row) => [row.id, row]));
  const ids = new Set(after.map(({ id }) => id));
  const kept = after.flatMap((row, index): readonly Change[] => {
    const [from, label] = [earlier.get(row.id), `${title} ${index + 1}`];
    return from
      ? fieldChanges(fields, from, row, rules, { path: `${list}/${row.id}/`, label: `${label}: ` })
      : [{ path: `${list}/${row.id}`, label, kind: 'added', before: null, after: row, weight }];
  });
  const gone = before.flatMap((row, index): readonly Change[] => {
    const label = `${title} ${index + 1}`;
    return ids.has(row.id)
      ? []
      : [{ path: `${list}/${row.id}`, label, kind: 'removed', before: row, after: null, weight }];
  });
  return [...kept, ...gone];
}

function weightOf(field: ComparedField, before: Plain, after: Plain, rules: ComparisonRules): Change['weight'] {
  const isSubstance = rules.substance.some(
    ({ of, list, fields }) => of === field.of && list === field.list && fields.includes(field.name),
  );
  if (!isSubstance) return 'correction';
  if (field.type !== 'text' && field.type !== 'line') return 'revision';
  return isCorrection(String(before ?? ''), String(after ?? ''), rules.correction) ? 'correction' : 'revision';
}

/** Whether a text was only mended: few words changed, no number, no word that turns a sentence around. */
function isCorrection(before: string, after: string, settings: ComparisonRules['correction']): boolean {
  const { words, share, removed, added } = textDifference(before, after);
  const isWeighty = (word: string) => /[\d%<>=+]/.test(word) || settings.turning.includes(word);
  if ([...removed, ...added].some(isWeighty)) return false;
  return share <= settings.share || words <= settings.words;
}

function judge(changes: readonly Change[]): Pick<Comparison, 'verdict' | 'why'> {
  if (changes.length === 0) return { verdict: 'same', why: 'Nothing differs.' };
  const weighty = changes.filter(({ weight }) => weight === 'revision');
  if (weighty.length === 0)
    return {
      verdict: 'correction',
      why: 'Only wording or particulars beside the decision differ: it is a correction.',
    };
  const named = weighty.slice(0, 3).map(({ label, kind }) => (kind === 'changed' ? label : `${label} (${kind})`));
  const more = weighty.length > 3 ? ` and ${weighty.length - 3} more` : '';
  return { verdict: 'revision', why: `What was decided itself differs: ${named.join('; ')}${more}.` };
}

/** An empty text, an empty choice and no answer are the same. */
function plainOf(value: unknown): Plain {
  if (value === undefined || value === null) return null;
  if (typeof value === 'string') return value.trim() === '' ? null : value;
  if (typeof value === 'number' || typeof value === 'boolean') return value;
  if (!Array.isArray(value)) return null;
  const codes = value.filter((item): item is string => typeof item === 'string');
  return codes.length === 0 ? null : codes;
}

function isSame(a: Plain, b: Plain): boolean {
  if (!Array.isArray(a) || !Array.isArray(b)) return a === b;
  return JSON.stringify([...a].sort()) === JSON.stringify([...b].sort());
}
