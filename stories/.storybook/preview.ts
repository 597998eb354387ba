import elements from '@ssp-kit/elements/custom-elements.json' with { type: 'json' };
import session from '@ssp-kit/embed/custom-elements.json' with { type: 'json' };
import { type Preview, setCustomElementsManifest } from '@storybook/web-components-vite';

// What the docs pages say about attributes, events, slots and parts.
setCustomElementsManifest({ ...elements, modules: [...elements.modules, ...session.modules] });

const preview: Preview = {
  tags: ['autodocs'],
  parameters: {
    a11y: { test: 'error' },
    controls: { expanded: true },
    docs: { toc: true },
    options: { storySort: { order: ['Start here', 'Elements', 'Embed', 'Process'] } },
  },
};

export default preview;
