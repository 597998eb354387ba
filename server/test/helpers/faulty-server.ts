/** A server in a process of its own that is made to fail from outside: `{ fault }` by IPC. */
import { lastResort } from '../../src/last-resort.js';
import { makeLog } from '../../src/log.js';
import { startTestServer } from '../../src/index.js';
import { startCase } from './client.js';
import { fillDistrict, student, tokenOf } from './district.js';

const server = await startTestServer();
await fillDistrict(server);
lastResort(server.app, makeLog('silent'), 20_000);
const token = await tokenOf(server, 'teacher');
const { id } = await startCase(server.url, token, student);

process.on('message', ({ fault }: { fault: 'exception' | 'rejection' | 'output' }) => {
  if (fault === 'output') process.stdout.write('nobody reads this\n', () => process.send?.({ written: true }));
  else if (fault === 'rejection') void Promise.reject(new Error('a rejection that nobody caught'));
  else
    setImmediate(() => {
      throw new Error('an exception that nobody caught');
    });
});
process.once('disconnect', () => process.exit());
process.send?.({ url: server.url, token, room: `case/${id}/concern@1` });
