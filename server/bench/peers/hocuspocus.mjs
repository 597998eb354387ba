// Hocuspocus with its SQLite extension, both as they are by default, on a file of the bench's.
import { SQLite } from '@hocuspocus/extension-sqlite';
import { Server } from '@hocuspocus/server';
import { answerBench } from '../../dist/bench/targets/probe.js';

const [database, port = '0'] = process.argv.slice(2);
const server = new Server({
  port: Number(port),
  address: '127.0.0.1',
  quiet: true,
  extensions: [new SQLite({ database })],
});
await server.listen();
answerBench(server.address.port);
