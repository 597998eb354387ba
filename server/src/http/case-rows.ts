import { type CaseState, caseloadRow, localDay, mayDecideUnseen } from '@ssp-kit/process';
import { type CaseAnswer, type CaseRow, formatRoom } from '@ssp-kit/protocol';
import type { Identity } from '../access.js';
import { isClosed } from '../case-index.js';
import { upgradeOne } from '../old-cases.js';
import { HttpProblem } from './problems.js';
import type { HttpServices } from './services.js';

/**
 * The state of a case that the person may see, or may take this action on without seeing it: breaking the glass. A case one may not
 * know of does not exist.
 */
export async function visibleCase(
  services: HttpServices,
  identity: Identity,
  caseId: string,
  action?: string,
): Promise<CaseState> {
  const state = await services.cases.state(caseId);
  const unseen = () =>
    action !== undefined && state !== null && mayDecideUnseen(services.process, state, action, identity.actor);
  if (!state || !((await services.access.may(identity, state, 'official')) || unseen())) {
    throw new HttpProblem(404, 'no-such-case', 'There is no such case, or it is not yours to see.');
  }
  return state;
}

/** A closed case by this server's process, where a row brings it here: the start has brought the open ones. */
export async function caseOfToday(services: HttpServices, state: CaseState): Promise<CaseState> {
  const { process, cases, commands, log } = services;
  if (state.processVersion === process.version || !isClosed(state)) return state;
  const came = await upgradeOne(commands, state.case, log);
  return (came && (await cases.state(state.case))) || state;
}

export async function caseAnswer(services: HttpServices, identity: Identity, state: CaseState): Promise<CaseAnswer> {
  const { access, storage } = services;
  const epochs = await storage.epochs(state.case);
  const rooms = await access.rooms(identity, state);
  return {
    id: state.case,
    student: state.student,
    rooms: rooms.map(({ document, ...room }) => {
      const name = formatRoom({ caseId: state.case, document, epoch: epochs[document] ?? 1 });
      return { room: name, document, ...room };
    }),
    relations: await access.outside(identity, state.student.id),
    seq: state.seq,
    processVersion: state.processVersion,
  };
}

export async function caseRow(services: HttpServices, identity: Identity, state: CaseState): Promise<CaseRow> {
  const today = localDay(services.now(), services.process.profile.timeZone);
  const relations = await services.access.outside(identity, state.student.id);
  return caseloadRow(services.process, state, identity.actor, relations, today);
}

/** Cases among the found ones whose record the person may read, newest first. */
export async function visibleCases(
  services: HttpServices,
  identity: Identity,
  found: readonly string[],
): Promise<CaseState[]> {
  const states = await Promise.all(
    found.map(async (id) => {
      const state = await services.cases.state(id);
      return state && (await services.access.may(identity, state, 'official')) ? state : null;
    }),
  );
  return states.filter((state) => state !== null);
}
