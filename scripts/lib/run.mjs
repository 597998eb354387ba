import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';

/** The repository's root folder, with a slash at its end. */
export const root = fileURLToPath(new URL('../../', import.meta.url));

/** Runs a command in the repository's root and shows its output; a failing command ends this process with its exit code. */
export async function run(command, args, { env = {} } = {}) {
  const child = spawn(command, args, {
    cwd: root,
    stdio: 'inherit',
    env: { ...process.env, ...env },
  });
  const code = await new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (exit, signal) => resolve(signal === null ? (exit ?? 1) : 1));
  });
  if (code !== 0) process.exit(code);
}
