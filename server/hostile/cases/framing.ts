/** Below the messages: broken websocket frames, broken handshakes, other protocols on the port. */
import { randomBytes } from 'node:crypto';
import { bare, clientFrame, handshake } from '../attacker.js';
import type { HostileCase } from '../case.js';
import { held, type Outcome, weak } from '../outcome.js';
import type { Stage } from '../stage.js';

const must = 'end that connection';
const nothing = new Uint8Array();

/** Milliseconds after which a connection that should have ended counts as kept. */
const soon = 8_000;

function within(ended: Promise<void>, ms = soon): Promise<boolean> {
  return Promise.race([ended.then(() => true), new Promise<boolean>((resolve) => setTimeout(resolve, ms, false))]);
}

/** Sends these bytes behind a handshake; it has to end the connection. */
async function breaks({ scene }: Stage, ...packets: readonly Buffer[]): Promise<boolean> {
  const { socket, status, ended } = await handshake(scene.attacker);
  if (status !== 101) throw new Error(`the handshake was answered with ${status}`);
  for (const packet of packets) socket.write(packet);
  const gone = await within(ended);
  socket.destroy();
  return gone;
}

function frames(id: string, does: string, packets: readonly Buffer[]): HostileCase {
  return {
    id,
    does,
    must,
    async run(stage) {
      const gone = await Promise.all(packets.map((packet) => breaks(stage, packet)));
      const kept = gone.filter((isGone) => !isGone).length;
      return kept > 0 ? weak(`${kept} of ${packets.length} stayed open`) : held('ended');
    },
  };
}

export const framingCases: readonly HostileCase[] = [
  frames('reserved-bits', 'sets reserved bits of a frame', [
    clientFrame(nothing, { reserved: 1 }),
    clientFrame(nothing, { reserved: 2 }),
    clientFrame(nothing, { reserved: 4 }),
    clientFrame(Uint8Array.of(0x4b, 0x04, 0x00), { reserved: 4 }),
  ]),
  frames('bad-opcode', 'sends opcodes that do not exist', [
    clientFrame(nothing, { opcode: 3 }),
    clientFrame(nothing, { opcode: 7 }),
    clientFrame(nothing, { opcode: 11 }),
    clientFrame(nothing, { opcode: 15 }),
    Buffer.alloc(64, 0xff),
  ]),
  frames('bad-frame-length', 'says lengths that are too large for any machine', [
    clientFrame(nothing, { says: 2n ** 64n - 1n }),
    clientFrame(nothing, { says: 2n ** 63n }),
    clientFrame(nothing, { says: 2n ** 53n }),
    clientFrame(nothing, { says: 1_000_000_000n }),
  ]),
  frames('bad-control', 'sends pings and closes that are too long or in parts', [
    clientFrame(new Uint8Array(126), { opcode: 9 }),
    clientFrame(new Uint8Array(4), { opcode: 9, fin: false }),
    clientFrame(new Uint8Array(130), { opcode: 8 }),
    clientFrame(nothing, { opcode: 10, fin: false }),
  ]),
  frames('unmasked', 'sends frames without a mask', [
    clientFrame(Uint8Array.of(0, 0, 1, 0), { masked: false }),
    clientFrame(nothing, { masked: false }),
  ]),
  frames('lost-continuation', 'continues a message that was not begun, or begins one inside another', [
    clientFrame(Uint8Array.of(1), { opcode: 0 }),
    clientFrame(Uint8Array.of(1), { opcode: 0, fin: false }),
    Buffer.concat([clientFrame(Uint8Array.of(0), { fin: false }), clientFrame(Uint8Array.of(0), { fin: false })]),
  ]),
  frames('bad-close', 'closes with codes that nobody may send, one byte, and broken letters', [
    clientFrame(Uint8Array.of(3), { opcode: 8 }),
    clientFrame(Uint8Array.of(0x03, 0xed), { opcode: 8 }),
    clientFrame(Uint8Array.of(0, 0), { opcode: 8 }),
    clientFrame(Uint8Array.of(0xff, 0xff), { opcode: 8 }),
    clientFrame(Uint8Array.of(0x03, 0xe8, 0xff, 0xfe), { opcode: 8 }),
  ]),
  frames('broken-letters', 'sends text that is no UTF-8', [
    clientFrame(Uint8Array.of(0xff, 0xfe, 0xc0), { opcode: 1 }),
    clientFrame(Uint8Array.of(0xed, 0xa0, 0x80), { opcode: 1 }),
  ]),
  {
    id: 'endless-fragments',
    isMeasured: true,
    does: 'sends one message in fragments that never end: 100,000 empty ones, then one of each byte',
    must,
    async run(stage) {
      const empty = clientFrame(nothing, { opcode: 0, fin: false });
      const one = clientFrame(Uint8Array.of(0), { opcode: 0, fin: false });
      const begin = clientFrame(nothing, { fin: false });
      const many = (frame: Buffer) => Buffer.concat([begin, ...Array.from({ length: 100_000 }, () => frame)]);
      const gone = await Promise.all([breaks(stage, many(empty)), breaks(stage, many(one))]);
      return gone.every(Boolean) ? held('ended') : weak('it collects fragments without a limit');
    },
  },
  {
    id: 'reset',
    does: 'breaks 60 connections off in the middle of a frame',
    must: 'go on',
    async run({ scene }) {
      await Promise.all(
        Array.from({ length: 60 }, async () => {
          const { socket, ended } = await handshake(scene.attacker);
          socket.write(clientFrame(Buffer.alloc(500), { says: 1_000n }));
          socket.resetAndDestroy();
          await ended;
        }),
      );
      return held('it went on');
    },
  },
  {
    id: 'control-flood',
    isMeasured: true,
    does: 'sends 60,000 pings and does not read the answers',
    must: 'close with "slow down", or answer within bounds',
    async run({ scene, target }) {
      const before = target.memory();
      const { socket, ended } = await handshake(scene.attacker);
      socket.pause();
      const pings = Buffer.concat(Array.from({ length: 2_000 }, () => clientFrame(new Uint8Array(100), { opcode: 9 })));
      for (let i = 0; i < 30 && !socket.destroyed; i++) {
        if (!socket.write(pings))
          await Promise.race([new Promise((resolve) => socket.once('drain', resolve)), within(ended, 500)]);
      }
      const after = target.memory();
      socket.resume();
      const gone = await within(ended, 3_000);
      socket.destroy();
      if (gone) return held('ended');
      const grown = before === null || after === null ? null : Math.round((after - before) / 2 ** 20);
      return grown !== null && grown > 32 ? weak(`answered all, ${grown} MB more memory`) : weak('answered them all');
    },
  },
  {
    id: 'bytes-before-sign-in',
    isMeasured: true,
    does: 'sends 4 MB in the packets of its handshake, without a right to the room',
    must: 'read nothing before sign-in',
    async run({ scene, target }) {
      const before = target.memory();
      const address = { url: scene.attacker.url.replace(/[^/]*$/, 'nowhere@1'), protocols: scene.attacker.protocols };
      const behind = Buffer.concat(Array.from({ length: 4 }, () => clientFrame(Buffer.alloc(2 ** 20))));
      const all = await Promise.all(Array.from({ length: 20 }, () => handshake(address, { behind })));
      for (const { socket } of all) socket.destroy();
      const after = target.memory();
      const grown = before === null || after === null ? 0 : Math.round((after - before) / 2 ** 20);
      return grown > 64 ? weak(`${grown} MB more memory`) : held('it went on');
    },
  },
  {
    id: 'broken-handshake',
    does: 'asks for the upgrade in wrong ways: no key, another version, another method, too many and too long headers',
    must: 'answer with an error and end',
    async run({ scene }) {
      const many = Object.fromEntries(Array.from({ length: 3_000 }, (_, i) => [`X-${i}`, 'y']));
      const asked = await Promise.all(
        [
          { 'Sec-WebSocket-Key': '' },
          { 'Sec-WebSocket-Key': 'short' },
          { 'Sec-WebSocket-Version': '7' },
          { Upgrade: 'h2c' },
          { 'Sec-WebSocket-Protocol': ',,,' },
          { 'Sec-WebSocket-Protocol': `a, a, ${'b,'.repeat(2_000)}` },
          { 'Sec-WebSocket-Extensions': 'permessage-deflate; server_max_window_bits=99; =;' },
          { 'X-Long': 'y'.repeat(200_000) },
          many,
        ].map((headers) => handshake(scene.attacker, { headers })),
      );
      for (const { socket } of asked) socket.destroy();
      const welcome = asked.filter(({ status }) => status === 101).length;
      // Two of them only name other protocols and extensions, which is no fault of the handshake.
      return welcome > 2 ? weak(`${welcome} of ${asked.length} were let in`) : held('refused');
    },
  },
  {
    id: 'other-protocol',
    isMeasured: true,
    does: 'speaks TLS, HTTP/2, SSH and noise to the port',
    must,
    async run({ scene }): Promise<Outcome> {
      const openings = [
        Buffer.from([0x16, 0x03, 0x01, 0x02, 0x00, 0x01, 0x00, 0x01, 0xfc, 0x03, 0x03]),
        Buffer.from('PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n'),
        Buffer.from('SSH-2.0-OpenSSH_9.9\r\n'),
        Buffer.from(
          'GET / HTTP/1.1\r\nHost: a\r\nHost: b\r\nContent-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n',
        ),
        Buffer.from('GET /\0 HTTP/9.9\r\n\r\n'),
        ...Array.from({ length: 20 }, () => randomBytes(300)),
      ];
      const gone = await Promise.all(
        openings.map(async (opening) => {
          const { socket, ended } = bare(scene.attacker);
          socket.write(opening);
          socket.resume();
          // A noise without an end of line is an unfinished head: it has its own time-out.
          const isGone = await within(ended, 15_000);
          socket.destroy();
          return isGone;
        }),
      );
      const kept = gone.filter((isGone) => !isGone).length;
      return kept > 0 ? weak(`${kept} of ${gone.length} stayed open`) : held('ended');
    },
  },
];
