import type { Metrics } from '../metrics.js';
import type { Append, Storage } from './port.js';

/** The same store, with every update counted and timed. */
export function measured(storage: Storage, metrics: Pick<Metrics, 'count' | 'committed'>): Storage {
  // By prototype: whatever is put into the store under it later is met here too.
  return Object.assign(Object.create(storage) as Storage, {
    append(append: Append) {
      const started = performance.now();
      return storage.append(append).then((answer) => {
        if (answer.ok) {
          metrics.count('updates');
          metrics.committed((performance.now() - started) / 1_000);
        }
        return answer;
      });
    },
  });
}
