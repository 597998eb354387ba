import type { Metrics } from '../metrics.js';
import type { Storage } from './port.js';

/** The same store, with every update counted and timed. */
export function measured(storage: Storage, metrics: Pick<Metrics, 'count' | 'committed'>): Storage {
  return {
    ...storage,
    async append(append) {
      const started = performance.now();
      const answer = await storage.append(append);
      if (answer.ok) {
        metrics.count('updates');
        metrics.committed((performance.now() - started) / 1_000);
      }
      return answer;
    },
  };
}
