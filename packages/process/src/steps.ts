import { belonging, mayDecide } from './access.js';
import type { CaseState, NextStep } from './case-state.js';
import { daysBetween } from './days.js';
import { deadlines, running } from './deadlines.js';
import type { Process } from './process.js';
import { actionRow, label } from './select.js';
import type { NextStepRow } from './tables/next-steps.js';
import type { Relation } from './tables/relations.js';
import type { Actor, Day } from './types.js';

/** What has to happen next on a case, this person's own steps first; in their words when they are family. */
export function nextSteps(
  process: Process,
  state: CaseState,
  actor: Actor,
  relations: readonly Relation[],
  today: Day,
): NextStep[] {
  const clocks = deadlines(process, state, today).filter(({ stopped }) => stopped === null);
  const stands = [...relations, ...belonging(state, actor)];
  const isFamily = actor.roles.includes('parent') || actor.roles.includes('student');
  return process.nextSteps
    .filter((row) => row.states.includes(state.state) && isOpen(row, state))
    .flatMap((row) => {
      const clock = clocks.find((deadline) => deadline.clock === row.clock);
      const says = (isFamily && row.familySays) || row.says;
      return subjectsOf(process, row, state).map(({ id, document, about }) => ({
        id: id === null ? row.id : `${row.id}/${id}`,
        says: says.replace('{about}', about),
        action: row.action ?? null,
        write: row.write ?? null,
        document,
        who: row.who,
        mine: isMine(process, row, state, actor, stands, document),
        ...(clock ? { due: clock.due, status: clock.status } : onPlannedDay(row, state, document, today)),
      }));
    })
    .sort((a, b) => Number(b.mine) - Number(a.mine));
}

function isOpen(row: NextStepRow, state: CaseState): boolean {
  if (row.tracks && (state.track === null || !row.tracks.includes(state.track))) return false;
  if (row.after !== undefined && state.dates[row.after] === undefined) return false;
  return row.until === undefined || state.dates[row.until] === undefined;
}

/** The day of a step that no clock drives: the one its conference is planned for. */
function onPlannedDay(
  { planned }: NextStepRow,
  { conferences }: CaseState,
  document: string | null,
  today: Day,
): Pick<NextStep, 'due' | 'status'> {
  const due = (planned && conferences.find((one) => one.document === document)?.planned) ?? null;
  if (planned === undefined || due === null) return { due: null, status: null };
  return { due, status: running(daysBetween(today, due), planned) };
}

interface Subject {
  /** What tells steps of one row apart. */
  readonly id: string | null;
  readonly document: string | null;
  readonly about: string;
}

/** What a row's step is about: once the case as it stands, or each document that asks for it. */
function subjectsOf(process: Process, { each }: NextStepRow, state: CaseState): readonly Subject[] {
  if (each === undefined) return [{ id: null, document: null, about: '' }];
  const of = (kind: string, document: string | null, about: string | undefined): Subject => ({
    id: document ?? about ?? null,
    document,
    about: sayAbout(process, kind, about),
  });
  switch (each) {
    case 'team-unformed':
      return state.team.length === 0 ? [{ id: null, document: null, about: '' }] : [];
    case 'consent-unanswered':
      return state.consents
        .filter(({ provided, result }) => provided !== null && result === null)
        .map(({ document, form }) => of('consent', document, form));
    case 'notice-owed':
      return state.notices
        .filter(({ document, provided }) => document === null && provided === null)
        .map(({ about }) => of('notice', null, about));
    case 'access-unreviewed':
      return state.breaks
        .filter(({ review }) => review === null)
        .map(({ seq, name }) => ({ id: String(seq), document: null, about: name }));
    default:
      return Object.values(state.documents)
        .filter(
          (row) =>
            row.state === 'open' &&
            (each === 'corrected' ? row.corrects !== undefined : row.corrects === undefined && row.kind === each),
        )
        .map(({ id, kind, about }) => of(kind, id, about));
  }
}

/** What a document is about, as a person reads it. */
function sayAbout(process: Process, kind: string, about: string | undefined): string {
  const vocabulary = process.documents.find((row) => row.kind === kind)?.about;
  return about === undefined ? '' : vocabulary === undefined ? about : label(process, vocabulary, about);
}

function isMine(
  process: Process,
  row: NextStepRow,
  state: CaseState,
  actor: Actor,
  relations: readonly Relation[],
  document: string | null,
): boolean {
  if (row.starter && state.starter === actor.person) return true;
  if (!row.who.some((role) => actor.roles.includes(role))) return false;
  if (row.write === 'log') return relations.includes('provider');
  const action = row.action === undefined ? undefined : actionRow(process, row.action);
  const decides = row.write === undefined || action?.roles.some((role) => actor.roles.includes(role));
  if (action && decides) return mayDecide(action, state, actor, relations, document);
  return relations.includes('team') || relations.includes('child');
}
