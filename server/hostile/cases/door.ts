/** Who comes in, from where, and to which rooms. */
import { Attacker, handshake } from '../attacker.js';
import type { HostileCase } from '../case.js';
import { broken, held, type Outcome, weak } from '../outcome.js';
import { random } from '../random.js';
import type { Stage } from '../stage.js';

async function statusOf({ scene }: Stage, headers: Record<string, string>): Promise<number> {
  const { socket, status } = await handshake(scene.attacker, { headers });
  socket.destroy();
  return status;
}

/** Asks for rooms by name; answers how many let somebody in and gave an answer. */
async function entered({ scene }: Stage, names: readonly string[], atOnce = 16): Promise<number> {
  const base = scene.attacker.url.slice(0, scene.attacker.url.length - scene.name.length);
  const waiting = [...names];
  let inside = 0;
  async function work(): Promise<void> {
    for (let name = waiting.pop(); name !== undefined; name = waiting.pop()) {
      const address = { url: `${base}${encodeURIComponent(name)}`, protocols: scene.attacker.protocols };
      const attacker = await Attacker.open(address).catch(() => null);
      if (!attacker) continue;
      if ((await attacker.settle(5_000)) === 'answered') inside++;
      attacker.end();
    }
  }
  await Promise.all(Array.from({ length: atOnce }, work));
  return inside;
}

export const doorCases: readonly HostileCase[] = [
  {
    id: 'foreign-origin',
    does: 'is a page of another site, with the person’s own credentials',
    must: '403 before the upgrade',
    async run(stage) {
      const statuses = [];
      for (const origin of [
        'https://evil.example',
        'http://127.0.0.1.evil.example',
        'https://localhost:1',
        'file://',
        'x',
      ]) {
        statuses.push(await statusOf(stage, { Origin: origin }));
      }
      return statuses.includes(101)
        ? broken(`let in: ${statuses.join(', ')}`)
        : held(`answered with ${statuses.join(', ')}`);
    },
  },
  {
    id: 'null-origin',
    does: 'is a page in a sandbox (Origin: null)',
    must: '403 before the upgrade',
    async run(stage) {
      const status = await statusOf(stage, { Origin: 'null' });
      return status === 101 ? broken('let in') : held(`answered with ${status}`);
    },
  },
  {
    id: 'no-token',
    does: 'comes without a token, and with made-up ones',
    must: 'refuse it before anything is read',
    async run({ scene }) {
      if (scene.attacker.protocols.length === 0 && !scene.attacker.url.includes('?'))
        return weak('the server asks nobody who they are');
      const bare = scene.attacker.url.replace(/\?.*/, '');
      const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');
      const made = `${part({ alg: 'none' })}.${part({ sub: 'me', exp: 9e9, ssp: { roles: ['district'] } })}.`;
      const lists = [
        [],
        ['ssp.v1'],
        ['ssp.v1', 'bearer.x'],
        ['ssp.v1', `bearer.${made}`],
        ['ssp.v1', `bearer.${'x'.repeat(9_000)}`],
      ];
      for (const protocols of lists) {
        const attacker = await Attacker.open({ url: bare, protocols }).catch(() => null);
        if (!attacker) continue;
        attacker.end();
        return broken(`let in with ${protocols.length === 0 ? 'nothing' : protocols.join(', ').slice(0, 40)}`);
      }
      return held('nobody came in');
    },
  },
  {
    id: 'hostile-names',
    does: 'asks for rooms called ../../etc/passwd, NUL, __proto__, right-to-left marks and 60,000 letters',
    must: 'let nobody in, make no such room',
    async run(stage) {
      const names = [
        ...['../../etc/passwd', '..\\..\\windows', '\0', '\u202egnp.exe', '__proto__', 'constructor', 'toString'],
        ...['', '/', '//', '.', '%', '%2e%2e', ' ', "' OR 1=1 --", 'case/../../x', '😀', 'a'.repeat(60_000)],
        ...[
          `${stage.scene.name}/`,
          `${stage.scene.name}x`,
          `${stage.scene.name}\0`,
          `${stage.scene.name.toUpperCase()}X`,
        ],
      ];
      const inside = await entered(stage, names, 4);
      return inside > 0 ? weak(`${inside} of ${names.length} are rooms`) : held('none of them is a room');
    },
  },
  {
    id: 'invented-rooms',
    does: 'asks for 3,000 rooms that do not exist',
    must: 'make none of them, keep nothing of them in memory',
    async run(stage): Promise<Outcome> {
      const next = random(11);
      const hex = (length: number) => Array.from({ length }, () => next(16).toString(16)).join('');
      const names = Array.from(
        { length: 3_000 },
        () => `case/${hex(8)}-${hex(4)}-7${hex(3)}-8${hex(3)}-${hex(12)}/concern@1`,
      );
      const before = (await stage.target.own?.rooms()) ?? null;
      const inside = await entered(stage, names);
      const after = (await stage.target.own?.rooms()) ?? null;
      if (inside > 0) return weak(`${inside} rooms were made`);
      if (before !== null && after !== null && after > before + 50)
        return weak(`${after - before} rooms more in memory`);
      return held('none was made');
    },
  },
];
