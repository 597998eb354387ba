import { fileURLToPath } from 'node:url';
import { esbuildPlugin } from '@web/dev-server-esbuild';
import { defaultReporter } from '@web/test-runner';
import { playwrightLauncher } from '@web/test-runner-playwright';
import { totalsReporter } from './scripts/browser/totals-reporter.mjs';
import { chromiumFlags, findChromium } from './scripts/find-chromium.mjs';

/** Test pages refuse inline styles as a host page with a strict policy does; the runner's own scripts are inline. */
const contentSecurityPolicy = "style-src 'self'; object-src 'none'; base-uri 'none'";

export default {
  files: ['packages/session/src/**/*.browser.test.ts', 'packages/{elements,embed}/src/**/*.test.ts'],
  rootDir: fileURLToPath(new URL('.', import.meta.url)),
  // By default half of the cores: on two cores, files that wait for each other would wait forever.
  concurrency: 2,
  nodeResolve: { exportConditions: ['source', 'development', 'browser'] },
  browsers: [
    playwrightLauncher({
      product: 'chromium',
      launchOptions: { executablePath: findChromium(), args: chromiumFlags },
    }),
  ],
  plugins: [
    esbuildPlugin({ ts: true, tsconfig: 'tsconfig.base.json', target: 'es2022' }),
    {
      name: 'clean-console',
      transform(context) {
        if (!context.path.endsWith('.test.ts')) return undefined;
        return `${context.body}\nimport '/scripts/browser/clean-console.js';\n`;
      },
    },
  ],
  middleware: [
    async (context, next) => {
      await next();
      context.set('content-security-policy', contentSecurityPolicy);
    },
  ],
  testRunnerHtml: (testFramework) => `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8">
    <title>Test</title>
    <script src="/scripts/browser/record-output.js"></script>
  </head>
  <body>
    <script type="module" src="${testFramework}"></script>
  </body>
</html>`,
  filterBrowserLogs: ({ args }) => !String(args[0]).startsWith('Lit is in dev mode.'),
  // Generous: a busy machine takes seconds for a check that takes a tenth of one alone.
  testFramework: { config: { timeout: 60_000 } },
  testsFinishTimeout: 180_000,
  reporters: [defaultReporter({ reportTestProgress: false }), totalsReporter()],
};
