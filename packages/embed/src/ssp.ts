/** What a page loads: `<script type="module" src="…/embed/ssp.js">`. Importing it registers every element and does nothing else. */
import './context-root.js';
import './register-all.js';
import { setBundleAddress } from './server-base.js';

setBundleAddress(import.meta.url);

export { SspSession } from './ssp-session.js';
