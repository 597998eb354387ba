import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { type Browser, chromium } from 'playwright-core';

const repository = new URL('../../../../', import.meta.url);

interface Demo {
  readonly url: string;
  readonly folder: string;
  close(): Promise<void>;
}

/** Kea SIS in front of a demo of the SSP server, both on free ports. */
export interface Kea {
  readonly url: string;
  /** How often the student's form was saved. */
  saves(): Promise<number>;
  close(): Promise<void>;
}

export async function openKea(): Promise<Kea> {
  const { startDemo } = await load<{ startDemo(): Promise<Demo> }>('scripts/lib/demo-server.mjs');
  const demo = await startDemo();
  const sis = spawn(process.execPath, ['server.mjs'], {
    cwd: fileURLToPath(new URL('examples/host-page/', repository)),
    env: { ...process.env, PORT: '0', SSP_SERVER: demo.url, SSP_DATA_DIR: demo.folder },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const [line] = (await once(createInterface({ input: sis.stdout }), 'line')) as [string];
  const url = /http:\S+\//.exec(line)?.[0] ?? '';
  return {
    url,
    async saves() {
      const answer = (await (await fetch(`${url}saves`)).json()) as { saves: number };
      return answer.saves;
    },
    async close() {
      if (sis.exitCode === null) {
        sis.kill();
        await once(sis, 'exit');
      }
      await demo.close();
    },
  };
}

export async function openBrowser(): Promise<Browser> {
  const { findChromium, chromiumFlags } = await load<{ findChromium(): string; chromiumFlags: string[] }>(
    'scripts/find-chromium.mjs',
  );
  return chromium.launch({ executablePath: findChromium(), args: chromiumFlags });
}

/** The repository's scripts are plain JavaScript without types. */
async function load<T>(file: string): Promise<T> {
  return (await import(new URL(file, repository).href)) as T;
}
