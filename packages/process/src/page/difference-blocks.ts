import type { Process } from '../process.js';
import { nameOf } from '../profiles/override.js';
import { type Block, code, heading, paragraph, table } from './blocks.js';

/** Tables whose rows are compared by their names, and what one row of each is called. */
const compared = {
  stages: 'stage',
  states: 'state',
  tracks: 'track',
  roles: 'role',
  documents: 'document',
  sections: 'section',
  fields: 'field',
  actions: 'decision',
  requirements: 'requirement',
  notices: 'notice',
  clocks: 'deadline',
  events: 'event',
  nextSteps: 'next step',
} as const satisfies Readonly<Partial<Record<keyof Process, string>>>;

/** What each of the other profiles says otherwise than this one. */
export function differenceBlocks(process: Process, others: readonly Process[]): Block[] {
  if (others.length === 0) return [];
  return [
    heading(2, 'Other profiles', 'profiles'),
    paragraph(`What other profiles say otherwise than ${code(process.profile.id)}. Sources are not compared.`),
    ...others.flatMap((other): Block[] => {
      const rows = differences(process, other);
      const { id, label } = other.profile;
      return [
        heading(3, label, `profile-${id}`),
        rows.length === 0 ? paragraph('Nothing.') : table(`${label} (${id})`, ['row', 'here', 'there'], rows),
      ];
    }),
  ];
}

type Difference = readonly [row: string, here: string, there: string];

function differences(one: Process, other: Process): readonly Difference[] {
  const tables = (Object.keys(compared) as (keyof typeof compared)[]).flatMap((name) =>
    rowsThat(one[name], other[name], compared[name]),
  );
  const names = [...new Set([...Object.keys(one.vocabularies), ...Object.keys(other.vocabularies)])];
  const terms = names.flatMap((name) =>
    rowsThat(one.vocabularies[name] ?? [], other.vocabularies[name] ?? [], `term of ${code(name)}`),
  );
  const profile = (['timeZone', 'suspicion', 'majorityAge', 'transitionAge', 'endAge'] as const).flatMap(
    (name): Difference[] => {
      const [here, there] = [said(one.profile[name]), said(other.profile[name])];
      return here === there ? [] : [[`profile: ${name}`, here, there]];
    },
  );
  return [...profile, ...tables, ...terms];
}

function rowsThat(here: readonly object[], there: readonly object[], kind: string): readonly Difference[] {
  const [mine, theirs] = [
    new Map(here.map((row) => [nameOf(row), row])),
    new Map(there.map((row) => [nameOf(row), row])),
  ];
  const gone = [...mine]
    .filter(([name]) => !theirs.has(name))
    .map(([name, row]): Difference => [`${kind} ${code(name)}`, labelOf(row), 'is not there']);
  const added = [...theirs]
    .filter(([name]) => !mine.has(name))
    .map(([name, row]): Difference => [`${kind} ${code(name)}`, 'is not there', labelOf(row)]);
  const changed = [...mine].flatMap(([name, row]) => {
    const after = theirs.get(name);
    return after === undefined
      ? []
      : changesOf(row, after).map(([key, a, b]): Difference => [`${kind} ${code(name)}: ${key}`, a, b]);
  });
  return [...gone, ...changed, ...added];
}

function changesOf(before: object, after: object): readonly Difference[] {
  const [a, b] = [before as Readonly<Record<string, unknown>>, after as Readonly<Record<string, unknown>>];
  const keys = [...new Set([...Object.keys(a), ...Object.keys(b)])].filter((key) => key !== 'source');
  return keys
    .filter((key) => said(a[key]) !== said(b[key]))
    .map((key) => [key, said(without(a[key], b[key])), said(without(b[key], a[key]))]);
}

/** Of a list only what the other one does not have. */
function without(value: unknown, other: unknown): unknown {
  if (!Array.isArray(value) || !Array.isArray(other)) return value;
  const there = new Set(other.map(said));
  const rest = value.filter((item) => !there.has(said(item)));
  return rest.length > 0 ? rest : undefined;
}

function labelOf(row: object): string {
  const { label, says } = row as { readonly label?: string; readonly says?: string };
  return label ?? says ?? 'is there';
}

/** A value of a row as a person can compare it. */
function said(value: unknown): string {
  if (value === undefined) return 'nothing';
  if (typeof value === 'string') return value;
  if (typeof value !== 'object' || value === null) return String(value);
  if (Array.isArray(value)) return value.map(said).join('; ');
  return Object.entries(value)
    .map(([key, item]) => `${key} ${said(item)}`)
    .join(', ');
}
