import type { Process } from '../process.js';
import { federalClocks } from '../tables/clocks.js';
import type { NextStepRow } from '../tables/next-steps.js';
import { hawaiiClassic } from './hawaii-classic.js';
import { relabel, replace, resource, reword, without } from './override.js';

const classic = hawaiiClassic;
const terms = (vocabulary: string) => classic.vocabularies[vocabulary] ?? [];
const clocks = new Set(federalClocks.map(({ id }) => id));

/** The federal clock that drives a step in the place of Hawaii’s. */
const instead: Readonly<Record<string, string>> = { eval_60: 'eval_60_fed', iep_meeting_hi: 'iep_meeting_fed' };

function driven({ clock, ...step }: NextStepRow): NextStepRow {
  const driver = clock === undefined ? undefined : (instead[clock] ?? clock);
  return driver !== undefined && clocks.has(driver) ? { ...step, clock: driver } : step;
}

/** What the federal regulations ask, for a state whose own rules add nothing: a district’s file overrides time zone and days. */
export const ideaFederal: Process = resource(
  reword(
    {
      ...classic,
      version: 'idea-federal/1+bdbb648c',
      profile: {
        id: 'idea-federal',
        label: 'Federal rules (IDEA, Section 504)',
        revision: 1,
        timeZone: 'America/New_York',
      },
      tracks: relabel(classic.tracks, { s504: 'Section 504 Plan' }),
      vocabularies: {
        ...classic.vocabularies,
        'consent-form': relabel(terms('consent-form'), {
          '102a': 'Consent for initial evaluation',
          '102b': 'Consent for initial services',
          '102c': 'Consent for reevaluation',
        }),
        'transfer-from': relabel(terms('transfer-from'), { 'hawaii-school': 'Yes, from another school in this state' }),
        'disability-category': relabel(terms('disability-category'), {
          aut: 'Autism',
          deaf: 'Deafness',
          emn: 'Emotional disturbance',
          hi: 'Hearing impairment',
          oi: 'Orthopedic impairment',
          ohi: 'Other health impairment',
          sli: 'Speech or language impairment',
          vi: 'Visual impairment including blindness',
        }),
      },
      fields: replace(classic.fields, {
        'concern/receivedDate': { help: 'The request for an evaluation counts from this day.' },
        'concern/transferFrom': {
          help: 'A plan of another state means comparable services until there is one of this state.',
        },
        'concern/enrolledDate': { help: 'Comparable services begin on this day.', source: 'L 34 CFR 300.323(f)' },
        'suspicion.raise/day': { help: 'The duty to answer begins on this day.' },
      }),
      requirements: replace(without(classic.requirements, ['plan.activate/consent-first']), {
        'plan.activate/objectives': {
          label: 'Every goal has its objectives: the student takes alternate assessments.',
          when: { fact: 'alternateAssessment', is: [true] },
          source: '34 CFR 300.320(a)(2)(ii)',
        },
      }),
      clocks: federalClocks,
      nextSteps: classic.nextSteps.map(driven),
      upgrades: [{ from: 'hawaii-classic/2', states: 'same', source: 'the states are the same' }],
    },
    (text) =>
      text
        .replaceAll('Modification Plan', 'Section 504 Plan')
        .replace(/ \(102[abc]\)/g, '')
        .replace('; in Hawaii the form has it from 14', '')
        .replace('In Hawaii the representative', 'The representative'),
  ),
  federalSource,
);

/** Hawaii’s rules are no source here; what stands on nothing else is good practice. */
function federalSource(source: string): string {
  const parts = source.split(/;\s+/).filter((part) => !/HAR|HRS|Hawaii|15 days|^H /.test(part));
  return parts.length > 0 ? parts.join('; ') : 'inference: no federal rule asks for it';
}
