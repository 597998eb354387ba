import type { CaseDocument, CaseState, Process, Stage } from '@ssp-kit/process';
import type { DocumentAccess } from '@ssp-kit/session/contract';
import type { Place } from './places.js';

/** The documents on record that a stage has left behind, in the order in which they were opened. */
export interface EarlierStage {
  readonly stage: Stage;
  readonly label: string;
  readonly documents: readonly CaseDocument[];
}

/** Kinds that are no document to be read by themselves. */
const unread: readonly string[] = ['official', 'family', 'log', 'services'];

/** What can be read besides what is worked on now, by the stage in which it was opened, the newest stage first. */
export function earlierDocuments(
  process: Process,
  state: CaseState,
  access: readonly DocumentAccess[],
  places: readonly Place[],
  audience: 'staff' | 'family',
): readonly EarlierStage[] {
  const atWork = new Set(places.map(({ document }) => document));
  const may = new Set(access.map(({ document }) => document));
  const stageAt = stagesBySeq(process, state);
  const shown = Object.values(state.documents).filter(
    ({ id, kind, state: stands }) =>
      may.has(id) && !atWork.has(id) && !unread.includes(kind) && (stands === 'sealed' || state.state === 'closed'),
  );
  return process.stages
    .map(({ id, label, familyLabel }) => ({
      stage: id,
      label: audience === 'family' ? familyLabel : label,
      documents: shown
        .filter(({ openedBy }) => stageAt(openedBy) === id)
        .sort((a, b) => a.openedBy - b.openedBy || a.id.localeCompare(b.id, 'en', { numeric: true })),
    }))
    .filter(({ documents }) => documents.length > 0)
    .reverse();
}

/** The stage in which a case stood after each of its decisions. */
function stagesBySeq({ states, stages }: Process, { decisions }: CaseState): (seq: number) => Stage | undefined {
  const bySeq = new Map<number, Stage>();
  let last = stages[0]?.id;
  for (const { seq, to } of decisions) {
    last = states.find(({ id }) => id === to)?.stage ?? last;
    if (last !== undefined) bySeq.set(seq, last);
  }
  return (seq) => bySeq.get(seq);
}
