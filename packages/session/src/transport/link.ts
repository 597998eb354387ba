/** The connection of one document with its room: y-websocket's provider, with our messages, our tokens and our reconnecting. */
import {
  encodeHello,
  encodeToken,
  messageTypes,
  type Notice,
  type Refused,
  readCommitted,
  readNotice,
  readRefused,
  schemaVersion,
} from '@ssp-kit/protocol';
import type { Decoder } from 'lib0/decoding';
import type { Awareness } from 'y-protocols/awareness';
import { WebsocketProvider } from 'y-websocket';
import type { Doc } from 'yjs';
import type { Log } from '../log.js';
import { SignedOut, type TokenKeeper } from '../tokens.js';
import { Backoff } from './backoff.js';
import { countingSocket, type SocketClass } from './socket.js';

export interface LinkEvents {
  /** The connection opened or was lost. */
  onOpen(open: boolean): void;
  /** The server's answer to our first step has arrived. */
  onSynced(): void;
  /** A frame went out: the n-th of this connection; `step2` when it carries all the document has. */
  onFrame(n: number, step2: boolean): void;
  onCommitted(n: number): void;
  onRefused(refused: Refused): void;
  onNotice(notice: Notice): void;
  /** It will not be tried again: a close code of the server, or 4401 when no token is to be had. */
  onFinal(code: number, reason: string): void;
}

export interface LinkOptions {
  /** `ws(s)://host/sync` */
  readonly url: string;
  readonly room: string;
  readonly doc: Doc;
  readonly awareness: Awareness;
  readonly WebSocket: SocketClass;
  readonly tokens: TokenKeeper;
  readonly log: Log;
  readonly events: LinkEvents;
}

/** The socket itself took more than it may: trying again sends the same again. */
const messageTooBig = 1009;
/** A connection that takes longer to open was begun while the server could not be reached. */
const hopefulMs = 3_000;
/** A page that is looked at again gives a connection this long to show that it works. */
const probeMs = 3_000;
/** Of y-websocket: the server answers with who is here, and we are. */
const queryPresence = 3;
const unauthenticated = 4401;
const slowDown = 4529;

export class Link {
  readonly #options: LinkOptions;
  readonly #provider: WebsocketProvider;
  readonly #backoff = new Backoff();
  #timer: ReturnType<typeof setTimeout> | undefined;
  #probeTimer: ReturnType<typeof setTimeout> | undefined;
  #renewed = false;
  #connecting = false;
  #startedAt = 0;
  #closed = false;

  constructor(options: LinkOptions) {
    this.#options = options;
    const { url, room, doc, awareness, events } = options;
    const WebSocketPolyfill = countingSocket(options.WebSocket, (socket, n, step2) => {
      if (socket === this.#provider.ws) events.onFrame(n, step2);
    });
    this.#provider = new WebsocketProvider(url, room, doc, {
      awareness,
      connect: false,
      disableBc: true,
      WebSocketPolyfill,
      shouldReconnect: () => false,
    });
    // The provider would send on what it hears of others; the session sends only its own place (presence.ts).
    awareness.off('update', this.#provider._awarenessUpdateHandler);
    // In Node it listens to the process for each document; sessions are closed by whoever opened them.
    globalThis.process?.off?.('exit', this.#provider._exitHandler);
    this.#listen();
  }

  get open(): boolean {
    return this.#provider.wsconnected;
  }

  get synced(): boolean {
    return this.#provider.synced;
  }

  /** Connects now, with a token that is good now. */
  async connect(): Promise<void> {
    if (this.#closed || this.#connecting || this.#provider.ws) return;
    clearTimeout(this.#timer);
    this.#connecting = true;
    try {
      const token = await this.#options.tokens.get();
      if (this.#closed) return;
      this.#provider.protocols = ['ssp.v1', `bearer.${token}`];
      this.#startedAt = Date.now();
      this.#provider.connect();
    } catch (error) {
      this.#failedToStart(error);
    } finally {
      this.#connecting = false;
    }
  }

  /** Gives up the connection it has and tries again: the network changed, or the server does not answer. */
  restart(): void {
    if (this.#closed) return;
    this.#backoff.reset();
    if (this.#provider.ws) this.#provider.disconnect();
    else this.#retry(0);
  }

  /** The server can be reached: tries now, unless it is connected or has just begun to. */
  nudge(): void {
    if (this.#provider.ws && (this.open || Date.now() - this.#startedAt < hopefulMs)) return;
    this.restart();
  }

  /** Finds out whether the connection still works, and takes a new one if not: the page was put to sleep, or the network changed unseen. */
  probe(): void {
    if (!this.open) {
      this.nudge();
      return;
    }
    const { ws, wsLastMessageReceived: last } = this.#provider;
    this.send(Uint8Array.of(queryPresence));
    clearTimeout(this.#probeTimer);
    this.#probeTimer = setTimeout(() => {
      const { ws: now, wsLastMessageReceived } = this.#provider;
      if (ws === now && wsLastMessageReceived === last) this.restart();
    }, probeMs);
  }

  sendToken(token: string): void {
    this.send(encodeToken(token));
  }

  send(frame: Uint8Array): void {
    const socket = this.#provider.ws;
    if (this.#provider.wsconnected && socket?.readyState === 1) {
      socket.send(frame as Uint8Array<ArrayBuffer>);
    }
  }

  close(): void {
    if (this.#closed) return;
    this.#closed = true;
    clearTimeout(this.#timer);
    clearTimeout(this.#probeTimer);
    this.#provider.destroy();
  }

  #listen(): void {
    const { events, log } = this.#options;
    const provider = this.#provider;
    provider.on('status', ({ status }) => {
      if (status === 'connecting') return;
      if (status === 'connected') this.send(encodeHello({ schema: schemaVersion }));
      if (!this.#closed) events.onOpen(status === 'connected');
    });
    provider.on('sync', (synced) => {
      if (!synced || this.#closed) return;
      this.#backoff.reset();
      this.#renewed = false;
      events.onSynced();
    });
    provider.on('connection-close', (event) => {
      // The provider keeps its own timer for the next attempt; without this it would go on with the old token.
      provider.shouldConnect = false;
      if (this.#closed) return;
      queueMicrotask(() => this.#lost(event?.code ?? null, event?.reason ?? ''));
    });
    const handle = <T>(type: number, read: (decoder: Decoder) => T, tell: (body: T) => void) => {
      provider.messageHandlers[type] = (_encoder, decoder) => {
        let body: T;
        try {
          body = read(decoder);
        } catch (error) {
          log.warn(`message ${type} cannot be read`, error);
          return;
        }
        if (!this.#closed) tell(body);
      };
    };
    handle(messageTypes.committed, readCommitted, (n) => events.onCommitted(n));
    handle(messageTypes.refused, readRefused, (refused) => events.onRefused(refused));
    handle(messageTypes.notice, readNotice, (notice) => events.onNotice(notice));
  }

  #lost(code: number | null, reason: string): void {
    if (this.#closed) return;
    if (code === unauthenticated && !this.#renewed) {
      this.#renewed = true;
      this.#options.tokens.renew().then(
        () => this.#retry(0),
        (error: unknown) => this.#failedToStart(error),
      );
      return;
    }
    const final = code === messageTooBig || (code !== null && code >= 4400 && code <= 4499);
    if (final) {
      this.#options.events.onFinal(code, reason);
      return;
    }
    const wait = this.#backoff.next();
    this.#retry(code === slowDown ? wait + 2_000 : wait);
  }

  #failedToStart(error: unknown): void {
    if (this.#closed) return;
    if (error instanceof SignedOut) {
      this.#options.events.onFinal(unauthenticated, error.message);
      return;
    }
    this.#options.log.debug('no connection', error);
    this.#retry(this.#backoff.next());
  }

  #retry(waitMs: number): void {
    clearTimeout(this.#timer);
    if (this.#closed) return;
    this.#timer = setTimeout(() => void this.connect(), waitMs);
  }
}
