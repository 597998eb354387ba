import { encodeHello, messageTypes, type Refused, readCommitted, readRefused, schemaVersion } from '@ssp-kit/protocol';
import { hawaiiClassic } from '@ssp-kit/process/profiles';
import { edits } from '@ssp-kit/record';
import * as decoding from 'lib0/decoding';
import * as Y from 'yjs';
import { syncStep1, syncStep2, syncUpdate } from '../../src/frames.js';
import { rawSocket } from './client.js';

interface HelloOptions {
  readonly answerStep1?: boolean;
}

/** A client of our own protocol, by hand: it shows each message. */
export async function helloClient(url: string, token: string, room: string, { answerStep1 = true }: HelloOptions = {}) {
  const { socket } = await rawSocket(url, `/sync/${room}`, ['ssp.v1', `bearer.${token}`]);
  const doc = new Y.Doc();
  const seen = { committed: 0, refused: [] as Refused[] };
  let listen: () => void = () => undefined;
  let silent = false;
  let sent = 0;
  const send = (frame: Uint8Array) => {
    sent += 1;
    socket.send(frame);
  };
  doc.on('update', (update: Uint8Array, origin: unknown) => {
    if (origin !== 'server' && !silent) send(syncUpdate(update));
  });
  const step2 = () => send(syncStep2(Y.encodeStateAsUpdate(doc)));
  const synced = new Promise<void>((resolve) => {
    socket.on('message', (data: Buffer) => {
      const decoder = decoding.createDecoder(data);
      const type = decoding.readVarUint(decoder);
      if (type === messageTypes.sync) {
        const kind = decoding.readVarUint(decoder);
        const bytes = decoding.readVarUint8Array(decoder);
        if (kind === 0) {
          if (answerStep1) send(syncStep2(Y.encodeStateAsUpdate(doc, bytes)));
          resolve();
        } else Y.applyUpdate(doc, bytes, 'server');
      } else if (type === messageTypes.committed) seen.committed = readCommitted(decoder);
      else if (type === messageTypes.refused) seen.refused.push(readRefused(decoder));
      listen();
    });
  });
  socket.send(encodeHello({ schema: schemaVersion }));
  socket.send(syncStep1(Y.encodeStateVector(doc)));
  await synced;
  const wait = <T>(look: () => T | undefined): Promise<T> =>
    new Promise((resolve, reject) => {
      const deadline = setTimeout(() => reject(new Error(`waited too long: ${JSON.stringify(seen)}`)), 5_000);
      listen = () => {
        const found = look();
        if (found === undefined) return;
        clearTimeout(deadline);
        resolve(found);
      };
      listen();
    });
  return {
    socket,
    doc,
    seen,
    step2,
    /** Sync frames sent so far: the number of the last one. */
    frames: () => sent,
    silently: (work: () => void) => {
      silent = true;
      work();
      silent = false;
    },
    update: (path: string, insert: string) =>
      edits(hawaiiClassic, doc, 'concern').changeText(path, { index: doc.getText(path).length, remove: 0, insert }),
    committed: (n: number) => wait(() => (seen.committed >= n ? seen.committed : undefined)),
    refused: () => wait(() => seen.refused[0]),
  };
}
