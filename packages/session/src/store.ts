/** The state of a session in one store. Connection and UI state only: the process lives in the official record. */
import { createStore } from '@xstate/store';
import { noProcess, type Process } from '@ssp-kit/process';
import type { Connection, KeptWords, PendingDecision, Person, Readable, Saved, SessionView } from './contract.js';
import { Computed } from './readable.js';

const nothing: SessionView = {
  person: null,
  connection: 'connecting',
  saved: 'saved',
  offlineStore: 'off',
  pending: [],
  kept: [],
  caseload: { state: 'loading', cases: [] },
  today: '',
  process: noProcess,
};

export function createSessionStore(initial: Partial<SessionView>) {
  return createStore({
    context: { ...nothing, ...initial } as SessionView,
    on: {
      identified: (view, event: { person: Person; today: string }) => ({
        ...view,
        person: event.person,
        today: event.today,
      }),
      processChanged: (view, event: { process: Process; today: string }) => ({
        ...view,
        process: event.process,
        today: event.today,
      }),
      dayChanged: (view, event: { today: string }) => ({ ...view, today: event.today }),
      connectionChanged: (view, event: { connection: Connection }) => ({
        ...view,
        connection: event.connection,
      }),
      savedChanged: (view, event: { saved: Saved }) => ({ ...view, saved: event.saved }),
      offlineStoreFailed: (view) => ({ ...view, offlineStore: 'failed' as const }),
      pendingChanged: (view, event: { pending: readonly PendingDecision[] }) => ({
        ...view,
        pending: event.pending,
      }),
      wordsKept: (view, event: { words: readonly KeptWords[] }) => ({
        ...view,
        kept: [...view.kept, ...event.words],
      }),
      keptDiscarded: (view, event: { id: string }) => ({
        ...view,
        kept: view.kept.filter((words) => words.id !== event.id),
      }),
      caseloadChanged: (view, event: { caseload: SessionView['caseload'] }) => ({
        ...view,
        caseload: event.caseload,
      }),
    },
  });
}

export type SessionStore = ReturnType<typeof createSessionStore>;

/** The store as elements read it: told once per burst of changes. */
export function readableOf(store: SessionStore): Readable<SessionView> & { close(): void } {
  const view = new Computed(() => store.getSnapshot().context);
  const subscription = store.subscribe(() => view.invalidate());
  return {
    get: () => store.getSnapshot().context,
    subscribe: (listener) => view.subscribe(listener),
    close: () => {
      subscription.unsubscribe();
      view.close();
    },
  };
}
