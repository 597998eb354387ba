// Compiles every package (incrementally) and then makes the bundles that browsers load.
import { run } from './lib/run.mjs';

await run('npx', ['tsc', '-b']);
for (const workspace of ['@ssp-kit/embed', '@ssp-kit/portal']) {
  await run('npm', ['run', '--silent', 'bundle', '--workspace', workspace]);
}
