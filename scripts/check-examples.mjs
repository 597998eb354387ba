// Type-checks the examples (blocks of ```ts) in the packages' READMEs, as if each stood beside its README.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';
import { root } from './lib/run.mjs';

const folders = [...readdirSync(join(root, 'packages')).map((name) => `packages/${name}`), 'server'];
const examples = new Map(folders.flatMap((folder) => examplesOf(folder)));

const base = ts.readConfigFile(join(root, 'tsconfig.base.json'), ts.sys.readFile).config.compilerOptions;
const { options } = ts.convertCompilerOptionsFromJson(
  { ...base, composite: false, declaration: false, declarationMap: false, noEmit: true, types: ['node'] },
  root,
);
options.lib = ['lib.es2023.d.ts', 'lib.dom.d.ts', 'lib.dom.iterable.d.ts'];

const host = ts.createCompilerHost(options);
const { fileExists, readFile } = host;
host.fileExists = (file) => examples.has(file) || fileExists(file);
host.readFile = (file) => examples.get(file)?.code ?? readFile(file);

const program = ts.createProgram([...examples.keys()], options, host);
const complaints = [...examples].flatMap(([file, { readme, line }]) => {
  const source = program.getSourceFile(file);
  return [...program.getSyntacticDiagnostics(source), ...program.getSemanticDiagnostics(source)].map((diagnostic) => {
    const at = line + source.getLineAndCharacterOfPosition(diagnostic.start ?? 0).line;
    return `${readme}:${at} ${ts.flattenDiagnosticMessageText(diagnostic.messageText, '\n')}`;
  });
});

for (const complaint of complaints) console.error(complaint);
if (complaints.length > 0) process.exit(1);
console.log(`${examples.size} examples`);

/** The examples of one README by the names of the files they would be. */
function examplesOf(folder) {
  const readme = `${folder}/README.md`;
  if (!existsSync(join(root, readme))) {
    console.error(`${folder} has no README.md`);
    process.exit(1);
  }
  const text = readFileSync(join(root, readme), 'utf8');
  return [...text.matchAll(/^```ts\n(.*?)^```$/gms)].map((match, index) => [
    join(root, folder, `readme-example-${index + 1}.ts`).replaceAll('\\', '/'),
    { readme, line: text.slice(0, match.index).split('\n').length + 1, code: match[1] },
  ]);
}
