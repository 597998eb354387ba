import manifest from '@ssp-kit/elements/custom-elements.json' with { type: 'json' };
import session from '@ssp-kit/embed/custom-elements.json' with { type: 'json' };

interface Module {
  readonly declarations: readonly { readonly tagName: string; readonly summary: string }[];
}

const modules: readonly Module[] = [...session.modules, ...manifest.modules];

/** Every element with what it is, as its own documentation says, and the address of its page among the stories. */
export const elements = modules
  .flatMap((module) => module.declarations)
  .map(({ tagName, summary }) => ({ tag: tagName, summary, docs: docsOf(tagName) }));

/** Stories stand in a group that is named after their package. */
function docsOf(tag: string): string {
  return `?path=/docs/${tag === 'ssp-session' ? 'embed' : 'elements'}-${tag}--docs`;
}
