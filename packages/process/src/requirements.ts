import type { CaseState } from './case-state.js';
import { isDay } from './days.js';
import { documentOf } from './facts.js';
import type { Process } from './process.js';
import type { RequirementRow } from './tables/requirements.js';
import type { Actor, Day, Fact, Facts, Plain, RequirementResult } from './types.js';

/** What is asked: an action of a person on a case, with the answers of its form so far. */
interface Asked {
  readonly state: CaseState;
  readonly action: string;
  readonly payload: Readonly<Record<string, Plain>>;
  readonly actor: Actor;
  readonly day: Day;
}

/** Every requirement of an action on this case's track, met or not: the answers missing in its form first. */
export function judge(process: Process, question: Asked, facts: Facts): RequirementResult[] {
  const { state, action, payload } = question;
  const rows = process.requirements.filter(
    (row) => row.action === action && onTrack(row, state) && applies(row, facts),
  );
  return [...formRequirements(process, action, payload), ...rows.map((row) => result(row, question, facts))];
}

/** The questions of a decision's own form that must be answered. */
function formRequirements(
  { fields }: Process,
  action: string,
  payload: Readonly<Record<string, Plain>>,
): RequirementResult[] {
  return fields
    .filter((row) => row.of === action && row.required)
    .filter(({ when }) => when === undefined || when.is.includes(payload[when.field] as string | boolean))
    .map((row) => ({
      id: `${action}/form/${row.name}`,
      met: answered(payload[row.name]),
      label: `Answer: ${row.label}`,
      source: row.source,
      at: { document: '', field: row.name },
    }));
}

function result(row: RequirementRow, { state, payload, actor, day }: Asked, facts: Facts): RequirementResult {
  const fact = facts[row.fact] ?? null;
  const kind = row.at?.document;
  const document = kind === undefined ? '' : (documentOf(state, kind, payload, actor.person) ?? kind);
  const first = Array.isArray(fact) && row.is === 'none' ? fact[0] : undefined;
  return {
    id: row.id,
    met: holds(row, fact, facts, day),
    label: row.label,
    source: row.source,
    at: row.at && { document, field: row.at.field, ...(typeof first === 'string' ? { row: first } : {}) },
  };
}

function holds(row: RequirementRow, fact: Fact, facts: Facts, day: Day): boolean {
  switch (row.is) {
    case 'given':
      return fact !== null && fact !== '';
    case 'none':
      return Array.isArray(fact) ? fact.length === 0 : fact === 0;
    case 'some':
      return Array.isArray(fact) ? fact.length > 0 : typeof fact === 'number' && fact > 0;
    case 'yes':
      return fact === true;
    case 'not-future':
      return isDay(fact) && fact <= day;
    case 'one-of':
      return typeof fact === 'string' && (row.values ?? []).includes(fact);
    case 'not-before': {
      const other = facts[row.than ?? ''];
      return isDay(fact) && isDay(other) && fact >= other;
    }
    case 'different':
      return fact !== facts[row.than ?? ''];
  }
}

function onTrack(row: RequirementRow, state: CaseState): boolean {
  return row.tracks === undefined || (state.track !== null && row.tracks.includes(state.track));
}

function applies(row: RequirementRow, facts: Facts): boolean {
  return row.when === undefined || row.when.is.includes(facts[row.when.fact] as string | boolean);
}

function answered(value: Plain | undefined): boolean {
  return value !== undefined && value !== null && value !== '';
}
