import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { root } from './run.mjs';

/** Starts the built server with a demo in a data folder of its own, on a free port. `close` ends it and removes the folder. */
export async function startDemo(env = {}) {
  const folder = mkdtempSync(join(tmpdir(), 'ssp-demo-'));
  const child = spawn(process.execPath, ['server/bin/ssp.js', 'serve'], {
    cwd: root,
    env: { ...process.env, HOST: '127.0.0.1', PORT: '0', SSP_DATA_DIR: folder, SSP_LOG_LEVEL: 'info', ...env },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const close = async () => {
    if (child.exitCode === null) {
      child.kill();
      await new Promise((resolve) => child.once('exit', resolve));
    }
    rmSync(folder, { recursive: true, force: true });
  };
  const url = await new Promise((resolve, reject) => {
    createInterface({ input: child.stdout }).on('line', (line) => {
      const [found] = /http:\/\/127\.0\.0\.1:\d+/.exec(line) ?? [];
      if (found) resolve(found);
    });
    child.once('exit', (code) => reject(new Error(`The server ended with code ${code}.`)));
  }).catch(async (error) => {
    await close();
    throw error;
  });
  return { url, folder, close };
}
