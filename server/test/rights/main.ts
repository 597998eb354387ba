/** `npm run rights`: every cell of the rights, tried against a running server. Ends with 1 when one is answered otherwise. */
import { commandCells, roomCells } from './cells.js';
import { RightsServer } from './wire.js';

const server = await RightsServer.start();
const began = performance.now();
const rooms = await server.tryRooms(roomCells);
const commands = await server.tryCommands(commandCells);
await server.stop();
const wrong = [...rooms.wrong, ...commands.wrong];
for (const line of wrong.slice(0, 50)) console.error(line);
const seconds = Math.round((performance.now() - began) / 1000);
console.log(
  `${rooms.count} cells of rooms, each by socket and API, and ${commands.count} of decisions in ${seconds} s: ${wrong.length} wrong`,
);
process.exitCode = wrong.length === 0 ? 0 : 1;
