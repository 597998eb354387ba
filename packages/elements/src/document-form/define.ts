import { define } from '../shared/define.js';
import { SspDocumentForm } from './document-form.js';

define('ssp-document-form', SspDocumentForm);
