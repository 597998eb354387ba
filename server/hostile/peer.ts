/** An honest client: syncs, types, shows who is there. */
import * as decoding from 'lib0/decoding';
import { WebSocket } from 'ws';
import * as Y from 'yjs';
import { syncStep1, syncStep2, syncUpdate } from '../src/frames.js';
import { presence, text } from './messages.js';
import type { Address } from './target.js';

/** Longest wait for a server on a busy machine, milliseconds. */
export const patience = 20_000;

export class Peer {
  readonly doc: Y.Doc;
  readonly closed: Promise<number>;
  /** Presence states of others as they came, newest last. */
  readonly states = new Map<number, string>();
  closeCode: number | null = null;
  readonly #socket: WebSocket;
  readonly #listeners = new Set<() => void>();

  private constructor(address: Address, doc: Y.Doc) {
    this.doc = doc;
    this.#socket = new WebSocket(address.url, [...address.protocols], { perMessageDeflate: false });
    this.#socket.on('error', () => undefined); // 'close' follows
    this.closed = new Promise((resolve) => {
      this.#socket.once('close', (code) => {
        this.closeCode = code;
        resolve(code);
        this.#tell();
      });
    });
    this.#socket.once('open', () => this.#socket.send(syncStep1(Y.encodeStateVector(doc))));
    this.#socket.on('message', (data: Buffer) => this.#read(data));
    doc.on('update', (update: Uint8Array, origin: unknown) => {
      if (origin !== this) this.#socket.send(syncUpdate(update), () => undefined);
    });
  }

  /** Opens a room and resolves when it is in sync. Rejects when the server closes it or does not answer. */
  static async open(address: Address, doc = new Y.Doc()): Promise<Peer> {
    const peer = new Peer(address, doc);
    let synced = false;
    peer.#onStep2 = () => {
      synced = true;
      peer.#tell();
    };
    await peer
      .until(() => synced || !peer.isOpen, 'the first sync')
      .catch((error: Error) => {
        peer.close();
        throw error;
      });
    if (!synced) throw new Error(`the server closed it with ${peer.closeCode}`);
    return peer;
  }

  get isOpen(): boolean {
    return this.closeCode === null;
  }

  get words(): string {
    return this.doc.getText(text).toString();
  }

  type(words: string): void {
    const root = this.doc.getText(text);
    root.insert(root.length, words);
  }

  /** Says who it is, as any page does. */
  appear(name: string): void {
    const item = { client: this.doc.clientID, clock: 1, state: JSON.stringify({ user: { name } }) };
    this.#socket.send(presence([item]), () => undefined);
  }

  /** Resolves once `isTrue` holds, looked at after every message. */
  until(isTrue: () => boolean, what: string, ms = patience): Promise<void> {
    return new Promise((resolve, reject) => {
      const end = () => {
        clearTimeout(deadline);
        this.#listeners.delete(look);
      };
      const look = () => {
        if (!isTrue()) return;
        end();
        resolve();
      };
      const deadline = setTimeout(() => {
        end();
        reject(new Error(`waited ${ms} ms for ${what}`));
      }, ms);
      this.#listeners.add(look);
      look();
    });
  }

  close(): void {
    this.#socket.terminate();
    this.doc.destroy();
  }

  #onStep2: () => void = () => undefined;

  #read(data: Buffer): void {
    const decoder = decoding.createDecoder(data);
    const type = decoding.readVarUint(decoder);
    if (type === 1) this.#readPresence(decoding.readVarUint8Array(decoder));
    if (type !== 0) return;
    const kind = decoding.readVarUint(decoder);
    const bytes = decoding.readVarUint8Array(decoder);
    if (kind === 0) {
      this.#socket.send(syncStep2(Y.encodeStateAsUpdate(this.doc, bytes)), () => undefined);
      return;
    }
    Y.applyUpdate(this.doc, bytes, this);
    if (kind === 1) this.#onStep2();
    this.#tell();
  }

  #readPresence(bytes: Uint8Array): void {
    const decoder = decoding.createDecoder(bytes);
    for (let count = decoding.readVarUint(decoder); count > 0; count--) {
      const client = decoding.readVarUint(decoder);
      decoding.readVarUint(decoder);
      this.states.set(client, decoding.readVarString(decoder));
    }
    this.#tell();
  }

  #tell(): void {
    for (const listener of [...this.#listeners]) listener();
  }
}

/** What is wrong with a document as a fresh reader got it, or null. */
export function faultOf({ store, share }: Y.Doc): string | null {
  if (store.pendingStructs !== null) return 'structs are pending';
  if (store.pendingDs !== null) return 'deletes are pending';
  try {
    JSON.stringify([...share].map(([name, type]) => [name, type.toJSON()]));
  } catch (error) {
    return `it cannot be exported: ${(error as Error).message}`;
  }
  return null;
}
