import { defineTerms } from '../shared/terms.js';

export const terms = defineTerms('ssp-sync-status', {
  close: 'Close',
  connecting: 'Connecting…',
  copied: 'Copied',
  copy: 'Copy the words',
  discard: 'Discard',
  discardSure: 'Discard for good',
  heading: 'What has not reached the record',
  kept: '{count|1 text was|{count} texts were} not taken',
  keptLead: 'The server did not take these words. They stay here until you put them back, copy or discard them.',
  noStore: 'This browser keeps no copy: without a connection, words are lost when the page is closed.',
  notNow: 'You cannot write there now. Copy the words, or try again later.',
  notSealed:
    'That document is on record. Begin a correction of it, then put the words back: they go into the correction.',
  offline: 'No connection',
  pending: '{count|1 decision waits|{count} decisions wait}',
  pendingLead: 'Sent as soon as the connection is back.',
  putBack: 'Put them back',
  refused: 'Not done',
  show: 'Show',
  signedOut: 'Signed out',
  waiting: 'Waiting',
  withdraw: 'Take it back',
});
