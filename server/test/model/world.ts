/** A real server on a real database file whose store can be lost between any two moments, as when the process is killed. */
import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Day, localDay } from '@ssp-kit/process';
import { hawaiiClassic } from '@ssp-kit/process/profiles';
import { WebSocket } from 'ws';
import { startTestServer, type TestServer } from '../../src/index.js';
import { type Storage, StorageError } from '../../src/storage/port.js';
import type { Defect } from './defects.js';

/** Where a crash comes: before or after the commit of the so-manieth write from now. */
export interface Crash {
  readonly writes: number;
  readonly when: 'before' | 'after';
}

export interface Answer {
  readonly status: number;
  /** What the server sent, null for nothing. */
  readonly body: unknown;
}

/** No answer came: the connection broke, or the client did not wait for it. */
export const lost = 'lost';

const writes = new Set<string>(['append', 'decide', 'revoke']);
/** A Monday behind the last day of every start. */
const firstInstant = Date.parse('2026-11-30T18:00:00.000Z');
const plenty = 1e9;

function dayOf(instant: number): Day {
  return localDay(new Date(instant), hawaiiClassic.profile.timeZone);
}

/** The day on which every history begins. */
export const firstDay = dayOf(firstInstant);

export const school = 'school';

export class World {
  readonly dataDir = mkdtempSync(join(tmpdir(), 'ssp-model-'));
  readonly defect: Defect | null;
  /** The server's clock, and the day there. */
  now = firstInstant;
  today = dayOf(firstInstant);
  /** Counts up with every start of the server. */
  life = 0;
  /** The store as it is, without faults and defects. */
  store!: Storage;
  #server!: TestServer;
  #crash: { left: number; when: Crash['when'] } | null = null;
  #isDead = false;
  #calls = new AbortController();
  #sockets = new Set<WebSocket>();

  static async open(defect: Defect | null = null): Promise<World> {
    const world = new World(defect);
    await world.#start();
    await world.#server.app.store.tables.write([
      { sql: "INSERT INTO roster_schools VALUES (?, 'School', 'school', NULL, 1)", args: [school] },
      {
        sql: `INSERT INTO roster_ids (source, kind, source_id, id, state_id, detail, active) VALUES ('test', 'school', ?, ?, NULL, '{}', 1)`,
        args: [school, school],
      },
    ]);
    return world;
  }

  private constructor(defect: Defect | null) {
    this.defect = defect;
  }

  get isDead(): boolean {
    return this.#isDead;
  }

  /** Adds students of the school to the roster. Answers their ids. */
  async addStudents(count: number): Promise<string[]> {
    const ids = Array.from({ length: count }, () => randomUUID());
    const many = ids.map((id) => [id]);
    await this.#server.app.store.tables.write([
      {
        sql: `INSERT INTO roster_ids (source, kind, source_id, id, state_id, detail, active) VALUES ('test', 'student', ?1, ?1, NULL, '{}', 1)`,
        many,
      },
      {
        sql: `INSERT INTO roster_people (id, kind, given_name, family_name, birth_date, active) VALUES (?, 'student', 'Kai', 'Tester', '2016-03-05', 1)`,
        many,
      },
      {
        sql: `INSERT INTO roster_enrolments (source, student, school, grade, begin_day, active) VALUES ('test', ?, '${school}', '3', '', 1)`,
        many,
      },
    ]);
    return ids;
  }

  token(token: Parameters<TestServer['token']>[0]): Promise<string> {
    return this.#server.token(token);
  }

  resetClock(): void {
    this.turnClock(firstInstant - this.now);
  }

  turnClock(milliseconds: number): void {
    this.now += milliseconds;
    this.today = dayOf(this.now);
  }

  async request(token: string, method: string, path: string, body?: unknown): Promise<Answer | typeof lost> {
    const { signal } = this.#calls;
    try {
      const response = await fetch(`${this.#server.url}${path}`, {
        method,
        signal,
        headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      });
      const text = await response.text();
      return signal.aborted ? lost : { status: response.status, body: text === '' ? null : JSON.parse(text) };
    } catch (error) {
      if (signal.aborted || this.#isDead) return lost;
      throw error;
    }
  }

  socket(token: string, room: string): WebSocket {
    const address = `${this.#server.url.replace('http', 'ws')}/sync/${room}`;
    const socket = new WebSocket(address, ['ssp.v1', `bearer.${token}`]);
    socket.on('error', () => undefined);
    socket.on('close', () => this.#sockets.delete(socket));
    this.#sockets.add(socket);
    if (this.#isDead) socket.terminate();
    return socket;
  }

  plan(crash: Crash): void {
    this.#crash = { left: crash.writes, when: crash.when };
  }

  /** Ends the server now where no planned crash has, and starts it anew on what the disk has. */
  async restart(): Promise<void> {
    this.#die();
    await this.#stop();
    await this.#start();
  }

  async close(): Promise<void> {
    this.#die();
    await this.#stop();
    rmSync(this.dataDir, { recursive: true, force: true });
  }

  async #start(): Promise<void> {
    this.life++;
    this.#server = await startTestServer({
      dataDir: this.dataDir,
      process: this.defect?.process ?? hawaiiClassic,
      now: () => new Date(this.now),
      rosterEveryMs: 3_600_000,
      limits: { socketsPerPerson: plenty, personMessagesPerSecond: plenty, storeRetryMs: 5, drainMs: 20 },
    });
    const { app } = this.#server;
    const { storage, tables } = app.store;
    // A kill of the process loses nothing that the file has, flushed or not.
    await tables.all('PRAGMA synchronous = OFF');
    this.store = { ...storage };
    const isDead = () => this.#isDead;
    const life = this.life;
    const under = { ...this.store, ...this.defect?.store?.(this.store, () => isDead() || life !== this.life) };
    Object.assign(app.auth, this.defect?.auth);
    const faulty = Object.entries(under)
      .filter(([name]) => name !== 'close')
      .map(([name, call]) => [name, this.#faulty(name, call as (...args: unknown[]) => Promise<unknown>)] as const);
    Object.assign(storage, Object.fromEntries(faulty));
    this.#crash = null;
    this.#calls = new AbortController();
    this.#isDead = false;
  }

  #faulty(name: string, call: (...args: unknown[]) => Promise<unknown>) {
    return async (...args: unknown[]) => {
      if (this.#isDead) return name === 'audit' ? undefined : this.#gone();
      const crash = this.#crash;
      const hits = crash !== null && writes.has(name) && --crash.left <= 0;
      if (hits && crash.when === 'after') await call(...args);
      if (hits) {
        this.#die();
        return this.#gone();
      }
      return call(...args);
    };
  }

  #gone(): never {
    throw new StorageError('failed', 'the process was killed');
  }

  /** From here on nothing comes to the disk, and nothing to the clients. */
  #die(): void {
    if (this.#isDead) return;
    this.#isDead = true;
    this.#calls.abort();
    for (const socket of this.#sockets) socket.terminate();
  }

  async #stop(): Promise<void> {
    await this.#server.app.close().catch(() => this.store.close());
  }
}
