import { loaders } from './loaders.js';

const loading = new Map<string, Promise<unknown>>();

/** Registers one element of the kit, or all of them; resolves when they are there. Not needed where the tags stand in the page. */
export async function loadElements(tags: readonly string[] = Object.keys(loaders)): Promise<void> {
  await Promise.all(tags.map(load));
}

/**
 * Registers the elements whose tags stand in `root` or come into it later, each when it is first seen, so that a page loads
 * no more than it shows. Returns the way to stop; stops by itself when all are there.
 */
export function watchForElements(root: Document | DocumentFragment | Element): () => void {
  const observer = new MutationObserver((records) => {
    for (const { addedNodes } of records) {
      for (const node of addedNodes) if (node instanceof Element) look(node);
    }
    if (missing().length === 0) observer.disconnect();
  });
  look(root);
  observer.observe(root, { childList: true, subtree: true });
  return () => observer.disconnect();
}

function look(root: Document | DocumentFragment | Element): void {
  const tags = missing();
  if (tags.length === 0) return;
  const found = new Set(Array.from(root.querySelectorAll(tags.join(',')), ({ localName }) => localName));
  if (root instanceof Element && tags.includes(root.localName)) found.add(root.localName);
  for (const tag of found) {
    load(tag).catch((error: unknown) => {
      // Tried again when the tag is next seen: the network may be back then.
      console.warn(`<${tag}> could not be loaded.`, error);
    });
  }
}

/** Tags that nobody has asked for or registered yet. */
function missing(): string[] {
  return Object.keys(loaders).filter((tag) => !loading.has(tag) && customElements.get(tag) === undefined);
}

function load(tag: string): Promise<unknown> {
  const known = loading.get(tag);
  if (known !== undefined) return known;
  const loader = loaders[tag];
  if (loader === undefined) return Promise.reject(new TypeError(`<${tag}> is not an element of the kit.`));
  const attempt = loader().catch((error: unknown) => {
    loading.delete(tag);
    throw error;
  });
  loading.set(tag, attempt);
  return attempt;
}
