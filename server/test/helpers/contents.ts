/** What people write, in the smallest form the process accepts. */
import { addDays, type DocumentView, localDay, type Plain, type RowView } from '@ssp-kit/process';
import { hawaiiClassic } from '@ssp-kit/process/profiles';
import { completePlan } from '@ssp-kit/process/testing';
import { edits, rowPath, shapeOf } from '@ssp-kit/record';
import type * as Y from 'yjs';

export const concern = {
  raisedBy: 'Ms. Tester',
  raisedVia: 'in-person',
  receivedDate: '2026-01-12',
  areas: ['academic'],
  parentNotifiedDate: '2026-01-13',
  parentNotifiedMethod: 'phone',
  parentNotifiedLanguage: 'en',
  description: 'He looks out of the window.',
  suspicion: 'no',
} as const;

/** A plan with one need, one goal and one service of the provider, since ten days. */
export function planFor(doc: Y.Doc, provider: string): void {
  const today = localDay(new Date(), hawaiiClassic.profile.timeZone);
  writeView(doc, 'plan', completePlan('action', addDays(today, -10), provider));
}

/** Writes what a document has of a view, field by field, as people do. Rows keep their ids. */
export function writeView(doc: Y.Doc, kind: string, view: DocumentView): void {
  const shape = shapeOf(hawaiiClassic, kind);
  const edit = edits(hawaiiClassic, doc, kind);
  for (const [name, value] of Object.entries(view)) {
    if (!shape.lists.has(name)) {
      if (value !== undefined) edit.set(name, value as Plain);
      continue;
    }
    for (const { id, order: _order, ...values } of value as readonly RowView[]) {
      const known = Object.entries(values).filter(([field]) => shape.fieldAt(rowPath(name, id, field)) !== null);
      edit.addRow(name, { id, values: Object.fromEntries(known) as Readonly<Record<string, Plain>> });
    }
  }
}
