import type { Deadline } from '@ssp-kit/process';

/** A case's deadlines by what they ask of a reader. */
export interface DeadlineGroups {
  /** The one that is due first. */
  readonly next: Deadline | null;
  readonly running: readonly Deadline[];
  readonly notBefore: readonly Deadline[];
  /** Stopped, the newest first. */
  readonly done: readonly Deadline[];
}

/** A reminder is never next while the law asks for something on the same day or sooner. */
export function groupDeadlines(all: readonly Deadline[]): DeadlineGroups {
  const open = all.filter(({ stopped, kind }) => stopped === null && kind !== 'not-before');
  const sorted = [...open].sort(
    (a, b) => a.due.localeCompare(b.due) || Number(a.kind === 'warning') - Number(b.kind === 'warning'),
  );
  const [next = null, ...running] = sorted;
  return {
    next,
    running,
    notBefore: all.filter(({ stopped, kind }) => stopped === null && kind === 'not-before'),
    done: all
      .filter(({ stopped }) => stopped !== null)
      .sort((a, b) => (b.stopped ?? '').localeCompare(a.stopped ?? '')),
  };
}
