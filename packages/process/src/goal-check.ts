import { daysBetween } from './days.js';
import { type GoalWords, goalWords } from './tables/goal-words.js';
import type { Day, DocumentView, RowView } from './types.js';
import { dayOf, numberOf, rowsOf, textOf } from './view-values.js';

export type GoalQuality = 'specific' | 'measurable' | 'achievable' | 'relevant' | 'time-bound';

/** One thing a good goal has. */
export interface GoalCheck {
  /** `<quality>/<name>`. */
  readonly id: string;
  readonly quality: GoalQuality;
  readonly met: boolean;
  readonly says: string;
  /** The field of the goal's row where it is mended. */
  readonly at: string;
}

/** What of the plan a goal is checked against: its dates and its needs, as in the plan's projection. */
export type GoalPlan = DocumentView;

/**
 * Whether a goal is specific, measurable, achievable, relevant and time-bound, check by check in the order a person reads.
 * @param plan the plan it stands in, with `startDate`, `endDate` and the list `needs`
 * @param today when given, a goal's day that lies before it is told
 */
export function checkGoal(
  goal: RowView,
  plan: GoalPlan,
  today: Day | null = null,
  words: GoalWords = goalWords,
): readonly GoalCheck[] {
  return [
    ...specific(goal, words),
    ...measurable(goal),
    ...achievable(goal, plan),
    relevant(goal, plan),
    timeBound(goal, plan, today),
  ];
}

/**
 * Growth a week that takes the student from baseline to target by the goal's day, in the goal's unit; negative where it should go
 * down. Null while something of it is missing or no time is left.
 */
export function weeklyGrowth(goal: RowView, start: Day | null | undefined): number | null {
  const [baseline, target] = [numberOf(goal['baseline']), numberOf(goal['target'])];
  const [from, due] = [dayOf(start), dayOf(goal['dueDate'])];
  if (baseline === null || target === null || from === null || due === null) return null;
  const days = daysBetween(from, due);
  return days > 0 ? (target - baseline) / (days / 7) : null;
}

/** A verb that is not in the table is taken as it stands. */
function specific(goal: RowView, words: GoalWords): readonly GoalCheck[] {
  const behavior = textOf(goal['behavior']);
  if (behavior === '') return [check('specific/behavior', false, 'Say what the student will do.', 'behavior')];
  const vague = vagueWord(behavior, words);
  return [
    check('specific/behavior', true, 'It says what the student will do.', 'behavior'),
    vague
      ? check('specific/observable', false, `“${vague.word}” cannot be seen or counted. ${vague.says}`, 'behavior')
      : check('specific/observable', true, 'One can see or hear whether it is done.', 'behavior'),
    textOf(goal['condition']) === ''
      ? check('specific/condition', false, 'Say in what situation, or with what material.', 'condition')
      : check('specific/condition', true, 'It says in what situation.', 'condition'),
  ];
}

function measurable(goal: RowView): readonly GoalCheck[] {
  const has = (id: string, met: boolean, yes: string, no: string, at: string) =>
    check(`measurable/${id}`, met, met ? yes : no, at);
  const [baseline, target] = [numberOf(goal['baseline']), numberOf(goal['target'])];
  const unit = textOf(goal['unit']);
  return [
    has(
      'baseline',
      baseline !== null,
      `It starts at ${amount(baseline, unit)}.`,
      'Give the baseline: where the student is today.',
      'baseline',
    ),
    has('target', target !== null, `It is to reach ${amount(target, unit)}.`, 'Give the target.', 'target'),
    has(
      'unit',
      unit !== '',
      `It is counted in ${unit}.`,
      'Say what is counted, for instance words per minute.',
      'unit',
    ),
    has(
      'measure',
      textOf(goal['measure']) !== '',
      'It says how it is measured.',
      'Say with what and by whom it is measured.',
      'measure',
    ),
    has(
      'schedule',
      textOf(goal['schedule']) !== '',
      'It says how often it is measured.',
      'Say how often it is measured.',
      'schedule',
    ),
  ];
}

function achievable(goal: RowView, plan: GoalPlan): readonly GoalCheck[] {
  return [...criterion(goal), ...growth(goal, plan), ...trials(goal), ...accuracy(goal)];
}

function criterion(goal: RowView): readonly GoalCheck[] {
  const [baseline, target] = [numberOf(goal['baseline']), numberOf(goal['target'])];
  if (baseline === null || target === null) return [];
  const direction = goal['direction'];
  const down = direction === 'down' || (direction !== 'up' && target < baseline);
  const stricter = down ? target < baseline : target > baseline;
  const says = stricter
    ? `The target is ${down ? 'lower' : 'higher'} than the baseline.`
    : `The target has to be ${down ? 'lower' : 'higher'} than the baseline of ${baseline}.`;
  return [check('achievable/criterion', stricter, says, 'target')];
}

function growth(goal: RowView, plan: GoalPlan): readonly GoalCheck[] {
  const week = weeklyGrowth(goal, dayOf(plan['startDate']));
  if (week === null || week === 0) return [];
  const unit = textOf(goal['unit']);
  const says = `This asks for ${rounded(Math.abs(week))}${unit ? ` ${unit}` : ''} ${week > 0 ? 'more' : 'less'} each week.`;
  return [check('achievable/growth', true, says, 'target')];
}

function trials(goal: RowView): readonly GoalCheck[] {
  const [successes, attempts] = [numberOf(goal['successes']), numberOf(goal['attempts'])];
  if (successes === null && attempts === null) return [];
  if (successes === null || attempts === null)
    return [
      check(
        'achievable/trials',
        false,
        'Say how many times out of how many.',
        successes === null ? 'successes' : 'attempts',
      ),
    ];
  const met = successes > 0 && successes <= attempts;
  const says = met
    ? `${successes} of ${attempts} times.`
    : `${successes} of ${attempts} times cannot be: it has to be at least 1 and at most the number of tries.`;
  return [check('achievable/trials', met, says, 'successes')];
}

function accuracy(goal: RowView): readonly GoalCheck[] {
  const percent = numberOf(goal['accuracy']);
  if (percent === null) return [];
  const met = percent > 0 && percent <= 100;
  return [
    check(
      'achievable/accuracy',
      met,
      met ? `With ${percent}% accuracy.` : 'Accuracy is a percentage above 0, up to 100.',
      'accuracy',
    ),
  ];
}

function relevant(goal: RowView, plan: GoalPlan): GoalCheck {
  const need = rowsOf(plan, 'needs').find(({ id }) => id === goal['need']);
  return need
    ? check('relevant/need', true, 'It answers a need of the plan.', 'need')
    : check('relevant/need', false, 'Choose the need it is for.', 'need');
}

function timeBound(goal: RowView, plan: GoalPlan, today: Day | null): GoalCheck {
  const due = dayOf(goal['dueDate']);
  const [start, end] = [dayOf(plan['startDate']), dayOf(plan['endDate'])];
  const say = (met: boolean, says: string) => check('time-bound/due', met, says, 'dueDate');
  if (due === null) return say(false, 'Say by when.');
  if (start !== null && due <= start) return say(false, `It is due before the plan has begun, on ${start}.`);
  if (end !== null && due > end) return say(false, `It is due after the plan ends, on ${end}.`);
  if (today !== null && due < today) return say(false, `Its day, ${due}, is past.`);
  return say(true, `It is due on ${due}${end === null ? '' : ', within the plan'}.`);
}

/** The first vague word, unless what follows it says what one will see: “understand and retell”, “show growth by reading”. */
function vagueWord(behavior: string, words: GoalWords) {
  const tokens = behavior.toLowerCase().match(/[\p{L}’']+/gu) ?? [];
  for (let at = 0; at < tokens.length; at++) {
    const vague = words.vague.find(({ word }) => isAt(tokens, at, word));
    if (vague) {
      const told = tokens.some(
        (token, later) =>
          later > at &&
          (token === 'by' || token === 'and') &&
          words.observable.some((word) => isAt(tokens, later + 1, word)),
      );
      return told ? undefined : vague;
    }
    if (words.observable.some((word) => isAt(tokens, at, word))) return undefined;
  }
  return undefined;
}

/** Whether a phrase of the table stands at a place, its first word in any form. */
function isAt(tokens: readonly string[], at: number, phrase: string): boolean {
  const [first = '', ...rest] = phrase.split(' ');
  return isForm(tokens[at] ?? '', first) && rest.every((word, index) => tokens[at + 1 + index] === word);
}

function isForm(token: string, verb: string): boolean {
  if (token === verb) return true;
  const stem = verb.replace(/e$/, '');
  if (token === `${verb}s` || token === `${verb}es` || token === `${stem}ed` || token === `${stem}ing`) return true;
  const doubled = `${verb}${verb.at(-1)}`;
  if (token === `${doubled}ed` || token === `${doubled}ing`) return true;
  return verb.endsWith('y') && (token === `${verb.slice(0, -1)}ies` || token === `${verb.slice(0, -1)}ied`);
}

function amount(value: number | null, unit: string): string {
  return unit === '' ? String(value) : `${value} ${unit}`;
}

/** At most two decimals. */
function rounded(value: number): number {
  return Math.round(value * 100) / 100;
}

function check(id: string, met: boolean, says: string, at: string): GoalCheck {
  const quality = id.slice(0, id.indexOf('/')) as GoalQuality;
  return { id, quality, met, says, at };
}
