/**
 * What a class lets out by its code: the events it sends, the parts and slots it renders, and which other members and
 * functions it uses for it. Read as text, so a name that is put together while running is not seen.
 */
export function surfacesOf(ts, node) {
  const members = new Map();
  for (const member of node.members) {
    const name = member.name?.getText();
    if (name === undefined || member.modifiers?.some(({ kind }) => kind === ts.SyntaxKind.StaticKeyword)) continue;
    members.set(name, readCode(member.getText()));
  }
  const parent = node.heritageClauses?.find(({ token }) => token === ts.SyntaxKind.ExtendsKeyword)?.types[0];
  return { parent: parent?.expression.getText(), members };
}

/** The same of one piece of code. */
export function readCode(code) {
  const all = (pattern) => [...code.matchAll(pattern)].map((match) => match[1] ?? '');
  return {
    events: [...all(/\.#?emit\(\s*'([\w-]+)'/g), ...all(/new (?:Custom)?Event\(\s*'([\w-]+)'/g)],
    parts: [
      ...all(/\spart="([\w\s-]+)"/g).flatMap((names) => names.trim().split(/\s+/)),
      ...all(/\sexportparts="([\w\s:,-]+)"/g).flatMap((names) => names.split(',').map(exportedName)),
    ],
    slots: all(/<slot(?:[^>]*?\sname="([\w-]+)")?/g),
    uses: all(/\bthis\.(#?\w+)/g),
    calls: all(/(?<![.#\w])(\w+)\(/g),
  };
}

/** `inner: outer` is seen outside as `outer`. */
function exportedName(entry) {
  return (entry.split(':').at(-1) ?? '').trim();
}

/** Everything a class lets out, by itself, by what it takes over and by the functions it calls. */
export function collectSurface(className, classes, functions) {
  const found = { events: new Set(), parts: new Set(), slots: new Set() };
  const seen = new Set();

  function take(code, owner) {
    for (const key of Object.keys(found)) for (const name of code[key]) found[key].add(name);
    // A private name is its own class's; any other is looked for from the element's class upwards.
    for (const name of code.uses) visit(name, name.startsWith('#') ? owner : className);
    for (const name of code.calls) {
      const called = functions.get(name);
      if (called === undefined || seen.has(called)) continue;
      seen.add(called);
      take(called, owner);
    }
  }

  function visit(name, from) {
    for (let owner = from; classes.has(owner); owner = classes.get(owner).parent) {
      const code = classes.get(owner).members.get(name);
      if (code === undefined) continue;
      if (!seen.has(code)) {
        seen.add(code);
        take(code, owner);
      }
      return;
    }
  }

  for (const name of classes.get(className)?.members.keys() ?? []) visit(name, className);
  visit('render', className);
  return found;
}
