// Writes a new element's folder, story and test: `npm run new ssp-<noun>`.
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { root } from './lib/run.mjs';

const [tag] = process.argv.slice(2);
if (!/^ssp(-[a-z][a-z0-9]*)+$/.test(tag ?? '')) {
  console.error('usage: npm run new ssp-<noun>');
  process.exit(2);
}

const name = tag.slice('ssp-'.length);
const className = tag.replace(/(^|-)([a-z])/g, (_, __, letter) => letter.toUpperCase());
const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
const folder = `packages/elements/src/${name}`;

const files = {
  [`${folder}/${name}.ts`]: `import { html } from 'lit';
import { SspElement } from '../shared/element.js';
import { styles } from './${name}.styles.js';

/**
 * @summary What a person does with it, in one sentence.
 * @customElement ${tag}
 * @status experimental
 * @since ${version}
 *
 * @csspart base - The visible box.
 */
export class ${className} extends SspElement {
  static override styles = [SspElement.styles, styles];

  override render() {
    return html\`<section part="base"></section>\`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    '${tag}': ${className};
  }
}
`,
  [`${folder}/${name}.styles.ts`]: `import { css } from 'lit';

export const styles = css\`
  [part='base'] {
    display: grid;
  }
\`;
`,
  [`${folder}/define.ts`]: `import { define } from '../shared/define.js';
import { ${className} } from './${name}.js';

define('${tag}', ${className});
`,
  [`${folder}/${name}.test.ts`]: `import { expect, fixture, html } from '@open-wc/testing';
import './define.js';
import type { ${className} } from './${name}.js';

describe('<${tag}>', () => {
  let element: ${className};

  beforeEach(async () => {
    element = await fixture<${className}>(html\`<${tag}></${tag}>\`);
  });

  describe('accessibility', () => {
    it('has no violation when it is empty', async () => {
      await expect(element).to.be.accessible();
    });
  });
});
`,
  [`stories/elements/${name}.stories.ts`]: `import '@ssp-kit/elements/${name}/define.js';
import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';

const meta: Meta = {
  title: 'Elements/${tag}',
  component: '${tag}',
  render: () => html\`<${tag}></${tag}>\`,
};

export default meta;

export const Empty: StoryObj = {};
`,
};

const taken = Object.keys(files).find((file) => existsSync(join(root, file)));
if (taken !== undefined) {
  console.error(`${taken} is there already: nothing was written.`);
  process.exit(1);
}
for (const [file, content] of Object.entries(files)) {
  mkdirSync(join(root, dirname(file)), { recursive: true });
  writeFileSync(join(root, file), content);
  console.log(file);
}
