import type { Id, Struct } from './read-update.js';
import { UpdateFault } from './update-fault.js';

/** What has been written of a client so far: clocks below this. */
export type Reached = (client: number) => number;

/**
 * Visits the structs of an update so that each comes behind its neighbours. They are grouped by client, and clients may refer to each other in any
 * direction, but not in a circle: Yjs would keep such structs pending for ever. A neighbour that neither the room nor the update has is a gap.
 */
export function visitInOrder(
  structs: ReadonlyMap<number, readonly Struct[]>,
  reached: Reached,
  visit: (client: number, struct: Struct) => void,
): void {
  const next = new Map<number, number>();

  function missing(client: number, struct: Struct): Id | null {
    for (const id of [struct.origin, struct.rightOrigin]) {
      if (!id) continue;
      if (id.client === client) {
        if (id.clock >= struct.clock)
          throw new UpdateFault('bad-update', 'a struct stands beside a later one of its own client');
      } else if (id.clock >= reached(id.client)) return id;
    }
    return null;
  }

  for (const first of structs.keys()) {
    /** Clients being written, each because the one below it needs them up to a clock. */
    const stack = [{ client: first, until: Number.POSITIVE_INFINITY }];
    const waiting = new Set([first]);
    while (stack.length > 0) {
      const { client, until } = stack[stack.length - 1] as { client: number; until: number };
      const list = structs.get(client) as readonly Struct[];
      let index = next.get(client) ?? 0;
      let needs: Id | null = null;
      while (index < list.length && reached(client) <= until) {
        const struct = list[index] as Struct;
        needs = missing(client, struct);
        if (needs) break;
        visit(client, struct);
        index++;
      }
      next.set(client, index);
      if (!needs) {
        stack.pop();
        waiting.delete(client);
        continue;
      }
      const last = structs.get(needs.client)?.at(-1);
      if (!last || last.clock + last.length <= needs.clock) throw new UpdateFault('gap', 'a neighbour is not known');
      if (waiting.has(needs.client)) throw new UpdateFault('bad-update', 'structs that wait for each other');
      waiting.add(needs.client);
      stack.push({ client: needs.client, until: needs.clock });
    }
  }
}
