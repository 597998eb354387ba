import type { Process } from '../process.js';
import type { RightRow } from '../tables/rights.js';
import { type Block, heading, paragraph, table } from './blocks.js';

/** Who may read and write each document, by role and by how a person stands to the student. */
export function rightBlocks({ documents, roles, rights, rosterRights }: Process): Block[] {
  const granted = new Set(rights.flatMap((row) => row.roles));
  const columns = roles.filter(({ id }) => granted.has(id));
  return [
    heading(2, 'Rights', 'rights'),
    paragraph(
      'A person opens a document by a role and a relationship to the student. Without a row there is no right. A sealed document, and every document of a closed case, is read-only for all.',
    ),
    table(
      'Who may open what',
      ['document', ...columns.map(({ label }) => label)],
      documents.map(({ kind, label }) => [
        label,
        ...columns.map(({ id }) => rights.filter((row) => row.document === kind && row.roles.includes(id)).map(said)),
      ]),
    ),
    table(
      'Who sees a student of the roster and can begin a case',
      ['roles', 'relationship', 'source'],
      rosterRights.map((row) => [row.roles.join(', '), row.relations.join(', '), row.source]),
    ),
  ];
}

function said({ may, relations, sealed, until, tracks }: RightRow): string {
  const limits = [
    sealed ? 'once sealed' : '',
    until ? 'until the rights go over' : '',
    tracks ? `tracks ${tracks.join(', ')}` : '',
  ];
  return [`**${may}**: ${relations.join(', ')}`, ...limits.filter((part) => part !== '')].join('; ');
}
