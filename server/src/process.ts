/** Which process this server works by: its rows are the whole difference between two districts. */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Process } from '@ssp-kit/process';
import { districtProcess, type Fault, judgingText } from '@ssp-kit/process/district';
import * as builtIn from '@ssp-kit/process/profiles';
import { StartError } from './start-error.js';

const profiles: readonly Process[] = Object.values(builtIn);
/** By whose rows a server works that names no profile, and the demo's stories are told. */
export const standardProcess: Process = builtIn.hawaiiClassic;

/** A district's file that does not hold. The message tells the first fault. */
export class ProfileError extends StartError {
  readonly faults: readonly Fault[];

  constructor(file: string, faults: readonly Fault[]) {
    const [first, ...more] = faults.map(faultLine);
    const rest = more.length === 0 ? '' : ` ${more.length} more: "ssp check" tells them all.`;
    super(`SSP_PROFILE: ${file} is wrong at ${first}${rest}`);
    this.faults = faults;
  }
}

/** `days/eval_60: The law gives 60 days.` */
export function faultLine({ row, reason }: Fault): string {
  return row === '' ? reason : `${row}: ${reason}`;
}

/**
 * The process that `SSP_PROFILE` names: a built-in profile by its id, or a district's file by its path; the standard one without it.
 * Throws a StartError for a name nobody knows and a file that cannot be read, a ProfileError for what is wrong in it.
 */
export function processOf(setting: string | undefined): Process {
  const id = setting || standardProcess.profile.id;
  const found = profiles.find(({ profile }) => profile.id === id);
  if (found) return found;
  if (/[/\\]|\.json$/i.test(id)) return districtOf(resolve(id));
  const known = profiles.map((row) => row.profile.id).join(', ');
  throw new StartError(`SSP_PROFILE is "${id}"; this version knows ${known}, or the path of a JSON file.`);
}

function districtOf(file: string): Process {
  const result = districtProcess(profiles, readJson(file));
  if (!result.ok) throw new ProfileError(file, result.faults);
  const { process } = result;
  const hash = createHash('sha256').update(judgingText(process)).digest('hex').slice(0, 8);
  return { ...process, version: `${process.version}+${hash}` };
}

function readJson(file: string): unknown {
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    const why = code === 'ENOENT' ? 'is not there' : 'cannot be read';
    throw new StartError(`SSP_PROFILE: ${file} ${why}.`);
  }
  try {
    return JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch (error) {
    const why = (error as Error).message.replace(/\s+/g, ' ').slice(0, 200);
    throw new StartError(`SSP_PROFILE: ${file} is not JSON: ${why}`);
  }
}
