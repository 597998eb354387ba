/** Who may what: the one place that sockets, commands and the API ask. Relations come from the roster, the token and the case. */
import {
  type Actor,
  type CaseState,
  mayOpen,
  mayStart,
  type Process,
  type Relation,
  relationsIn,
  type StudentRef,
} from '@ssp-kit/process';
import { emergencyEnd, mayReadAudit, mayReadRetention, mayRelease, mayUseRecord } from '@ssp-kit/process/records';
import type { RoomAccess } from '@ssp-kit/protocol';
import type { Claims } from './auth.js';
import type { Roster } from './roster-port.js';

/** A person with a checked token, tied to the roster where it knows them. */
export interface Identity {
  readonly claims: Claims;
  readonly actor: Actor;
}

export interface Access {
  identify(claims: Claims): Promise<Identity>;
  /** Relations to a student that the roster and the token tell; those of the case are not among them. */
  outside(identity: Identity, student: string): Promise<readonly Relation[]>;
  may(identity: Identity, state: CaseState, document: string): Promise<'read' | 'write' | null>;
  /** The documents of a case that the person may open. */
  rooms(identity: Identity, state: CaseState): Promise<readonly Omit<RoomAccess, 'room'>[]>;
  /** Milliseconds until rights of the person end by themselves, and have to be asked again; null where none do. */
  endsIn(identity: Identity, state: CaseState): number | null;
  /** Which records are due for destruction, of the cases whose record they keep. */
  mayReadRetention(identity: Identity): boolean;
  /** Whether the person may take a hold off a case whose record they keep. */
  mayRelease(identity: Identity): boolean;
  /** The whole log of the district, which tells of every case by its id. */
  mayReadAudit(identity: Identity): boolean;
  /**
   * What the person may do with the record of who has seen a case and to whom it was disclosed: the family reads it, those who
   * lead the case or the school also add to it.
   */
  recordOfAccess(identity: Identity, state: CaseState): Promise<'read' | 'write' | null>;
  /** The student as a case names them, or null for one the person may not begin a case about. */
  startable(identity: Identity, student: string): Promise<StudentRef | null>;
}

/** Some rights end with an instant: `now` is asked at every question. */
export function makeAccess(process: Process, roster: Roster, now: () => Date): Access {
  const who = ({ claims, actor }: Identity) => ({
    person: actor.person,
    schools: claims.schools,
    students: claims.students,
    roles: actor.roles,
  });
  const relations = async (identity: Identity, state: CaseState) => [
    ...(await roster.relations(state.student.id, who(identity))),
    ...relationsIn(state, identity.actor, now().toISOString()),
  ];

  /** A case of a process that is not this server's is only read: nobody could judge what is written into it. */
  const mayNow = (state: CaseState, document: string, actor: Actor, stands: readonly Relation[]) => {
    const may = mayOpen(process, state, document, actor, stands);
    return may === 'write' && state.processVersion !== process.version ? 'read' : may;
  };

  return {
    async identify(claims) {
      const person = await roster.personOf(claims.person ?? claims.sub);
      return {
        claims,
        actor: { person: person ?? claims.person ?? claims.sub, name: claims.name, roles: claims.roles },
      };
    },

    outside: (identity, student) => roster.relations(student, who(identity)),

    async may(identity, state, document) {
      return mayNow(state, document, identity.actor, await relations(identity, state));
    },

    async rooms(identity, state) {
      const stands = await relations(identity, state);
      return Object.values(state.documents).flatMap(({ id, state: stand }) => {
        const may = mayNow(state, id, identity.actor, stands);
        return may ? [{ document: id, may, state: stand }] : [];
      });
    },

    endsIn({ actor }, state) {
      const instant = now();
      const end = emergencyEnd(state, actor, instant.toISOString());
      return end === null ? null : Date.parse(end) - instant.getTime();
    },

    async recordOfAccess(identity, state) {
      return mayUseRecord(state, identity.actor, await relations(identity, state));
    },

    mayReadRetention: ({ actor }) => mayReadRetention(actor),
    mayRelease: ({ actor }) => mayRelease(actor),
    mayReadAudit: ({ actor }) => mayReadAudit(actor),

    async startable(identity, student) {
      const found = await roster.student(student);
      if (!found || !mayStart(process, identity.actor, await roster.relations(found.id, who(identity)))) return null;
      const { id, name, grade, school, schoolName, birthDate } = found;
      return { id, name, grade, school, schoolName, birthDate };
    },
  };
}
