/** What the page tells: that it is looked at again, that the network came or went, that it is about to be closed. */
export interface PageEvents {
  onVisible(): void;
  onNetwork(up: boolean): void;
  /** True when closing the page now would lose something. */
  wouldLose(): boolean;
}

/** Listens where there is a page; returns the way to stop. */
export function watchPage(events: PageEvents): () => void {
  if (typeof document === 'undefined' || typeof addEventListener === 'undefined') {
    return () => undefined;
  }
  const stop = new AbortController();
  const { signal } = stop;
  document.addEventListener(
    'visibilitychange',
    () => {
      if (document.visibilityState === 'visible') events.onVisible();
    },
    { signal },
  );
  addEventListener(
    'pageshow',
    (event) => {
      if (event.persisted) events.onVisible();
    },
    { signal },
  );
  addEventListener('online', () => events.onNetwork(true), { signal });
  addEventListener('offline', () => events.onNetwork(false), { signal });
  addEventListener(
    'beforeunload',
    (event) => {
      if (events.wouldLose()) event.preventDefault();
    },
    { signal },
  );
  return () => stop.abort();
}
