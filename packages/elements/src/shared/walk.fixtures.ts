import { type CaseState, mayOpen, relationsIn, type Track } from '@ssp-kit/process';
import { hawaiiClassic } from '@ssp-kit/process/profiles';
import { samplePeople, type SamplePeople, walk, type WalkOptions } from '@ssp-kit/process/testing';
import { FakeSession } from '@ssp-kit/session/fake';
import type { CaseFixture } from './case.fixtures.js';

export interface WalkedCase extends CaseFixture {
  readonly state: CaseState;
}

export interface WalkedOptions extends WalkOptions {
  /** Who looks at it; the care coordinator without it. */
  readonly as?: keyof SamplePeople;
  /** Without it, the day of the decision that comes next. */
  readonly today?: string;
  /** Documents that are still empty: what the walk would write in them is left out. */
  readonly empty?: readonly string[];
}

/**
 * A case that the process has led along a track (`walk`), as one person sees it: every document is complete for the decision that
 * comes next.
 */
export function walkedCase(track: Track, options: WalkedOptions = {}): WalkedCase {
  const { as = 'coordinator', empty = [] } = options;
  const { state, documents, next } = walk(track, options);
  const actor = samplePeople[as];
  const today = options.today ?? next?.day ?? state.decisions.at(-1)?.day ?? '';
  const staff = Object.entries(samplePeople).filter(([who]) => who !== 'parent');
  const session = new FakeSession({
    person: { id: actor.person, name: actor.name, roles: actor.roles },
    today,
    relations: as === 'parent' ? [] : ['school'],
    students: [{ ...state.student, birthDate: state.student.birthDate ?? null, cases: [state.case] }],
    people: [
      ...staff.map(([, { person, name, roles }]) => ({
        id: person,
        name,
        kind: 'staff' as const,
        role: roles[0] ?? '',
        relation: null,
      })),
      {
        id: samplePeople.parent.person,
        name: samplePeople.parent.name,
        kind: 'contact' as const,
        role: 'Contact',
        relation: 'Mother',
      },
    ],
  });
  const relations = [...session.relations, ...relationsIn(state, actor, `${today}T18:00:00.000Z`)];
  const one = session.addCase({
    id: state.case,
    case: state,
    documents: Object.values(state.documents).map(({ id, state: stands }) => ({
      id,
      data: empty.includes(id) ? {} : (documents[id] ?? {}),
      sealed: stands === 'sealed',
      may: stands === 'sealed' ? 'read' : (mayOpen(hawaiiClassic, state, id, actor, relations) ?? 'read'),
    })),
  });
  session.look(state.case);
  return { session, caseId: state.case, case: one, state };
}
