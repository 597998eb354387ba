import type { Process } from '../process.js';
import { fieldsOf } from '../select.js';
import type { ActionRow, Branch, Opening } from '../tables/actions.js';
import type { FieldRow } from '../tables/fields/index.js';
import { type Block, code, codes, heading, paragraph, terms, whenOf } from './blocks.js';
import { words } from './draw-chart.js';

/** Every decision: who takes it when, what it needs and what it brings about. */
export function actionBlocks(process: Process): Block[] {
  return [
    heading(2, 'Decisions', 'decisions'),
    paragraph(
      'A decision is taken by one of the roles that stands to the student as said. It is refused with the list of what is missing.',
    ),
    ...process.actions.flatMap((row): Block[] => [
      heading(3, row.label, `decision-${row.id}`),
      paragraph(`${code(row.id)} ${row.does}`),
      terms([
        ['Who', whoOf(process, row)],
        ['When', whenIn(process, row.from)],
        ['Leads to', row.branches.map((branch) => branchOf(process, branch))],
        ['Asks', fieldsOf(process, row.id).map(askedOf)],
        ['Needs in the document', neededOf(process, row).join(' · ')],
        ['Needs', requirementsOf(process, row)],
        [
          'Seals',
          [codes(row.seals ?? []), row.finality ? `as ${row.finality}` : ''].filter((part) => part !== '').join(' '),
        ],
        ['Ends without effect', codes(row.voids ?? [])],
        [
          'Notice',
          process.notices
            .filter(({ on }) => on === row.id)
            .map(({ label }) => label)
            .join(', '),
        ],
        [
          'Order',
          row.order === 'strict'
            ? 'refused when the case moved on since the person looked'
            : 'with others in any order',
        ],
        ['Source', row.source],
      ]),
    ]),
  ];
}

function whoOf({ roles }: Process, row: ActionRow): string {
  const names = row.roles.map((role) => roles.find(({ id }) => id === role)?.label ?? role);
  return `${names.join(', ')} (by: ${row.relations.join(', ')})`;
}

function whenIn({ states }: Process, from: ActionRow['from']): string {
  const open = states.filter(({ id }) => id !== 'closed').map(({ id }) => id);
  const not = open.filter((id) => !from.includes(id));
  if (from.includes('closed') && not.length === 0) return 'always';
  if (not.length === 0) return 'everywhere until the case is closed';
  return not.length <= 2 ? `everywhere but ${codes(not)}, until the case is closed` : codes(from);
}

function branchOf({ documents }: Process, { from, when, to, opens = [] }: Branch): string {
  const condition = [from ? `from ${codes(from)}` : '', when ? `if ${words(when)}` : '']
    .filter((part) => part !== '')
    .join(', ');
  const name = ({ kind, each, about }: Opening) =>
    `${documents.find((row) => row.kind === kind)?.label ?? 'a copy of the document'}${about ? ` (${about})` : ''}${each ? ` for each ${each}` : ''}`;
  const opened = opens.length > 0 ? `, opens: ${opens.map(name).join(', ')}` : '';
  return `${condition === '' ? '' : `${condition}: `}${to === 'same' ? 'stays' : code(to)}${opened}`;
}

function askedOf({ label, required, when }: FieldRow): string {
  return `${label}${required ? ' (needed' : ' (optional'}${when ? `, ${whenOf(when.field, when.is)}` : ''})`;
}

/** The fields that have to be answered in the document that the decision seals. */
function neededOf({ fields }: Process, { seals = [], reads = [] }: ActionRow): string[] {
  return seals
    .filter((kind) => reads.includes(kind))
    .flatMap((kind) => fields.filter(({ of, needed }) => of === kind && needed !== undefined))
    .map(({ label, list, needed, tracks, abouts }) => {
      const limits = [...(needed === true ? (tracks ?? []) : (needed ?? [])), ...(abouts ?? [])];
      return `${label}${list ? ` in ${code(list)}` : ''}${limits.length > 0 ? ` (${limits.join(', ')})` : ''}`;
    });
}

function requirementsOf({ requirements, notices }: Process, { id }: ActionRow): string[] {
  const first = notices.filter(({ before, on }) => before === id && on !== id).map(({ label }) => label);
  return [
    ...requirements
      .filter(({ action }) => action === id)
      .map(({ label, tracks, when, source }) => {
        const limits = [tracks ? `tracks ${tracks.join(', ')}` : '', when ? whenOf(when.fact, when.is) : '', source];
        return `${label} (${limits.filter((part) => part !== '').join('; ')})`;
      }),
    ...(first.length > 0 ? [`The family has the notice, where one is owed: ${first.join(', ')}.`] : []),
  ];
}
