import type { Process } from '../process.js';
import type { Term } from '../tables/vocabularies/index.js';
import { entriesOf, isPlain, itemsOf, join, objectOf, type Tell, textOf } from './reading.js';

/** Pick lists whose every code the rules or the law know: a new one would mean nothing, a missing one would break a rule. */
const closed: ReadonlySet<string> = new Set([
  'suspicion',
  'regulation',
  'roles',
  'consent-form',
  'consent-result',
  'contact-about',
  'conference-purpose',
  'disability-category',
  'sld-area',
  'sld-basis',
  'notice-about',
  'notice-verb',
  'notice-mode',
  'notice-subject',
  'translation',
  'review-decision',
  'case-event',
  'access-outcome',
  'session-status',
  'session-group',
  'transfer-from',
  'excusal',
  'attendance',
  'interval',
  'report-schedule',
  'direction',
  'progress-code',
  'school-setting',
  'lre-school-age',
  'lre-early-childhood',
]);

/** `vocabularies`: terms that a district adds to a pick list, or takes out of it. */
export function withVocabularies(process: Process, json: unknown, tell: Tell): Process {
  const vocabularies = { ...process.vocabularies };
  for (const [name, value] of entriesOf(json, 'vocabularies', tell)) {
    const row = join('vocabularies', name);
    const terms = Object.hasOwn(vocabularies, name) ? vocabularies[name] : undefined;
    if (terms === undefined) tell(row, 'There is no vocabulary of this name.');
    else if (closed.has(name))
      tell(row, 'The rules know each of its terms: they can only be called otherwise (labels).');
    else vocabularies[name] = changed(process, terms, value, row, tell);
  }
  return { ...process, vocabularies };
}

function changed(process: Process, terms: readonly Term[], json: unknown, row: string, tell: Tell): readonly Term[] {
  const read = objectOf(json, ['add', 'remove'], row, tell);
  const gone = itemsOf(read?.['remove'], join(row, 'remove'), tell).filter((code) => {
    const at = join(row, 'remove', String(code));
    const rule = typeof code === 'string' ? ruleWith(process, code) : null;
    if (!terms.some((term) => term.code === code)) tell(at, 'The vocabulary has no term of this code.');
    else if (rule !== null) tell(at, `The rule ${rule} needs it.`);
    else return true;
    return false;
  });
  const kept = terms.filter(({ code }) => !gone.includes(code));
  if (kept.length === 0) tell(row, 'A pick list needs a term.');
  return termsOf(read?.['add'], join(row, 'add'), kept, tell);
}

/** Terms read from a list, behind those that are there. */
export function termsOf(json: unknown, row: string, before: readonly Term[], tell: Tell): readonly Term[] {
  const terms = [...before];
  for (const [index, item] of itemsOf(json, row, tell).entries()) {
    const at = join(row, String(index));
    const read = objectOf(item, ['code', 'label'], at, tell);
    const code = read?.['code'];
    const label = read && textOf(read['label'], join(at, 'label'), tell);
    if (read && (typeof code !== 'string' || !/^[a-z0-9][a-z0-9-]{0,59}$/.test(code)))
      tell(join(at, 'code'), 'A code has up to 60 small letters, digits and hyphens.');
    else if (read && terms.some((term) => term.code === code)) tell(at, 'There is a term of this code already.');
    else if (read && label) terms.push({ code: code as string, label });
  }
  return terms;
}

/** A rule that names this code, or null. */
function ruleWith(process: Process, code: string): string | null {
  const { requirements, notices, fields, conferences } = process;
  const judged = requirements.find((row) => row.values?.includes(code) || row.when?.is.includes(code));
  if (judged) return judged.id;
  const notice = notices.find(({ when }) => when?.is.includes(code));
  if (notice) return notice.key;
  const field = fields.find(({ when, abouts }) => when?.is.includes(code) || abouts?.includes(code));
  if (field) return `${field.of}/${field.name}`;
  return conferences.find(({ calls }) => calls.includes(code))?.purpose ?? null;
}

/** The choices of a field's JSON Schema as terms: `enum` of codes, or `oneOf` of `const` and `title`. */
export function choicesOf(schema: Readonly<Record<string, unknown>>, row: string, tell: Tell): readonly Term[] | null {
  const { enum: codes, oneOf } = schema;
  if (codes === undefined && oneOf === undefined) return null;
  const listed =
    oneOf !== undefined ? itemsOf(oneOf, join(row, 'oneOf'), tell) : itemsOf(codes, join(row, 'enum'), tell);
  const items = listed.map((item) => {
    if (!isPlain(item)) return { code: item, label: item };
    const read = objectOf(item, ['const', 'title'], join(row, 'oneOf'), tell);
    return { code: read?.['const'], label: read?.['title'] };
  });
  if (items.length === 0) tell(row, 'A choice needs at least one term.');
  return termsOf(items, join(row, oneOf !== undefined ? 'oneOf' : 'enum'), [], tell);
}
