/** Random and damaged messages from a seed; afterwards every room has to be whole. */
import * as Y from 'yjs';
import { syncStep1, syncStep2, syncUpdate } from '../src/frames.js';
import { Bytes } from '../test/gate/bytes.js';
import { Attacker } from './attacker.js';
import { freshClient, isReadable, key, map, otherText, presence, text, updateOf } from './messages.js';
import { random } from './random.js';
import { Stage } from './stage.js';
import type { Target } from './target.js';

export interface FuzzOptions {
  readonly inputs: number;
  readonly seed: number;
  readonly log: (line: string) => void;
}

export interface FuzzResult {
  inputs: number;
  readonly seed: number;
  rooms: number;
  /** Messages that nobody could read. */
  unreadable: number;
  /** Of those: how many went by without an end of their socket. */
  unanswered: number;
  /** Some of what went wrong, in hex: messages that went by without a word, and honest ones that were refused, with the code. */
  readonly examples: string[];
  /** Whole, honest messages. */
  honest: number;
  /** Of those: how many ended a fresh socket. */
  refused: number;
  /** Rooms that were not whole afterwards, and why. */
  readonly faults: string[];
}

/** Each room is looked at after so many messages. */
const perRoom = 2_000;
const atOnce = 8;

type Next = (below: number) => number;

export async function fuzz(target: Target, { inputs, seed, log }: FuzzOptions): Promise<FuzzResult> {
  const result: FuzzResult = {
    inputs: 0,
    seed,
    rooms: 0,
    unreadable: 0,
    unanswered: 0,
    examples: [],
    honest: 0,
    refused: 0,
    faults: [],
  };
  const next = random(seed);
  const done: Stage[] = [];
  while (result.inputs < inputs && !target.ended()) {
    const stage = await Stage.set(target, `random-${result.rooms}`);
    await attack(stage, next, Math.min(perRoom, inputs - result.inputs), result);
    const fault = (await stage.fault())?.reason ?? (await differs(stage));
    if (fault) result.faults.push(`room ${result.rooms}, seed ${seed}: ${fault}`);
    result.rooms++;
    stage.close();
    done.push(stage);
    log(
      `random messages: ${result.inputs} sent, ${result.unreadable} unreadable, ${result.unanswered} of them unanswered`,
    );
  }
  for (const [index, stage] of done.entries()) {
    const fault = await stage.reopens();
    if (fault) result.faults.push(`room ${index}, seed ${seed}: ${fault.reason}`);
  }
  return result;
}

async function attack({ scene, victim }: Stage, next: Next, count: number, result: FuzzResult): Promise<void> {
  let left = count;
  async function work(): Promise<void> {
    let attacker: Attacker | null = null;
    let isFresh = true;
    while (left > 0) {
      left--;
      result.inputs++;
      const isHonest = next(10) < 3;
      const whole = honestMessage(next, victim.doc);
      const message = isHonest ? whole : next(10) === 0 ? madeUp(next, victim.doc) : damaged(next, whole);
      if (!attacker?.isOpen) {
        attacker = await Attacker.open(scene.attacker).catch(() => null);
        isFresh = true;
      }
      if (!attacker) continue;
      attacker.send(message);
      if (isHonest) {
        result.honest++;
        // Who is told to come back later was not refused.
        if (!(await attacker.fence()) && isFresh && attacker.closeCode !== 4529 && attacker.closeCode !== 1013) {
          result.refused++;
          result.examples.push(`${attacker.closeCode}: ${Buffer.from(message).toString('hex')}`);
        }
      } else if (isReadable(message)) {
        await attacker.fence();
      } else {
        result.unreadable++;
        // Who was asked for everything is not listened to until it has sent that.
        const isHeard = attacker.asks === 0;
        if ((await attacker.settle()) !== 'closed' && isHeard && !attacker.wasAsked) {
          result.unanswered++;
          if (result.examples.length < 5) result.examples.push(Buffer.from(message).toString('hex'));
        }
        attacker.end();
        await attacker.closed;
      }
      isFresh = false;
    }
    attacker?.end();
  }
  await Promise.all(Array.from({ length: atOnce }, work));
}

/** What the server gives a newcomer and what the victim has must be the same. */
async function differs(stage: Stage): Promise<string | null> {
  const reader = await stage.reader();
  const { doc } = reader;
  const same = () =>
    Buffer.compare(Y.encodeStateVector(doc), Y.encodeStateVector(stage.victim.doc)) === 0 &&
    JSON.stringify(content(doc)) === JSON.stringify(content(stage.victim.doc));
  const fault = await reader.until(same, 'one content').then(
    () => null,
    () => 'a newcomer is given another content than the victim has',
  );
  reader.close();
  return fault;
}

function content(doc: Y.Doc): unknown {
  const fields = doc.getMap(map).toJSON() as Record<string, unknown>;
  return [doc.getText(text).toString(), doc.getText(otherText).toString(), Object.entries(fields).toSorted()];
}

function honestMessage(next: Next, known: Y.Doc): Uint8Array {
  // Any id: of ids in a row, a damaged one would be somebody's next.
  const client = next(2 ** 32);
  const word = ['a', 'some words ', '😀', 'é', 'x'.repeat(next(200) + 1)][next(5)] as string;
  switch (next(7)) {
    case 0:
      return syncUpdate(updateOf(client, (doc) => doc.getText(otherText).insert(0, word)));
    case 1:
      return syncUpdate(updateOf(client, (doc) => void doc.getMap(map).set(key, `2026-0${1 + next(9)}-1${next(10)}`)));
    case 2:
      return syncStep2(updateOf(client, (doc) => doc.getText(otherText).insert(0, word)));
    case 3:
      return syncUpdate(
        updateOf(client, (doc) => {
          doc.getText(otherText).insert(0, word);
          doc.getText(otherText).insert(0, word);
          if (next(2) === 0) doc.getText(otherText).delete(0, word.length);
        }),
      );
    case 4:
      return presence([{ client, clock: next(9), state: JSON.stringify({ user: { name: word } }) }]);
    case 5:
      return syncUpdate(
        updateOf(
          client,
          (doc) => {
            const { length } = doc.getText(otherText);
            doc.getText(otherText).insert(length, word);
          },
          next(8) === 0 ? Y.encodeStateAsUpdate(known) : Uint8Array.of(0, 0),
        ),
      );
    default:
      return syncUpdate(updateOf(client, (doc) => void doc.getMap(map).set('transferFrom', null)));
  }
}

/** Structs of any kind, under any id, anywhere. */
function madeUp(next: Next, known: Y.Doc): Uint8Array {
  const clients = [known.clientID, freshClient(), 1, 2 ** 32 - 1];
  const clocks = [0, 1, Y.getState(known.store, known.clientID), next(1_000), 2 ** 31, 2 ** 53 - 1];
  const roots = [text, otherText, map, 'secret', '__proto__', ''];
  const client = () => clients[next(clients.length)] as number;
  const clock = () => clocks[next(clocks.length)] as number;
  const count = 1 + next(4);
  const bytes = new Bytes().uint(1, count, client(), clock());
  for (let i = 0; i < count; i++) {
    const info = next(256);
    bytes.byte(info);
    if ((info & 0x1f) === 0 || (info & 0x1f) === 10) {
      bytes.uint(clock());
      continue;
    }
    if (info & 0x80) bytes.uint(client(), clock());
    if (info & 0x40) bytes.uint(client(), clock());
    if (!(info & 0xc0)) {
      if (next(4) > 0) bytes.uint(1).string(roots[next(roots.length)] as string);
      else bytes.uint(0, client(), clock());
      if (info & 0x20) bytes.string(next(2) === 0 ? key : '__proto__');
    }
    if (next(2) === 0) bytes.string('words');
    else bytes.uint(next(3)).byte(next(256)).uint(next(9));
  }
  const deletes = next(3);
  bytes.uint(deletes);
  for (let i = 0; i < deletes; i++) bytes.uint(client(), 1, clock(), 1 + next(50));
  return next(2) === 0 ? syncUpdate(bytes.done()) : syncStep2(bytes.done());
}

/** Flips, cuts, doubles and mixes bytes. */
function damaged(next: Next, message: Uint8Array): Uint8Array {
  if (next(20) === 0) return syncStep1(Uint8Array.from({ length: next(30) }, () => next(256)));
  let bytes: Uint8Array = Uint8Array.from(message);
  for (let times = 1 + next(4); times > 0; times--) {
    const at = next(Math.max(1, bytes.length));
    switch (next(6)) {
      case 0:
        bytes[at] = (bytes[at] ?? 0) ^ (1 << next(8));
        break;
      case 1:
        bytes[at] = [0, 1, 0x7f, 0x80, 0xff][next(5)] as number;
        break;
      case 2:
        bytes = bytes.slice(0, at);
        break;
      case 3:
        bytes = Uint8Array.of(...bytes.slice(0, at), next(256), ...bytes.slice(at));
        break;
      case 4:
        bytes = Uint8Array.of(...bytes.slice(0, at), ...bytes.slice(next(bytes.length + 1)));
        break;
      default:
        // The body alone is damaged, the message around it stays right.
        if (bytes[0] === 0 && bytes.length > 4) {
          const body = bytes.slice(3);
          body[next(body.length)] = next(256);
          bytes = syncUpdate(body);
        }
    }
  }
  return bytes;
}
