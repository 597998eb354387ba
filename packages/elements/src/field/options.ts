import type { CaseState, DocumentView, FieldRow, Process } from '@ssp-kit/process';
import { nameRow, rowsOf } from '../shared/fields.js';
import { termsOf } from '../shared/format.js';

/** One answer to choose from. */
export interface FieldOption {
  readonly code: string;
  readonly label: string;
}

/** What a field offers by its row: the rows it points to, the team, or its vocabulary. */
export function optionsOf(
  process: Process,
  row: FieldRow | null,
  data: DocumentView | undefined,
  state: CaseState | null | undefined,
): readonly FieldOption[] {
  if (row?.type === 'row' && row.refersTo !== undefined) {
    return rowsOf(data, row.refersTo).map((one, index) => ({ code: one.id, label: nameRow(one, index) }));
  }
  if (row?.type === 'person') {
    return (state?.team ?? []).map(({ person, name, role }) => ({ code: person, label: `${name}, ${role}` }));
  }
  return termsOf(process, row?.vocabulary);
}
