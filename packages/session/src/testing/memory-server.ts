/**
 * A server in this process for the session's tests: the real process and record behind a socket and a fetch that a test
 * can hold, refuse and cut. What the real server does is tested with the real one; this one fails on command.
 */
import {
  type CaseState,
  type DocumentView,
  decide,
  documentsRead,
  fold,
  type Process,
  startCase,
} from '@ssp-kit/process';
import { hawaiiClassic } from '@ssp-kit/process/profiles';
import {
  type Command,
  documentKind,
  encodeCommitted,
  encodeNotice,
  encodeRefused,
  formatRoom,
  type Keep,
  messageTypes,
  type Notice,
  type UpdateRefusal,
} from '@ssp-kit/protocol';
import { appendDecision, project, projectOfficial } from '@ssp-kit/record';
import * as decoding from 'lib0/decoding';
import * as encoding from 'lib0/encoding';
import { applyUpdate, Doc, encodeStateAsUpdate, encodeStateVector } from 'yjs';

interface Room {
  readonly doc: Doc;
  readonly sockets: Set<MemorySocket>;
  sealed: boolean;
}

export interface Caller {
  readonly person: string;
  readonly name: string;
  readonly roles: readonly string[];
}

const day = '2026-11-23';
const queryPresence = 3;

export class MemoryServer {
  /** False: no socket opens, no request is answered. */
  reachable = true;
  /** Committed frames are not reported until it is false again. */
  holdCommits = false;
  /** What becomes of the next sync frame with content. */
  refuseNext: UpdateRefusal | null = null;
  /** Tokens that are not taken any more. */
  readonly endedTokens = new Set<string>();
  readonly requests: string[] = [];
  readonly commands: Command[] = [];
  /** Called with each token that comes in band. */
  onToken: ((token: string) => void) | null = null;
  readonly hellos: unknown[] = [];
  /** Requests that arrive and whose answer gets lost. */
  loseAnswers = 0;
  /** Ends with this page instead of data: a portal in between. */
  portal = false;
  epoch = 1;
  /** The most that may be kept in a browser. */
  keep: Keep = 'device';
  /** By whose rows it judges; null: it cannot tell. */
  process: Process | null = hawaiiClassic;
  readonly #rooms = new Map<string, Room>();
  readonly #sockets = new Set<MemorySocket>();
  readonly #answers = new Map<string, unknown>();
  readonly #held: (() => void)[] = [];
  readonly #onHeld: (() => void)[] = [];
  readonly WebSocket: typeof WebSocket;

  constructor() {
    const server = this;
    this.WebSocket = class extends MemorySocket {
      constructor(url: string, protocols: string[]) {
        super(server, url, protocols);
      }
    } as unknown as typeof WebSocket;
  }

  get sockets(): readonly MemorySocket[] {
    return [...this.#sockets];
  }

  room(name: string): Room {
    let room = this.#rooms.get(name);
    if (!room) {
      room = { doc: new Doc(), sockets: new Set(), sealed: false };
      this.#rooms.set(name, room);
    }
    return room;
  }

  document(caseId: string, document: string): DocumentView {
    return project(
      this.process ?? hawaiiClassic,
      documentKind(document),
      this.room(this.roomName(caseId, document)).doc,
    );
  }

  roomName(caseId: string, document: string): string {
    return formatRoom({ caseId, document, epoch: this.epoch });
  }

  state(caseId: string): CaseState | null {
    return fold(projectOfficial(this.room(this.roomName(caseId, 'official')).doc));
  }

  /** Resolves when the next frame has come whose report is held. */
  held(): Promise<void> {
    return new Promise((resolve) => {
      this.#onHeld.push(resolve);
    });
  }

  /** Reports what was held. */
  releaseCommits(): void {
    this.holdCommits = false;
    for (const report of this.#held.splice(0)) report();
  }

  /** Nothing goes through the connections that stand, and nobody is told. */
  silence(): void {
    for (const socket of this.#sockets) socket.silent = true;
  }

  /** Cuts every connection, as a killed server does. */
  cut(): void {
    this.#held.length = 0;
    for (const socket of this.#sockets) socket.end(1006);
  }

  closeAll(code: number): void {
    for (const socket of this.#sockets) socket.end(code);
  }

  seal(caseId: string, document: string): void {
    const room = this.room(this.roomName(caseId, document));
    room.sealed = true;
    this.notify(caseId, document, { type: 'sealed', document });
  }

  notify(caseId: string, document: string, notice: Notice): void {
    for (const socket of this.room(this.roomName(caseId, document)).sockets) socket.deliver(encodeNotice(notice));
  }

  refuse(caseId: string, document: string, n: number, code: UpdateRefusal): void {
    for (const socket of this.room(this.roomName(caseId, document)).sockets) {
      socket.deliver(encodeRefused({ n, code, detail: null }));
    }
  }

  readonly fetch: typeof fetch = async (input, init) => {
    const { pathname } = new URL(String(input));
    const method = init?.method ?? 'GET';
    this.requests.push(`${method} ${pathname}`);
    if (!this.reachable) throw new TypeError('fetch failed');
    if (this.portal) return new Response('<html></html>', { headers: { 'content-type': 'text/html' } });
    if (pathname === '/api/process') return this.process ? json(this.process) : json({}, 503);
    const token = new Headers(init?.headers).get('authorization')?.slice(7) ?? '';
    if (this.endedTokens.has(token)) return json({ title: 'No', status: 401, code: 'bad-token' }, 401);
    const answer = this.#route(method, pathname, callerOf(token), init?.body);
    if (method !== 'GET' && this.loseAnswers > 0) {
      this.loseAnswers -= 1;
      throw new TypeError('the connection was lost');
    }
    return answer;
  };

  #route(method: string, path: string, caller: Caller, body: unknown): Response {
    if (path === '/api/me') {
      const profile = { id: 'hawaii-classic', version: '1', timeZone: 'Pacific/Honolulu' };
      return json({ person: { ...caller, id: caller.person }, profile, today: day, demo: false });
    }
    if (path === '/api/cases' || path === '/api/students') return json([]);
    if (path === '/api/device-key') return this.#deviceKey(caller, JSON.parse(String(body)) as { device?: string });
    const [, caseId = '', rest] = /^\/api\/cases\/([^/]+)(\/commands)?$/.exec(path) ?? [];
    if (method === 'PUT') this.#start(caseId, caller, JSON.parse(String(body)) as { student: string });
    if (method === 'POST' && rest) return json(this.#command(caseId, caller, JSON.parse(String(body)) as Command));
    return this.#caseAnswer(caseId);
  }

  #deviceKey({ person }: Caller, { device }: { device?: string }): Response {
    const { keep } = this;
    const key = btoa(`${person}${device}`.slice(0, 32).padEnd(32, '.'));
    return json({ keep, key: keep === 'device' && device !== undefined ? key : null });
  }

  #start(caseId: string, actor: Caller, { student }: { student: string }): void {
    if (this.state(caseId)) return;
    const about = { id: student, name: 'Kai Nakoa', grade: '3', school: 's1', schoolName: 'Hilo Elementary' };
    const at = '2026-11-23T20:00:00.000Z';
    const decision = startCase(this.process ?? hawaiiClassic, { caseId, key: caseId, actor, student: about, day, at });
    appendDecision(this.room(this.roomName(caseId, 'official')).doc, decision);
  }

  #command(caseId: string, actor: Caller, command: Command): unknown {
    this.commands.push(command);
    const known = this.#answers.get(command.key);
    if (known) return { ...known, replay: true };
    const process = this.process ?? hawaiiClassic;
    if (command.processVersion !== process.version) return { ok: false, code: 'unknown-version', unmet: [] };
    const state = this.state(caseId) as CaseState;
    const documents = Object.fromEntries(
      documentsRead(process, state, command.action, command.payload, actor.person).map((id) => [
        id,
        this.document(caseId, id),
      ]),
    );
    const at = '2026-11-23T20:00:00.000Z';
    const verdict = decide(process, { ...command, state, documents, actor, relations: ['school'], day, at });
    if (!verdict.ok) return verdict;
    appendDecision(this.room(this.roomName(caseId, 'official')).doc, verdict.decision);
    for (const { document } of verdict.decision.seals) this.seal(caseId, document);
    const answer = { ok: true, decision: verdict.decision, replay: false };
    this.#answers.set(command.key, answer);
    return answer;
  }

  #caseAnswer(caseId: string): Response {
    const state = this.state(caseId);
    if (!state) return json({ title: 'There is no such case', status: 404, code: 'no-such-case' }, 404);
    const rooms = Object.values(state.documents).map((document) => ({
      room: this.roomName(caseId, document.id),
      document: document.id,
      may: document.state === 'sealed' || document.id === 'official' ? 'read' : 'write',
      state: document.state,
    }));
    const { student, seq, processVersion } = state;
    return json({ id: caseId, student, rooms, seq, processVersion, relations: ['school'] });
  }

  /** @internal */
  open(socket: MemorySocket): boolean {
    if (!this.reachable) return false;
    this.#sockets.add(socket);
    if (this.endedTokens.has(socket.token)) queueMicrotask(() => socket.end(4401));
    return true;
  }

  /** @internal */
  left(socket: MemorySocket): void {
    this.#sockets.delete(socket);
    this.room(socket.room).sockets.delete(socket);
  }

  /** @internal */
  receive(socket: MemorySocket, bytes: Uint8Array): void {
    const decoder = decoding.createDecoder(bytes);
    const type = decoding.readVarUint(decoder);
    if (type === queryPresence) socket.deliver(Uint8Array.of(messageTypes.awareness, 1, 0));
    if (type === messageTypes.hello) this.hellos.push(JSON.parse(decoding.readVarString(decoder)));
    if (type === messageTypes.token) this.onToken?.(decoding.readVarString(decoder));
    if (type === messageTypes.awareness) this.#presence(socket, decoding.readVarUint8Array(decoder));
    if (type === messageTypes.sync) {
      const step = decoding.readVarUint(decoder);
      this.#sync(socket, step, decoding.readVarUint8Array(decoder));
    }
  }

  #sync(socket: MemorySocket, step: number, content: Uint8Array): void {
    const room = this.room(socket.room);
    if (step === 0) {
      room.sockets.add(socket);
      socket.deliver(frame(1, encodeStateAsUpdate(room.doc, content)));
      socket.deliver(frame(0, encodeStateVector(room.doc)));
      return;
    }
    socket.frames += 1;
    const n = socket.frames;
    const fresh = content.length > 2;
    const code = fresh ? (this.refuseNext ?? (room.sealed ? 'sealed' : null)) : null;
    if (code) {
      this.refuseNext = null;
      socket.deliver(encodeRefused({ n, code, detail: null }));
      return;
    }
    if (fresh) {
      applyUpdate(room.doc, content);
      for (const other of room.sockets) if (other !== socket) other.deliver(frame(2, content));
    }
    const report = () => socket.deliver(encodeCommitted(n));
    if (!this.holdCommits) report();
    else {
      this.#held.push(report);
      for (const tell of this.#onHeld.splice(0)) tell();
    }
  }

  #presence(socket: MemorySocket, bytes: Uint8Array): void {
    const decoder = decoding.createDecoder(bytes);
    decoding.readVarUint(decoder);
    const client = decoding.readVarUint(decoder);
    const clock = decoding.readVarUint(decoder);
    const state = JSON.parse(decoding.readVarString(decoder)) as object | null;
    const { person, name, roles } = callerOf(socket.token);
    const stamped = state && { ...state, user: { person, name, role: roles[0], color: 3 } };
    const entry = encoding.createEncoder();
    encoding.writeVarUint(entry, 1);
    encoding.writeVarUint(entry, client);
    encoding.writeVarUint(entry, clock);
    encoding.writeVarString(entry, JSON.stringify(stamped));
    const encoder = encoding.createEncoder();
    encoding.writeVarUint(encoder, messageTypes.awareness);
    encoding.writeVarUint8Array(encoder, encoding.toUint8Array(entry));
    for (const other of this.room(socket.room).sockets) {
      if (other !== socket) other.deliver(encoding.toUint8Array(encoder));
    }
  }
}

class MemorySocket {
  static readonly CONNECTING = 0;
  static readonly OPEN = 1;
  static readonly CLOSING = 2;
  static readonly CLOSED = 3;
  readonly OPEN = 1;
  readonly room: string;
  readonly token: string;
  readyState = 0;
  binaryType = 'arraybuffer';
  onopen: (() => void) | null = null;
  onclose: ((event: { code: number; reason: string }) => void) | null = null;
  onmessage: ((event: { data: ArrayBuffer }) => void) | null = null;
  onerror: ((event: unknown) => void) | null = null;
  silent = false;
  /** Sync frames that came in. */
  frames = 0;
  readonly #server: MemoryServer;

  constructor(server: MemoryServer, url: string, protocols: string[]) {
    this.#server = server;
    this.room = decodeURIComponent(new URL(url).pathname.replace(/^\/sync\//, ''));
    this.token = protocols[1]?.slice('bearer.'.length) ?? '';
    setTimeout(() => {
      if (this.readyState !== 0) return;
      if (!server.open(this)) this.end(1006);
      else {
        this.readyState = 1;
        this.onopen?.();
      }
    });
  }

  send(data: Uint8Array): void {
    const copy = data.slice();
    setTimeout(() => {
      if (this.readyState === 1 && !this.silent) this.#server.receive(this, copy);
    });
  }

  deliver(bytes: Uint8Array): void {
    setTimeout(() => {
      if (this.readyState === 1 && !this.silent) this.onmessage?.({ data: bytes.slice().buffer as ArrayBuffer });
    });
  }

  close(): void {
    this.end(1000);
  }

  end(code: number): void {
    if (this.readyState === 3) return;
    this.readyState = 3;
    this.#server.left(this);
    setTimeout(() => this.onclose?.({ code, reason: '' }));
  }
}

/** A token that says who calls, in the shape of a JWT. */
export function tokenOf(caller: Caller, { expires, mark = '' }: { expires?: number; mark?: string } = {}): string {
  const claims = {
    sub: caller.person,
    name: caller.name,
    ssp: { roles: caller.roles },
    ...(expires === undefined ? {} : { exp: expires / 1000 }),
    mark,
  };
  return `h.${btoa(JSON.stringify(claims)).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '')}.s`;
}

function callerOf(token: string): Caller {
  const claims = JSON.parse(atob((token.split('.')[1] ?? '').replaceAll('-', '+').replaceAll('_', '/'))) as {
    sub: string;
    name: string;
    ssp: { roles: string[] };
  };
  return { person: claims.sub, name: claims.name, roles: claims.ssp.roles };
}

function frame(step: number, content: Uint8Array): Uint8Array {
  const encoder = encoding.createEncoder();
  encoding.writeVarUint(encoder, messageTypes.sync);
  encoding.writeVarUint(encoder, step);
  encoding.writeVarUint8Array(encoder, content);
  return encoding.toUint8Array(encoder);
}

function json(body: unknown, status = 200): Response {
  return new Response(JSON.stringify(body), { status, headers: { 'content-type': 'application/json' } });
}
