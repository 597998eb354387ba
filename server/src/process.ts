/** Which process this server works by: its rows are the whole difference between two districts. */
import type { Process } from '@ssp-kit/process';
import * as builtIn from '@ssp-kit/process/profiles';
import { StartError } from './start-error.js';

const profiles: readonly Process[] = Object.values(builtIn);
const standard = builtIn.hawaiiClassic.profile.id;

/** The process that `SSP_PROFILE` names; the standard one without it. Throws a StartError for a name nobody knows. */
export function processOf(setting: string | undefined): Process {
  const id = setting || standard;
  const found = profiles.find(({ profile }) => profile.id === id);
  if (found) return found;
  throw new StartError(
    `SSP_PROFILE is "${id}"; this version knows ${profiles.map((row) => row.profile.id).join(', ')}.`,
  );
}
