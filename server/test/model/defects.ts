/** Checks that are taken out of the server, one at a time, from outside: the model is only worth something if it notices. */
import { randomUUID } from 'node:crypto';
import type { Process, Role } from '@ssp-kit/process';
import { hawaiiClassic } from '@ssp-kit/process/profiles';
import { everyRelation } from '@ssp-kit/process/testing';
import type { Command } from '@ssp-kit/protocol';
import type { App } from '../../src/index.js';
import type { DecisionWrite, Storage } from '../../src/storage/port.js';

export interface Defect {
  readonly id: string;
  /** What the server no longer does. */
  readonly says: string;
  /** Rows of another process than the one the model judges by. */
  readonly process?: Process;
  /** A store in front of the real one. `isDead`: the process was killed since. */
  store?(real: Storage, isDead: () => boolean): Partial<Storage>;
  readonly auth?: Partial<App['auth']>;
  /** What becomes of a command on its way. */
  send?(): (command: Command) => Command;
}

const everyRole = hawaiiClassic.roles.map(({ id }) => id) as readonly Role[];

const decide = (id: string, says: string, change: (write: DecisionWrite) => DecisionWrite): Defect => ({
  id,
  says,
  store: (real) => ({ decide: (write) => real.decide(change(write)) }),
});

export const defects: readonly Defect[] = [
  {
    id: 'stale-taken',
    says: 'does not look at what was decided since',
    process: {
      ...hawaiiClassic,
      actions: hawaiiClassic.actions.map((row) => ({ ...row, order: 'commutes' as const })),
    },
  },
  {
    id: 'key-ignored',
    says: 'takes a command that it knows once more',
    store: (real) => ({
      decisionByKey: async () => null,
      async decide(write) {
        const known = await real.decisionByKey(write.caseId, write.decision.key);
        return real.decide(known ? { ...write, decision: { ...write.decision, key: randomUUID() } } : write);
      },
    }),
  },
  {
    id: 'fingerprint-ignored',
    says: 'answers a known key whatever the command says',
    send() {
      const first = new Map<string, Command>();
      return (command) => {
        const known = first.get(command.key) ?? command;
        first.set(command.key, known);
        return known;
      };
    },
  },
  {
    id: 'other-answer',
    says: 'answers a known command otherwise than the first time',
    store: (real) => ({
      async decisionByKey(...args) {
        const known = await real.decisionByKey(...args);
        return known && { ...known, decision: { ...known.decision, at: new Date().toISOString() } };
      },
    }),
  },
  {
    id: 'edit-acknowledged-early',
    says: 'acknowledges an edit before it is stored',
    store: (real, isDead) => ({
      async append(append) {
        setTimeout(() => {
          if (!isDead()) void real.append(append).catch(() => undefined);
        }, 10);
        return { ok: true };
      },
    }),
  },
  {
    id: 'decision-answered-early',
    says: 'answers a decision before it is stored',
    store: (real, isDead) => ({
      async decide(write) {
        setTimeout(() => {
          if (!isDead()) void real.decide(write).catch(() => undefined);
        }, 10);
        return { ok: true, appended: headsAfter(write), opened: [] };
      },
    }),
  },
  decide('not-frozen', 'leaves a sealed room open', (write) => ({
    ...write,
    copies: write.copies.map((copy) => ({ ...copy, freeze: false })),
  })),
  decide('heads-ignored', 'does not look whether a room was written in since it was read', (write) => ({
    ...write,
    readAt: [],
  })),
  decide('other-copy', 'keeps another text than the one that was hashed', (write) => ({
    ...write,
    copies: write.copies.map((copy) => ({ ...copy, json: copy.json.replace(/\}$/, ',"more":1}') })),
  })),
  decide('copy-not-kept', 'keeps no copy of what it seals', ({ copies, ...write }) => ({ ...write, copies: [] })),
  decide('room-not-opened', 'does not open what a decision opens', (write) => ({ ...write, opens: [] })),
  decide('not-audited', 'leaves a decision out of the audit log', (write) => ({ ...write, audits: [] })),
  {
    id: 'official-not-written',
    says: 'leaves a decision out of the official record',
    store: (real) => ({
      async decide(write) {
        const written = await real.decide({ ...write, appends: [] });
        return written.ok ? { ...written, appended: headsAfter(write) } : written;
      },
    }),
  },
  {
    id: 'state-behind',
    says: 'stores the state before the decision',
    store(real) {
      const states = new Map<string, string>();
      return {
        decide(write) {
          const before = states.get(write.caseId) ?? write.state;
          states.set(write.caseId, write.state);
          return real.decide({ ...write, state: before });
        },
      };
    },
  },
  {
    id: 'owner-forgotten',
    says: 'does not keep whose a clientID is',
    store: (real) => ({ append: (append) => real.append({ ...append, claims: [] }) }),
  },
  {
    id: 'anybody-decides',
    says: 'lets everybody on a case take every decision',
    process: {
      ...hawaiiClassic,
      actions: hawaiiClassic.actions.map((row) => ({ ...row, roles: everyRole, relations: everyRelation })),
    },
  },
  {
    id: 'readers-write',
    says: 'lets everybody write who may read',
    process: {
      ...hawaiiClassic,
      rights: hawaiiClassic.rights.map((row) => ({ ...row, may: 'write' as const })),
    },
  },
  {
    id: 'revoked-taken',
    says: 'takes the token of somebody whose rights were ended',
    auth: { isRevoked: () => false },
  },
  {
    id: 'revocation-forgotten',
    says: 'knows no revocation after a restart',
    store: () => ({ revoke: async () => undefined }),
  },
  {
    id: 'unseen-signed',
    says: 'does not compare what was signed with what was seen',
    send:
      () =>
      ({ seen: _seen, ...command }) =>
        command,
  },
];

function headsAfter({ readAt, appends }: DecisionWrite): number[] {
  return appends.map(({ room }) => (readAt.find((read) => read.room === room)?.head ?? 0) + 1);
}
