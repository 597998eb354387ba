import type { CaseState, RowView } from '@ssp-kit/process';
import { stableId } from '../shared/stable-id.js';

/** Somebody whose attendance is asked: of the team, of the family, or a guest who was written down. */
export interface Attendee {
  /** The person's id; null for a guest. */
  readonly person: string | null;
  readonly name: string;
  readonly role: string;
  /** Their row in the document, once something was answered. */
  readonly row: RowView | null;
  /** The id their row has or will have. */
  readonly rowId: string;
}

/** Everyone who is asked about, in the order of the team, the family, and guests as they were written down. */
export function attendees(state: CaseState, document: string, rows: readonly RowView[]): readonly Attendee[] {
  const invited = [
    ...state.team.map(({ person, name, role }) => ({ person, name, role })),
    ...state.family.map(({ person, name, relation }) => ({ person, name, role: relation })),
  ];
  const known = new Set(invited.map(({ person }) => person));
  const others = rows.filter((row) => typeof row['person'] !== 'string' || !known.has(row['person']));
  return [
    ...invited.map((one) => {
      const row = rows.find(({ person }) => person === one.person) ?? null;
      return { ...one, row, rowId: row?.id ?? stableId(document, one.person) };
    }),
    ...others.map((row) => ({
      person: typeof row['person'] === 'string' ? row['person'] : null,
      name: typeof row['name'] === 'string' ? row['name'] : '',
      role: '',
      row,
      rowId: row.id,
    })),
  ];
}

/** Whether two rows, of an invitation and of an attendance, speak of one person. */
export function isSame(a: RowView, b: RowView): boolean {
  if (typeof a['person'] === 'string' && typeof b['person'] === 'string') return a['person'] === b['person'];
  const [one, other] = [a['name'], b['name']];
  return typeof one === 'string' && one !== '' && one === other;
}
