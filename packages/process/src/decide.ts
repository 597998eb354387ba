import { mayDecide, relationsIn } from './access.js';
import { unknownAnswers } from './answers.js';
import type { CaseState, StudentRef } from './case-state.js';
import { next } from './chart.js';
import * as facts from './facts/index.js';
import { type ChartEvent, guards, isBranchOf } from './guards.js';
import { judge } from './requirements.js';
import { noticesDue } from './notice-triggers.js';
import { openedBy } from './openings.js';
import type { Process } from './process.js';
import { actionRow } from './select.js';
import type { ActionRow, Branch, Opening } from './tables/actions.js';
import type { Relation } from './tables/rights.js';
import type { StateRow } from './tables/stages.js';
import type {
  Actor,
  Day,
  Decision,
  Facts,
  Plain,
  Reference,
  Refusal,
  RefusalCode,
  RequirementResult,
} from './types.js';

export interface Question extends Omit<facts.Material, 'process'> {
  readonly action: string;
  /** Relations known from the roster and the token; the case's own are added here. */
  readonly relations: readonly Relation[];
}

export interface Command extends Question {
  /** Idempotency key. */
  readonly key: string;
  /** Number of the last decision the person was looking at. */
  readonly base: number;
}

export interface Readiness {
  readonly action: string;
  readonly allowed: boolean;
  readonly open: boolean;
  readonly requirements: readonly RequirementResult[];
}

/** The first decision of a case: it opens the official record and the concern. */
export function startCase(
  { version, states }: Process,
  start: {
    caseId: string;
    key: string;
    actor: Actor;
    student: StudentRef;
    day: Day;
    at: string;
  },
): Decision {
  const { caseId, key, actor, student, day, at } = start;
  return {
    seq: 1,
    key,
    action: 'case.start',
    at,
    day,
    actor,
    processVersion: version,
    facts: {
      case: caseId,
      student: student.id,
      studentName: student.name,
      grade: student.grade,
      school: student.school,
      schoolName: student.schoolName,
      birthDate: student.birthDate ?? null,
    },
    words: {},
    // The first row; a browser starts cases without the chart, which would be a tenth of what it loads.
    to: (states[0] as StateRow).id,
    opens: [{ document: 'official' }, { document: 'concern' }],
    seals: [],
    cites: [],
  };
}

/** The ids of the documents whose content an action of this person is judged on. */
export function documentsRead(
  process: Process,
  state: CaseState,
  action: string,
  payload: Readonly<Record<string, Plain>>,
  person: string,
): string[] {
  const { reads = [], glances = [] } = actionRow(process, action) ?? {};
  return facts.documentsRead(state, [...reads, ...glances], payload, person);
}

/** What an action would need now: the same answer disables a button with its reasons and refuses the command. */
export function readiness(process: Process, question: Question): Readiness {
  const { state, action, payload, actor, relations, at } = question;
  const row = actionRow(process, action);
  if (!row) return { action, allowed: false, open: false, requirements: [] };
  const found = facts.factsOf(action, { ...question, process });
  return {
    action,
    allowed: mayDecide(row, state, actor, [...relations, ...relationsIn(state, actor, at)], documentNamed(payload)),
    open: row.from.includes(state.state) && state.processVersion === process.version && readsExist(row, question),
    requirements: judge(process, question, found),
  };
}

/**
 * Judges a command and, if it holds, writes the decision. The hashes of sealed and cited documents are the server's to fill in:
 * they come as `''`. A refusal is a value.
 */
export function decide(
  process: Process,
  command: Command,
): { readonly ok: true; readonly decision: Decision } | Refusal {
  const { state, action, payload, actor, day, base } = command;
  const row = actionRow(process, action);
  if (!row) return refuse('unknown-action');
  if (state.processVersion !== process.version) return refuse('unknown-version');
  const answer = readiness(process, command);
  if (!answer.allowed) return refuse('no-right');
  const since = decidedSince(process, state, row, base);
  if (since.length > 0) return refuse('stale', [], { since });
  if (!answer.open) return refuse('not-open');
  const unknown = unknownAnswers(process, action, payload);
  if (unknown.length > 0) return refuse('invalid-payload', [], { fields: unknown });
  const unmet = answer.requirements.filter(({ met }) => !met);
  if (unmet.length > 0) return refuse('unmet', unmet);

  const found = facts.factsOf(action, { ...command, process });
  const event: ChartEvent = { type: action, facts: found, suspicion: state.suspicion };
  const to = next(process, state.state, event);
  if (to === null) return refuse('not-open');
  const branch = branchTaken(row, event, state);
  const owes = owed(process, action, found, state);
  const sealed = sealedBy(row, command);
  const voided = voidedBy(row, state, sealed);
  return {
    ok: true,
    decision: {
      seq: state.seq + 1,
      key: command.key,
      action,
      at: command.at,
      day,
      actor,
      processVersion: process.version,
      facts: found,
      words: wordsOf(process, action, payload),
      to,
      opens: openedBy(process, [...(branch?.opens ?? []), ...noticesOpened(owes)], { state, found, payload, day }),
      seals: [...sealed, ...voided],
      cites: cited(row, state),
      ...(owes.length > 0 ? { owes } : {}),
      ...(voided.length > 0 ? { voids: voided.map(({ document }) => document) } : {}),
    },
  };
}

/** The kinds of a row's documents that are all there. */
function readsExist(row: ActionRow, { state, payload, actor }: Question): boolean {
  return (row.reads ?? []).every((kind) => facts.documentOf(state, kind, payload, actor.person) !== null);
}

/** Decisions that the person had not seen and that this one must not overtake. */
function decidedSince(process: Process, state: CaseState, row: ActionRow, base: number): readonly Decision[] {
  if (row.order === 'commutes') return [];
  // Coming to another process is no decision of a person: what the case then allows is judged anyway.
  const matters = (action: string) => action !== 'process.upgraded' && actionRow(process, action)?.order !== 'commutes';
  return state.decisions.filter(({ seq, action }) => seq > base && matters(action));
}

function branchTaken(row: ActionRow, event: ChartEvent, { state }: CaseState): Branch | undefined {
  return row.branches.find(
    (branch) => isBranchOf(branch, state) && (branch.when === undefined || guards[branch.when](event)),
  );
}

/** The subjects of the notices that the family is owed by a decision; one that had to be given before it is not owed by it. */
function owed(process: Process, action: string, found: Facts, { track, notices }: CaseState): readonly string[] {
  const due = noticesDue(process.notices, { action, facts: found, track: track ?? trackBy(found) });
  const waits = (id: string) => notices.some(({ about, provided }) => about === id && provided === null);
  const owing = due.filter(({ id, before, once }) => before !== action && !(once && waits(id)));
  return [...new Set(owing.map(({ id }) => id))];
}

function noticesOpened(owes: readonly string[]): readonly Opening[] {
  return owes.map((about) => ({ kind: 'notice', about }));
}

/** The track that an eligibility decision leads to. */
function trackBy(found: Facts): CaseState['track'] {
  if (found['eligibleIdea'] === true) return 'idea';
  return found['eligible504'] === true ? 's504' : null;
}

function sealedBy(row: ActionRow, { state, payload, actor }: Question): readonly Reference[] {
  return (row.seals ?? [])
    .map((kind) => facts.documentOf(state, kind, payload, actor.person))
    .filter((document) => document !== null)
    .map(reference);
}

/** Open documents that end with this decision without having taken effect: of a conference only its own invitation. */
function voidedBy(row: ActionRow, state: CaseState, sealed: readonly Reference[]): readonly Reference[] {
  const held = state.conferences.find((conference) => sealed.some(({ document }) => document === conference.document));
  return Object.values(state.documents)
    .filter(({ id, kind, state: stands, corrects }) => {
      if (stands !== 'open' || corrects !== undefined || !(row.voids ?? []).includes(kind)) return false;
      return kind !== 'invitation' || id === held?.invitation;
    })
    .map(({ id }) => reference(id));
}

function cited(row: ActionRow, state: CaseState): readonly Reference[] {
  return Object.values(state.documents)
    .filter(({ kind, state: stands }) => stands === 'open' && (row.cites ?? []).includes(kind))
    .map(({ id }) => reference(id));
}

/** A document at the version and hash that the server enters. */
function reference(document: string): Reference {
  return { document, version: 1, hash: '' };
}

/** The short texts of a decision's form: kept in its words, never judged. */
function wordsOf(
  { fields }: Process,
  action: string,
  payload: Readonly<Record<string, Plain>>,
): Readonly<Record<string, string>> {
  const lines = fields.filter(({ of, type }) => of === action && type === 'line').map(({ name }) => name);
  return Object.fromEntries(
    lines
      .map((name) => [name, payload[name]])
      .filter((entry): entry is [string, string] => typeof entry[1] === 'string' && entry[1] !== ''),
  );
}

function documentNamed(payload: Readonly<Record<string, Plain>>): string | null {
  return typeof payload['document'] === 'string' ? payload['document'] : null;
}

function refuse(
  code: RefusalCode,
  unmet: readonly RequirementResult[] = [],
  detail?: Readonly<Record<string, unknown>>,
): Refusal {
  return { ok: false, code, unmet, ...(detail ? { detail } : {}) };
}
