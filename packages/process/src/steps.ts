import { mayDecide, relationsIn } from './access.js';
import type { CaseState, NextStep } from './case-state.js';
import { deadlines } from './deadlines.js';
import type { Process } from './process.js';
import { actionRow } from './select.js';
import type { NextStepRow } from './tables/next-steps.js';
import type { Relation } from './tables/rights.js';
import type { Actor, Day } from './types.js';

/** What has to happen next on a case, this person's own steps first; in their words when they are family. */
export function nextSteps(
  process: Process,
  state: CaseState,
  actor: Actor,
  relations: readonly Relation[],
  today: Day,
): NextStep[] {
  const running = deadlines(process, state, today).filter(({ stopped }) => stopped === null);
  return process.nextSteps
    .filter((row) => row.state === state.state && open(row, state))
    .map((row) => {
      const clock = running.find((deadline) => deadline.clock === row.clock);
      return {
        id: row.id,
        says: (actor.roles.includes('parent') && row.familySays) || row.says,
        action: row.action ?? null,
        write: row.write ?? null,
        who: row.who,
        mine: isMine(process, row, state, actor, [...relations, ...relationsIn(state, actor, today)]),
        due: clock?.due ?? null,
        status: clock?.status ?? null,
      };
    })
    .sort((a, b) => Number(b.mine) - Number(a.mine));
}

function open(row: NextStepRow, state: CaseState): boolean {
  if (row.tracks && (state.track === null || !row.tracks.includes(state.track))) return false;
  if (row.after !== undefined && state.dates[row.after] === undefined) return false;
  return row.until === undefined || state.dates[row.until] === undefined;
}

function isMine(
  process: Process,
  row: NextStepRow,
  state: CaseState,
  actor: Actor,
  relations: readonly Relation[],
): boolean {
  if (row.starter && state.starter === actor.person) return true;
  if (!row.who.some((role) => actor.roles.includes(role))) return false;
  if (row.write === 'log') return relations.includes('provider');
  const action = row.action === undefined ? undefined : actionRow(process, row.action);
  if (action) return mayDecide(action, state, actor, relations, null);
  return relations.includes('team') || relations.includes('child');
}
