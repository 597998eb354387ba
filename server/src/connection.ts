/** One open socket of one person to one room: reads its messages in order, each against the right it has now. */
import type { Socket } from 'node:net';
import {
  closeCodes,
  encodeNotice,
  messageTypes,
  type Notice,
  type Refused,
  readHello,
  readToken,
  schemaVersion,
  type UpdateRefusal,
} from '@ssp-kit/protocol';
import * as decoding from 'lib0/decoding';
import type { WebSocket } from 'ws';
import { messageYjsSyncStep1, messageYjsSyncStep2, messageYjsUpdate } from 'y-protocols/sync';
import type { Identity } from './access.js';
import type { Account } from './accounts.js';
import { Budget } from './budget.js';
import { closeSoon } from './close-soon.js';
import { frame, presenceMessage, syncStep1 } from './frames.js';
import type { Limits } from './limits.js';
import type { Log } from './log.js';
import type { Metrics } from './metrics.js';
import { refusedMessage, type Room } from './room.js';

export interface ConnectionServices {
  readonly limits: Limits;
  readonly log: Log;
  readonly metrics: Pick<Metrics, 'count'>;
  /** What its person uses over all sockets. */
  readonly account: Account;
  /** Checks a renewed token; resolves with the same person's new identity or rejects. */
  renew(connection: Connection, token: string): Promise<Identity>;
  onClose(connection: Connection): void;
}

/** Milliseconds of the longest timer. */
const longest = 2 ** 31 - 1;
const queryPresence = 3;
const y13Auth = 2;

export class Connection {
  readonly room: Room;
  /** ClientIDs named in presence under which nothing was written yet. */
  readonly presenceClaims = new Set<number>();
  identity: Identity;
  may: 'read' | 'write';
  /** Understands 101 to 103. */
  saidHello = false;
  /** Has had its answer to SyncStep1, so that what is relayed fits behind it. */
  listens = false;
  #socket: WebSocket;
  #services: ConnectionServices;
  /** Sync frames that came in. */
  #frames = 0;
  #awaitsStep2 = true;
  #askedAgain = false;
  readonly #messages: Budget;
  readonly #syncs: Budget;
  readonly #asks: Budget;
  /** Bytes that had been received when the last message was whole. */
  #readUpTo = 0;
  #expiry: NodeJS.Timeout | undefined;
  #judging: NodeJS.Timeout | undefined;
  #alive = true;

  constructor(socket: WebSocket, room: Room, identity: Identity, may: 'read' | 'write', services: ConnectionServices) {
    this.#socket = socket;
    this.room = room;
    this.identity = identity;
    this.may = may;
    this.#services = services;
    const { limits } = services;
    const now = Date.now();
    this.#messages = new Budget(limits.messagesPerSecond, limits.messageBurst, now);
    this.#syncs = new Budget(limits.syncsPerTenSeconds / 10, limits.syncsPerTenSeconds, now);
    this.#asks = new Budget(limits.asksPerTenSeconds / 10, limits.asksPerTenSeconds, now);
    socket.on('message', (data, isBinary) => this.#onMessage(data as Buffer, isBinary));
    socket.on('ping', (data) => this.#withinBudget(data.length));
    socket.on('pong', (data) => {
      this.#alive = true;
      this.#withinBudget(data.length);
    });
    socket.on('close', () => {
      clearTimeout(this.#expiry);
      clearTimeout(this.#judging);
      services.onClose(this);
      room.guard(() => room.leave(this));
    });
    room.join(this);
    this.#watchExpiry();
  }

  get person(): string {
    return this.identity.actor.person;
  }

  get isOpen(): boolean {
    return this.#socket.readyState === this.#socket.OPEN;
  }

  /** Bytes in memory for this socket: what the client does not read, and what it has sent of a message that is not whole yet. */
  get heldBytes(): number {
    const received = rawSocket(this.#socket)?.bytesRead ?? this.#readUpTo;
    return this.#socket.bufferedAmount + received - this.#readUpTo;
  }

  /** Ends a socket that holds too much, with everything that waits for it. */
  cut(): void {
    this.#services.log.warn({ room: this.room.id, person: this.person }, 'a socket was cut: it held too many bytes');
    this.#socket.terminate();
  }

  /** Sends frames that are made already, in one write. */
  write(frames: Buffer): void {
    if (this.#mayWrite()) rawSocket(this.#socket)?.write(frames);
  }

  /** False for one that is gone, and for one that does not read, which is closed. */
  #mayWrite(): boolean {
    if (!this.isOpen) return false;
    if (this.#socket.bufferedAmount <= this.#services.limits.queuedBytes) return true;
    this.close(closeCodes.slowDown, 'reads too slowly');
    return false;
  }

  /** Sends frames that are too large to be copied into one piece. */
  #writeAll(pieces: readonly Uint8Array[]): void {
    if (!this.#mayWrite()) return;
    const socket = rawSocket(this.#socket);
    socket?.cork();
    for (const bytes of pieces) socket?.write(bytes);
    socket?.uncork();
  }

  send(...messages: readonly Uint8Array[]): void {
    if (messages.length > 0) this.write(Buffer.concat(messages.map(frame)));
  }

  notice(notice: Notice): void {
    if (this.saidHello) this.send(encodeNotice(notice));
  }

  /** Tells that a frame was not taken; one who cannot be told is disconnected, unless the words can be asked for again. */
  refuse({ n, code, detail }: Refused): void {
    this.#services.metrics.count('updates_refused', code);
    // Whoever is refused must know what before it was taken.
    this.room.flush();
    if (this.saidHello) this.send(refusedMessage(n, code, detail));
    else if (code !== 'not-stored') this.close(closeOf(code), code);
  }

  /** From now on its Updates are counted only, until it has sent everything it has. */
  awaitStep2(): void {
    this.#awaitsStep2 = true;
  }

  /** Asks for everything the room does not have. */
  askForMissing(): void {
    const gate = this.room.gate;
    if (!gate || !this.listens) return;
    if (!this.#asks.take(1, Date.now())) {
      this.close(closeCodes.slowDown, 'leaves things out again and again');
      return;
    }
    this.#awaitsStep2 = true;
    this.send(syncStep1(gate.encodeStateVector()));
  }

  onSealed(): void {
    this.may = 'read';
    this.notice({ type: 'sealed', document: this.room.key.document });
  }

  /** Asks for the right again after so many milliseconds, when it may have ended by itself; null: nothing ends. */
  judgeIn(ms: number | null, judge: () => void): void {
    clearTimeout(this.#judging);
    // A timer may come a millisecond early; one that is longer than a timer can be asks in between.
    this.#judging = ms === null || !this.isOpen ? undefined : setTimeout(judge, Math.min(ms + 1, longest)).unref();
  }

  /** The right as it is now; null takes it away. */
  setMay(may: 'read' | 'write' | null): void {
    if (may === this.may) return;
    if (may === null) {
      this.close(closeCodes.forbidden, 'no right to this document');
      return;
    }
    this.may = may;
    this.notice({ type: 'right-changed', may });
  }

  /** The room must be opened anew: the client may come back. */
  restart(): void {
    this.close(closeCodes.restarting, 'open it again');
  }

  close(code: number, reason: string): void {
    if (!this.isOpen) return;
    this.room.flush();
    if (this.isOpen) closeSoon(this.#socket, code, reason, this.#services.limits.closeMs);
  }

  terminate(): void {
    this.#socket.terminate();
  }

  /** Tells the client that the server lives, and ends a socket whose other side does not answer. */
  beat(): void {
    this.room.guard(() => this.#beat());
  }

  #beat(): void {
    if (!this.#alive) {
      this.#socket.terminate();
      return;
    }
    this.#alive = false;
    if (!this.isOpen) return;
    this.#socket.ping();
    this.send(presenceMessage([]));
  }

  #onMessage(data: Buffer, isBinary: boolean): void {
    if (!this.isOpen) return;
    if (!isBinary) {
      this.close(closeCodes.badMessage, 'text is not spoken here');
      return;
    }
    if (!this.#withinBudget(data.length)) return;
    this.#guarded(() => this.#read(decoding.createDecoder(data)));
  }

  #guarded(run: () => void): void {
    try {
      run();
    } catch (error) {
      this.#services.log.warn(
        { room: this.room.id, person: this.person, reason: (error as Error).message },
        'a message could not be read',
      );
      this.close(closeCodes.badMessage, 'the message cannot be read');
    }
  }

  #read(decoder: decoding.Decoder): void {
    const type = decoding.readVarUint(decoder);
    switch (type) {
      case messageTypes.sync:
        this.#readSync(decoder);
        break;
      case messageTypes.awareness:
        this.#readPresence(decoding.readVarUint8Array(decoder));
        break;
      case messageTypes.hello:
        if (readHello(decoder).schema < schemaVersion)
          this.close(closeCodes.clientTooOld, 'the page is too old: reload it');
        this.saidHello = true;
        break;
      case messageTypes.token:
        this.#renew(readToken(decoder));
        break;
      case queryPresence:
        this.#sendPresence();
        break;
      case y13Auth:
        break;
      default:
        throw new Error(`message type ${type} is unknown`);
    }
  }

  #readSync(decoder: decoding.Decoder): void {
    const type = decoding.readVarUint(decoder);
    const content = decoding.readVarUint8Array(decoder);
    if (decoding.hasContent(decoder)) throw new Error('bytes behind the end');
    if (type === messageYjsSyncStep1) {
      const run = () => this.#guarded(() => this.#onStep1(content));
      if (!this.room.whenOpen(content.length, run)) this.#tooMuchHeld();
      return;
    }
    if (type !== messageYjsSyncStep2 && type !== messageYjsUpdate) throw new Error(`sync message ${type} is unknown`);
    const n = ++this.#frames;
    const isStep2 = type === messageYjsSyncStep2;
    const run = () => {
      if (!this.isOpen) return;
      if (isStep2) this.#awaitsStep2 = false;
      else if (this.#awaitsStep2) return;
      this.#judge(n, content, isStep2);
    };
    if (!this.room.whenOpen(content.length, () => this.#guarded(run))) this.#tooMuchHeld();
  }

  #onStep1(stateVector: Uint8Array): void {
    if (!this.isOpen) return;
    const { limits, account } = this.#services;
    if (stateVector.length === 0 || stateVector.length > limits.stateVectorBytes)
      throw new Error('no state vector, or one too long');
    const now = Date.now();
    if (!this.#syncs.take(1, now) || !account.syncs.take(this.room.answerCost(stateVector), now)) {
      this.close(closeCodes.slowDown, 'asks for everything too often');
      return;
    }
    const ready = this.room.ready(stateVector);
    if (!ready) {
      this.#answer(stateVector);
      return;
    }
    ready.then(
      () => this.#guarded(() => this.#answer(stateVector)),
      () => this.restart(),
    );
  }

  #answer(stateVector: Uint8Array): void {
    if (!this.isOpen) return;
    this.#writeAll(this.room.answer(stateVector));
    const first = !this.listens;
    this.listens = true;
    if (first) this.#sendPresence();
    this.askForMissing();
  }

  #judge(n: number, update: Uint8Array, isStep2: boolean): void {
    const { room } = this;
    const { limits, log } = this.#services;
    const { gate } = room;
    if (!gate) {
      if (update.length <= 2) room.acknowledge(this, n);
      else this.refuse({ n, code: 'read-only', detail: null });
      return;
    }
    const most = isStep2 ? limits.roomBytes : limits.updateBytes;
    const verdict = gate.check(update, { person: this.person, shape: room.shape }, most);
    if (verdict.ok) {
      this.#askedAgain = false;
      if (!verdict.fresh) room.acknowledge(this, n);
      else if (room.sealed) this.refuse({ n, code: 'sealed', detail: null });
      else if (this.may !== 'write') this.refuse({ n, code: 'read-only', detail: null });
      else if (room.size + verdict.update.length > limits.roomBytes) {
        this.refuse({ n, code: 'too-large', detail: 'the document is full' });
      } else {
        for (const client of verdict.claims) this.presenceClaims.delete(client);
        room.guard(() => room.append(this, n, verdict));
      }
      return;
    }
    if (verdict.code === 'gap' && (!isStep2 || !this.#askedAgain)) {
      if (isStep2) this.#askedAgain = true;
      this.askForMissing();
      return;
    }
    log.warn(
      { room: room.id, person: this.person, code: verdict.code, detail: verdict.detail },
      'an update was refused',
    );
    const late = verdict.code !== 'bad-update' && verdict.code !== 'not-yours';
    const code = late && room.sealed ? 'sealed' : late && this.may !== 'write' ? 'read-only' : verdict.code;
    this.refuse({ n, code, detail: verdict.detail });
  }

  #readPresence(bytes: Uint8Array): void {
    if (bytes.length > this.#services.limits.presenceMessageBytes) this.#tooMuchHeld();
    else this.room.presence.read(this, bytes);
  }

  #sendPresence(): void {
    const message = this.room.presence.message();
    if (message) this.send(message);
  }

  #renew(token: string): void {
    this.#services.renew(this, token).then(
      (identity) => {
        this.identity = identity;
        this.#watchExpiry();
      },
      () => this.close(closeCodes.unauthenticated, 'the token is not valid'),
    );
  }

  #watchExpiry(): void {
    clearTimeout(this.#expiry);
    const left = Math.min(this.identity.claims.expires - Date.now(), longest);
    this.#expiry = setTimeout(
      () => {
        if (this.identity.claims.expires > Date.now()) this.#watchExpiry();
        else this.close(closeCodes.unauthenticated, 'the token has expired');
      },
      Math.max(0, left),
    );
    this.#expiry.unref();
  }

  #tooMuchHeld(): void {
    this.close(closeCodes.slowDown, 'too much at once');
  }

  /** Counts what has come in; closes the socket of one who sends too much. */
  #withinBudget(bytes: number): boolean {
    const { account } = this.#services;
    const now = Date.now();
    this.#readUpTo = rawSocket(this.#socket)?.bytesRead ?? 0;
    const isWithin = [this.#messages.take(1, now), account.messages.take(1, now), account.bytes.take(bytes, now)];
    if (isWithin.every(Boolean)) return true;
    this.close(closeCodes.slowDown, 'too much at once');
    return false;
  }
}

function closeOf(code: UpdateRefusal): number {
  switch (code) {
    case 'read-only':
    case 'not-yours':
      return closeCodes.forbidden;
    case 'sealed':
      return closeCodes.sealed;
    case 'too-large':
      return closeCodes.tooLarge;
    default:
      return closeCodes.badMessage;
  }
}

/** The socket under a websocket. Without compression `ws` writes each message to it at once, so frames of our own keep their place. */
function rawSocket(socket: WebSocket): Socket | null {
  return (socket as unknown as { readonly _socket: Socket | null })._socket;
}
