import type { Connection, Saved } from '@ssp-kit/session/contract';
import { html, type TemplateResult } from 'lit';
import { classMap } from 'lit/directives/class-map.js';
import { type IconName, icon } from './icons.js';
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

/** The same as it stands in a document's head. */
export function renderSaved(saved: Saved, connection: Connection): TemplateResult {
  const { says, sign } = sayWhetherSaved(saved, connection);
  const classes = { state: true, wrong: saved === 'not-saved', waiting: saved === 'on-device' };
  return html`<span class=${classMap(classes)} part="saved">${icon(sign)}${says}</span>`;
}
