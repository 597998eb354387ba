/** Runs in the browser that judging.ts opens: judges and draws a whole IEP case again and again, and says how long each took. */
import '@ssp-kit/elements/case/define.js';
import { wholeCase } from '@ssp-kit/elements/case/fixtures.js';
import { addDays, type CaseState, decide, type Decision, fold, foldNext, readiness } from '@ssp-kit/process';
import { hawaiiClassic } from '@ssp-kit/process/profiles';
import { samplePeople, walk } from '@ssp-kit/process/testing';

const decisionsOfLongCase = 1_000;
const rounds = 40;
const drawings = 10;

export interface Measured {
  readonly name: string;
  /** Milliseconds. */
  readonly samples: readonly number[];
}

declare global {
  var measured: readonly Measured[] | undefined;
}

/** The IEP case of 44 decisions before its review, and attempts to reach the family until there are a thousand. */
function longCase(): { readonly decisions: readonly Decision[]; readonly state: CaseState } {
  const { decisions, state: begun } = walk('idea', { before: 'review.open' });
  const all = [...decisions];
  let state = begun;
  const day = addDays(decisions.at(-1)?.day ?? '2026-08-17', 1);
  while (all.length < decisionsOfLongCase) {
    const key = `01990000-0000-7000-8000-${all.length.toString(16).padStart(12, '0')}`;
    const payload = { about: 'other', date: day, method: 'phone', contact: 'Home', relation: 'Mother', outcome: 'No.' };
    const answer = decide(hawaiiClassic, {
      ...{ state, key, action: 'contact.record', payload, documents: {}, actor: samplePeople.coordinator },
      ...{ relations: ['school'], day, at: `${day}T18:00:00.000Z`, base: state.seq },
    });
    if (!answer.ok) throw new Error(`the bench's contact was refused: ${answer.code}`);
    state = foldNext(state, answer.decision);
    all.push(answer.decision);
  }
  return { decisions: all, state };
}

function take(name: string, times: number, run: () => unknown): Measured {
  const samples = Array.from({ length: times }, () => {
    const begun = performance.now();
    run();
    return performance.now() - begun;
  });
  return { name, samples };
}

const { decisions, state } = longCase();
const { documents } = walk('idea', { before: 'review.open' });
const actor = samplePeople.coordinator;
const day = decisions.at(-1)?.day ?? '';

const judged = [
  take('Chromium: fold 1,000 decisions', rounds, () => fold(decisions)),
  take(`Chromium: readiness of all ${hawaiiClassic.actions.length} actions`, rounds, () =>
    hawaiiClassic.actions.map(({ id }) =>
      readiness(hawaiiClassic, {
        ...{ state, action: id, payload: {}, documents, actor },
        ...{ relations: ['school' as const], day, at: `${day}T18:00:00.000Z` },
      }),
    ),
  ),
];

const drawn: number[] = [];
for (let round = 0; round < drawings; round += 1) {
  const { session, caseId } = wholeCase();
  const element = Object.assign(document.createElement('ssp-case'), { session, caseId });
  const begun = performance.now();
  document.body.append(element);
  await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
  drawn.push(performance.now() - begun);
  element.remove();
}

globalThis.measured = [...judged, { name: 'Chromium: draw a case of 40 documents', samples: drawn }];
