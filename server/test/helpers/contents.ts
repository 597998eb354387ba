/** What people write, in the smallest form the process accepts. */
import { addDays, localDay } from '@ssp-kit/process';
import { hawaiiClassic } from '@ssp-kit/process/profiles';
import { edits } from '@ssp-kit/record';
import type * as Y from 'yjs';

export const concern = {
  raisedBy: 'Ms. Tester',
  raisedVia: 'in-person',
  receivedDate: '2026-01-12',
  areas: ['academic'],
  parentNotifiedDate: '2026-01-13',
  description: 'He looks out of the window.',
  suspicion: 'no',
} as const;

/** A plan with one need, one goal and one service of the provider, from today. */
export function planFor(doc: Y.Doc, provider: string): void {
  const edit = edits(hawaiiClassic, doc, 'plan');
  const today = localDay(new Date(), hawaiiClassic.profile.timeZone);
  const [startDate, endDate] = [addDays(today, -10), addDays(today, 200)];
  edit.set('startDate', startDate);
  edit.set('endDate', endDate);
  edit.set('reviewDate', addDays(today, 90));
  const need = edit.addRow('needs', { values: { area: 'academic' } });
  edit.set(`needs/${need}/statement`, 'Reading aloud.');
  const goal = edit.addRow('goals', { values: { need, baseline: 1, target: 5, dueDate: addDays(today, 150) } });
  edit.set(`goals/${goal}/behavior`, 'Reads five sentences.');
  edit.set(`goals/${goal}/measure`, 'Weekly probe.');
  const service = edit.addRow('services', {
    values: {
      goal,
      type: 'supplementary',
      minutes: 30,
      count: 2,
      interval: 'week',
      location: 'regular-class',
      provider,
      startDate,
      endDate,
    },
  });
  edit.set(`services/${service}/name`, 'Reading help');
}
