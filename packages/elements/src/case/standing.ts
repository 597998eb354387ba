import type { NextStep } from '@ssp-kit/process';
import type { CaseHandle, Person } from '@ssp-kit/session/contract';
import { plainDecisions } from './decisions.js';
import { type EarlierStage, earlierDocuments } from './earlier.js';
import type { CasePage } from './page.js';
import { type Place, placeOfStep, placesOf } from './places.js';

/** What a case holds for a person just now. */
export interface Now {
  readonly steps: readonly NextStep[];
  readonly places: readonly Place[];
  readonly earlier: readonly EarlierStage[];
  /** Decisions that stand in the page itself. */
  readonly plain: readonly string[];
  /** Ids of the places that are open from the start. */
  readonly begun: readonly string[];
  /** The place of the person's own next step: open when they come to the case. */
  readonly awaited: string | null;
}

export const nothingNow: Now = { steps: [], places: [], earlier: [], plain: [], begun: [], awaited: null };

/** Works out what a case holds, anew only when the case, the process or the person is another. */
export class Standing {
  #asked: readonly unknown[] = [];
  #now: Now = nothingNow;

  look(page: CasePage, handle: CaseHandle | null, person: Person | null): Now {
    const { process, state, view, audience, readonly } = page;
    const asked = [process, state, view.access, view.nextSteps, audience, readonly, handle, person];
    if (asked.every((one, at) => one === this.#asked[at])) return this.#now;
    this.#asked = asked;
    const places = placesOf(process, state, view.access, view.nextSteps, audience === 'staff');
    const primary = places.filter((place) => place.primary);
    const [step] = view.nextSteps.filter(({ mine }) => mine);
    this.#now = {
      // Who is asked for help is not told whose work is late.
      steps: audience === 'family' ? view.nextSteps.filter(({ mine }) => mine) : view.nextSteps,
      places,
      earlier: earlierDocuments(process, state, view.access, places, audience),
      plain: handle === null || readonly ? [] : plainDecisions(process, state, person?.roles ?? [], handle),
      begun: (primary.length > 0 || state.state === 'closed' ? primary : places.slice(0, 1)).map(({ id }) => id),
      awaited: step === undefined || readonly ? null : (placeOfStep(process, step, places)?.id ?? null),
    };
    return this.#now;
  }
}
