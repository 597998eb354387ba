import assert from 'node:assert/strict';
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';

describe('a start that fails', () => {
  it('leaves nothing open: the process ends', async () => {
    const child = fork(fileURLToPath(new URL('./helpers/failed-start.js', import.meta.url)), { timeout: 60_000 });
    assert.deepEqual(await once(child, 'exit'), [0, null]);
  });
});
