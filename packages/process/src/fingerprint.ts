import type { Process } from './process.js';
import { relationsOfRole } from './tables/relations.js';

/** What people read and where a row comes from: it may change without a new version. */
const words = new Set([
  'label',
  'familyLabel',
  'does',
  'help',
  'source',
  'says',
  'familySays',
  'yields',
  'soon',
  'at',
  'section',
]);

/**
 * The rows that decide, as one text whose hash is the fingerprint in a version. Two processes with the same text judge alike,
 * whatever their words.
 */
export function judgingText({
  version: _version,
  profile,
  nextSteps: _steps,
  upgrades: _upgrades,
  retention: _retention,
  ...rows
}: Process): string {
  const { id: _id, label: _label, revision: _revision, hostRoles: _roles, ...judging } = profile;
  return JSON.stringify({ ...judging, ...rows, relationsOfRole }, (key, value) => (words.has(key) ? undefined : value));
}
