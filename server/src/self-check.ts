/**
 * Shows at the start that an edit travels: two sockets of this process' own, over the real address, into a room that belongs to nobody. The
 * edit passes the gate, waits for a row to be written on the disk that holds the records, and is relayed. Nothing of it stays in the records.
 */
import { randomBytes, timingSafeEqual } from 'node:crypto';
import { once } from 'node:events';
import type { Process } from '@ssp-kit/process';
import { encodeHello, messageTypes, readCommitted, schemaVersion } from '@ssp-kit/protocol';
import { shapeOf } from '@ssp-kit/record';
import * as decoding from 'lib0/decoding';
import { WebSocket } from 'ws';
import { messageYjsUpdate } from 'y-protocols/sync';
import * as Y from 'yjs';
import type { Identity } from './access.js';
import { syncStep1, syncStep2, syncUpdate } from './frames.js';
import { Room, type RoomServices } from './room.js';
import type { Storage } from './storage/port.js';

const person = 'self-check';
const kind = 'concern';
const deadlineMs = 10_000;
const nothing = Uint8Array.of(0, 0);

/** What a room needs, and the write check of the disk below. */
type Services = RoomServices & { readonly storage: Pick<Storage, 'check'> };

export class SelfCheck {
  readonly #services: Services;
  readonly #ticket = randomBytes(32);
  #room: Room | null = null;

  constructor(services: Services) {
    this.#services = services;
  }

  /** The room for who brings this start's ticket while the check runs; null for everybody else. */
  admit(token: string | null): { readonly room: Room; readonly identity: Identity } | null {
    if (!this.#room || token === null) return null;
    const given = Buffer.from(token, 'base64url');
    if (given.length !== this.#ticket.length || !timingSafeEqual(given, this.#ticket)) return null;
    const claims = { sub: person, name: person, person: null, roles: [], schools: [], students: [] };
    const now = Date.now();
    return {
      room: this.#room,
      identity: {
        claims: { ...claims, issued: now, expires: now + 2 * deadlineMs },
        actor: { person, name: person, roles: [] },
      },
    };
  }

  /** Resolves when an edit has travelled to the server at `url` (`http://…`) and back. Rejects with what did not happen. */
  async run(url: string): Promise<void> {
    this.#room = await Room.load(
      { ...this.#services, storage: nowhere(this.#services.storage) },
      {
        ...{ caseId: person, document: kind, id: 0, kind, epoch: 1, sealed: false, head: 0 },
        ...{ snapshot: null, tail: [], clients: [] },
      },
      () => undefined,
    );
    const address = `${url.replace('http', 'ws')}/sync/${person}`;
    const open = () => new WebSocket(address, ['ssp.v1', `bearer.${this.#ticket.toString('base64url')}`]);
    const sockets = [open(), open()] as const;
    for (const socket of sockets) socket.on('error', () => undefined); // told by what waits for it
    try {
      await Promise.race([travels(this.#services.process, ...sockets), tooLong()]);
    } finally {
      for (const socket of sockets) socket.terminate();
      this.#room = null;
    }
  }
}

async function travels(process: Process, writer: WebSocket, reader: WebSocket): Promise<void> {
  await Promise.all([once(writer, 'open'), once(reader, 'open')]);
  const synced = until(reader, (type, decoder) => type === messageTypes.sync && decoding.readVarUint(decoder) === 1);
  reader.send(syncStep1(Uint8Array.of(0)));
  await synced;
  const committed = until(writer, (type, decoder) => type === messageTypes.committed && readCommitted(decoder) >= 2);
  const relayed = until(
    reader,
    (type, decoder) => type === messageTypes.sync && decoding.readVarUint(decoder) === messageYjsUpdate,
  );
  for (const message of [encodeHello({ schema: schemaVersion }), syncStep1(Uint8Array.of(0)), syncStep2(nothing)])
    writer.send(message);
  writer.send(syncUpdate(edit(process)));
  await Promise.all([committed, relayed]);
}

function edit(process: Process): Uint8Array {
  const name = shapeOf(process, kind).fields.find(({ type }) => type === 'text')?.name;
  if (name === undefined) throw new Error('a concern has no text');
  const doc = new Y.Doc();
  doc.getText(name).insert(0, 'an edit');
  const update = Y.encodeStateAsUpdate(doc);
  doc.destroy();
  return update;
}

/** Resolves with the first message for which this is true; rejects when the socket ends before. */
function until(socket: WebSocket, isIt: (type: number, decoder: decoding.Decoder) => boolean): Promise<void> {
  return new Promise((resolve, reject) => {
    socket.on('message', (data: Buffer) => {
      const decoder = decoding.createDecoder(data);
      if (isIt(decoding.readVarUint(decoder), decoder)) resolve();
    });
    socket.once('close', (code) => reject(new Error(`its own socket was closed with ${code}`)));
  });
}

function tooLong(): Promise<never> {
  return new Promise((_, reject) => {
    setTimeout(() => reject(new Error(`an edit did not come back in ${deadlineMs} ms`)), deadlineMs).unref();
  });
}

/** Storage of a room that is in no record: an update is kept when the disk has taken a row of its own. */
function nowhere(storage: Pick<Storage, 'check'>): RoomServices['storage'] {
  return {
    load: () => Promise.resolve(null),
    append: async () => {
      await storage.check();
      return { ok: true };
    },
    saveSnapshot: () => Promise.resolve(),
  };
}
