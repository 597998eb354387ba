import {
  actionRow,
  type CaseState,
  type Decision,
  type FieldRow,
  fieldsOf,
  type Plain,
  type Process,
} from '@ssp-kit/process';
import { labelFor, sayValue } from '../shared/fields.js';
import { formatDay } from '../shared/format.js';
import { personName } from '../shared/person-name.js';
import { decisionTerms } from './history.terms.js';
import { type HistoryKind, kindOfAction } from './kinds.js';

/** An answer of a decision's form, as a person reads it. */
export interface ToldAnswer {
  readonly label: string;
  readonly says: string;
}

/** A decision as a person tells it. */
export interface Told {
  readonly seq: number;
  readonly kind: HistoryKind;
  readonly who: string;
  readonly what: string;
  readonly answers: readonly ToldAnswer[];
  readonly day: string;
  /** Documents that became part of the record with it. */
  readonly seals: readonly string[];
  /** Of these, those that ended without taking effect. */
  readonly voids: readonly string[];
  readonly opens: readonly string[];
  /** Ids of notices that it made owed. */
  readonly owes: readonly string[];
  /** What it signed counts no more. */
  readonly isVoid: boolean;
}

/** The case's decisions, the newest first. */
export function tellDecisions(
  process: Process,
  state: CaseState,
  audience: 'staff' | 'family',
  locale: string,
): readonly Told[] {
  return state.decisions.map((decision) => tell(process, decision, state, audience, locale)).reverse();
}

function tell(
  process: Process,
  decision: Decision,
  state: CaseState,
  audience: 'staff' | 'family',
  locale: string,
): Told {
  const { action, actor, day, seq, seals, opens, owes = [], voids = [] } = decision;
  return {
    seq,
    kind: kindOfAction(action),
    who: actor.name,
    what: sayWhat(process, decision, state, audience),
    answers: fieldsOf(process, action)
      .map((row) => ({ label: labelFor(row, audience), says: sayAnswer(process, row, decision, locale) }))
      .filter(({ says }) => says !== ''),
    day: formatDay(day, locale),
    seals: seals.map(({ document }) => document).filter((document) => !voids.includes(document)),
    voids,
    opens: opens.map(({ document }) => document),
    owes,
    isVoid: action === 'service.sign' && state.sessions.some((one) => one.seq === seq && one.void),
  };
}

function sayWhat(
  process: Process,
  { action, facts }: Decision,
  state: CaseState,
  audience: 'staff' | 'family',
): string {
  if (!decisionTerms.has(action)) return actionRow(process, action)?.label ?? action;
  const clock = process.clocks.find(({ id }) => id === facts['clock']);
  const clockName = (audience === 'family' ? clock?.familyLabel : clock?.label) ?? '';
  const { person, name } = facts;
  const who = typeof name === 'string' && name !== '' ? name : personName(state, String(person ?? ''));
  return decisionTerms(action, { name: who, clock: clockName });
}

/** People stand in the sentence, documents as links below it, a clock is named: these are not said again. */
function sayAnswer(process: Process, row: FieldRow, { facts, words }: Decision, locale: string): string {
  if (row.of === 'clock.correct' && row.name === 'clock') return '';
  if (row.type === 'line') return words[row.name] ?? '';
  if (row.type === 'person' || row.type === 'row' || row.type === 'text') return '';
  return sayValue(process, row, facts[row.name] as Plain | undefined, [], locale);
}
