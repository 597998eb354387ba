/** A real server for tests: on a free port, with a data folder of its own that goes with it. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type App, type AppOptions, createApp } from './app.js';
import type { NewToken } from './auth.js';
import type { Process } from '@ssp-kit/process';
import { readSettings } from './settings.js';

export interface TestServer {
  readonly app: App;
  readonly url: string;
  readonly port: number;
  readonly dataDir: string;
  token(token: Partial<NewToken> & Pick<NewToken, 'sub' | 'roles'>): Promise<string>;
  /** Stops it; the folder stays for a next one unless it was made here. */
  stop(): Promise<void>;
}

export interface TestServerOptions extends Omit<AppOptions, 'settings'> {
  /** A folder to use, and to leave behind. */
  readonly dataDir?: string;
  /** Another process than the one the settings name. */
  readonly process?: Process;
  readonly env?: Readonly<Record<string, string>>;
}

export async function startTestServer(options: TestServerOptions = {}): Promise<TestServer> {
  const { dataDir: given, env = {}, process, ...rest } = options;
  const dataDir = given ?? mkdtempSync(join(tmpdir(), 'ssp-test-'));
  const settings = readSettings({ PORT: '0', SSP_DATA_DIR: dataDir, SSP_LOG_LEVEL: 'silent', ...env });
  const app = await createApp({ settings: process ? { ...settings, process } : settings, ...rest });
  const { url, port } = await app.listen().catch(async (error: unknown) => {
    await app.close();
    throw error;
  });
  return {
    app,
    url,
    port,
    dataDir,
    token: (token) => app.auth.sign({ name: token.sub, expiresIn: 3600, ...token }),
    async stop() {
      await app.close();
      if (!given) rmSync(dataDir, { recursive: true, force: true });
    },
  };
}
