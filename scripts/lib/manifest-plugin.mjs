import { collectSurface, readCode, surfacesOf } from './element-surface.mjs';

/** Tags of a class's doc block that the manifest has no place of its own for. */
const TAGS = ['status', 'since', 'dependency'];

/**
 * A plugin of the manifest's analyzer: keeps what the elements promise and leaves out what they do not, and tells in
 * `complaints` what is promised without a word, said without being there, or shown without being said.
 */
export function publicSurface(complaints) {
  const classes = new Map();
  const functions = new Map();
  const properties = new Map();

  return {
    name: 'public-surface',

    collectPhase({ ts, node }) {
      if (ts.isClassDeclaration(node) && node.name) classes.set(node.name.getText(), surfacesOf(ts, node));
      if (ts.isFunctionDeclaration(node) && node.name) functions.set(node.name.getText(), readCode(node.getText()));
      if (ts.isSourceFile(node)) {
        const folder = node.fileName.split('/').at(-2);
        const named = [...node.getText().matchAll(/var\(\s*(--ssp-[\w-]*\w)\s*[,)]/g)].map(([, name]) => name);
        properties.set(folder, [...(properties.get(folder) ?? []), ...named]);
      }
    },

    analyzePhase({ ts, node, moduleDoc }) {
      if (!ts.isClassDeclaration(node) || !node.name) return;
      const declaration = moduleDoc.declarations.find(({ name }) => name === node.name.getText());
      const tags = (node.jsDoc ?? []).flatMap((doc) => doc.tags ?? []);
      for (const tag of TAGS) {
        const values = tags.filter(({ tagName }) => tagName.text === tag).map(({ comment }) => String(comment).trim());
        if (declaration === undefined || values.length === 0) continue;
        if (tag === 'dependency') declaration.dependencies = values;
        else declaration[tag] = values[0];
      }
    },

    packageLinkPhase({ customElementsManifest }) {
      const modules = customElementsManifest.modules.flatMap((module) => describe(module));
      customElementsManifest.modules = modules.sort((a, b) => (a.path < b.path ? -1 : 1));
    },
  };

  /** The module of an element's class, and the one that registers it. */
  function describe({ path, declarations = [] }) {
    return declarations
      .filter(({ tagName }) => tagName !== undefined)
      .flatMap((element) => {
        element.members = (element.members ?? []).filter((member) => isPublic(member));
        // Without a word it is a guess of the analyzer; the code is asked below.
        element.events = element.events?.filter(({ description }) => description);
        complain(path, element);
        const file = compiled(path);
        nameSources(element);
        const reference = { name: element.name, module: file };
        const registering = registeredBy(file);
        return [
          {
            kind: 'javascript-module',
            path: file,
            declarations: [element],
            exports: [{ kind: 'js', name: element.name, declaration: reference }],
          },
          {
            kind: 'javascript-module',
            path: registering,
            declarations: [],
            exports: [{ kind: 'custom-element-definition', name: element.tagName, declaration: reference }],
          },
        ];
      });
  }

  function complain(path, element) {
    const say = (what) => complaints.push(`${path}: <${element.tagName}> ${what}`);
    for (const tag of ['summary', ...TAGS.filter((one) => one !== 'dependency')]) {
      if (!element[tag]) say(`has no @${tag}`);
    }
    for (const { kind, name, description } of element.members) {
      if (!description) say(`has the undocumented ${kind === 'method' ? 'method' : 'property'} ${name}`);
    }
    const code = collectSurface(element.name, classes, functions);
    const own = path.split('/').at(-2);
    const styled = (properties.get(own) ?? []).filter((name) => name.startsWith(`--${element.tagName}-`));
    compare(say, 'event', element.events, code.events, (name) => name.startsWith('ssp-'));
    compare(say, 'part', element.cssParts, code.parts);
    compare(say, 'slot', element.slots, code.slots);
    compare(say, 'property of its styles', element.cssProperties, new Set(styled), (name) =>
      name.startsWith(`--${element.tagName}-`),
    );
  }

  /** `isOwn`: what is documented and yet need not be found in the code is a matter of the browser or of the base class. */
  function compare(say, what, documented = [], found, isOwn = () => true) {
    const said = new Map(documented.map(({ name, description }) => [name ?? '', description]));
    for (const name of found) if (!said.get(name)) say(`has the undocumented ${what} "${name}"`);
    for (const [name] of said)
      if (!found.has(name) && isOwn(name)) say(`documents the ${what} "${name}", which is not there`);
  }
}

/** What others may rely on: no private or protected member, nothing that Lit itself asks for. */
function isPublic({ name, privacy, static: isStatic }) {
  return privacy !== 'private' && privacy !== 'protected' && !name.startsWith('#') && isStatic !== true;
}

/** Where Node and browsers find what is written in a file of the sources. */
function compiled(path) {
  return path.replace(/^src\//, 'dist/').replace(/\.ts$/, '.js');
}

/** What is inherited names the file it comes from as Node finds it. */
function nameSources(element) {
  for (const list of ['members', 'attributes', 'events', 'slots', 'cssParts', 'cssProperties']) {
    for (const { inheritedFrom } of element[list] ?? []) {
      if (inheritedFrom?.module?.startsWith('src/')) inheritedFrom.module = compiled(inheritedFrom.module);
    }
  }
  if (element.superclass?.module?.startsWith('/src/'))
    element.superclass.module = compiled(element.superclass.module.slice(1));
}

function registeredBy(file) {
  return file.includes('/ssp-session') ? 'dist/index.js' : file.replace(/[^/]+$/, 'define.js');
}
