import type { CaseDocument, CaseState } from './case-state.js';
import { kindOf } from './document-kind.js';
import { draftNotice } from './notice-draft.js';
import { callFor } from './notice-triggers.js';
import { countingDocuments, originalOf } from './original.js';
import type { Process } from './process.js';
import { actionRow, fieldsOf } from './select.js';
import type { Opening } from './tables/actions.js';
import type { Decision, DocumentView, Plain, RowView } from './types.js';
import { rowsOf } from './view-values.js';

/** What the content of newly opened documents is made of. */
export interface ContentMaterial {
  /** The case before the decision. */
  readonly state: CaseState;
  readonly decision: Decision;
  /** Projections of the documents named by `documentsCopied`, by id. */
  readonly documents: Readonly<Record<string, DocumentView>>;
  /** A new row's id (UUID). */
  readonly newId: () => string;
}

/** The documents whose content is copied or cited into those that a decision opens. */
export function documentsCopied(process: Process, state: CaseState, decision: Decision): readonly string[] {
  const wanted = decision.opens.flatMap(({ document, corrects }) => {
    if (corrects !== undefined) return [corrects];
    const source = copies(process, decision, document);
    if (source === 'plan') return state.plan ? [state.plan.document] : [];
    if (source === 'needs') return newest(state, 'needs').map(({ id }) => id);
    return kindOf(document) === 'notice' ? cited(state).map(({ id }) => id) : [];
  });
  return [...new Set(wanted)];
}

/** The first content of the documents that a decision opens, by id; those that begin empty are left out. */
export function contentsOf(process: Process, material: ContentMaterial): Readonly<Record<string, DocumentView>> {
  const { decision } = material;
  const made: Record<string, DocumentView> = {};
  for (const { document, about, corrects } of decision.opens) {
    const view = corrects === undefined ? contentOf(process, material, document, about) : material.documents[corrects];
    if (view !== undefined) made[document] = view;
  }
  return made;
}

function contentOf(
  process: Process,
  material: ContentMaterial,
  document: string,
  about: string | undefined,
): DocumentView | undefined {
  const { state, decision, documents } = material;
  const source = copies(process, decision, document);
  const kind = kindOf(document);
  if (kind === 'notice' && about !== undefined) return noticeDraft(process, material, about);
  if (kind === 'assessment') return about === undefined ? undefined : { area: about, ...named(decision.words, 'tool') };
  if (source === 'plan') return state.plan ? followingPlan(process, documents[state.plan.document] ?? {}) : undefined;
  if (source === 'needs') return planOfNeeds(process, documents[newest(state, 'needs')[0]?.id ?? ''] ?? {});
  if (source !== 'scheduled') return undefined;
  switch (kind) {
    case 'conference':
      return { ...scheduled(material), attendance: people(process, material) };
    case 'invitation':
      return { ...scheduled(material), invitees: people(process, material), mayBringOthers: true };
    case 'progress':
      return { ...dayNamed(decision, 'periodEnd'), goals: goalRows(material) };
    case 'review':
      return { outcomes: goalRows(material) };
    default:
      return undefined;
  }
}

function scheduled({ decision: { facts, words } }: ContentMaterial): DocumentView {
  const plain: Record<string, Plain> = {};
  if (typeof facts['purpose'] === 'string') plain['purpose'] = facts['purpose'];
  if (typeof facts['date'] === 'string') plain['meetingDate'] = facts['date'];
  if (typeof facts['time'] === 'string') plain['meetingTime'] = facts['time'];
  return { ...plain, ...named(words, 'place') };
}

/** Everybody of the case, a row each: the team by their roles, then the family. */
function people(process: Process, { state, newId }: ContentMaterial): readonly RowView[] {
  const order = orders();
  const row = (person: string, name: string, memberType: string | undefined): RowView => ({
    id: newId(),
    order: order(),
    person,
    name,
    ...(memberType === undefined ? {} : { memberType }),
  });
  return [
    ...state.team.map(({ person, name, role }) => row(person, name, memberTypeOf(process, role))),
    ...state.family.map(({ person, name }) => row(person, name, 'parent')),
  ];
}

/** By the title that a member has on the team, where it is the name of a role. */
function memberTypeOf({ roles }: Process, title: string): string | undefined {
  const said = title.trim().toLowerCase();
  return roles.find(({ id, label }) => id === said || label.toLowerCase() === said)?.memberType;
}

function goalRows({ state, newId }: ContentMaterial): readonly RowView[] {
  const order = orders();
  return (state.plan?.goals ?? []).map((goal) => ({ id: newId(), order: order(), goal }));
}

/** A plan that follows another one keeps its content; what belonged to the old one's term and activation is asked anew. */
function followingPlan(process: Process, plan: DocumentView): DocumentView {
  const asked = new Set(fieldsOf(process, 'plan').flatMap(({ name, anew }) => (anew ? [name] : [])));
  return Object.fromEntries(Object.entries(plan).filter(([name]) => !asked.has(name)));
}

/** What a new plan takes over from the needs: the rows of its own list `needs`, under the same ids. */
function planOfNeeds(process: Process, needs: DocumentView): DocumentView {
  const names = fieldsOf(process, 'plan', 'needs').map(({ name }) => name);
  return {
    needs: rowsOf(needs, 'needs').map((row) => ({
      id: row.id,
      order: row.order,
      ...Object.fromEntries(names.flatMap((name) => (row[name] === undefined ? [] : [[name, row[name]]]))),
    })),
  };
}

function noticeDraft(process: Process, material: ContentMaterial, about: string): DocumentView | undefined {
  const { state, decision, documents } = material;
  const waiting = state.notices.find((row) => row.about === about && row.document === null && row.provided === null);
  const because = waiting?.because ?? decision.seq;
  const call = callFor(process.notices, [...state.decisions, decision], { about, because });
  if (call === undefined) return undefined;
  const { row, decision: before } = call;
  const isDraft = countingDocuments(state, 'plan').at(-1)?.id !== state.plan?.document;
  const coordinator = state.team.find((member) => member.coordinator);
  const concern = documents[newest(state, 'concern')[0]?.id ?? ''];
  const language = concern?.['homeLanguage'];
  return draftNotice({
    row,
    regulation: regulationOf(state, before ?? decision),
    student: { name: state.student.name },
    family: state.family,
    rightsTransferred: state.rightsTransferred !== null,
    language: typeof language === 'string' ? language : 'en',
    coordinator: coordinator?.name ?? null,
    wasEligible: state.plan !== null,
    decision: before ? { day: before.day, facts: before.facts, words: before.words } : null,
    documents: cited(state).flatMap(({ id, kind, about: of }) => {
      const view = documents[id];
      return view === undefined ? [] : [{ kind, ...(of === undefined ? {} : { about: of }), view }];
    }),
    planBefore: isDraft && state.plan ? (documents[state.plan.document] ?? null) : null,
    planName: process.tracks.find(({ id }) => id === state.track)?.label ?? 'plan',
    planFields: process.fields.filter(({ of }) => of === 'plan'),
    rules: process,
    vocabularies: process.vocabularies,
  });
}

/** Of a decision under both rules the notice names IDEA: its safeguards are the wider ones. */
function regulationOf(state: CaseState, { facts }: Decision): 'idea' | 's504' {
  const named = facts['regulation'] ?? state.track ?? state.evaluations.at(-1)?.regulation;
  return named === 's504' ? 's504' : 'idea';
}

/**
 * What a notice may speak of, oldest first of each kind: the newest document of each kind that bears on it, all assessments and
 * determinations of the evaluation that is going on, all conferences since the plan in force began, that plan and its draft.
 */
function cited(state: CaseState): readonly CaseDocument[] {
  const since = (kind: string, seq: number) =>
    countingDocuments(state, kind).filter(({ id }) => (originalOf(state, id)?.openedBy ?? 0) > seq);
  const evaluated = state.evaluations.at(-1)?.seq ?? 0;
  const activated = (state.plan && originalOf(state, state.plan.document)?.sealed?.seq) ?? 0;
  return [
    ...['concern', 'evidence', 'needs', 'evaluation', 'review'].flatMap((kind) => newest(state, kind)),
    ...since('conference', activated),
    ...since('assessment', evaluated),
    ...since('eligibility', evaluated),
    ...countingDocuments(state, 'plan').slice(-2),
  ];
}

function newest(state: CaseState, kind: string): readonly CaseDocument[] {
  return countingDocuments(state, kind).slice(-1);
}

function copies(process: Process, { action }: Decision, document: string): Opening['copies'] {
  const kind = kindOf(document);
  const openings = actionRow(process, action)?.branches.flatMap(({ opens }) => opens ?? []) ?? [];
  return openings.find((opening) => opening.kind === kind)?.copies;
}

function named(words: Readonly<Record<string, string>>, name: string): DocumentView {
  const said = words[name];
  return said === undefined ? {} : { [name]: said };
}

function dayNamed({ facts }: Decision, name: string): DocumentView {
  const day = facts[name];
  return typeof day === 'string' ? { [name]: day } : {};
}

/** Places of rows, one behind the other; whoever fills the document gives them their real keys. */
function orders(): () => string {
  let count = 0;
  return () => `a${(count++).toString(36).padStart(3, '0')}`;
}
