/** The destruction of a case: asked for by one person, approved by another in the other role, and then for good. */
import { type DestructionBasis, destructionRoles } from '@ssp-kit/process/records';
import { closeCodes } from '@ssp-kit/protocol';
import type { Identity } from './access.js';
import { isClosed } from './case-index.js';
import type { Cases } from './cases.js';
import type { Commands } from './commands.js';
import type { Rooms } from './rooms.js';
import type { AskedDestruction, Storage } from './storage/port.js';

/** `other-person` and `other-role`: the second must be somebody else, in the other role. */
export type Agreed =
  | { readonly ok: true; readonly state: 'asked'; readonly asked: AskedDestruction }
  | { readonly ok: true; readonly state: 'destroyed' }
  | { readonly ok: false; readonly code: 'case-open' | 'other-person' | 'other-role' | 'other-basis' };

export interface DestructionServices {
  readonly storage: Pick<Storage, 'destruction' | 'askDestruction' | 'destroy'>;
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
    const { storage, cases, commands, now } = this.#services;
    return commands.inTurn(caseId, async (): Promise<Agreed> => {
      const state = await cases.state(caseId);
      if (!state || !isClosed(state)) return { ok: false, code: 'case-open' };
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

  async #sendAway(caseId: string): Promise<void> {
    for (const room of await this.#services.rooms.forget(caseId)) {
      for (const connection of [...room.connections]) connection.close(closeCodes.noSuchRoom, 'no such room');
    }
  }
}
