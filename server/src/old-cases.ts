/** What the start does with cases that an earlier version of this program has written. */
import { type CaseState, type Decision, fold, foldVersion } from '@ssp-kit/process';
import { indexOf } from './case-index.js';
import { Commands, type CommandServices } from './commands.js';
import type { Log } from './log.js';
import { Rooms } from './rooms.js';
import type { CaseLog, FoldedCase, Storage } from './storage/port.js';

/** Cases at once: a few megabytes of decisions. */
const slice = 100;

/** A state is a view of the decisions: those that another fold made are made anew. Answers how many. */
export async function foldAnew({ storage, log }: { storage: Storage; log: Log }): Promise<number> {
  let count = 0;
  for (let after = ''; ; ) {
    const logs = await storage.foldedOtherwise(foldVersion, after, slice);
    const last = logs.at(-1);
    if (!last) return count;
    const folded = logs.map((row) => foldOne(row, log)).filter((row) => row !== null);
    await storage.refold(folded);
    count += folded.length;
    after = last.caseId;
  }
}

/** Null for a log that cannot be folded: its case stays as it is stored and is not served, everybody else's is. */
function foldOne({ caseId, decisions }: CaseLog, log: Log): FoldedCase | null {
  try {
    const state = fold(decisions.map((json) => JSON.parse(json) as Decision)) as CaseState;
    return { caseId, seq: state.seq, state: JSON.stringify(state), index: indexOf(state) };
  } catch (error) {
    log.error({ case: caseId, reason: (error as Error).message }, 'a case could not be folded anew');
    return null;
  }
}

/** Whether the case came; null where it is broken: it stays behind to be read, and everybody else's comes. */
export async function upgradeOne(commands: Commands, caseId: string, log: Log): Promise<boolean | null> {
  try {
    return await commands.upgrade(caseId);
  } catch (error) {
    log.error({ case: caseId, reason: (error as Error).message }, 'a case could not be brought to this process');
    return null;
  }
}

/**
 * Brings every open case of an earlier process to this one, before anybody is connected; closed ones come when they are asked for. Answers how many came and how many must
 * stay behind.
 */
export async function upgradeAll(
  services: Omit<CommandServices, 'onDecided'>,
): Promise<{ came: number; stayed: number }> {
  const { process, storage, log } = services;
  let [came, stayed] = [0, 0];
  for (let after = ''; ; ) {
    const ids = await storage.ofOtherProcess(process.version, foldVersion, after, slice);
    const last = ids.at(-1);
    if (last === undefined) return { came, stayed };
    // In rooms of their own, which go with the slice: nobody may come to most of them for weeks.
    const rooms = new Rooms(services);
    const commands = new Commands({ ...services, rooms, onDecided: async () => undefined });
    const moved = await Promise.all(ids.map((id) => upgradeOne(commands, id, log)));
    await rooms.close();
    const behind = ids.filter((_, index) => moved[index] === false);
    if (behind.length > 0) log.warn({ cases: behind }, 'cases of a process that nobody here knows can only be read');
    const arrived = moved.filter((did) => did).length;
    came += arrived;
    stayed += ids.length - arrived;
    after = last;
  }
}
