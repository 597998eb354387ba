/** Sessions of our own client against a real server. */
import { once } from 'node:events';
import { type ChildProcess, spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { createSession, type DocumentHandle, type Readable, type Session, type SessionOptions } from '@ssp-kit/session';
import { WebSocket } from 'ws';

export function openSession(
  url: string,
  getToken: () => Promise<string>,
  options: Partial<SessionOptions> = {},
): Promise<Session> {
  return createSession({
    server: url,
    getToken,
    WebSocket: WebSocket as unknown as typeof globalThis.WebSocket,
    ...options,
  });
}

/** Resolves once `test` holds of a readable; rejects with what it was after too long. */
export function reaches<T>(readable: Readable<T>, test: (value: T) => boolean, ms = 15_000): Promise<T> {
  if (test(readable.get())) return Promise.resolve(readable.get());
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => {
      stop();
      reject(new Error(`it stays at ${JSON.stringify(readable.get()).slice(0, 2_000)}`));
    }, ms);
    const stop = readable.subscribe(() => {
      if (!test(readable.get())) return;
      stop();
      clearTimeout(timer);
      resolve(readable.get());
    });
  });
}

export function synced(document: DocumentHandle, ms?: number) {
  return reaches(document.view, (status) => status.synced && status.saved === 'saved', ms);
}

/** The server as a process of its own, to be killed. */
export class ServerProcess {
  readonly url: string;
  readonly #env: NodeJS.ProcessEnv;
  #child: ChildProcess | null = null;

  constructor(dataDir: string, port: number) {
    this.url = `http://127.0.0.1:${port}`;
    this.#env = { ...process.env, PORT: String(port), SSP_DATA_DIR: dataDir, SSP_LOG_LEVEL: 'info', SSP_DEMO: '0' };
  }

  /** Starts it; resolves once it answers. */
  async start(): Promise<void> {
    const main = fileURLToPath(new URL('../../src/main.js', import.meta.url));
    const child = spawn(process.execPath, [main, 'serve'], { env: this.#env, stdio: ['ignore', 'pipe', 'inherit'] });
    this.#child = child;
    for await (const chunk of child.stdout) if (String(chunk).includes('the server answers')) break;
    child.stdout.resume();
  }

  async kill(): Promise<void> {
    await this.#end('SIGKILL');
  }

  /** Asks it to stop, as a service manager does; resolves with its exit code. */
  async stop(): Promise<number | null> {
    return this.#end('SIGTERM');
  }

  async #end(signal: NodeJS.Signals): Promise<number | null> {
    const child = this.#child;
    this.#child = null;
    if (!child || child.exitCode !== null) return child?.exitCode ?? null;
    const gone = once(child, 'exit');
    child.kill(signal);
    const [code] = (await gone) as [number | null];
    return code;
  }
}
