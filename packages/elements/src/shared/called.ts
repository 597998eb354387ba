import type { Process, RowView } from '@ssp-kit/process';
import { labelOf } from './format.js';

/** A member whom the law calls to a conference, and who stands for them. */
export interface CalledMember {
  /** Code of the vocabulary `member-type`. */
  readonly type: string;
  readonly label: string;
  readonly here: readonly string[];
  readonly excused: readonly string[];
}

/** Whom the law calls to a conference of this purpose; `rows` are its attendance, or its invitees. */
export function calledMembers(
  process: Process,
  purpose: string | undefined,
  rows: readonly RowView[],
): readonly CalledMember[] {
  const rule = process.conferences.find((row) => row.purpose === purpose);
  return (rule?.calls ?? []).map((type) => {
    const all = rows.filter(({ memberType }) => memberType === type);
    return {
      type,
      label: labelOf(process, 'member-type', type),
      here: namesOf(all.filter(comes)),
      excused: namesOf(all.filter(isExcused)),
    };
  });
}

/** Somebody invited has no status yet. */
function comes({ status }: RowView): boolean {
  return status === undefined || status === null || ['in-person', 'video', 'phone'].includes(String(status));
}

export function isExcused({ status }: RowView): boolean {
  return status === 'excused' || status === 'excused-input';
}

function namesOf(rows: readonly RowView[]): readonly string[] {
  return rows.map(({ name, person }) => String(name ?? person ?? ''));
}
