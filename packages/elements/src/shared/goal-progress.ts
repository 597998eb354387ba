import type { RowView } from '@ssp-kit/process';
import { numberFormat } from './formatters.js';
import { defineTerms } from './terms.js';

const terms = defineTerms('goal-progress', {
  progress: 'From {baseline} to {target}',
  'progress-family': 'Today {baseline}, goal {target}',
});

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
