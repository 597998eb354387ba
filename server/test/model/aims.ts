/**
 * For every decision in every state in which its row lets it be taken: a case in which the rows accept it. Found by wandering on from
 * the shortest ways; what is not found within the steps given is told, and counts as out of reach.
 */
import { type CaseState, type DocumentView, foldNext } from '@ssp-kit/process';
import { hawaiiClassic } from '@ssp-kit/process/profiles';
import { completeContent, type SampleMove } from '@ssp-kit/process/testing';
import { shapeOf } from '@ssp-kit/record';
import { Dice } from './dice.js';
import { acceptedMove, judged } from './moves.js';
import { everyStep, type Told } from './starts.js';
import { firstDay } from './world.js';

/** A case and a decision that it accepts. */
export interface Aim {
  readonly cell: string;
  readonly from: Told;
  readonly move: SampleMove;
}

export interface Aims {
  /** By the state of the case. */
  readonly found: ReadonlyMap<string, readonly Aim[]>;
  /** Every step of the shortest ways. */
  readonly steps: readonly Told[];
  /** Cells in which no case was found that accepts the decision. */
  readonly unreached: readonly string[];
}

/** A decision in a state. */
export function cellOf(state: string, action: string): string {
  return `${state} ${action}`;
}

/** @param most Decisions to wander on, in all; the same number finds the same. */
export function findAims(most: number): Aims {
  const dice = new Dice(1);
  const found = new Map<string, Aim[]>(hawaiiClassic.states.map(({ id }) => [id, []]));
  const open = new Set(hawaiiClassic.actions.flatMap(({ id, from }) => from.map((state) => cellOf(state, id))));
  const met = new Map<string, Told[]>();

  function look(told: Told): void {
    const { state } = told.state;
    met.set(state, [...(met.get(state) ?? []), told]);
    for (const { id } of hawaiiClassic.actions) {
      const cell = cellOf(state, id);
      const move = open.has(cell) ? acceptedMove(id, { ...told, day: firstDay }, dice) : null;
      if (!move) continue;
      open.delete(cell);
      found.get(state)?.push({ cell, from: told, move });
    }
  }

  const steps = everyStep();
  for (const told of steps) look(told);
  for (let step = 0; step < most && open.size > 0; step++) {
    const [state = '', cases = []] = dice.pick([...met]) ?? [];
    const from = dice.oneIn(2) ? dice.pick(cases) : dice.pick(cases.slice(-8));
    const action = dice.pick(hawaiiClassic.actions.filter((row) => row.from.some((one) => one === state)));
    const next = from && action && wander(from, action.id, dice);
    if (next) look(next);
  }
  return { found, steps, unreached: [...open] };
}

/** The case after the decision, with what it opened filled in; null where the rows do not accept it. */
function wander(from: Told, action: string, dice: Dice): Told | null {
  const known = { ...from, day: firstDay };
  const move = acceptedMove(action, known, dice);
  const result = move && judged(known, move);
  if (!result?.ok) return null;
  const { decision } = result;
  const state = foldNext(from.state, decision);
  const documents = { ...from.documents };
  for (const { document } of decision.opens) {
    const view = contentOf(state, documents, document, dice);
    if (Object.keys(view).length > 0) documents[document] = view;
  }
  return { name: `${from.name}, ${action}`, decisions: [...from.decisions, decision], state, documents };
}

function contentOf(
  state: CaseState,
  documents: Readonly<Record<string, DocumentView>>,
  id: string,
  dice: Dice,
): DocumentView {
  const document = state.documents[id];
  if (!document) return {};
  const { kind, corrects } = document;
  if (corrects !== undefined) {
    const [text] = shapeOf(hawaiiClassic, kind).fields.filter(({ type }) => type === 'text');
    const was = documents[corrects] ?? {};
    return text ? { ...was, [text.name]: `${was[text.name] ?? ''} Corrected.` } : was;
  }
  const track = state.track ?? 'action';
  return completeContent(document, firstDay, {
    track,
    suspicion: 'unsure',
    provider: 'provider',
    evaluation: dice.oneIn(3) ? 'refuse' : 'assess',
    ...(dice.oneIn(3) ? { eligible: [track] } : {}),
  });
}
