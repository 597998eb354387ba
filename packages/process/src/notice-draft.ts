import { type NoticeMaterial, type NoticeThings, noticeThings } from './notice-things.js';
import { type NoticeElement, type NoticeTextRow, noticeElements, noticeTexts } from './tables/notice-texts.js';
import type { DocumentView } from './types.js';

/**
 * The first draft of a prior written notice, as the fields of its document; a person goes over it. What nothing records stands in
 * brackets (`isPrompt`) and counts as not written.
 * @param texts sentences; of one topic the first that fits is taken, so a district's own come first
 */
export function draftNotice(material: NoticeMaterial, texts: readonly NoticeTextRow[] = noticeTexts): DocumentView {
  const { row, regulation, language, wasEligible } = material;
  const things = noticeThings(material);
  const ends = row.key === 'not-eligible' && wasEligible;
  const elements = noticeElements.map((element) => [element, elementText(element, material, things, texts)] as const);
  return {
    regulation,
    verb: ends ? 'proposes' : row.verb,
    mode: ends ? 'change' : row.mode,
    subject: row.subject,
    ...Object.fromEntries(elements),
    addressee: addressee(material),
    language,
    translation: language === 'en' ? 'not-needed' : null,
  };
}

/** Whether a text still asks its writer for something: it holds words in brackets that end in “…”. */
export function isPrompt(text: unknown): boolean {
  return typeof text === 'string' && /\[[^[\]]*…\]/.test(text);
}

/** The family; after the transfer of rights the student first, and the family with a copy of every notice. */
function addressee({ student, family, rightsTransferred }: NoticeMaterial): string {
  const parents = family.map(({ name }) => name).filter((name) => name !== '');
  if (rightsTransferred) return [student.name, ...parents].join(', ');
  return parents.length === 0 ? `[Name the parents of ${student.name}…]` : parents.join(', ');
}

function elementText(
  element: NoticeElement,
  material: NoticeMaterial,
  things: NoticeThings,
  texts: readonly NoticeTextRow[],
): string {
  const rows = texts.filter((text) => text.element === element && fits(text, material));
  const topics = [...new Set(rows.map(({ topic }) => topic))];
  const told = topics
    .filter((topic) => topic !== '')
    .map((topic) =>
      firstTold(
        rows.filter((row) => row.topic === topic),
        things,
      ),
    )
    .filter((text) => text !== '');
  return told.length > 0
    ? told.join('\n')
    : firstTold(
        rows.filter((row) => row.topic === ''),
        things,
      );
}

function fits(text: NoticeTextRow, { row, regulation, rightsTransferred }: NoticeMaterial): boolean {
  return (
    (text.about === undefined || text.about.includes(row.id)) &&
    (text.keys === undefined || text.keys.includes(row.key)) &&
    (text.regulation === undefined || text.regulation === regulation) &&
    (text.transferred === undefined || text.transferred === rightsTransferred) &&
    (text.safeguards === undefined || row.safeguards === true)
  );
}

function firstTold(rows: readonly NoticeTextRow[], things: NoticeThings): string {
  for (const row of rows) {
    const text = toldBy(row, things);
    if (text !== null) return text;
  }
  return '';
}

function toldBy({ each, intro, text, orElse }: NoticeTextRow, { values, lists }: NoticeThings): string | null {
  if (each === undefined) return filled(text, values);
  const lines = (lists[each] ?? [])
    .map((thing) => filled(text, { ...values, ...thing }) ?? (orElse ? filled(orElse, { ...values, ...thing }) : null))
    .filter((line) => line !== null);
  if (lines.length === 0) return null;
  return [...(intro === undefined ? [] : [intro]), ...lines].join('\n');
}

/** The text with its names filled in; null when one of them is not known. */
function filled(text: string, values: Readonly<Record<string, string>>): string | null {
  let known = true;
  const result = text.replace(/\{(\w+)\}/g, (_, name: string) => {
    const value = values[name] ?? '';
    if (value === '') known = false;
    return value;
  });
  return known ? result : null;
}
