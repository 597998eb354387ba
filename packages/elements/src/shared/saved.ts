import type { Connection, Saved } from '@ssp-kit/session/contract';
import type { IconName } from './icons.js';
import { defineTerms } from './terms.js';

const terms = defineTerms('saved', {
  saved: 'Saved',
  saving: 'Saving…',
  'on-device': 'On this device',
  'not-saved': 'Not saved: no connection',
  'not-saved-online': 'Not saved yet',
  'signed-out': 'Signed out: not saved',
});

/** One short sentence on where a person's words are, and the sign beside it. */
export function sayWhetherSaved(
  saved: Saved,
  connection: Connection,
): { readonly says: string; readonly sign: IconName } {
  switch (saved) {
    case 'saved':
      return { says: terms('saved'), sign: 'check' };
    case 'saving':
      return { says: terms('saving'), sign: 'clock' };
    case 'on-device':
      return { says: terms('on-device'), sign: 'device' };
    case 'not-saved':
      if (connection === 'signed-out') return { says: terms('signed-out'), sign: 'alert' };
      return { says: terms(connection === 'online' ? 'not-saved-online' : 'not-saved'), sign: 'alert' };
  }
}
