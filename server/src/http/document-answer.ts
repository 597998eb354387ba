import type { CaseState } from '@ssp-kit/process';
import type { Identity } from '../access.js';
import { HttpProblem } from './problems.js';
import type { HttpServices } from './services.js';

/** A document's content as it is sealed, or as it stands now, with its hash. Every reading is on record. */
export async function documentAnswer(
  services: HttpServices,
  identity: Identity,
  state: CaseState,
  document: string,
): Promise<object> {
  const { access, storage, visits, records, rooms, now } = services;
  const known = Object.hasOwn(state.documents, document) ? state.documents[document] : undefined;
  if (!known) throw new HttpProblem(404, 'no-such-document');
  if (!(await access.may(identity, state, document))) throw new HttpProblem(403, 'no-right');
  const key = { caseId: state.case, document };
  await visits.tell({
    at: now().toISOString(),
    person: identity.actor.person,
    action: 'document.read',
    ...key,
    detail: null,
  });
  const about = { document, kind: known.kind, state: known.state };
  if (document === 'official') return { ...about, decisions: state.decisions };
  if (known.state === 'sealed') {
    const sealed = await storage.sealed(key);
    if (!sealed) throw new Error('a sealed document without its copy');
    return { ...about, version: sealed.version, hash: sealed.hash, content: JSON.parse(sealed.json) };
  }
  const room = await rooms.open(key);
  if (!room) throw new HttpProblem(404, 'no-such-document');
  if (known.kind === 'services') return { ...about, entries: await records.entries(room.bytes) };
  const [sealed] = await records.seal([{ kind: known.kind, updates: room.bytes }]);
  return { ...about, hash: sealed?.hash, content: JSON.parse(sealed?.json ?? '{}') };
}
