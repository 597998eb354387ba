/** A server of the bench in a process of its own, and the folder where it keeps what it keeps. */
import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Dialect, fanOut, hocuspocus, ours, type RoomAddress } from './dialect.js';
import { repository } from './repository.js';
import type { Usage } from './targets/probe.js';

export type TargetName = 'ssp' | 'hocuspocus' | 'fan-out';

interface Kind {
  readonly label: string;
  readonly dialect: Dialect;
  readonly program: string;
  /** Where it keeps its data inside a folder. */
  readonly data: string;
}

export const kinds: Readonly<Record<TargetName, Kind>> = {
  ssp: { label: 'SSP Kit', dialect: ours, program: 'dist/bench/targets/ours.js', data: 'data' },
  hocuspocus: {
    label: 'Hocuspocus + SQLite',
    dialect: hocuspocus,
    program: 'bench/peers/hocuspocus.mjs',
    data: 'hocuspocus.db',
  },
  'fan-out': { label: 'plain `ws` fan-out', dialect: fanOut, program: 'dist/bench/targets/fan-out.js', data: '' },
};

export class Target {
  readonly name: TargetName;
  readonly dialect: Dialect;
  readonly #folder: string;
  #child: ChildProcess | null = null;
  #port = 0;
  #asked = 0;

  /** Starts it with nothing kept. */
  static async start(name: TargetName): Promise<Target> {
    const target = new Target(name);
    await target.restart();
    return target;
  }

  private constructor(name: TargetName) {
    this.name = name;
    this.dialect = kinds[name].dialect;
    this.#folder = mkdtempSync(join(tmpdir(), 'ssp-bench-'));
  }

  get url(): string {
    return `http://127.0.0.1:${this.#port}`;
  }

  /** Starts it again on what it keeps, at the same port. Resolves once it listens. */
  async restart(): Promise<void> {
    const { program, data } = kinds[this.name];
    const child = fork(join(repository, 'server', program), [join(this.#folder, data), String(this.#port)], {
      execArgv: ['--expose-gc', ...(process.env['SSP_BENCH_EXEC']?.split(' ') ?? [])],
      stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
      serialization: 'advanced',
      env: { ...process.env, NODE_ENV: 'production' },
    });
    this.#child = child;
    const [first] = (await Promise.race([
      once(child, 'message'),
      once(child, 'exit').then(([code]) => {
        throw new Error(`${this.name} did not start (${code})`);
      }),
    ])) as [{ port: number }];
    this.#port = first.port;
  }

  /** `kill -9`. */
  async kill(): Promise<void> {
    await this.#end('SIGKILL');
  }

  /** Ends it in an orderly way; what it keeps stays. */
  async stop(): Promise<void> {
    await this.#end('SIGTERM');
  }

  /** Ends it and throws away what it kept. */
  async close(): Promise<void> {
    await this.#end('SIGTERM');
    rmSync(this.#folder, { recursive: true, force: true });
  }

  /** Rooms with so many people each. `named` keeps the rooms of two calls apart. */
  async rooms(rooms: number, people: number, named: string): Promise<readonly RoomAddress[]> {
    if (this.name === 'ssp') return (await this.ask('rooms', { rooms, people, named })) as RoomAddress[];
    return Array.from({ length: rooms }, (_, room) => ({
      room: `${named}-${room}`,
      tokens: Array.from({ length: people }, () => ''),
    }));
  }

  async usage(collect = false): Promise<Usage> {
    return (await this.ask('usage', collect)) as Usage;
  }

  ask(name: string, argument: unknown): Promise<unknown> {
    const child = this.#child;
    if (!child) throw new Error(`${this.name} does not run`);
    const id = ++this.#asked;
    return new Promise((resolve, reject) => {
      const onMessage = (answer: { id: number; value?: unknown; error?: string }) => {
        if (answer.id !== id) return;
        child.off('message', onMessage);
        child.off('exit', onExit);
        if (answer.error === undefined) resolve(answer.value);
        else reject(new Error(`${this.name}: ${answer.error}`));
      };
      const onExit = () => reject(new Error(`${this.name} ended`));
      child.on('message', onMessage);
      child.once('exit', onExit);
      child.send({ id, name, argument });
    });
  }

  async #end(signal: NodeJS.Signals): Promise<void> {
    const child = this.#child;
    this.#child = null;
    if (!child || child.exitCode !== null || child.signalCode !== null) return;
    const ended = once(child, 'exit');
    child.kill(signal);
    await ended;
  }
}
