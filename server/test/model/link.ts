/** One document of one person over one or more sockets, as an honest page keeps it: what is not acknowledged is sent again. */
import { once } from 'node:events';
import { hawaiiClassic } from '@ssp-kit/process/profiles';
import {
  documentKind,
  encodeHello,
  formatRoom,
  messageTypes,
  readCommitted,
  readRefused,
  schemaVersion,
} from '@ssp-kit/protocol';
import { edits, shapeOf } from '@ssp-kit/record';
import * as decoding from 'lib0/decoding';
import { WebSocket } from 'ws';
import * as Y from 'yjs';
import { syncStep1, syncStep2, syncUpdate } from '../../src/frames.js';
import { writeView } from '../helpers/contents.js';
import type { DocumentView } from '@ssp-kit/process';
import { Violation } from './violation.js';
import type { World } from './world.js';

/** What became of a word that somebody wrote. */
export interface Word {
  readonly text: string;
  readonly document: string;
  readonly who: string;
  /** Number of the last decision that was known when it was written. */
  readonly since: number;
  fate: 'waits' | 'committed' | 'refused' | 'given up';
  /** Number of the last decision that was known when it was answered. */
  answered: number;
  /** Somebody else's page has shown it. */
  seen: boolean;
}

const answerMs = 15_000;

/** The first text of a kind of document in which words can be written; null where there is none. */
export function textOf(document: string): string | null {
  const kind = documentKind(document);
  const row = hawaiiClassic.documents.find((one) => one.kind === kind);
  if (!row || row.writer === 'server') return null;
  return shapeOf(hawaiiClassic, kind).fields.find(({ type }) => type === 'text')?.name ?? null;
}

export class Link {
  readonly document: string;
  /** Whose page it is. */
  readonly who: string;
  readonly doc = new Y.Doc();
  readonly words: Word[] = [];
  /** The server's last word on this socket; null while it is open, 'lost' when it just ended. */
  closed: number | 'lost' | null = 'lost';
  /** A frame was refused for good: this copy of the document has no future. */
  forked = false;
  /** The page was closed, with what it had. */
  isShut = false;
  readonly #world: World;
  readonly #room: string;
  readonly #seq: () => number;
  #socket: WebSocket | null = null;
  /** Words of the frames that were not answered yet, and how many frames were sent on this socket. */
  #frames: Word[][] = [];
  #sent = 0;
  #typing: Word | null = null;
  #changed: () => void = () => undefined;

  constructor(world: World, caseId: string, document: string, who: string, seq: () => number) {
    this.#world = world;
    this.document = document;
    this.who = who;
    this.#room = formatRoom({ caseId, document, epoch: 1 });
    this.#seq = seq;
    this.doc.on('update', (update: Uint8Array, origin: unknown) => {
      if (origin !== 'server') this.#send(syncUpdate(update), this.#typing ? [this.#typing] : []);
    });
  }

  get isOpen(): boolean {
    return this.closed === null;
  }

  /** Connects; resolves when the server's words are there or it has refused. */
  async open(token: string): Promise<void> {
    const socket = this.#world.socket(token, this.#room);
    this.#socket = socket;
    this.#frames = [];
    this.#sent = 0;
    this.closed = null;
    socket.on('close', (code: number) => {
      if (this.#socket !== socket) return;
      this.closed = code >= 4400 && code < 4500 ? code : 'lost';
      this.#changed();
    });
    const synced = new Promise<void>((resolve) => {
      socket.on('message', (data: Buffer) => {
        if (this.#read(data)) resolve();
        this.#changed();
      });
      socket.on('close', () => resolve());
    });
    await Promise.race([once(socket, 'open').catch(() => undefined), synced]);
    if (socket.readyState === WebSocket.OPEN) {
      socket.send(encodeHello({ schema: schemaVersion }));
      socket.send(syncStep1(Y.encodeStateVector(this.doc)));
    }
    await synced;
  }

  /** Writes a word at the end of the document's first text. */
  type(word: Word): void {
    const name = textOf(this.document) as string;
    this.words.push(word);
    this.#typing = word;
    const { length } = this.doc.getText(name);
    edits(hawaiiClassic, this.doc, documentKind(this.document)).changeText(name, {
      index: length,
      remove: 0,
      insert: word.text,
    });
    this.#typing = null;
  }

  /** Writes what is missing; words that stand in the first text stay. */
  write(view: DocumentView): void {
    const name = textOf(this.document);
    const isFree = (field: string) => field !== name || this.text() === '';
    const missing = Object.entries(view).filter(([field]) => isFree(field));
    writeView(this.doc, documentKind(this.document), Object.fromEntries(missing));
  }

  text(): string {
    const name = textOf(this.document);
    return name === null ? '' : this.doc.getText(name).toString();
  }

  /** Resolves when every word and every frame is answered, or the connection is over. */
  settled(): Promise<void> {
    return this.#until(
      () =>
        !this.isOpen || this.forked || (this.#frames.length === 0 && this.words.every(({ fate }) => fate !== 'waits')),
      'an edit was not answered',
    );
  }

  /** Resolves when the server has ended it. */
  ended(): Promise<void> {
    return this.#until(() => !this.isOpen, 'the socket was not closed');
  }

  #until(isDone: () => boolean, otherwise: string): Promise<void> {
    return new Promise((resolve, reject) => {
      const deadline = setTimeout(() => reject(new Violation('I11', `${this.document}: ${otherwise}`)), answerMs);
      this.#changed = () => {
        if (!isDone()) return;
        clearTimeout(deadline);
        this.#changed = () => undefined;
        resolve();
      };
      this.#changed();
    });
  }

  /** Closes the page; what was not answered is given up. */
  close(): void {
    this.isShut = true;
    for (const word of this.words) if (word.fate === 'waits') word.fate = 'given up';
    this.#socket?.terminate();
    this.closed ??= 'lost';
  }

  #send(message: Uint8Array, words: Word[]): void {
    if (this.closed !== null || this.#socket?.readyState !== WebSocket.OPEN) return;
    this.#frames.push(words);
    this.#sent++;
    this.#socket.send(message);
  }

  /** Whether it was the answer to SyncStep1. */
  #read(data: Buffer): boolean {
    const decoder = decoding.createDecoder(data);
    const type = decoding.readVarUint(decoder);
    if (type === messageTypes.sync) {
      const kind = decoding.readVarUint(decoder);
      const bytes = decoding.readVarUint8Array(decoder);
      if (kind === 0) this.#answer(bytes);
      else Y.applyUpdate(this.doc, bytes, 'server');
      return kind === 1;
    }
    if (type === messageTypes.committed) this.#onCommitted(readCommitted(decoder));
    else if (type === messageTypes.refused) {
      const { n, code } = readRefused(decoder);
      this.#onRefused(n, code);
    }
    return false;
  }

  #answer(stateVector: Uint8Array): void {
    const words = this.words.filter(({ fate }) => fate === 'waits');
    this.#send(syncStep2(Y.encodeStateAsUpdate(this.doc, stateVector)), words);
  }

  #onCommitted(n: number): void {
    const first = this.#sent - this.#frames.length + 1;
    for (const word of this.#frames.splice(0, n - first + 1).flat()) {
      if (word.fate === 'waits') this.#settle(word, 'committed');
    }
  }

  #onRefused(n: number, code: string): void {
    if (code === 'not-stored') return;
    const first = this.#sent - this.#frames.length + 1;
    const waiting = (this.#frames[n - first] ?? []).filter(({ fate }) => fate === 'waits');
    // Of several words in one frame some may be stored already: nothing is claimed of them.
    for (const word of waiting) this.#settle(word, waiting.length === 1 ? 'refused' : 'given up');
    this.forked = true;
  }

  #settle(word: Word, fate: Word['fate']): void {
    word.fate = fate;
    word.answered = this.#seq();
  }
}
