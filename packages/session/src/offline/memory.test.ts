import { describe, test } from 'node:test';
import { conformance } from './conformance.js';
import { memoryStore } from './memory.js';

describe('the memory adapter', () => {
  for (const { name, run } of conformance) {
    test(name, async () => {
      const store = memoryStore();
      await run(async () => store);
    });
  }
});
