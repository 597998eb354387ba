/** Decisions that somebody may ask for, made of the rows alone: the forms of the actions with answers of the case at hand. */
import { type CaseState, type Day, decide, type DocumentView, type FieldRow } from '@ssp-kit/process';
import { hawaiiClassic } from '@ssp-kit/process/profiles';
import { type SampleMove, samplePeople, type SamplePeople, sampleRows } from '@ssp-kit/process/testing';
import type { Dice } from './dice.js';
import { outsideOf } from './person.js';

type Payload = SampleMove['payload'];
type Answer = Payload[string];

export const cast = Object.keys(samplePeople) as readonly (keyof SamplePeople)[];

/** Forms that are tried of one action at most: each is a way to fill it in. */
const mostForms = 12;

/** A case as its people know it: where it stands and what they believe its documents to say. */
export interface Known {
  readonly state: CaseState;
  readonly documents: Readonly<Record<string, DocumentView>>;
  readonly day: Day;
}

/** Ways to fill in the form of an action, each field with what the case offers for it; begins anywhere among them. */
function* forms(action: string, state: CaseState, day: Day, dice: Dice): Generator<Payload> {
  const asked = hawaiiClassic.fields.filter(({ of, required, type }) => of === action && (required || type === 'day'));
  const offers = asked.map((row) => [row.name, offersOf(row, state, day)] as const);
  const ways = offers.reduce((product, [, values]) => product * values.length, 1);
  const first = dice.roll(Math.max(ways, 1));
  for (let tried = 0; tried < Math.min(ways, mostForms); tried++) {
    let way = (first + tried) % ways;
    const payload: Record<string, Answer> = {};
    for (const [name, values] of offers) {
      payload[name] = values[way % values.length] as Answer;
      way = Math.floor(way / values.length);
    }
    yield payload;
  }
}

function offersOf({ name, type, vocabulary }: FieldRow, state: CaseState, day: Day): readonly Answer[] {
  switch (type) {
    case 'day':
      return [day];
    case 'yes-no':
      return [true];
    case 'choice':
      return hawaiiClassic.vocabularies[vocabulary ?? '']?.map(({ code }) => code) ?? [];
    case 'person':
      return [...new Set([...state.team.map(({ person }) => person), ...cast.map((who) => samplePeople[who].person)])];
    case 'row':
      return rowsNamed(name, state);
    default:
      return lines[name] ?? ['so'];
  }
}

function rowsNamed(name: string, state: CaseState): readonly Answer[] {
  switch (name) {
    case 'session':
      return [...new Set([...state.sessions.map(({ id }) => id), sampleRows.session])];
    case 'service':
      return [...new Set([...(state.plan?.services ?? []).map(({ id }) => id), sampleRows.service])];
    case 'access':
      return state.breaks.map(({ seq }) => String(seq));
    default:
      return Object.keys(state.documents).reverse();
  }
}

/** What a line has to name, where not any words do. */
const lines: Readonly<Record<string, readonly Answer[]>> = {
  clock: hawaiiClassic.clocks.map(({ id }) => id),
  school: ['school-2'],
  by: ['01990000-0000-7000-8000-00000000aaaa'],
};

/** A way to take an action that the rows accept in a case as it is known; null where none was found. */
export function acceptedMove(action: string, known: Known, dice: Dice): SampleMove | null {
  const { state, day } = known;
  const row = hawaiiClassic.actions.find(({ id }) => id === action);
  if (!row?.from.includes(state.state)) return null;
  const able = cast.filter((who) => row.roles.some((role) => samplePeople[who].roles.includes(role)));
  const turn = dice.roll(Math.max(able.length, 1));
  for (const payload of forms(action, state, day, dice)) {
    for (const [index] of able.entries()) {
      const who = able[(index + turn) % able.length] as keyof SamplePeople;
      const result = judged(known, { action, payload, who });
      if (result.ok) return { action, payload, who };
      if (result.code !== 'no-right') break;
    }
  }
  return null;
}

/** What the rows say to a move. */
export function judged({ state, documents, day }: Known, { action, payload, who }: SampleMove) {
  const actor = samplePeople[who];
  const relations = outsideOf(who);
  const key = `01990000-0000-7000-8000-${(state.seq + 1).toString(16).padStart(12, '0')}`;
  const at = `${day}T18:00:00.000Z`;
  return decide(hawaiiClassic, { state, action, payload, documents, actor, relations, day, key, at, base: state.seq });
}

/** Any form of an action, whether or not it is accepted. */
export function anyMove(action: string, { state, day }: Known, dice: Dice): SampleMove {
  const [payload = {}] = forms(action, state, day, dice);
  return { action, payload, who: dice.pick(cast) as keyof SamplePeople };
}
