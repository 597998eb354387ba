import type { Process } from '../process.js';
import { actionBlocks } from './action-blocks.js';
import { type Block, code, heading, paragraph, table, terms, whenOf } from './blocks.js';
import { clockBlocks } from './clock-blocks.js';
import { differenceBlocks } from './difference-blocks.js';
import { documentBlocks } from './document-blocks.js';
import { drawChart } from './draw-chart.js';
import { rightBlocks } from './right-blocks.js';

/** The whole process for readers, from its rows. `others` are the profiles of which it is told what they say otherwise. */
export function processPage(process: Process, others: readonly Process[] = []): readonly Block[] {
  const { profile, version, actions, stages, states } = process;
  return [
    heading(1, `The process: ${profile.label}`, 'process'),
    paragraph(
      `Profile ${code(profile.id)}, version ${code(version)}. Days are counted in ${profile.timeZone}. Everything on this page is made ` +
        'from the rows that the server judges by and the forms are made of. A source names where a row comes from; a letter before it ' +
        'means: E eCSSS, H a form of Hawaii, P a peer product, L law, I our inference, K a rule known by its name only, ? a text looked ' +
        'for and not found.',
    ),
    heading(2, 'Where a case can go', 'chart'),
    {
      kind: 'picture',
      svg: drawChart({ actions, stages, states }),
      label: 'The chart of the process: every state and the decisions that lead on',
    },
    ...stageBlocks(process),
    ...actionBlocks(process),
    ...stepBlocks(process),
    ...documentBlocks(process),
    ...clockBlocks(process),
    ...noticeBlocks(process),
    ...rightBlocks(process),
    ...vocabularyBlocks(process),
    ...differenceBlocks(process, others),
  ];
}

function stageBlocks({ stages, states, tracks, profile }: Process): Block[] {
  return [
    heading(2, 'Stages and states', 'stages'),
    table(
      'The stages in their order',
      ['stage', 'for the family', 'states', 'leaves behind'],
      stages.map(({ id, label, familyLabel, yields }) => [
        `**${label}** ${code(id)}`,
        familyLabel,
        states.filter(({ stage }) => stage === id).map((state) => `${code(state.id)} ${state.says}`),
        yields,
      ]),
    ),
    paragraph(`Behind the last of them a case is ${code('closed')}.`),
    table(
      'The tracks a case can take',
      ['track', 'plan', 'conferences', 'source'],
      tracks.map(({ id, label, planKind, conferences, source }) => [
        `**${label}** ${code(id)}`,
        code(planKind),
        conferences.map(code).join(' '),
        source,
      ]),
    ),
    terms([
      [
        'Suspicion',
        profile.suspicion === 'always'
          ? 'every referral suspects a disability'
          : 'asked in each referral; “not sure” counts as yes',
      ],
      ['Rights go over', `with the ${profile.majorityAge ?? 18}th birthday`],
      ['Transition is planned', `in the IEP whose term has the ${profile.transitionAge ?? 16}th birthday`],
    ]),
  ];
}

function stepBlocks({ nextSteps, roles, states }: Process): Block[] {
  const name = (role: string) => roles.find(({ id }) => id === role)?.label ?? role;
  const open = states.length - 1;
  return [
    heading(2, 'Next steps', 'next-steps'),
    paragraph('What the people of a case are told to do next, in the order in which it is best done.'),
    table(
      'Next steps',
      ['step', 'who', 'where', 'only', 'deadline'],
      nextSteps.map(({ says, states: where, who, starter, each, after, until, tracks, clock, planned }) => [
        says,
        [...who.map(name), ...(starter ? ['who began the case'] : [])].join(', '),
        where.length > 6 && where.length < open ? 'in every stage after the referral' : where.map(code).join(', '),
        [
          each === 'team-unformed' ? 'while nobody is on the team' : '',
          after ? `once there is ${code(after)}` : '',
          until ? `until there is ${code(until)}` : '',
          tracks ? `tracks ${tracks.map(code).join(', ')}` : '',
        ],
        clock ? code(clock) : planned ? 'the day it is planned for' : '',
      ]),
    ),
  ];
}

function noticeBlocks({ notices, conferences }: Process): Block[] {
  return [
    heading(2, 'Notices', 'notices'),
    paragraph(
      'What calls for a prior written notice. The first row of a decision that fits counts, and every row marked as beside. A notice drafts ' +
        'itself from what is recorded.',
    ),
    table(
      'Prior written notices',
      ['notice', 'for the family', 'called for by', 'says', 'before', 'with', 'source'],
      notices.map((row) => [
        `**${row.label}** ${code(row.key)}`,
        row.familyLabel,
        [
          code(row.on),
          row.when ? whenOf(row.when.fact, row.when.is) : '',
          row.tracks ? `tracks ${row.tracks.map(code).join(', ')}` : '',
          row.beside ? 'beside' : '',
        ],
        `the school ${row.verb} to ${row.mode} ${row.subject}`,
        row.before ? code(row.before) : '',
        [
          row.safeguards ? 'the safeguards' : '',
          row.consentRequest ? 'the request for consent' : '',
          row.optional ? 'sent if the team wants to' : '',
        ],
        row.source,
      ]),
    ),
    table(
      'Conferences that the law calls formal',
      ['purpose', 'members who come or are excused', 'source'],
      conferences.map(({ purpose, calls, source }) => [code(purpose), calls.map(code).join(', '), source]),
    ),
  ];
}

function vocabularyBlocks({ vocabularies }: Process): Block[] {
  return [
    heading(2, 'Pick lists', 'vocabularies'),
    table(
      'Vocabularies: the code that is stored and what a person reads',
      ['vocabulary', 'terms'],
      Object.entries(vocabularies).map(([name, list]) => [
        code(name),
        list.map((term) => `${code(term.code)} ${term.label}`),
      ]),
    ),
  ];
}
