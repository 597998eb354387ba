import type { Because, Deadline } from '@ssp-kit/process';
import { formatDay } from '../shared/format.js';
import { terms } from './deadlines.terms.js';

/** One day that had a part in a deadline, in a sentence, with where it is told in full. */
export interface Reason {
  readonly says: string;
  readonly seq: number;
  readonly document: string | null;
  readonly lost: boolean;
}

type Audience = 'staff' | 'family';

/** Why a deadline's day is what it is: what it counts from, what lost, what moved it, what ended it. */
export function reasonsOf(deadline: Deadline, audience: Audience, locale: string): readonly Reason[] {
  const { because, movedBecause, stoppedBecause, due } = deadline;
  const name = (one: Because) => (audience === 'family' ? one.familyLabel : one.label);
  const day = (one: Because) => formatDay(one.day, locale);
  const reason = (one: Because, says: string): Reason => ({
    says,
    seq: one.seq,
    document: one.document ?? null,
    lost: one.lost === true,
  });
  return [
    ...because.map((one) =>
      reason(one, one.lost ? `${name(one)}, ${day(one)}` : sayCounts(deadline, name(one), day(one))),
    ),
    ...(movedBecause
      ? [reason(movedBecause, terms('moved', { day: formatDay(due, locale), what: lowerFirst(name(movedBecause)) }))]
      : []),
    ...stoppedBecause.map((one) => reason(one, terms('stopped', { what: lowerFirst(name(one)), day: day(one) }))),
  ];
}

function sayCounts({ unit, count }: Deadline, what: string, day: string): string {
  const said = lowerFirst(what);
  if (count === 0) return terms('countsSameDay', { what: said, day });
  return terms('counts', { span: terms(unit, { count }), day, what: said });
}

/** A label inside of a sentence; `IEP` stays as it is. */
export function lowerFirst(label: string): string {
  return /^\p{Lu}\p{Ll}/u.test(label) ? label.charAt(0).toLocaleLowerCase() + label.slice(1) : label;
}
