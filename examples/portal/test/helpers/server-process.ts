import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { type AddressInfo, createServer } from 'node:net';
import { createInterface } from 'node:readline';
import { repository } from './repository.js';

const program = `${repository}server/bin/ssp.js`;

export interface Ran {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

/** The environment of the tests without settings that are meant for another server. */
function bareEnvironment(): NodeJS.ProcessEnv {
  return Object.fromEntries(Object.entries(process.env).filter(([name]) => !/^(SSP_|HOST$|PORT$)/.test(name)));
}

/** Runs the command line of the server as a person would; answers what it said. */
export function ssp(args: readonly string[], env: Readonly<Record<string, string>>): Promise<Ran> {
  return new Promise((resolve) => {
    const options = {
      env: { ...bareEnvironment(), ...env },
      cwd: repository,
      timeout: 120_000,
      maxBuffer: 64 * 1024 * 1024,
    };
    execFile(process.execPath, [program, ...args], options, (error, out, err) => {
      const code = error === null ? 0 : typeof error.code === 'number' ? error.code : -1;
      resolve({ code, out, err });
    });
  });
}

export async function freePort(): Promise<number> {
  const server = createServer();
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}

/** The server as a process of its own, which can be killed and started again on the same port and data. */
export class ServerProcess {
  readonly port: number;
  readonly url: string;
  readonly env: Readonly<Record<string, string>>;
  readonly #lines: string[] = [];
  readonly #errors: string[] = [];
  #child: ChildProcess | null = null;

  constructor(port: number, env: Readonly<Record<string, string>>) {
    this.port = port;
    this.url = `http://127.0.0.1:${port}`;
    this.env = { HOST: '127.0.0.1', PORT: String(port), SSP_LOG_LEVEL: 'info', ...env };
  }

  /** Resolves once it answers. */
  async start(): Promise<void> {
    const child = spawn(process.execPath, [program, 'serve'], {
      cwd: repository,
      env: { ...bareEnvironment(), ...this.env },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    this.#child = child;
    createInterface({ input: child.stderr }).on('line', (line) => this.#errors.push(line));
    const output = createInterface({ input: child.stdout });
    await new Promise<void>((resolve, reject) => {
      output.on('line', (line) => {
        this.#lines.push(line);
        if (line.includes('the server answers')) resolve();
      });
      child.once('exit', (code) =>
        reject(new Error(`the server ended with ${code}: ${[...this.#errors, ...this.#lines].join('\n')}`)),
      );
    });
  }

  /** Ends it from one moment to the next, as a power cut would. */
  async kill(): Promise<void> {
    await this.#end('SIGKILL');
  }

  async stop(): Promise<void> {
    await this.#end('SIGTERM');
  }

  async #end(signal: NodeJS.Signals): Promise<void> {
    const child = this.#child;
    this.#child = null;
    if (child === null || child.exitCode !== null || child.signalCode !== null) return;
    child.kill(signal);
    await once(child, 'exit');
  }

  /** What it said on standard error since it was first started, and what it logged as an error. */
  get faults(): readonly string[] {
    return [...this.#errors, ...this.#lines.filter((line) => /^\{"level":(50|60)/.test(line))];
  }
}
