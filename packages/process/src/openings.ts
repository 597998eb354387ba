import type { CaseState } from './case-state.js';
import { kindOf } from './document-kind.js';
import { schoolYear } from './days.js';
import type { Process } from './process.js';
import type { Opening } from './tables/actions.js';
import type { Day, Facts, OpenedDocument, Plain } from './types.js';
import { stringOf } from './view-values.js';

interface Opener {
  readonly state: CaseState;
  readonly found: Facts;
  readonly payload: Readonly<Record<string, Plain>>;
  readonly day: Day;
}

/** The documents that a decision opens: each with its number, its writer and what it is about. */
export function openedBy(process: Process, openings: readonly Opening[], by: Opener): readonly OpenedDocument[] {
  const opened: OpenedDocument[] = [];
  for (const opening of openings) {
    const kind = opening.copies === 'corrected' ? String(by.found['kind']) : opening.kind;
    for (const one of wanted(opening, kind, by)) {
      const id = nextId(
        process,
        kind,
        by,
        opened.map(({ document }) => document),
      );
      if (id !== null) opened.push({ document: id, ...one });
    }
  }
  return opened;
}

/** What is wanted of one opening: a document, or one for each person or regulation; none where it does not apply. */
function wanted(opening: Opening, kind: string, by: Opener): readonly Omit<OpenedDocument, 'document'>[] {
  const { found, payload, state } = by;
  if (opening.copies === 'corrected') {
    const corrects = String(found['document']);
    const about = state.documents[corrects]?.about;
    return [{ corrects, ...(about === undefined ? {} : { about }) }];
  }
  const about = opening.about ?? stringOf(found[opening.aboutFact ?? '']);
  // A fact that is null says that nothing is to open: there is a consent already, for instance.
  if (opening.aboutFact !== undefined && about === null) return [];
  const told = about === null || about === undefined ? {} : { about };
  switch (opening.each) {
    case 'regulation':
      return regulations(state, found).map((regulation) => ({ about: regulation }));
    case 'family-member':
    case 'evaluator':
      return typeof payload['person'] === 'string' ? [{ writer: payload['person'], ...told }] : [];
    case 'provider':
      return providers(found, payload)
        .filter((writer) => !hasOpen(state, kind, writer))
        .map((writer) => ({ writer, ...told }));
    default:
      return [told];
  }
}

/** The next free id of a kind; null when the one that there can be exists already. */
function nextId(
  process: Process,
  kind: string,
  { state, found, day }: Opener,
  taken: readonly string[],
): string | null {
  const numbering = process.documents.find((row) => row.kind === kind)?.numbering;
  const used = Object.values(state.documents).filter((row) => row.kind === kind).length;
  const count = used + taken.filter((id) => kindOf(id) === kind).length;
  switch (numbering) {
    case 'school-year': {
      const id = `${kind}-${schoolYear(stringOf(found['date']) ?? day)}`;
      return state.documents[id] ? null : id;
    }
    case 'one':
      return count > 0 ? null : kind;
    case 'series':
      return count > 0 ? `${kind}-${count + 1}` : kind;
    default:
      return `${kind}-${count + 1}`;
  }
}

/** By the decision itself, or by the evaluation that is going on. */
function regulations(state: CaseState, found: Facts): readonly string[] {
  const regulation = stringOf(found['regulation']) ?? state.evaluations.at(-1)?.regulation ?? null;
  if (regulation === 'both') return ['idea', 's504'];
  return regulation === null ? [] : [regulation];
}

function providers(found: Facts, payload: Readonly<Record<string, Plain>>): readonly string[] {
  const services = found['serviceRows'];
  const named = Array.isArray(services)
    ? services.map((row) => (typeof row === 'object' ? row['provider'] : null))
    : [payload['person']];
  return [...new Set(named.filter((person): person is string => typeof person === 'string'))];
}

function hasOpen(state: CaseState, kind: string, writer: string): boolean {
  return Object.values(state.documents).some(
    (row) => row.kind === kind && row.writer === writer && row.state === 'open',
  );
}
