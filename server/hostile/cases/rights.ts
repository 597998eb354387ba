/** Rights of this project's server: what ends them, what they do not reach, and how fast. */
import { randomUUID } from 'node:crypto';
import { encodeHello, encodeToken, messageTypes, readRefused, schemaVersion } from '@ssp-kit/protocol';
import * as decoding from 'lib0/decoding';
import * as Y from 'yjs';
import { syncStep2, syncUpdate } from '../../src/frames.js';
import { decideOk, openDocument, startCase, stored } from '../../test/helpers/client.js';
import { concern, writeView } from '../../test/helpers/contents.js';
import { people } from '../../test/helpers/district.js';
import { Attacker } from '../attacker.js';
import { type HostileCase, turnedAway } from '../case.js';
import { freshClient, otherText, text, updateOf } from '../messages.js';
import { broken, held, type Outcome, weak, worst } from '../outcome.js';
import type { Stage } from '../stage.js';
import type { Address, OwnServer } from '../target.js';

type OwnCase = Pick<HostileCase, 'id' | 'does' | 'must' | 'isMeasured'> & {
  run(stage: Stage, server: OwnServer): Promise<Outcome>;
};

const own = ({ run, ...row }: OwnCase): HostileCase => ({
  ...row,
  needs: 'own',
  run: (stage) => {
    if (!stage.target.own) throw new Error('this case needs a server of its own');
    return run(stage, stage.target.own);
  },
});

/** Longest time until an ended right ends a socket, milliseconds. */
const soon = 2_000;

const caseOf = ({ scene }: Stage) => scene.name.split('/')[1] as string;

/**
 * Types without a pause while a right is taken away, and judges when the socket ends and what still comes out of it. `ends` is the instant
 * the right ends by itself (milliseconds since 1970); else it ends when it is taken.
 */
async function endsWithin(
  stage: Stage,
  attacker: Attacker,
  take: () => Promise<unknown>,
  ends?: number,
): Promise<Outcome> {
  const { victim } = stage;
  const doc = new Y.Doc();
  doc.clientID = freshClient();
  doc.on('update', (update: Uint8Array) => attacker.send(syncUpdate(update)));
  const typing = setInterval(() => {
    if (attacker.isOpen) doc.getText(otherText).insert(0, 'r');
  }, 25);
  const letters = () => victim.doc.getText(otherText).length;
  try {
    await victim.until(() => letters() > 2, 'the attacker’s first letters');
    const start = ends ?? Date.now();
    await take();
    const code = await attacker.closedWithin(20_000);
    const took = Math.max(0, Date.now() - start);
    if (code === null) return broken('the socket stays open');
    // The victim's own word comes back behind everything that was taken before the end.
    await stage.victimWrites();
    const seen = letters();
    await stage.victimWrites();
    if (letters() > seen) return broken('letters came after the end');
    return took > soon ? weak(`closed with ${code} after ${took} ms`) : held(`closed with ${code} after ${took} ms`);
  } finally {
    clearInterval(typing);
    doc.destroy();
  }
}

/** A case whose concern was filed: it is sealed, and the mother may read the evidence. */
async function filed({ url, people: persons, token, student }: OwnServer): Promise<string> {
  const coordinator = await token('coordinator');
  const { id } = await startCase(url, await token('teacher'), await student());
  await decideOk(url, coordinator, id, 'team.add', { person: persons.victim, role: 'coordinator' });
  const room = `case/${id}/concern@1`;
  const document = await openDocument(url, coordinator, room);
  writeView(document.doc, 'concern', concern);
  await stored(url, coordinator, room, document);
  await decideOk(url, coordinator, id, 'referral.file');
  document.close();
  return id;
}

/** Tries to write a letter, as an Update and as a SyncStep2. */
async function writes(address: Address): Promise<Outcome> {
  const ends: Outcome[] = [];
  for (const frame of [syncUpdate, syncStep2]) {
    const attacker = await Attacker.open(address).catch(() => null);
    if (!attacker) return held('not let in');
    attacker.send(frame(updateOf(freshClient(), (doc) => doc.getText('discussion').insert(0, 'LATE'))));
    ends.push(await turnedAway(attacker));
    attacker.end();
  }
  return worst(ends);
}

export const rightCases: readonly HostileCase[] = [
  own({
    id: 'expiry',
    isMeasured: true,
    does: 'types on when its token ends',
    must: 'close it with 4401 within 2 s; take nothing after that',
    async run(stage, server) {
      const token = await server.token('teacher', 4);
      const { exp } = JSON.parse(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString()) as { exp: number };
      const attacker = await Attacker.open(server.address(caseOf(stage), 'concern', token));
      return endsWithin(stage, attacker, () => Promise.resolve(), exp * 1_000);
    },
  }),
  own({
    id: 'revocation',
    isMeasured: true,
    does: 'types on when a service revokes its token',
    must: 'close it with 4401 within 2 s; take nothing after that',
    async run(stage, server) {
      const token = await server.token('teacher');
      const attacker = await Attacker.open(server.address(caseOf(stage), 'concern', token));
      const system = await server.token('system');
      const body = { person: server.people.attacker, before: new Date(Date.now() + 1_000).toISOString() };
      const outcome = await endsWithin(stage, attacker, () => server.api(system, 'POST', '/api/revocations', body));
      const again = await server.api(token, 'GET', '/api/me');
      if (again.status !== 401) return broken('the token still opens the API');
      // Later tokens of the same person are new ones.
      await new Promise((resolve) => setTimeout(resolve, 2_000));
      return outcome;
    },
  }),
  own({
    id: 'roster-end',
    isMeasured: true,
    does: 'types on when an import takes it from the school',
    must: 'close it with 4403 within 2 s; take nothing after that',
    async run(stage, server) {
      const special = await server.token('special');
      const attacker = await Attacker.open(server.address(caseOf(stage), 'concern', special));
      const set = (active: number) =>
        server.write([
          { sql: 'UPDATE roster_staff_roles SET active = ? WHERE person = ?', args: [active, people.special.id] },
          {
            sql: "INSERT INTO roster_imports (source, format, started, changes) VALUES ('second', 'test', ?, 1)",
            args: [new Date().toISOString()],
          },
        ]);
      const outcome = await endsWithin(stage, attacker, () => set(0));
      await set(1);
      return outcome;
    },
  }),
  own({
    id: 'read-only',
    does: 'is a parent who may read the evidence, and writes all the same; a colleague writes into the official record',
    must: 'take nothing: each message is judged by the right it has now, Update and SyncStep2 alike',
    async run(_stage, server) {
      const id = await filed(server);
      const parent = server.address(id, 'evidence', await server.token('mother'));
      const colleague = server.address(id, 'official', await server.token('coordinator'));
      return worst([await writes(parent), await writes(colleague)]);
    },
  }),
  own({
    id: 'numbered-refusal',
    does: 'says hello and sends a half-valid update as its third frame',
    must: 'refuse it by its number; take nothing of it; the frames before it are committed',
    async run(stage) {
      const attacker = new Attacker(stage.scene.attacker);
      await attacker.opened();
      attacker.send(encodeHello({ schema: schemaVersion }), Uint8Array.of(0, 0, 1, 0));
      await attacker.until(() => attacker.answers > 0);
      let refused: number | null = null;
      attacker.socket.on('message', (data: Buffer) => {
        const decoder = decoding.createDecoder(data);
        if (decoding.readVarUint(decoder) === messageTypes.refused) refused = readRefused(decoder).n;
      });
      const client = freshClient();
      const good = updateOf(client, (doc) => doc.getText(otherText).insert(0, 'good'));
      const bad = updateOf(freshClient(), (doc) => doc.getText(text).insert(0, 'BAD'));
      attacker.send(
        Uint8Array.of(0, 1, 2, 0, 0),
        syncUpdate(good),
        syncUpdate(Uint8Array.of(...bad.slice(0, -1), 3, 5)),
      );
      await attacker.settle();
      attacker.end();
      await stage.victimWrites();
      if (stage.victim.words.includes('BAD')) return broken('half of it was taken');
      return refused === 3 ? held('refused as number 3') : weak(`refused as ${refused ?? 'nothing'}`);
    },
  }),
  own({
    id: 'other-rooms',
    does: 'opens rooms of cases and documents it has no right to, and epochs that are not',
    must: '4403 for a document of a case one may see, else 4404; nothing is told of others',
    async run(stage, server) {
      const mother = await server.token('mother');
      const asked = await Promise.all(
        [
          server.address(caseOf(stage), 'concern', mother),
          server.address(caseOf(stage), 'discussion', mother),
          server.address(randomUUID(), 'concern', mother),
          ...[0, 2, 7].map((epoch) => {
            const address = server.address(caseOf(stage), 'concern', mother);
            return { ...address, url: address.url.replace('@1', `@${epoch}`) };
          }),
        ].map(async (address) => {
          const attacker = new Attacker(address);
          await attacker.opened();
          const code = await attacker.closedWithin(5_000);
          attacker.end();
          return code;
        }),
      );
      const wrong = asked.filter((code) => code === null || code < 4403 || code > 4409);
      return wrong.length > 0 ? broken(`answered with ${asked.join(', ')}`) : held(`answered with ${asked.join(', ')}`);
    },
  }),
  own({
    id: 'token-swap',
    does: 'renews its token in band with somebody else’s',
    must: 'close it with 4401',
    async run(stage, server) {
      const attacker = await stage.attacker();
      attacker.send(encodeToken(await server.token('coordinator')));
      const code = await attacker.closedWithin(10_000);
      return code === 4401 ? held('closed with 4401') : broken(`closed with ${code ?? 'nothing'}`);
    },
  }),
  own({
    id: 'token-in-url',
    does: 'brings its token in the address',
    must: 'not take it from there: addresses stand in logs',
    async run(stage, server) {
      const token = await server.token('teacher');
      const url = server.address(caseOf(stage), 'concern', token).url;
      const attacker = await Attacker.open({ url: `${url}?token=${token}`, protocols: ['ssp.v1'] }).catch(() => null);
      attacker?.end();
      return attacker ? broken('let in') : held('not let in');
    },
  }),
  own({
    id: 'api-bodies',
    does: 'sends the API broken, deep, huge and endless bodies',
    must: 'answer each with a problem, 4xx',
    async run(stage, server) {
      const token = await server.token('teacher');
      const deep = `${'['.repeat(100_000)}${']'.repeat(100_000)}`;
      const bodies = [
        '{',
        '',
        'null',
        '[]',
        '7',
        deep,
        `{"__proto__":{"a":1},"student":7}`,
        `{"student":"${'x'.repeat(300_000)}"}`,
      ];
      const statuses: number[] = [];
      for (const body of bodies) {
        for (const [method, path] of [
          ['PUT', `/api/cases/${randomUUID()}`],
          ['POST', `/api/cases/${caseOf(stage)}/commands`],
        ] as const) {
          const response = await fetch(`${server.url}${path}`, {
            method,
            headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
            body,
          }).catch(() => null);
          await response?.arrayBuffer().catch(() => undefined);
          statuses.push(response?.status ?? 0);
        }
      }
      const wrong = statuses.filter((status) => status !== 0 && (status < 400 || status > 499));
      return wrong.length > 0 ? weak(`answered with ${statuses.join(', ')}`) : held('each was answered with 4xx');
    },
  }),
  own({
    id: 'sealed-room',
    does: 'writes into a document after it was sealed',
    must: 'refuse it: what was filed does not change any more',
    run: async (_stage, server) =>
      writes(server.address(await filed(server), 'concern', await server.token('coordinator'))),
  }),
];
