/**
 * What a page loads: `<script type="module" src="…/embed/ssp.js">`. Importing it is enough, from the page's head, from a
 * fragment or by `import()`: it registers `ssp-session`, and every other element when its tag is first seen in the page.
 */
import './context-root.js';
import './register-session.js';
import { watchForElements } from './element-loader.js';
import { setBundleAddress } from './server-base.js';

setBundleAddress(import.meta.url);
watchForElements(document);

export { loadElements } from './element-loader.js';
export { SspSession } from './ssp-session.js';
