/** Lists that only a running fold holds. */
const growing = new WeakSet<readonly unknown[]>();

/**
 * A list with more entries. It is a new one, but a list that only a running fold holds grows in place: copying it with every
 * decision would cost a long log the square of its length.
 */
export function append<Item>(list: readonly Item[], ...items: readonly Item[]): readonly Item[] {
  if (!growing.has(list)) return [...list, ...items];
  (list as Item[]).push(...items);
  return list;
}

/** Lets these lists grow in place while `work` runs. Nobody else may hold them until it is done. */
export function whileGrowing<Result>(lists: readonly (readonly unknown[])[], work: () => Result): Result {
  for (const list of lists) growing.add(list);
  try {
    return work();
  } finally {
    for (const list of lists) growing.delete(list);
  }
}
