import type { RowView } from '@ssp-kit/process';
import { formatDay } from './format.js';
import { clause, type Part } from './plan-words.js';
import { defineTerms } from './terms.js';

const terms = defineTerms('goal-sentence', {
  by: 'by {day}',
  given: 'Given {words}, ',
  missingBehavior: 'do what is not written yet',
  will: '{name} will ',
});

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

/** Whether a clause goes on without a comma: `with few mistakes`. */
function joins(words: string): boolean {
  return /^(with|at|in|on|for|without|by|to|of|from|within|using)\s/iu.test(words);
}

function said(says: string): Part {
  return { says, missing: false };
}
