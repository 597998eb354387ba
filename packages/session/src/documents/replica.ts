/**
 * One Y.Doc in one room: its connection, its rows on this device, and the one question that matters:
 * is there anything of this person's that the server has not said to have on disk?
 */
import type { Notice, Refused } from '@ssp-kit/protocol';
import { origins } from '@ssp-kit/record';
import { Awareness } from 'y-protocols/awareness';
import { applyUpdate, Doc, encodeStateAsUpdate, type Transaction } from 'yjs';
import type { Saved } from '../contract.js';
import type { Log } from '../log.js';
import type { DeviceCopy } from '../offline/device-copy.js';
import type { TokenKeeper } from '../tokens.js';
import { Link } from '../transport/link.js';
import type { SocketClass } from '../transport/socket.js';

export interface ReplicaEvents {
  /** The content changed, or what is said about it. */
  onChange(content: boolean): void;
  /** Called before the first of one's own changes that the server has not got, while the old content still stands. */
  onFirstOwnChange(): void;
  onLost(): void;
  onSynced(): void;
  /** The server did not take something; only told while something of one's own is not saved. */
  onRefused(refused: Refused): void;
  onNotice(notice: Notice): void;
  onFinal(code: number, reason: string): void;
}

export interface Wire {
  readonly url: string;
  readonly WebSocket: SocketClass;
  readonly tokens: TokenKeeper;
  readonly log: Log;
}

/** A frame that was sent and not reported as on disk for so long is on a connection that does not work. */
const answerTimeoutMs = 8_000;
const notSent = Number.POSITIVE_INFINITY;

export class Replica {
  readonly doc = new Doc();
  readonly awareness = new Awareness(this.doc);
  readonly room: string;
  /** Own changes exist that the server has not reported as on disk. */
  unsaved = false;
  readonly #wire: Wire;
  readonly #events: ReplicaEvents;
  readonly #device: DeviceCopy | null;
  #link: Link | null = null;
  /** The frame of this connection that carries the last own change. */
  #carriedBy = notSent;
  #stepped = false;
  #committed = 0;
  #synced = false;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #closed = false;

  constructor(room: string, wire: Wire, device: DeviceCopy | null, events: ReplicaEvents) {
    this.room = room;
    this.#wire = wire;
    this.#device = device;
    this.#events = events;
    this.doc.on('beforeTransaction', this.#beforeTransaction);
    this.doc.on('update', this.#onUpdate);
  }

  /** What of it is on this device, put into the document. Answers whether there was anything. */
  async load(): Promise<boolean> {
    if (!this.#device) return false;
    const { settled, own } = await this.#device.load();
    if (this.#closed) return false;
    for (const update of settled) this.#apply(update);
    if (own.length > 0) {
      this.#events.onFirstOwnChange();
      this.unsaved = true;
      for (const update of own) this.#apply(update);
    }
    return settled.length + own.length > 0;
  }

  connect(): void {
    if (this.#closed) return;
    if (!this.#link) {
      this.#link = new Link({
        ...this.#wire,
        room: this.room,
        doc: this.doc,
        awareness: this.awareness,
        events: {
          onOpen: (open) => this.#onOpen(open),
          onSynced: () => this.#onSynced(),
          onFrame: (n, step2) => this.#onFrame(n, step2),
          onCommitted: (n) => this.#onCommitted(n),
          onRefused: (refused) => this.#onRefused(refused),
          onNotice: (notice) => this.#events.onNotice(notice),
          onFinal: (code, reason) => this.#events.onFinal(code, reason),
        },
      });
    }
    void this.#link.connect();
  }

  /** Ends the connection for good, the content stays. */
  disconnect(): void {
    this.#link?.close();
    this.#link = null;
    this.#lost();
  }

  restart(): void {
    this.#link?.restart();
  }

  nudge(): void {
    this.#link?.nudge();
  }

  probe(): void {
    this.#link?.probe();
  }

  sendToken(token: string): void {
    this.#link?.sendToken(token);
  }

  /** A frame that is none of the document's own (presence). */
  send(frame: Uint8Array): void {
    this.#link?.send(frame);
  }

  get connected(): boolean {
    return this.#link?.open ?? false;
  }

  get synced(): boolean {
    return this.#synced;
  }

  get saved(): Saved {
    if (!this.unsaved) return 'saved';
    if (this.connected && this.#stepped && this.#carriedBy !== notSent) return 'saving';
    return this.#device?.complete ? 'on-device' : 'not-saved';
  }

  /** An empty document leaves a row too: the next visit can tell it from one that was never here. */
  storeIfEmpty(): void {
    if (this.doc.store.clients.size === 0) this.#device?.append(encodeStateAsUpdate(this.doc), false);
  }

  async flushed(): Promise<void> {
    await this.#device?.flushed();
  }

  get device(): DeviceCopy | null {
    return this.#device;
  }

  async close(): Promise<void> {
    if (this.#closed) return;
    this.#closed = true;
    clearTimeout(this.#timer);
    this.#link?.close();
    this.#link = null;
    this.doc.off('beforeTransaction', this.#beforeTransaction);
    this.doc.off('update', this.#onUpdate);
    await this.#device?.compact(() => encodeStateAsUpdate(this.doc));
    await this.#device?.flushed();
    this.#device?.close();
    this.awareness.destroy();
    this.doc.destroy();
  }

  #apply(update: Uint8Array): void {
    try {
      applyUpdate(this.doc, update, origins.storage);
    } catch (error) {
      this.#wire.log.warn('a row on this device cannot be read', error);
    }
  }

  readonly #beforeTransaction = (transaction: Transaction): void => {
    if (transaction.local && !this.unsaved) this.#events.onFirstOwnChange();
  };

  // Runs before the provider's listener of the same event, which sends the frame: `#onFrame` tells which one carries it.
  readonly #onUpdate = (update: Uint8Array, _origin: unknown, _doc: Doc, transaction: Transaction): void => {
    const own = transaction.local;
    if (transaction.origin !== origins.storage) this.#device?.append(update, own);
    if (own) {
      this.unsaved = true;
      this.#carriedBy = notSent;
    }
    this.#events.onChange(true);
  };

  #onOpen(open: boolean): void {
    this.#lost();
    if (!open) this.#events.onLost();
  }

  #lost(): void {
    this.#stepped = false;
    this.#committed = 0;
    this.#carriedBy = notSent;
    clearTimeout(this.#timer);
    this.#timer = undefined;
    this.#events.onChange(false);
  }

  #onSynced(): void {
    this.#synced = true;
    this.#events.onSynced();
    this.#events.onChange(false);
  }

  #onFrame(n: number, step2: boolean): void {
    if (step2) this.#stepped = true;
    // What goes out before the first SyncStep2 is counted by the server, but only that is read.
    if (!this.unsaved || !this.#stepped) return;
    this.#carriedBy = n;
    this.#watch();
    this.#events.onChange(false);
  }

  #onCommitted(n: number): void {
    this.#committed = n;
    if (!this.unsaved || !this.#stepped || n < this.#carriedBy) return;
    clearTimeout(this.#timer);
    this.#timer = undefined;
    this.unsaved = false;
    this.#carriedBy = notSent;
    this.#device?.settle();
    this.#events.onChange(false);
  }

  #onRefused(refused: Refused): void {
    if (!this.unsaved || refused.n <= this.#committed) return;
    // The server asks for what it lacks; the answer carries everything.
    if (refused.code === 'gap') {
      this.#carriedBy = notSent;
      this.#events.onChange(false);
      return;
    }
    if (refused.code === 'not-stored') {
      this.#carriedBy = notSent;
      this.#watch();
      this.#events.onChange(false);
      return;
    }
    this.#events.onRefused(refused);
  }

  #watch(): void {
    if (this.#timer !== undefined || !this.#link) return;
    this.#timer = setTimeout(() => {
      this.#timer = undefined;
      if (this.unsaved) this.restart();
    }, answerTimeoutMs);
  }
}
