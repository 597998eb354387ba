import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { it } from 'node:test';
import { judgingText } from './fingerprint.js';
import * as profiles from './profiles/index.js';

for (const process of Object.values(profiles))
  it(`${process.profile.id} judges by the rows of its version`, () => {
    const hash = createHash('sha256').update(judgingText(process)).digest('hex').slice(0, 8);
    const { id, revision } = process.profile;
    assert.equal(
      process.version,
      `${id}/${revision}+${hash}`,
      'A row that judges was changed: cases would be judged differently. Give the profile a new revision, map the states of ' +
        'the old one in tables/upgrades.ts, and enter the version found. Only while no release has this revision, replace its hash.',
    );
  });
