import js from '@eslint/js';
import { configs as lit } from 'eslint-plugin-lit';
import { configs as wc } from 'eslint-plugin-wc';
import globals from 'globals';
import tseslint from 'typescript-eslint';

/**
 * Who may import what. `uses` are the project's own packages (`types:` in front: only as types), `libraries` the rest.
 * Every layer's imports point one way, from bottom to top of this table; what is not listed is refused.
 */
const layers = {
  'packages/process': { uses: [], libraries: ['xstate'] },
  'packages/record': { uses: ['process'], libraries: ['yjs', 'fractional-indexing'] },
  'packages/protocol': { uses: ['types:process'], libraries: ['lib0'] },
  'packages/interop': {
    uses: ['process'],
    libraries: ['saxes', 'csv-parse', 'yauzl', 'node:stream', 'node:fs', 'node:path'],
  },
  'packages/session': {
    uses: ['process', 'record', 'protocol'],
    libraries: ['yjs', 'y-websocket', 'y-protocols', 'lib0', '@xstate/store', 'dexie'],
  },
  'packages/elements': {
    uses: ['process', 'types:session/contract'],
    libraries: ['lit', '@lit/context'],
  },
  'packages/embed': {
    uses: ['elements', 'session', 'session/contract'],
    libraries: ['lit', '@lit/context'],
  },
  server: {
    uses: ['process', 'record', 'protocol', 'interop'],
    libraries: [
      ...['yjs', 'y-protocols', 'lib0', 'ws', 'libsql', 'hono', '@hono/node-server'],
      ...['jose', 'valibot', 'pino', 'node:'],
    ],
  },
  stories: {
    uses: ['process', 'elements', 'embed', 'session/fake', 'types:session/contract'],
    libraries: ['lit', '@storybook', 'storybook', 'vite', 'node:'],
  },
  'examples/portal': {
    uses: ['process', 'elements', 'embed', 'session', 'types:session/contract'],
    libraries: ['lit'],
  },
  'examples/host-page': { uses: [], libraries: ['node:'] },
};

/** What tests may import besides the layer's own list. */
const testLayers = {
  'packages/*': [
    ...['node:', 'fast-check', '@open-wc/testing', '@web/test-runner-commands', 'xstate'],
    ...['virtual:', '@ssp-kit/session/fake'],
  ],
  server: ['node:', 'fast-check', 'y-websocket', '@ssp-kit/session'],
  'examples/*': ['node:', 'axe-core', 'playwright-core', 'yjs', 'ws', '@ssp-kit/server'],
};

const tests = ['**/*.test.ts', '**/*.fixtures.ts', '**/test/**/*.ts', '**/bench/**/*.ts', '**/hostile/**/*.ts'];

/** Modules that a page under a strict content security policy cannot use, or that write markup from text. */
const unsafeModules = {
  regex: '^lit(-html)?/directives/(unsafe-html|unsafe-svg|unsafe-mathml|style-map)\\.js$',
  message: 'A strict content security policy forbids it: use classMap, parts or custom properties.',
};
const deepImports = [
  {
    regex: '^@ssp-kit/[^/]+/(src|dist)(/|$)',
    message: 'Import what the package exports, never a file inside it.',
  },
  {
    regex: '^(\\.\\./)+([^./][^/]*/)+(src|dist)/',
    message: 'Import another package by its name, never by a path into its folder.',
  },
];

function escapeRegExp(text) {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}

/** The import rule of one layer: an allow-list, since a forbidden list forgets what is new. */
function importRule({ uses, libraries }, { extra = [], also = [] } = {}) {
  const typesOnly = uses.filter((name) => name.startsWith('types:')).map((name) => name.slice(6));
  const own = [...uses, ...typesOnly].filter((name) => !name.startsWith('types:'));
  const names = [...own.map((name) => `@ssp-kit/${name}`), ...libraries, ...extra];
  const allowed = names.map((name) =>
    name.startsWith('@ssp-kit/session') || name.endsWith(':')
      ? `${escapeRegExp(name)}${name.endsWith(':') ? '' : '$'}`
      : `${escapeRegExp(name)}(/|$)`,
  );
  return [
    'error',
    {
      patterns: [
        unsafeModules,
        ...deepImports,
        {
          regex: `^(?![./])(?!(${allowed.join('|')}))`,
          message: `This layer may import: ${names.join(', ') || 'nothing'} (see the table in eslint.config.mjs).`,
        },
        ...typesOnly.map((name) => ({
          regex: `^@ssp-kit/${escapeRegExp(name)}$`,
          allowTypeImports: true,
          message: 'This layer may import it as a type only.',
        })),
        ...also,
      ],
    },
  ];
}

const layerConfigs = Object.entries(layers).flatMap(([folder, layer]) => {
  const extra = Object.entries(testLayers)
    .filter(([pattern]) => pattern === folder || pattern === `${folder.split('/')[0]}/*`)
    .flatMap(([, names]) => names);
  return [
    {
      files: [`${folder}/**/*.ts`],
      rules: { '@typescript-eslint/no-restricted-imports': importRule(layer) },
    },
    {
      files: tests.map((pattern) => `${folder}/${pattern}`),
      rules: { '@typescript-eslint/no-restricted-imports': importRule(layer, { extra }) },
    },
  ];
});

const dexieStaysInside = {
  files: ['packages/session/src/**/*.ts'],
  ignores: ['packages/session/src/offline/**', ...tests],
  rules: {
    '@typescript-eslint/no-restricted-imports': importRule(layers['packages/session'], {
      also: [{ regex: '^dexie$', message: 'Dexie stays inside src/offline, behind its port.' }],
    }),
  },
};

/** The strict-CSP patterns, and imports that would slip past the layer rule. */
const restrictedSyntax = [
  {
    selector: 'AssignmentExpression > MemberExpression.left[property.name=/^(inner|outer)HTML$/]',
    message: 'Markup is never made from text: render with lit.',
  },
  {
    selector: 'CallExpression[callee.property.name=/^(insertAdjacentHTML|setHTMLUnsafe|createContextualFragment)$/]',
    message: 'Markup is never made from text: render with lit.',
  },
  {
    selector: "CallExpression[callee.object.name='document'][callee.property.name=/^write(ln)?$/]",
    message: 'Markup is never made from text: render with lit.',
  },
  {
    selector: "CallExpression[callee.property.name='setAttribute'][arguments.0.value='style']",
    message: 'A strict content security policy drops style attributes: set a property of .style.',
  },
  {
    selector: 'TaggedTemplateExpression[tag.name=/^(html|svg)$/] TemplateElement[value.raw=/\\sstyle\\s*=/]',
    message: 'A strict content security policy drops style attributes: use static styles.',
  },
  {
    selector: 'TaggedTemplateExpression[tag.name=/^(html|svg)$/] TemplateElement[value.raw=/<style[\\s>]/]',
    message: 'A strict content security policy drops style elements: use static styles.',
  },
  {
    selector:
      'TaggedTemplateExpression[tag.name=/^(html|svg)$/] TemplateElement[value.raw=/\\s(on[a-z]+|\\.(inner|outer)HTML|\\.srcdoc)\\s*=/]',
    message: 'Listen with @event and render with templates: inline handlers and markup are refused.',
  },
  {
    selector: 'ImportExpression[source.value=/^[^.]/]',
    message: 'Load a local module dynamically and let that one import the library.',
  },
];

/** A pure package takes time, chance and the world as arguments. */
function noGlobals(names) {
  return ['error', ...names.map((name) => ({ name, message: 'This package is pure: take it as an argument.' }))];
}
const world = [
  ...['window', 'document', 'navigator', 'location', 'localStorage', 'fetch', 'WebSocket'],
  ...['process', 'console', 'setTimeout', 'setInterval', 'setImmediate', 'queueMicrotask'],
  ...['performance'],
];

export default tseslint.config(
  {
    ignores: [
      '**/dist/**',
      '**/node_modules/**',
      'stories/storybook-static/**',
      'data/**',
      'screenshots/**',
      'test-results/**',
      'coverage/**',
    ],
  },
  { linterOptions: { reportUnusedDisableDirectives: 'error' } },
  js.configs.recommended,
  {
    files: ['**/*.ts'],
    extends: [tseslint.configs.recommended],
    languageOptions: {
      parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname },
    },
    rules: {
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/no-misused-promises': 'error',
      '@typescript-eslint/await-thenable': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/no-this-alias': 'off', // a walk up the tree starts at `this`
      '@typescript-eslint/no-unused-vars': [
        'error',
        { argsIgnorePattern: '^_', varsIgnorePattern: '^_', ignoreRestSiblings: true },
      ],
    },
  },
  {
    files: ['**/*.test.ts', '**/test/**/*.ts'],
    rules: {
      // `test()` and `describe()` of node:test return promises that the runner awaits itself.
      '@typescript-eslint/no-floating-promises': [
        'error',
        {
          allowForKnownSafeCalls: [
            { from: 'package', package: 'node:test', name: ['test', 'it', 'describe', 'suite'] },
          ],
        },
      ],
    },
  },
  {
    files: ['**/*.ts', '**/*.mjs', '**/*.js'],
    rules: {
      'no-eval': 'error',
      'no-implied-eval': 'error',
      'no-new-func': 'error',
      'no-script-url': 'error',
      'no-var': 'error',
      'prefer-const': 'error',
      eqeqeq: ['error', 'always', { null: 'ignore' }],
    },
  },
  {
    files: ['packages/**/*.ts', 'server/**/*.ts', 'stories/**/*.ts', 'examples/**/*.ts'],
    rules: { 'no-restricted-syntax': ['error', ...restrictedSyntax] },
  },
  {
    files: ['packages/{elements,embed}/src/**/*.test.ts', '**/*.browser.test.ts'],
    rules: {
      // chai's assertions are all typed as promises because those about accessibility are: only these are checked.
      '@typescript-eslint/no-floating-promises': 'off',
      'no-restricted-syntax': [
        'error',
        ...restrictedSyntax,
        {
          selector: "ExpressionStatement > CallExpression[callee.property.name='accessible']",
          message: 'It is a promise: await it.',
        },
      ],
    },
  },
  {
    files: ['packages/*/src/**/*.ts', 'server/src/**/*.ts'],
    ignores: ['server/src/main.ts', 'server/src/cli/**', ...tests],
    rules: { 'no-console': ['error', { allow: ['warn'] }] },
  },
  {
    files: ['packages/{elements,embed}/src/**/*.ts', 'examples/portal/src/**/*.ts'],
    extends: [lit['flat/recommended'], wc['flat/recommended']],
    languageOptions: { globals: globals.browser },
    rules: {
      'lit/lifecycle-super': 'error',
      'lit/no-legacy-imports': 'error',
      'lit/no-property-change-update': 'error',
      'lit/no-this-assign-in-render': 'error',
      'lit/no-value-attribute': 'error',
      'lit/prefer-nothing': 'error',
      'lit/quoted-expressions': ['error', 'never'],
      'wc/guard-super-call': 'off', // every base class of ours has its lifecycle methods
      'wc/no-closed-shadow-root': 'error',
      'wc/require-listener-teardown': 'error',
    },
  },
  {
    files: ['packages/process/src/**/*.ts'],
    ignores: tests,
    rules: {
      'no-restricted-globals': noGlobals([...world, 'crypto']),
      'no-restricted-properties': [
        'error',
        { object: 'Math', property: 'random', message: 'This package is pure.' },
        { object: 'Date', property: 'now', message: 'Time comes in with the event.' },
      ],
      'no-restricted-syntax': [
        'error',
        ...restrictedSyntax,
        {
          selector: "NewExpression[callee.name='Date'][arguments.length=0]",
          message: 'Time comes in with the event.',
        },
      ],
    },
  },
  {
    files: ['packages/{record,protocol,interop}/src/**/*.ts'],
    ignores: tests,
    rules: { 'no-restricted-globals': noGlobals(world) },
  },
  ...layerConfigs,
  dexieStaysInside,
  {
    files: ['**/*.mjs', '**/*.js', '**/*.cjs'],
    languageOptions: { globals: globals.node },
  },
  {
    files: ['scripts/browser/*.js'],
    languageOptions: { globals: { ...globals.browser, ...globals.mocha } },
  },
  {
    files: ['examples/host-page/site/**/*.js'],
    languageOptions: { globals: globals.browser },
  },
);
