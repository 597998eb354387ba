/** What a decision is about, for a reader who looks for one. */
export const historyKinds = ['case', 'plan', 'conference', 'notice', 'team', 'service', 'record'] as const;

export type HistoryKind = (typeof historyKinds)[number];

const byWord: Readonly<Record<string, HistoryKind>> = {
  access: 'team',
  clock: 'record',
  conference: 'conference',
  consent: 'notice',
  contact: 'conference',
  correction: 'record',
  document: 'record',
  event: 'record',
  family: 'team',
  invitation: 'conference',
  notice: 'notice',
  plan: 'plan',
  progress: 'plan',
  provider: 'service',
  review: 'plan',
  rights: 'team',
  service: 'service',
  team: 'team',
};

/** A decision of a district's own counts as one about the case. */
export function kindOfAction(action: string): HistoryKind {
  return byWord[action.split('.')[0] ?? ''] ?? 'case';
}
