import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { it } from 'node:test';
import { judgingText } from './fingerprint.js';
import type { Process } from './process.js';
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

it('a version covers what a profile says besides its rows', () => {
  const { hawaiiClassic } = profiles;
  const texts = [{}, { suspicion: 'always' }, { majorityAge: 19 }, { transitionAge: 14 }, { endAge: 21 }].map((more) =>
    judgingText({ ...hawaiiClassic, profile: { ...hawaiiClassic.profile, ...more } } as Process),
  );
  assert.equal(new Set(texts).size, texts.length);
});
