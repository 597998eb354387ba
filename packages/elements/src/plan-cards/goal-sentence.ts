import type { RowView } from '@ssp-kit/process';
import { formatDay } from '../shared/format.js';
import type { Part } from '../shared/plan-words.js';
import { clause } from '../shared/plan-words.js';
import { terms } from './plan-cards.terms.js';
import { numberFormat } from '../shared/formatters.js';

/** A goal as one sentence: given what, who will do what, how well, by when. Missing parts are marked, not hidden. */
export function goalParts(goal: RowView, studentName: string, locale: string): readonly Part[] {
  const first = studentName.trim().split(/\s+/)[0] ?? '';
  const given = clause(goal['condition'], /^given(\s+that)?\s+/iu);
  const behavior = clause(goal['behavior'], /^(the student\s+)?will\s+/iu);
  const criterion = clause(goal['criterion'], /^,\s*/u);
  const day = typeof goal['dueDate'] === 'string' ? formatDay(goal['dueDate'], locale) : '';
  const namesStudent = first !== '' && behavior.toLocaleLowerCase().startsWith(first.toLocaleLowerCase());
  const parts: Part[] = [];
  if (given !== '') parts.push(said(terms('given', { words: given })));
  if (!namesStudent) parts.push(said(terms('will', { name: first })));
  if (behavior === '') parts.push({ says: terms('missingBehavior'), missing: true });
  else parts.push(said(namesStudent ? first + behavior.slice(first.length) : behavior));
  if (criterion !== '') parts.push(said(joins(criterion) ? ` ${criterion}` : `, ${criterion}`));
  if (day !== '') parts.push(said(`, ${terms('by', { day })}`));
  return [...parts, said('.')];
}

export function goalSentence(goal: RowView, studentName: string, locale: string): string {
  return goalParts(goal, studentName, locale)
    .map(({ says }) => says)
    .join('');
}

/** `From 41 to 80 words a minute`; '' while one of both is missing. */
export function goalProgress(goal: RowView, audience: 'staff' | 'family', locale: string): string {
  const { baseline, target } = { baseline: goal['baseline'], target: goal['target'] };
  if (typeof baseline !== 'number' || typeof target !== 'number') return '';
  const number = numberFormat(locale);
  const unit = typeof goal['unit'] === 'string' ? ` ${goal['unit']}` : '';
  return terms(audience === 'family' ? 'progress-family' : 'progress', {
    baseline: number.format(baseline),
    target: `${number.format(target)}${unit}`,
  });
}

/** Whether a clause goes on without a comma: `with few mistakes`. */
function joins(words: string): boolean {
  return /^(with|at|in|on|for|without|by|to|of|from|within|using)\s/iu.test(words);
}

function said(says: string): Part {
  return { says, missing: false };
}
