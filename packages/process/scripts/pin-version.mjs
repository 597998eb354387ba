// Enters the fingerprint of each built-in profile's rows into its version: `npm run pin -w @ssp-kit/process`, after `tsc -b`.
import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { judgingText } from '../dist/fingerprint.js';
import * as profiles from '../dist/profiles/index.js';

for (const process of Object.values(profiles)) {
  const file = new URL(`../src/profiles/${process.profile.id}.ts`, import.meta.url);
  const hash = createHash('sha256').update(judgingText(process)).digest('hex').slice(0, 8);
  const { id, revision } = process.profile;
  const pinned = readFileSync(file, 'utf8').replace(/version: '[^']*'/, `version: '${id}/${revision}+${hash}'`);
  writeFileSync(file, pinned);
}
