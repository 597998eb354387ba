import { defineTerms } from '../shared/terms.js';

export const terms = defineTerms('ssp-decision', {
  cancel: 'Cancel',
  close: 'Close',
  discard: 'Take it back',
  missing: '{count|One thing is|{count} things are} still missing',
  required: 'This needs an answer.',
  sending: 'Sending…',
  waiting: 'This waits for the connection and is sent as soon as it is back.',
  'refused-busy': 'The server was busy. Nothing was changed: please try again.',
  'refused-changed-since-seen': 'The text changed since you read it. Read it again, then decide.',
  'refused-invalid-payload': 'Some answers do not fit the form. Please look at them again.',
  'refused-key-reused': 'This was sent once before with other answers. Please try again.',
  'refused-no-right': 'This decision is not yours to take. Nothing was changed.',
  'refused-not-open': 'The case has moved on: this step is not open now. Nothing was changed.',
  'refused-stale': 'Someone else decided while you were looking. Read what changed, then decide again.',
  'refused-unknown-action': 'The server does not know this step. Reload the page.',
  'refused-unknown-version': 'This case follows a newer version of the process. Reload the page.',
  'refused-unmet': 'This was not done, because something is still missing:',
});
