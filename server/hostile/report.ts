import { cpus } from 'node:os';
import type { Canary } from './canary.js';
import { chapters } from './cases/all.js';
import type { FuzzResult } from './fuzz.js';
import type { HonestResult } from './honest.js';
import type { Verdict } from './outcome.js';
import type { Result } from './run.js';

export interface Ran {
  readonly target: string;
  readonly results: readonly Result[];
  readonly tried: FuzzResult | null;
  readonly honest: HonestResult | null;
  readonly canary: Canary;
}

/** The page, its last lines, and whether nothing is broken. */
export function report(ran: Ran): { text: string; summary: string; isWhole: boolean } {
  const { results, tried, honest, canary } = ran;
  const count = (verdict: Verdict) => results.filter((result) => result.verdict === verdict).length;
  const lines = [
    `${results.length} cases: ${count('held')} held, ${count('weak')} weak, ${count('broken')} broken.`,
    ...(tried
      ? [
          `Random messages: ${fuzzWords(tried)}.`,
          ...tried.faults.map((fault) => `Broken: ${fault}.`),
          ...tried.examples.map((hex) => `For instance \`${hex}\``),
        ]
      : []),
    ...(honest
      ? [`Honest updates: ${honest.updates} in ${honest.histories} histories, ${honest.fault ?? '0 refused'}.`]
      : []),
    `Bystanders: ${canary.letters} letters, half within ${ms(canary, 0.5)}, 99 of 100 within ${ms(canary, 0.99)}, the slowest ${ms(canary, 1)}.`,
  ];
  const isWhole =
    count('broken') === 0 && (tried?.faults.length ?? 0) === 0 && (tried?.refused ?? 0) === 0 && !honest?.fault;
  return { text: page(ran, lines), summary: lines.join('\n'), isWhole };
}

function ms(canary: Canary, share: number): string {
  return `${Math.round(canary.quantile(share))} ms`;
}

function fuzzWords({ inputs, seed, rooms, unreadable, unanswered, honest, refused, faults }: FuzzResult): string {
  return [
    `${inputs} (seed ${seed}) in ${rooms} rooms`,
    `${unreadable} unreadable, of which ${unanswered} did not end their socket`,
    `${honest} honest, of which ${refused} were refused`,
    `${faults.length} rooms not whole afterwards`,
  ].join('; ');
}

function page({ target, results }: Ran, lines: readonly string[]): string {
  const machine = `${cpus().length} × ${cpus()[0]?.model.trim() ?? 'unknown processor'}, Node ${process.versions.node}`;
  const tables = chapters.flatMap(({ title, cases }) => {
    const rows = cases.map(({ id, does, must }) => {
      const result = results.find(({ hostile }) => hostile.id === id);
      const told = result ? `**${result.verdict}**: ${result.reason}` : 'not tried here';
      return `| \`${id}\` | ${cell(does)} | ${cell(must)} | ${cell(told)} |`;
    });
    return [
      '',
      `## ${title}`,
      '',
      '| case | what the attacker does | what a server must do | result |',
      '|---|---|---|---|',
      ...rows,
    ];
  });
  return `${[
    '# What the server withstands',
    '',
    '`npm run hostile` attacks a server that speaks the protocol of y-websocket and judges what comes of it. This page is written by',
    '`npm run hostile -- --random 50000 --honest 100000 --report docs/hostile.md`. Without `--url` it starts this project’s own server, with two',
    'real people: a teacher attacks, a coordinator is the victim, and bystanders work in another room. `--url ws://127.0.0.1:1234` attacks any',
    'other on this machine (`npm run hostile -- --help`).',
    '',
    'Each case has a room of its own. Afterwards the victim writes a word and somebody opens the room anew: the word must be there, and every',
    'earlier one, nothing pending, everything readable, the victim still connected, the server still alive. At the end every room is opened',
    'once more from the disk. **held**: as it should be. **weak**: nobody is harmed, but it is not as it should be, or bystanders waited for',
    'more than a second. **broken**: somebody else is harmed. The command ends with 1 when something is broken.',
    '',
    `Results of ${target} (${machine}):`,
    '',
    ...lines.map((line) => `- ${line}`),
    ...tables,
  ].join('\n')}\n`;
}

const cell = (words: string) => words.replaceAll('|', '\\|').replaceAll('\n', ' ').replaceAll('\0', 'NUL');
