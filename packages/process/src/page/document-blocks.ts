import type { Process } from '../process.js';
import { fieldsOf, listsOf } from '../select.js';
import type { DocumentRow } from '../tables/documents.js';
import type { FieldRow } from '../tables/fields/index.js';
import { type Block, code, codes, heading, paragraph, table, terms, whenOf } from './blocks.js';

const numberings = {
  one: 'one in a case',
  series: 'numbered from the second one on',
  count: 'numbered from 1',
  'school-year': 'one for each school year',
} as const;

const writers = {
  people: 'whom the rights let write',
  'one-person': 'the one person it was opened for',
  server: 'the server alone',
} as const;

/** Every document with its fields. */
export function documentBlocks(process: Process): Block[] {
  return [
    heading(2, 'Documents and fields', 'documents'),
    paragraph(
      '“Needed” means: has to be answered before the document is sealed; in a list, in every row. What else a decision is judged on stands with the decision.',
    ),
    ...process.documents.flatMap((row): Block[] => [
      heading(3, row.label, `document-${row.kind}`),
      terms([
        ['Kind', `${code(row.kind)}, ${numberings[row.numbering]}`],
        ['For the family', row.familyLabel],
        ['Stage', row.stage ? code(row.stage) : ''],
        ['Written by', writers[row.writer]],
        ['About', row.about ? `a code of ${code(row.about)}` : ''],
        ['Sealed by', sealedBy(process, row)],
        ['Correctable', row.correctable ? 'yes, as a new version with a cover note' : ''],
        [
          'Sections',
          process.sections
            .filter(({ of }) => of === row.kind)
            .map(({ label }) => label)
            .join(', '),
        ],
      ]),
      ...fieldTable(`Fields of ${row.label}`, fieldsOf(process, row.kind)),
      ...listsOf(process, row.kind).flatMap((list) =>
        fieldTable(`Each row of the list ${list}`, fieldsOf(process, row.kind, list)),
      ),
    ]),
  ];
}

function sealedBy({ actions }: Process, { kind }: DocumentRow): string {
  return codes(actions.filter(({ seals }) => seals?.includes(kind)).map(({ id }) => id));
}

function fieldTable(label: string, fields: readonly FieldRow[]): Block[] {
  if (fields.length === 0) return [];
  return [
    table(
      label,
      ['field', 'for the family', 'holds', 'needed', 'only', 'help', 'source'],
      fields.map((row) => [
        [`**${row.label}**`, code(row.name)],
        row.familyLabel ?? '',
        [row.type, row.vocabulary ? `of ${code(row.vocabulary)}` : '', row.refersTo ? `in ${code(row.refersTo)}` : '']
          .filter((part) => part !== '')
          .join(' '),
        row.needed === undefined ? '' : row.needed === true ? 'needed' : `needed: ${row.needed.join(', ')}`,
        [
          row.tracks ? `tracks ${row.tracks.join(', ')}` : '',
          row.abouts ? `about ${row.abouts.join(', ')}` : '',
          row.when ? whenOf(row.when.field, row.when.is) : '',
        ],
        row.help ?? '',
        row.source,
      ]),
    ),
  ];
}
