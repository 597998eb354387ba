import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { hawaiiClassic } from '@ssp-kit/process/profiles';
import { Dice } from '../model/dice.js';
import { commandCells, roomCells } from './cells.js';
import { RightsServer } from './wire.js';

/** Every cell is tried by `npm run rights`. */
const sample = { rooms: 700, commands: 500, seed: 20_261_124 };

describe('rights over the wire', () => {
  let server: RightsServer;

  before(async () => {
    server = await RightsServer.start();
  });
  after(() => server.stop());

  it('are what the one function says: rooms to read, rooms to write, documents of the API', async () => {
    const { wrong } = await server.tryRooms(some(roomCells, sample.rooms));
    assert.deepEqual(wrong, []);
  });

  it('are what the one function says: decisions', async () => {
    const { wrong } = await server.tryCommands(some(commandCells, sample.commands));
    assert.deepEqual(wrong, []);
  });

  it('would be noticed if they were others', async () => {
    const { actions, rights, roles } = hawaiiClassic;
    const everyRole = roles.map(({ id }) => id);
    const other = await RightsServer.start({
      ...hawaiiClassic,
      actions: actions.map((row) => (row.id === 'team.add' ? { ...row, roles: everyRole } : row)),
      rights: rights.map((row) => (row.document === 'plan' ? { ...row, may: 'write' } : row)),
    });
    const plans = roomCells.filter(({ document, stand }) => document === 'plan' && stand === 'open');
    const additions = commandCells.filter(({ action }) => action === 'team.add');
    assert.notDeepEqual((await other.tryRooms(some(plans, 100))).wrong, []);
    assert.notDeepEqual((await other.tryCommands(additions)).wrong, []);
    await other.stop();
  });
});

function some<T>(cells: readonly T[], count: number): T[] {
  const dice = new Dice(sample.seed);
  return Array.from({ length: count }, () => dice.pick(cells) as T);
}
