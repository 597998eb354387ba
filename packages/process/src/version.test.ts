import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { it } from 'node:test';
import { actions } from './tables/actions.js';
import { clocks } from './tables/clocks.js';
import { documents } from './tables/documents.js';
import { fields } from './tables/fields/index.js';
import { requirements } from './tables/requirements.js';
import { rights, rosterRights } from './tables/rights.js';
import { states, tracks } from './tables/stages.js';
import { vocabularies } from './tables/vocabularies/index.js';
import { processVersion } from './version.js';

/** The fingerprint of the rows by which each version judges. */
const fingerprints: Readonly<Record<string, string>> = {
  'hawaii-classic/1': '06e5207c06aa5c4c',
};

/** What people read and where it comes from may change without a new version; what decides may not. */
const words = new Set(['label', 'familyLabel', 'does', 'help', 'source', 'says', 'yields', 'soon', 'at']);

function fingerprint(): string {
  const rows = { actions, clocks, documents, fields, requirements, rights, rosterRights, states, tracks, vocabularies };
  const json = JSON.stringify(rows, (key, value) => (words.has(key) ? undefined : value));
  return createHash('sha256').update(json).digest('hex').slice(0, 16);
}

it('judges by the rows of its version', () => {
  const found = fingerprint();
  assert.equal(
    found,
    fingerprints[processVersion],
    `A row that judges was changed, so cases of ${processVersion} would be judged differently. ` +
      'Give the profile a new version in version.ts, keep the old rows for the cases that carry it, ' +
      `and enter '${found}' for the new version here. Only while no release carries this version, replace its entry.`,
  );
});
