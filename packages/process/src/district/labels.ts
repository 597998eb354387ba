import type { Process } from '../process.js';
import { nameOf } from '../profiles/override.js';
import { entriesOf, isPlain, join, objectOf, type Tell, textOf } from './reading.js';

/** The tables whose words a district can change, with the words of each. */
const tables = {
  stages: ['label', 'familyLabel'],
  tracks: ['label'],
  roles: ['label'],
  documents: ['label', 'familyLabel'],
  sections: ['label', 'familyLabel', 'help'],
  fields: ['label', 'familyLabel', 'help'],
  actions: ['label', 'does'],
  clocks: ['label', 'familyLabel'],
  notices: ['label', 'familyLabel'],
} as const satisfies Readonly<Partial<Record<keyof Process, readonly string[]>>>;

type Table = keyof typeof tables;

/** `labels`: other words for rows that are there. A text is the label, an object names which words. */
export function withLabels(process: Process, json: unknown, tell: Tell): Process {
  let changed = process;
  for (const [table, rows] of entriesOf(json, 'labels', tell)) {
    const row = join('labels', table);
    if (table === 'vocabularies') changed = withTerms(changed, rows, tell);
    else if (isTable(table)) changed = { ...changed, [table]: withWords(changed, table, rows, tell) };
    else tell(row, `Nothing is known by this name here. Known are ${Object.keys(tables).join(', ')}, vocabularies.`);
  }
  return withRoleTerms(changed);
}

function withWords(process: Process, table: Table, json: unknown, tell: Tell): readonly object[] {
  const words = new Map<string, object>();
  const known = new Set(process[table].map(nameOf));
  for (const [name, value] of entriesOf(json, join('labels', table), tell)) {
    const row = join('labels', table, name);
    if (!known.has(name)) {
      tell(row, `The ${table} of ${process.profile.id} have nothing of this name.`);
      continue;
    }
    const spoken = isPlain(value) ? objectOf(value, tables[table], row, tell) : { label: value };
    const texts = Object.entries(spoken ?? {}).map(([key, text]) => [key, textOf(text, row, tell)] as const);
    words.set(name, Object.fromEntries(texts.filter(([, text]) => text !== null)));
  }
  return process[table].map((row) => ({ ...row, ...words.get(nameOf(row)) }));
}

function withTerms(process: Process, json: unknown, tell: Tell): Process {
  const vocabularies = { ...process.vocabularies };
  for (const [name, labels] of entriesOf(json, 'labels/vocabularies', tell)) {
    const row = join('labels/vocabularies', name);
    const terms = Object.hasOwn(vocabularies, name) ? vocabularies[name] : undefined;
    if (terms === undefined) {
      tell(row, 'There is no vocabulary of this name.');
      continue;
    }
    const said = new Map<string, string>();
    for (const [code, value] of entriesOf(labels, row, tell)) {
      const label = textOf(value, join(row, code), tell);
      if (!terms.some((term) => term.code === code)) tell(join(row, code), 'The vocabulary has no term of this code.');
      else if (label !== null) said.set(code, label);
    }
    vocabularies[name] = terms.map((term) => ({ ...term, label: said.get(term.code) ?? term.label }));
  }
  return { ...process, vocabularies };
}

/** The vocabulary of roles says what the roles are called now. */
function withRoleTerms(process: Process): Process {
  const terms = process.vocabularies['roles'];
  if (terms === undefined) return process;
  const labels = new Map<string, string>(process.roles.map(({ id, label }) => [id, label]));
  const roles = terms.map((term) => ({ ...term, label: labels.get(term.code) ?? term.label }));
  return { ...process, vocabularies: { ...process.vocabularies, roles } };
}

function isTable(name: string): name is Table {
  return Object.hasOwn(tables, name);
}
