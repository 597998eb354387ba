/** The door: who may come in, to which room, and what they are told when not. */
import type { IncomingMessage, Server } from 'node:http';
import type { Duplex } from 'node:stream';
import type { CaseState } from '@ssp-kit/process';
import { closeCodes, parseRoom, type RoomName } from '@ssp-kit/protocol';
import { type WebSocket, WebSocketServer } from 'ws';
import type { Access, Identity } from './access.js';
import type { Refusals } from './audit/refusals.js';
import type { Visits } from './audit/visits.js';
import type { Auth } from './auth.js';
import type { Cases } from './cases.js';
import { Accounts } from './accounts.js';
import { closeSoon } from './close-soon.js';
import { Connection } from './connection.js';
import type { Limits } from './limits.js';
import type { Log } from './log.js';
import type { Metrics } from './metrics.js';
import type { Room } from './room.js';
import type { Rooms } from './rooms.js';
import type { SelfCheck } from './self-check.js';

export interface SocketServices {
  readonly auth: Auth;
  readonly access: Access;
  readonly cases: Cases;
  readonly rooms: Rooms;
  readonly visits: Visits;
  readonly refusals: Refusals;
  readonly selfCheck: SelfCheck;
  readonly limits: Limits;
  readonly log: Log;
  readonly metrics: Pick<Metrics, 'count'>;
  readonly allowedOrigins: readonly string[];
}

/** Why a socket was not let in: it is told by the close code. */
class Refused extends Error {
  readonly code: number;
  constructor(code: number, message: string) {
    super(message);
    this.code = code;
  }
}

/** A right as it was read, and what tells whether it is still so. */
interface Right {
  readonly may: 'read' | 'write';
  readonly state: CaseState;
  readonly judged: number;
  /** When it may end by itself, by `performance.now()`; null for never. */
  readonly until: number | null;
}

const path = '/sync/';
const protocol = 'ssp.v1';
const bearer = 'bearer.';

export class Sockets {
  readonly #services: SocketServices;
  readonly #server: WebSocketServer;
  readonly #connections = new Set<Connection>();
  readonly #accounts: Accounts;
  /** Not in yet, or refused and not gone yet. */
  readonly #doorway = new Set<WebSocket>();
  readonly #beat: NodeJS.Timeout;
  readonly #watch: NodeJS.Timeout;
  #closing = false;
  /** How often rights were asked for again: what was read before may have changed since. */
  #judged = 0;

  constructor(http: Server, services: SocketServices) {
    this.#services = services;
    const { limits, log } = services;
    this.#accounts = new Accounts(limits);
    this.#server = new WebSocketServer({
      noServer: true,
      clientTracking: false,
      perMessageDeflate: false,
      maxPayload: limits.messageBytes,
      maxFragments: limits.fragments,
      handleProtocols: (offered) => (offered.has(protocol) ? protocol : false),
    });
    this.#server.on('error', (error) => log.error({ reason: error.message }, 'the socket server failed'));
    http.on('upgrade', (request: IncomingMessage, socket: Duplex, head: Buffer) => {
      socket.on('error', (error) => log.debug({ reason: error.message }, 'a socket failed'));
      try {
        this.#onUpgrade(request, socket, head);
      } catch (error) {
        log.error({ reason: (error as Error).message }, 'an upgrade failed');
        socket.destroy();
      }
    });
    this.#beat = setInterval(() => {
      for (const connection of [...this.#connections]) connection.beat();
      this.#accounts.forget();
    }, limits.heartbeatMs);
    this.#beat.unref();
    this.#watch = setInterval(() => {
      for (const connection of this.#accounts.overfull()) connection.cut();
    }, limits.watchMs);
    this.#watch.unref();
  }

  get size(): number {
    return this.#connections.size;
  }

  get connections(): Iterable<Connection> {
    return this.#connections;
  }

  /** Asks again what everyone in these rooms may do, and acts on it: once for all sockets of a person to a case. */
  async judgeAgain(connections: Iterable<Connection>): Promise<void> {
    this.#judged++;
    const groups = new Map<string, Connection[]>();
    for (const connection of connections) {
      const { claims } = connection.identity;
      const name = JSON.stringify([connection.room.key.caseId, connection.person, claims]);
      const group = groups.get(name);
      if (group) group.push(connection);
      else groups.set(name, [connection]);
    }
    await Promise.all([...groups.values()].map((group) => this.#judgeGroup(group)));
  }

  async #judgeGroup(group: readonly Connection[]): Promise<void> {
    const { access, cases, log } = this.#services;
    const { identity, room } = group[0] as Connection;
    try {
      const state = await cases.state(room.key.caseId);
      const rooms = state ? await access.rooms(identity, state) : [];
      const endsIn = state ? access.endsIn(identity, state) : null;
      for (const connection of group) {
        const found = rooms.find(({ document }) => document === connection.room.key.document);
        connection.setMay(found?.may ?? null);
        this.#judgeLater(connection, endsIn);
      }
    } catch (error) {
      log.error({ reason: (error as Error).message }, 'a right could not be read: the connections were closed');
      for (const connection of group) connection.restart();
    }
  }

  #judgeLater(connection: Connection, ms: number | null): void {
    connection.judgeIn(ms, () => void this.#judgeGroup([connection]));
  }

  /** Ends the sockets whose token is no longer taken. */
  dropRevoked(): void {
    for (const connection of [...this.#connections]) {
      if (this.#services.auth.isRevoked(connection.identity.claims)) {
        connection.close(closeCodes.unauthenticated, 'the token was revoked');
      }
    }
  }

  /** Takes nothing new. */
  drain(): void {
    this.#closing = true;
  }

  /** Sends everyone away, to come back soon. */
  close(): void {
    this.#closing = true;
    clearInterval(this.#beat);
    clearInterval(this.#watch);
    for (const connection of [...this.#connections]) connection.close(closeCodes.restarting, 'the server restarts');
    for (const socket of this.#doorway) this.#refuse(socket, closeCodes.restarting, 'the server restarts');
    this.#server.close();
  }

  /** Ends what has not gone by itself. */
  terminate(): void {
    for (const connection of [...this.#connections]) connection.terminate();
    for (const socket of this.#doorway) socket.terminate();
  }

  #onUpgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void {
    const { limits } = this.#services;
    if (!this.#isOwnOrigin(request)) {
      refuseUpgrade(socket, '403 Forbidden');
      return;
    }
    if (!request.url?.startsWith(path)) {
      refuseUpgrade(socket, '404 Not Found');
      return;
    }
    if (this.#closing || this.#connections.size + this.#doorway.size >= limits.sockets) {
      refuseUpgrade(socket, '503 Service Unavailable');
      return;
    }
    this.#server.handleUpgrade(request, socket, head, (websocket) => {
      websocket.on('error', (error) => this.#services.log.debug({ reason: error.message }, 'a websocket failed'));
      void this.#welcome(websocket, request);
    });
  }

  /** A page of this server, of an allowed site, or no page at all: a program has no origin and passes with its token. */
  #isOwnOrigin(request: IncomingMessage): boolean {
    const { origin, host } = request.headers;
    if (origin === undefined) return true;
    if (this.#services.allowedOrigins.includes(origin)) return true;
    return URL.canParse(origin) && new URL(origin).host === host;
  }

  /** Until it ends, nothing that the client sends is read. */
  async #welcome(socket: WebSocket, request: IncomingMessage): Promise<void> {
    const { limits, log } = this.#services;
    this.#doorway.add(socket);
    socket.pause();
    const gone = new AbortController();
    socket.once('close', () => {
      gone.abort();
      this.#doorway.delete(socket);
    });
    const deadline = setTimeout(() => socket.terminate(), limits.signInMs);
    try {
      await this.#admit(socket, request, gone.signal);
      this.#doorway.delete(socket);
    } catch (error) {
      if (error instanceof Refused) {
        this.#refuse(socket, error.code, error.message);
      } else {
        log.error({ reason: (error as Error).message }, 'a socket could not be opened');
        this.#refuse(socket, closeCodes.restarting, 'try again');
      }
    } finally {
      clearTimeout(deadline);
      socket.resume();
    }
  }

  #refuse(socket: WebSocket, code: number, reason: string): void {
    this.#services.metrics.count('sockets_refused', String(code));
    closeSoon(socket, code, reason, this.#services.limits.closeMs);
  }

  async #admit(socket: WebSocket, request: IncomingMessage, gone: AbortSignal): Promise<void> {
    const { auth, cases, rooms, visits, selfCheck, limits, log } = this.#services;
    const token = tokenOf(request);
    const own = selfCheck.admit(token);
    if (own) {
      this.#connect(socket, own.room, own.identity, 'write');
      return;
    }
    const identity = await this.#identify(token);
    const name = roomOf(request);
    if (!name) throw new Refused(closeCodes.noSuchRoom, 'no such room');
    const right = await this.#rightTo(identity, name);
    const { may, judged, until } = right;
    const room = await rooms.open(name);
    if (!room) throw new Refused(closeCodes.noSuchRoom, 'no such room');
    if (room.epoch > name.epoch)
      throw new Refused(closeCodes.epochSuperseded, 'the document was replaced: ask for the case again');
    if (room.epoch < name.epoch) throw new Refused(closeCodes.noSuchRoom, 'no such room');
    const account = this.#accounts.of(identity.actor.person);
    if (account.connections.size >= limits.socketsPerPerson)
      throw new Refused(closeCodes.slowDown, 'too many connections');
    if (gone.aborted) return;
    if (this.#closing) throw new Refused(closeCodes.restarting, 'the server restarts');

    const connection = this.#connect(socket, room, identity, may);
    visits
      .tell({
        at: new Date().toISOString(),
        person: identity.actor.person,
        action: 'document.open',
        caseId: name.caseId,
        document: name.document,
        detail: { may },
      })
      .catch((error: Error) => log.error({ reason: error.message }, 'an audit entry was not stored'));
    // What changed while it was being admitted.
    const state = await cases.state(name.caseId);
    if (auth.isRevoked(identity.claims)) connection.close(closeCodes.unauthenticated, 'the token was revoked');
    else if (this.#judged !== judged || state !== right.state) await this.#judgeGroup([connection]);
    else this.#judgeLater(connection, until === null ? null : Math.max(0, until - performance.now()));
  }

  #connect(socket: WebSocket, room: Room, identity: Identity, may: 'read' | 'write'): Connection {
    const { rooms, limits, log, metrics } = this.#services;
    const account = this.#accounts.of(identity.actor.person);
    const connection = new Connection(socket, room, identity, may, {
      limits,
      log,
      metrics,
      account,
      renew: (from, token) => this.#renew(from, token),
      onClose: (from) => {
        this.#connections.delete(from);
        account.connections.delete(from);
        rooms.rest(room);
      },
    });
    this.#connections.add(connection);
    account.connections.add(connection);
    return connection;
  }

  async #identify(token: string | null): Promise<Identity> {
    if (token === null) {
      this.#services.refusals.count('socket', 'no token');
      throw new Refused(closeCodes.unauthenticated, 'a token is needed');
    }
    try {
      return await this.#services.access.identify(await this.#services.auth.verify(token));
    } catch (error) {
      if ((error as Error).name !== 'TokenError') throw error;
      this.#services.refusals.count('socket', (error as Error).message);
      throw new Refused(closeCodes.unauthenticated, (error as Error).message);
    }
  }

  /** A room that one may not know of does not exist; one of a case that one may see is refused by name. */
  async #rightTo(identity: Identity, { caseId, document }: RoomName): Promise<Right> {
    const { access, cases } = this.#services;
    const judged = this.#judged;
    const state = await cases.state(caseId);
    const endsIn = state && access.endsIn(identity, state);
    const until = endsIn === null ? null : performance.now() + endsIn;
    const rooms = state ? await access.rooms(identity, state) : [];
    if (rooms.length === 0 || !state?.documents[document]) throw new Refused(closeCodes.noSuchRoom, 'no such room');
    const found = rooms.find((room) => room.document === document);
    if (!found) throw new Refused(closeCodes.forbidden, 'no right to this document');
    return { may: found.may, state, judged, until };
  }

  async #renew(connection: Connection, token: string): Promise<Identity> {
    const identity = await this.#identify(token);
    if (identity.actor.person !== connection.person) throw new Error('a token of somebody else');
    void Promise.resolve().then(() => this.judgeAgain([connection]));
    return identity;
  }
}

function tokenOf(request: IncomingMessage): string | null {
  const offered = (request.headers['sec-websocket-protocol'] ?? '').split(',').map((name) => name.trim());
  return offered.find((name) => name.startsWith(bearer))?.slice(bearer.length) ?? null;
}

function roomOf(request: IncomingMessage): RoomName | null {
  const name = (request.url ?? '').slice(path.length).split('?')[0] ?? '';
  try {
    return parseRoom(decodeURIComponent(name));
  } catch {
    return null; // not even an address
  }
}

function refuseUpgrade(socket: Duplex, status: string): void {
  socket.end(`HTTP/1.1 ${status}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`);
}
