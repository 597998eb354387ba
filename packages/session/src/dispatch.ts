/** The one gate of all writes: an edit goes into its document at once, a decision into the outbox. */
import {
  actionRow,
  type Actor,
  localDay,
  type Process,
  type Refusal,
  type RefusalCode,
  startCase,
  type StudentRef,
} from '@ssp-kit/process';
import { contentHash, type Edits, edits, RecordError } from '@ssp-kit/record';
import type { CaseCore } from './cases/case.js';
import type { Roster } from './cases/caseload.js';
import type { Intent, Outcome, SessionView } from './contract.js';
import type { DocumentRegistry } from './documents/registry.js';
import type { CommandQueue } from './outbox/queue.js';
import { uuidv7 } from './uuid.js';

export interface DispatchHost {
  readonly roster: Roster;
  readonly queue: CommandQueue;
  readonly documents: DocumentRegistry;
  view(): SessionView;
  actor(): Actor | null;
  openCase(id: string): CaseCore;
  discardKept(id: string): Promise<void>;
  /** Asks for the caseload again, and for a token if the person was signed out. */
  refresh(): Promise<void>;
}

type Edit = Extract<Intent, { type: `field.${string}` | `row.${string}` }>;

const done: Outcome = { result: 'done' };

export function createDispatch(host: DispatchHost): (intent: Intent) => Promise<Outcome> {
  return async (intent) => {
    switch (intent.type) {
      case 'field.set':
      case 'row.add':
      case 'row.move':
      case 'row.remove':
        return edit(host, intent);
      case 'case.start':
        return start(host, intent);
      case 'decide':
        return decide(host, intent);
      case 'decision.withdraw':
        return withdraw(host, intent.key);
      case 'kept.discard':
        await host.discardKept(intent.id);
        return done;
      case 'caseload.refresh':
        await host.refresh();
        return done;
    }
  };
}

async function edit(host: DispatchHost, intent: Edit): Promise<Outcome> {
  const document = host.openCase(intent.caseId).openDocument(intent.document);
  await document.ready;
  if (!document.writable) return refused(document.view.get().may === 'read' ? 'no-right' : 'not-open');
  try {
    const id = write(edits(host.view().process, document.doc, document.kind), intent);
    return id === undefined ? done : { result: 'done', id };
  } catch (error) {
    if (error instanceof RecordError) return refused('invalid-payload', { reason: error.message });
    throw error;
  }
}

function write(to: Edits, intent: Edit): string | undefined {
  switch (intent.type) {
    case 'field.set':
      to.set(intent.path, intent.value);
      return undefined;
    case 'row.add':
      return to.addRow(intent.list, intent);
    case 'row.move':
      to.moveRow(intent.list, intent.id, intent.after);
      return undefined;
    case 'row.remove':
      to.removeRow(intent.list, intent.id);
      return undefined;
  }
}

async function start(host: DispatchHost, intent: Extract<Intent, { type: 'case.start' }>): Promise<Outcome> {
  const actor = host.actor();
  const { process } = host.view();
  if (!actor) return refused('no-right');
  if (process.version === '') return refused('busy');
  const caseId = intent.caseId ?? uuidv7();
  const student = await studentOf(host, intent.student);
  const at = new Date().toISOString();
  const core = host.openCase(caseId);
  const row = {
    key: caseId,
    caseId,
    action: 'case.start',
    payload: { student: intent.student },
    base: 0,
    processVersion: process.version,
    since: at,
    student,
    refusal: null,
  };
  core.startHere(previewStart(process, row, actor));
  const outcome = await host.queue.add(row);
  return outcome.result === 'done' ? { result: 'done', id: caseId } : outcome;
}

/** What the case looks like until the server has written its start. */
export function previewStart(
  process: Process,
  row: { readonly caseId: string; readonly since: string; readonly student?: StudentRef },
  actor: Actor,
) {
  return startCase(process, {
    caseId: row.caseId,
    key: row.caseId,
    actor,
    student: row.student ?? unknownStudent(''),
    day: localDay(new Date(row.since), process.profile.timeZone),
    at: row.since,
  });
}

async function studentOf(host: DispatchHost, id: string): Promise<StudentRef> {
  const find = () => host.roster.knownStudents.find((student) => student.id === id);
  if (!find() && host.view().connection === 'online') await host.roster.students();
  const found = find();
  if (!found) return unknownStudent(id);
  const { name, grade, school, schoolName } = found;
  return { id, name, grade, school, schoolName };
}

function unknownStudent(id: string): StudentRef {
  return { id, name: id, grade: null, school: null, schoolName: null };
}

async function decide(host: DispatchHost, intent: Extract<Intent, { type: 'decide' }>): Promise<Outcome> {
  const core = host.openCase(intent.caseId);
  const { version } = host.view().process;
  if ((core.state?.processVersion ?? version) !== version) return refused('unknown-version');
  // Taken before the hashes are made: what the person looked at.
  const base = core.state?.seq ?? core.seq;
  const since = new Date().toISOString();
  const seen = await seenBy(host, intent);
  return host.queue.add({
    key: uuidv7(),
    caseId: intent.caseId,
    action: intent.action,
    payload: intent.payload,
    base,
    processVersion: version,
    since,
    ...(seen ? { seen } : {}),
    refusal: null,
  });
}

/** The hashes of what a decision would seal, as it stands here now: the server refuses when somebody has changed it since. */
async function seenBy(
  host: DispatchHost,
  { caseId, action }: Extract<Intent, { type: 'decide' }>,
): Promise<Record<string, string> | null> {
  const seals = actionRow(host.view().process, action)?.seals ?? [];
  // Outside of a secure context the browser cannot hash.
  if (seals.length === 0 || globalThis.crypto.subtle === undefined) return null;
  const documents = host.documents.seen(caseId, seals);
  const hashes = await Promise.all(documents.map(async ({ id, data }) => [id, await contentHash(data)] as const));
  return hashes.length > 0 ? Object.fromEntries(hashes) : null;
}

async function withdraw(host: DispatchHost, key: string): Promise<Outcome> {
  const row = host.queue.rows.find((entry) => entry.key === key);
  if (!row) return done;
  if (!(await host.queue.withdraw(key))) return refused('busy');
  if (row.action === 'case.start') {
    // Nothing of the case can go out without its start.
    for (const behind of host.queue.rowsOf(row.caseId)) await host.queue.withdraw(behind.key);
    host.openCase(row.caseId).abandon();
    host.roster.publish();
  }
  return done;
}

function refused(code: RefusalCode, detail?: Readonly<Record<string, unknown>>): Outcome {
  const refusal: Refusal = { ok: false, code, unmet: [], ...(detail ? { detail } : {}) };
  return { result: 'refused', refusal };
}
