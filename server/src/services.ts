/** Signed sessions: what a decision writes into the services of a school year. */
import { type CaseState, type Decision, type DocumentView, type RowView, schoolYear } from '@ssp-kit/process';
import type { SignedEntry } from '@ssp-kit/record';

/** The document a decision about a session is written to, or null for other decisions. */
export function servicesDocument(state: CaseState, { action, facts }: Decision): string | null {
  const date =
    action === 'service.sign'
      ? facts['date']
      : action === 'service.void'
        ? state.sessions.find(({ id }) => id === facts['session'])?.date
        : null;
  return typeof date === 'string' ? `services-${schoolYear(date)}` : null;
}

/** The entry that a signature makes of a draft. */
export function entryOf(views: Readonly<Record<string, DocumentView>>, decision: Decision): SignedEntry | null {
  const { facts, actor } = decision;
  const drafts = Object.values(views).flatMap((view) => (view['sessions'] ?? []) as readonly RowView[]);
  const draft = drafts.find(({ id }) => id === facts['session']);
  if (!draft) return null;
  const text = (name: string) =>
    typeof draft[name] === 'string' && draft[name] !== '' ? (draft[name] as string) : null;
  const number = (name: string) => (typeof draft[name] === 'number' ? (draft[name] as number) : null);
  return {
    id: draft.id,
    service: String(facts['service']),
    provider: actor.person,
    providerName: actor.name,
    date: String(facts['date']),
    startTime: text('startTime'),
    minutes: Number(facts['minutes'] ?? 0),
    status: String(facts['status']),
    group: text('group'),
    groupSize: number('groupSize'),
    location: text('location'),
    note: text('note') ?? '',
    signedAt: decision.at,
    seq: decision.seq,
    voided: null,
  };
}

/** The entry of a session that a decision takes out of the count. */
export function voided(entries: readonly SignedEntry[], { facts, words, at, seq }: Decision): SignedEntry | null {
  const entry = entries.find(({ id }) => id === facts['session']);
  return entry ? { ...entry, voided: { reason: words['reason'] ?? '', at, seq } } : null;
}
