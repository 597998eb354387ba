import type { Id } from './read-update.js';

/**
 * What one client wrote, as far as the gate must know: up to which clock, in which place each clock stands (runs without gaps,
 * a run ends where the next begins), where characters of two units begin, and what is deleted.
 * A place is a root text's name, or `|` and a key of `fields`.
 */
export class ClientIndex {
  /** First clock that is indexed here. */
  readonly base: number;
  /** First clock that is not written yet. */
  end: number;
  readonly starts: number[] = [];
  readonly places: string[] = [];
  /** Clocks of the first halves of surrogate pairs, ascending. */
  readonly pairs: number[] = [];
  /** Deleted clocks as disjoint ranges: start, end, start, end, ascending. */
  deleted: number[] = [];
  /** Of values that were overwritten: by the value's clock, what stands last among those written over it. */
  readonly over: Map<number, Id> = new Map();
  /** Values written one over the other in one struct, as ranges like `deleted`. */
  readonly chains: number[] = [];

  constructor(base = 0) {
    this.base = base;
    this.end = base;
  }

  /** The place of a clock; '' outside of what is indexed. */
  placeOf(clock: number): string {
    if (clock < this.base || clock >= this.end) return '';
    return this.places[lastAtMost(this.starts, clock)] ?? '';
  }

  /** The runs: their places, and how many clocks each has. */
  *lengths(): Iterable<readonly [place: string, length: number]> {
    for (let i = 0; i < this.starts.length; i++)
      yield [this.places[i] as string, (this.starts[i + 1] ?? this.end) - (this.starts[i] as number)];
  }

  /** Whether a character of two units begins at this clock. */
  pairAt(clock: number): boolean {
    return this.pairs.length > 0 && this.pairs[lastAtMost(this.pairs, clock)] === clock;
  }

  append(length: number, place: string): void {
    if (this.places.at(-1) !== place) {
      this.starts.push(this.end);
      this.places.push(place);
    }
    this.end += length;
  }

  /** Takes over what was written behind this index's end. */
  extend(tail: ClientIndex): void {
    for (let i = 0; i < tail.starts.length; i++) {
      if (i === 0 && this.places.at(-1) === tail.places[0]) continue;
      this.starts.push(tail.starts[i] as number);
      this.places.push(tail.places[i] as string);
    }
    for (const pair of tail.pairs) this.pairs.push(pair);
    this.end = tail.end;
  }

  /** What was written over the value at this clock; where several people did at once, Yjs puts the highest clientID last. */
  overwritten(client: number, clock: number): Id | undefined {
    const over = this.over.get(clock);
    const index = rangeAt(this.chains, clock);
    const inChain = index >= 0 && clock + 1 < (this.chains[index + 1] as number);
    return inChain && (over === undefined || over.client <= client) ? { client, clock: clock + 1 } : over;
  }

  /** The parts of a range that are not deleted, as start and end. */
  *remaining(clock: number, end: number): Iterable<readonly [number, number]> {
    let from = clock;
    for (let index = Math.max(0, rangeAt(this.deleted, clock)); from < end; index += 2) {
      const start = this.deleted[index] ?? end;
      if (start > from) yield [from, Math.min(start, end)];
      from = Math.max(from, this.deleted[index + 1] ?? end);
    }
  }

  isDeleted(clock: number, length: number): boolean {
    const index = rangeAt(this.deleted, clock);
    return index >= 0 && clock + length <= (this.deleted[index + 1] as number);
  }

  /** Marks many ranges, ascending by their clocks, in one walk along what is deleted already. */
  markAllDeleted(ranges: readonly { readonly clock: number; readonly length: number }[]): void {
    const before = this.deleted;
    const merged: number[] = [];
    const add = (start: number, end: number): void => {
      const last = merged.length - 1;
      if (last > 0 && (merged[last] as number) >= start) merged[last] = Math.max(merged[last] as number, end);
      else merged.push(start, end);
    };
    let at = 0;
    for (const { clock, length } of ranges) {
      for (; at < before.length && (before[at] as number) <= clock; at += 2)
        add(before[at] as number, before[at + 1] as number);
      add(clock, clock + length);
    }
    for (; at < before.length; at += 2) add(before[at] as number, before[at + 1] as number);
    this.deleted = merged;
  }

  /** Answers whether something of the range was not deleted before. */
  markDeleted(clock: number, length: number): boolean {
    if (this.isDeleted(clock, length)) return false;
    let start = clock;
    let end = clock + length;
    let from = rangeAt(this.deleted, clock);
    if (from >= 0 && (this.deleted[from + 1] as number) >= start) start = this.deleted[from] as number;
    else from += 2;
    from = Math.max(0, from);
    let to = from;
    while (to < this.deleted.length && (this.deleted[to] as number) <= end) {
      end = Math.max(end, this.deleted[to + 1] as number);
      to += 2;
    }
    this.deleted.splice(from, to - from, start, end);
    return true;
  }
}

/** Index of the last range that begins at or before `clock`; -2 when none does. */
function rangeAt(ranges: readonly number[], clock: number): number {
  let low = 0;
  let high = ranges.length / 2;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((ranges[middle * 2] as number) <= clock) low = middle + 1;
    else high = middle;
  }
  return (low - 1) * 2;
}

/** Index of the last number that is at most `value` in an ascending list; -1 when there is none. */
function lastAtMost(numbers: readonly number[], value: number): number {
  let low = 0;
  let high = numbers.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((numbers[middle] as number) <= value) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}
