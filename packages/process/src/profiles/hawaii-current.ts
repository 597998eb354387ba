import type { Process } from '../process.js';
import type { Branch } from '../tables/actions.js';
import type { FieldRow } from '../tables/fields/index.js';
import { hawaiiClassic } from './hawaii-classic.js';
import { drop, replace, reword, without } from './override.js';

const classic = hawaiiClassic;
const reminders = 'eCSSS, reminders of stage 4: no Action Plan is begun since 18 September 2011';
const asked = drop<FieldRow>('when');

/** Where the classic profile goes on to an Action Plan, the case waits for its notice and is closed. */
function stays(guard: string): (branch: Branch) => Branch {
  return (branch) => (branch.when === guard ? { when: branch.when, to: 'same' } : branch);
}

/**
 * Hawaii as it works since 2011: every referral suspects a disability, and the plan for Section 504 is the 504 Plan. A student who
 * is not evaluated or not eligible gets a notice, and the case is closed; students with low needs are helped outside of referrals.
 * Action Plans of earlier cases stay on record.
 */
export const hawaiiCurrent: Process = reword(
  {
    ...classic,
    version: 'hawaii-current/1+ed8c5019',
    profile: { ...classic.profile, id: 'hawaii-current', label: 'Hawaii, current', revision: 1, suspicion: 'always' },
    tracks: replace(classic.tracks, {
      action: { label: 'No plan for a disability', conferences: ['review'], source: reminders },
    }),
    vocabularies: {
      ...classic.vocabularies,
      'conference-purpose': without(classic.vocabularies['conference-purpose'] ?? [], ['action-plan']),
    },
    fields: replace(without(classic.fields, ['concern/suspicion', 'process.abbreviate/reason']), {
      'concern/suspicionReason': asked,
      'concern/suspectedAreas': asked,
      'concern/regulationRequested': asked,
    }),
    actions: replace(without(classic.actions, ['process.abbreviate']), {
      'needs.define': (row) => ({ ...row, branches: row.branches.filter(({ when }) => when !== 'notSuspected') }),
      'evaluation.decide': (row) => ({ ...row, branches: row.branches.map(stays('noEvaluation')) }),
      'eligibility.decide': (row) => ({ ...row, branches: row.branches.map(stays('notEligible')) }),
    }),
    requirements: [
      ...without(classic.requirements, [
        'process.abbreviate/suspicion',
        'process.abbreviate/reason',
        'referral.file/suspicion',
        'plan.activate/refusal-notice',
      ]),
      {
        id: 'needs.define/suspicion',
        action: 'needs.define',
        fact: 'suspicion',
        is: 'one-of',
        values: ['yes', 'unsure'],
        label: 'This referral of an earlier process suspects no disability: say that one is suspected, or close it.',
        source: reminders,
      },
      {
        id: 'plan.activate/kind',
        action: 'plan.activate',
        fact: 'kind',
        is: 'one-of',
        values: ['iep', 'modification-plan'],
        label: 'No Action Plan is begun any more.',
        source: reminders,
      },
      {
        id: 'case.close/notices',
        action: 'case.close',
        fact: 'noticesOpen',
        is: 'none',
        when: { fact: 'withoutDisability', is: [true] },
        label: 'Give the family the notice of the decision first.',
        source: '34 CFR 300.503(a)(2); HAR 8-60-10(d)(2)(B)',
      },
    ],
    nextSteps: [
      ...replace(classic.nextSteps, { 'evaluation/decide': { until: 'evaluationDecisionDate' } }),
      {
        id: 'refused/close',
        states: ['define-needs.evaluation', 'define-needs.eligibility'],
        who: ['coordinator', 'administrator'],
        action: 'case.close',
        tracks: ['action'],
        says: 'Close the case once the family has the notice',
      },
    ],
    upgrades: [
      ...classic.upgrades,
      {
        from: 'hawaii-classic/2',
        states: 'same',
        source: 'the states are the same; an Action Plan runs on to its end',
      },
    ],
  },
  (text) => text.replaceAll('Modification Plan', '504 Plan'),
);
