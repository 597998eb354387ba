/** The destruction of a case: asked for by one person, approved by another in the other role, and then for good. */
import { localDay, type Process } from '@ssp-kit/process';
import { type DestructionBasis, destructionRoles, type HoldBasis, mayDestroy } from '@ssp-kit/process/records';
import { closeCodes } from '@ssp-kit/protocol';
import type { Identity } from './access.js';
import { isClosed } from './case-index.js';
import type { Cases } from './cases.js';
import type { Commands } from './commands.js';
import type { Rooms } from './rooms.js';
import type { AskedDestruction, Hold, Storage } from './storage/port.js';

/** `held`: a hold stops it. `not-due`: it is still kept, on this basis. `other-person` and `other-role`: the second must be somebody else, in the other role. */
export type Agreed =
  | { readonly ok: true; readonly state: 'asked'; readonly asked: AskedDestruction }
  | { readonly ok: true; readonly state: 'destroyed' }
  | {
      readonly ok: false;
      readonly code: 'case-open' | 'held' | 'not-due' | 'other-person' | 'other-role' | 'other-basis';
    };

export interface DestructionServices {
  readonly process: Process;
  readonly storage: Pick<Storage, 'destruction' | 'askDestruction' | 'destroy' | 'holds' | 'hold'>;
  readonly cases: Cases;
  readonly commands: Commands;
  readonly rooms: Rooms;
  readonly now: () => Date;
}

export class Destruction {
  readonly #services: DestructionServices;

  constructor(services: DestructionServices) {
    this.#services = services;
  }

  asked(caseId: string): Promise<AskedDestruction | null> {
    return this.#services.storage.destruction(caseId);
  }

  /** Asks for it, or approves what another has asked for. That the person may see the case is checked by who calls. */
  agree({ actor }: Identity, caseId: string, basis: DestructionBasis): Promise<Agreed> {
    const { process, storage, cases, commands, now } = this.#services;
    return commands.inTurn(caseId, async (): Promise<Agreed> => {
      const state = await cases.state(caseId);
      if (!state || !isClosed(state)) return { ok: false, code: 'case-open' };
      if ((await storage.holds(caseId)).length > 0) return { ok: false, code: 'held' };
      const today = localDay(now(), process.profile.timeZone);
      if (!mayDestroy(process, state, basis, today)) return { ok: false, code: 'not-due' };
      const asked = await storage.destruction(caseId);
      if (asked?.person === actor.person) return { ok: false, code: 'other-person' };
      const role = destructionRoles.find((name) => actor.roles.includes(name) && name !== asked?.role);
      if (!role) return { ok: false, code: 'other-role' };
      if (asked && asked.basis !== basis) return { ok: false, code: 'other-basis' };
      const at = now().toISOString();
      const entry = { at, person: actor.person, caseId, document: null };
      if (!asked) {
        const ask = { at, person: actor.person, role, basis };
        await storage.askDestruction(caseId, ask, { ...entry, action: 'case.destroy.ask', detail: { role, basis } });
        return { ok: true, state: 'asked', asked: ask };
      }
      await storage.destroy(caseId, { ...entry, action: 'case.destroy', detail: { role, basis, asked: asked.person } });
      cases.forget(caseId);
      await this.#sendAway(caseId);
      return { ok: true, state: 'destroyed' };
    });
  }

  async takeBack({ actor }: Identity, caseId: string): Promise<void> {
    const { storage, commands, now } = this.#services;
    await commands.inTurn(caseId, async () => {
      if ((await storage.destruction(caseId)) === null) return;
      const entry = { at: now().toISOString(), person: actor.person, caseId, document: null, detail: null };
      await storage.askDestruction(caseId, null, { ...entry, action: 'case.destroy.take-back' });
    });
  }

  holds(caseId: string): Promise<readonly Hold[]> {
    return this.#services.storage.holds(caseId);
  }

  /** Places a hold on a case, open or closed, or takes it off. It does not end what was asked for: nobody can agree to it meanwhile. */
  async hold({ actor }: Identity, caseId: string, basis: HoldBasis, isPlaced: boolean): Promise<void> {
    const { storage, commands, now } = this.#services;
    await commands.inTurn(caseId, async () => {
      const at = now().toISOString();
      const { person } = actor;
      const action = isPlaced ? 'case.hold' : 'case.release';
      const entry = { at, person, action, caseId, document: null, detail: { basis } };
      await storage.hold(caseId, basis, isPlaced ? { basis, at, person } : null, entry);
    });
  }

  async #sendAway(caseId: string): Promise<void> {
    for (const room of await this.#services.rooms.forget(caseId)) {
      for (const connection of [...room.connections]) connection.close(closeCodes.noSuchRoom, 'no such room');
    }
  }
}
