// Runs compiled tests with Node's runner: `node scripts/test-node.mjs [--e2e] [part of a path ...]`, after `npm run build`.
// Without --e2e: the packages' and the server's tests; with it: the end-to-end tests of the examples, one file at a time.
// SSP_TEST_NAME narrows the tests by a pattern of their names.
import { findTests } from './lib/find-tests.mjs';
import { run } from './lib/run.mjs';

const args = process.argv.slice(2);
const kind = args.includes('--e2e') ? 'e2e' : 'node';
const parts = args.filter((arg) => !arg.startsWith('--'));
const files = findTests(kind).filter((file) => parts.length === 0 || parts.some((part) => file.includes(part)));
if (files.length === 0) {
  console.error('No test file matches.');
  process.exit(1);
}

const name = process.env.SSP_TEST_NAME;
await run(process.execPath, [
  '--test',
  '--enable-source-maps',
  // What hangs fails, by its name: the longest file takes four minutes on a busy machine.
  '--test-timeout=900000',
  `--test-concurrency=${kind === 'e2e' ? 1 : 2}`,
  ...(name ? [`--test-name-pattern=${name}`] : []),
  '--test-reporter=spec',
  '--test-reporter-destination=stdout',
  '--test-reporter=./scripts/lib/node-reporter.mjs',
  '--test-reporter-destination=stdout',
  ...files,
]);
