import type { CaseState } from './case-state.js';
import { evaluationForm, servicesAnswer, servicesForm } from './consents.js';
import { openedBy } from './openings.js';
import type { Process } from './process.js';
import type { Opening } from './tables/actions.js';
import type { UpgradeRow } from './tables/upgrades.js';
import type { Actor, Day, Decision, Facts } from './types.js';

/** Who stands for what the server does by itself. */
const server: Actor = { person: 'system', name: 'SSP Kit', roles: ['system'] };

/**
 * The decision by which a case comes to this process: `process.upgraded`, with facts `from` and `to`. Null when the case is by this
 * process already, or when no row leads here from its version or its state.
 */
export function upgrade(
  process: Process,
  state: CaseState,
  { key, day, at }: { readonly key: string; readonly day: Day; readonly at: string },
): Decision | null {
  const from = state.processVersion;
  if (from === process.version) return null;
  const row = rowFrom(process, from);
  const wanted = row && (row.states === 'same' ? state.state : row.states[state.state]);
  const to = process.states.find(({ id }) => id === wanted)?.id;
  if (!row || !to) return null;
  return {
    seq: state.seq + 1,
    key,
    action: 'process.upgraded',
    at,
    day,
    actor: server,
    processVersion: process.version,
    facts: { from, to: process.version },
    words: {},
    to,
    opens: openedBy(process, missing(row.opens?.[to] ?? [], state), {
      state,
      found: formsOf(state, to),
      payload: {},
      day,
    }),
    seals: [],
    cites: [],
  };
}

/** What is expected here and not there yet. */
function missing(openings: readonly Opening[], { documents }: CaseState): readonly Opening[] {
  return openings.filter(
    ({ kind }) => !Object.values(documents).some((row) => row.kind === kind && row.state === 'open'),
  );
}

/** The consent that the case waits for: to the assessment, or to the first services of an IEP; none where it was answered. */
function formsOf(state: CaseState, to: string): Facts {
  if (to !== 'develop-plan')
    return { consentForm: state.dates['assessmentConsentDate'] === undefined ? evaluationForm(state) : null };
  return { consentForm: state.track === 'idea' && servicesAnswer(state) !== 'given' ? servicesForm : null };
}

function rowFrom({ version, upgrades }: Process, from: string): Pick<UpgradeRow, 'states' | 'opens'> | undefined {
  if (revisionOf(from) === revisionOf(version)) return { states: 'same' };
  return upgrades.find((row) => row.from === from) ?? upgrades.find((row) => row.from === revisionOf(from));
}

/** A version without its fingerprint: `hawaii-classic/2`. */
function revisionOf(version: string): string {
  return version.split('+')[0] as string;
}
