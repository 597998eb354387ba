import type { Process } from '../process.js';
import type { Role } from '../tables/roles.js';
import type { UpgradeRow } from '../tables/upgrades.js';
import { withCalendar, withDays, withRetention } from './days.js';
import { withLabels } from './labels.js';
import { withOwnFields } from './own-fields.js';
import { entriesOf, type Fault, isPlain, join, objectOf, type Tell, textOf } from './reading.js';
import { withRequired } from './required.js';
import { withVocabularies } from './vocabularies.js';

const parts = [
  '$schema',
  'extends',
  'id',
  'label',
  'timeZone',
  'prefix',
  'calendar',
  'labels',
  'required',
  'fields',
  'vocabularies',
  'days',
  'retention',
  'roles',
];

/**
 * The process of a district: a built-in profile with the rows that the district’s file (district.schema.json) says otherwise. Its
 * version is without a fingerprint, which whoever loads it enters: `<id>/<revision>`. With faults there is no process: each tells
 * where in the file it stands and what is wrong, in a sentence.
 */
export function districtProcess(
  profiles: readonly Process[],
  json: unknown,
): { readonly ok: true; readonly process: Process } | { readonly ok: false; readonly faults: readonly Fault[] } {
  const faults: Fault[] = [];
  const tell: Tell = (row, reason) => faults.push({ row, reason });
  const file = objectOf(json, parts, '', tell);
  const base = file && baseOf(profiles, file['extends'], tell);
  if (!file || !base) return { ok: false, faults };
  const process = changed(named(base, profiles, file, tell), file, tell);
  return faults.length > 0 ? { ok: false, faults } : { ok: true, process };
}

function baseOf(profiles: readonly Process[], id: unknown, tell: Tell): Process | null {
  const base = profiles.find(({ profile }) => profile.id === id);
  if (!base) tell('extends', `It has to be one of ${profiles.map(({ profile }) => profile.id).join(', ')}.`);
  return base ?? null;
}

function named(
  base: Process,
  profiles: readonly Process[],
  file: Readonly<Record<string, unknown>>,
  tell: Tell,
): Process {
  const label = textOf(file['label'], 'label', tell) ?? '';
  const id = idOf(profiles, file['id'], tell);
  const timeZone = file['timeZone'] === undefined ? base.profile.timeZone : zoneOf(file['timeZone'], tell);
  const { revision } = base.profile;
  return {
    ...base,
    version: `${id}/${revision}`,
    profile: { ...base.profile, id, label, timeZone },
    upgrades: upgradesTo(base, id),
  };
}

function changed(base: Process, file: Readonly<Record<string, unknown>>, tell: Tell): Process {
  const { label } = base.profile;
  const calendar = withCalendar(base, file['calendar'], label, tell);
  const days = withDays(calendar, file['days'], label, tell);
  const kept = withRetention(days, file['retention'], label, tell);
  const terms = withVocabularies(kept, file['vocabularies'], tell);
  const fields = withOwnFields(terms, file['fields'], file['prefix'], label, tell);
  const required = withRequired(fields, file['required'], tell);
  return withHostRoles(withLabels(required, file['labels'], tell), file['roles'], tell);
}

function idOf(profiles: readonly Process[], id: unknown, tell: Tell): string {
  if (typeof id !== 'string' || !/^[a-z][a-z0-9-]{1,39}$/.test(id))
    tell('id', 'It has to be a name of 2 to 40 small letters, digits and hyphens that begins with a letter.');
  else if (profiles.some(({ profile }) => profile.id === id)) tell('id', 'A built-in profile has this name.');
  else return id;
  return '';
}

function zoneOf(timeZone: unknown, tell: Tell): string {
  try {
    if (typeof timeZone === 'string') return new Intl.DateTimeFormat('en-US', { timeZone }).resolvedOptions().timeZone;
  } catch {
    // A RangeError: told below, as for any other value.
  }
  tell('timeZone', 'It has to be a time zone by its IANA name, for instance Pacific/Honolulu.');
  return 'UTC';
}

/** Cases of the profile that the district extends, of this revision and of earlier ones, come to the district’s process. */
function upgradesTo({ profile, upgrades }: Process, id: string): readonly UpgradeRow[] {
  const own = upgrades
    .filter(({ from }) => from.startsWith(`${profile.id}/`))
    .map((row) => ({ ...row, from: `${id}${row.from.slice(profile.id.length)}` }));
  const here: UpgradeRow = { from: `${profile.id}/${profile.revision}`, states: 'same', source: 'the rows it extends' };
  return [...upgrades, ...own, here];
}

/** `roles`: what a host calls a role of ours in its tokens. */
function withHostRoles(process: Process, json: unknown, tell: Tell): Process {
  const hostRoles: Record<string, Role> = {};
  for (const [name, id] of entriesOf(json, 'roles', tell)) {
    const role = process.roles.find((row) => row.id === id);
    if (process.roles.some((row) => row.id === name)) tell(join('roles', name), 'It is the name of a role of ours.');
    else if (!role) tell(join('roles', name), `It has to be one of ${process.roles.map((row) => row.id).join(', ')}.`);
    else hostRoles[name] = role.id;
  }
  return isPlain(json) ? { ...process, profile: { ...process.profile, hostRoles } } : process;
}
