import type { CaseState, DocumentView, FieldRow, Process } from '@ssp-kit/process';
import { nameRow, rowsOf } from '../shared/fields.js';
import { termsOf } from '../shared/format.js';
import { personName } from '../shared/person-name.js';

/** One answer to choose from. */
export interface FieldOption {
  readonly code: string;
  readonly label: string;
}

/** What a field offers by its row: the rows it points to, the team and whom it names already, or its vocabulary. */
export function optionsOf(
  process: Process,
  row: FieldRow | null,
  data: DocumentView | undefined,
  state: CaseState | null | undefined,
  answer?: unknown,
): readonly FieldOption[] {
  if (row?.type === 'row' && row.refersTo !== undefined) {
    return rowsOf(data, row.refersTo).map((one, index) => ({ code: one.id, label: nameRow(one, index) }));
  }
  if (row?.type === 'person') {
    const team = state?.team ?? [];
    const left = typeof answer === 'string' && answer !== '' && !team.some(({ person }) => person === answer);
    return [
      ...team.map(({ person, name, role }) => ({ code: person, label: `${name}, ${role}` })),
      ...(left ? [{ code: answer, label: personName(state, answer) }] : []),
    ];
  }
  return termsOf(process, row?.vocabulary);
}
