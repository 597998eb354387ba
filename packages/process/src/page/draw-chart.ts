/** Draws the chart: a column a stage, a card a state, in it the decisions that lead on. No tool but this file. */
import { isBranchOf } from '../guards.js';
import type { Process } from '../process.js';
import type { ActionRow } from '../tables/actions.js';
import type { StageRow, StateId } from '../tables/stages.js';

type Rows = Pick<Process, 'actions' | 'stages' | 'states'>;

interface Line {
  readonly kind: 'action' | 'guard';
  readonly text: string;
  readonly y: number;
}

interface Exit {
  readonly to: string;
  /** Height at which it leaves the card. */
  readonly y: number;
}

interface Card {
  readonly id: string;
  readonly name: string;
  readonly column: number;
  readonly x: number;
  readonly y: number;
  readonly height: number;
  readonly lines: readonly Line[];
  readonly exits: readonly Exit[];
}

interface CardRow {
  readonly kind: 'action' | 'guard';
  readonly lines: readonly string[];
  readonly to: string | null;
}

const card = { width: 172, pad: 10, title: 34, line: 17, gap: 30 };
const column = { gap: 56, margin: 34, top: 84 };
const longest = 23;

/** The picture as SVG, light and dark, deterministic. */
export function drawChart({ actions, stages, states }: Rows): string {
  const cards = layOut(actions, stages, states);
  const width = column.margin * 2 + stages.length * card.width + (stages.length - 1) * column.gap;
  const height = Math.max(...cards.map(({ y, height: tall }) => y + tall)) + 52;
  const byId = new Map(cards.map((one) => [one.id, one]));
  return `${[
    `<svg class="ssp-chart" xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" role="img" aria-labelledby="ssp-chart-title ssp-chart-desc">`,
    '<title id="ssp-chart-title">The Student Support Process as a chart</title>',
    `<desc id="ssp-chart-desc">${xml(description(cards))}</desc>`,
    `<style>${style}</style>`,
    '<defs><marker id="ssp-chart-arrow" viewBox="0 0 8 8" refX="7" refY="4" markerWidth="8" markerHeight="8" orient="auto"><path d="M0 0.5 8 4 0 7.5Z" fill="currentColor"/></marker></defs>',
    `<rect class="paper" width="${width}" height="${height}" rx="12"/>`,
    ...stages.map((stage, index) => drawStage(stage, index, height)),
    ...cards.flatMap((one) => one.exits.map((exit) => drawEdge(one, exit, byId.get(exit.to) as Card))),
    ...cards.map(drawCard),
    `<text class="note" x="${column.margin}" y="${height - 14}">× ends the case. Decisions that change nothing of where a case stands are in the table.</text>`,
    '</svg>',
  ].join('\n')}\n`;
}

const style = [
  // A paper of its own: a page may be light where the system is dark.
  '.ssp-chart{color:#25211c;font:13px system-ui,sans-serif}',
  '.ssp-chart .paper{fill:#fbfaf8}',
  '@media (prefers-color-scheme:dark){.ssp-chart{color:#ece7df}.ssp-chart .paper{fill:#1d1a17}}',
  '.ssp-chart text{fill:currentColor}',
  '.ssp-chart .stage{font-weight:600;font-size:15px}',
  '.ssp-chart .state{font-weight:600}',
  '.ssp-chart .note,.ssp-chart .guard{opacity:.78}',
  '.ssp-chart .lane{fill:currentColor;fill-opacity:.045}',
  '.ssp-chart .card{fill:currentColor;fill-opacity:.07;stroke:currentColor;stroke-opacity:.45}',
  '.ssp-chart .edge{fill:none;stroke:currentColor;stroke-opacity:.62;stroke-width:1.3}',
].join('');

/** Cards with their places and their exits with the height where each leaves the card. */
function layOut(actions: Rows['actions'], stages: Rows['stages'], states: Rows['states']): Card[] {
  const bottoms = stages.map(() => column.top);
  return states.map((state) => {
    const index = state.stage === null ? stages.length - 1 : stages.findIndex(({ id }) => id === state.stage);
    const y = bottoms[index] ?? column.top;
    const rows = rowsOf(state.id, actions);
    let at = card.title;
    const lines = rows.flatMap((row) =>
      row.lines.map((text, i) => ({ ...row, text, last: i === row.lines.length - 1 })),
    );
    const exits: Exit[] = [];
    const placed = lines.map((line) => {
      at += card.line;
      if (line.last && line.to) exits.push({ to: line.to, y: y + at - 4 });
      return { ...line, y: y + at };
    });
    const height = placed.length > 0 ? at + 14 : card.title + 4;
    bottoms[index] = y + height + card.gap;
    return {
      id: state.id,
      name: nameOf(state.id, stages),
      column: index,
      x: xOf(index),
      y,
      height,
      lines: placed,
      exits,
    };
  });
}

/** What leads on from a state: a row a decision, and a row a guard where it leads several ways. */
function rowsOf(id: StateId, actions: readonly ActionRow[]): CardRow[] {
  return actions
    .filter(({ from }) => from.includes(id))
    .flatMap((action): CardRow[] => {
      const ways = new Map<string, string[]>();
      const branches = action.branches.filter((branch) => isBranchOf(branch, id));
      for (const { to, when } of branches)
        if (to !== 'same' && to !== id) ways.set(to, [...(ways.get(to) ?? []), ...(when ? [when] : [])]);
      const ends = action.from.length > 4 && [...ways.keys()].every((to) => to === 'closed');
      if (ways.size === 0) return [];
      if (ends) return [{ kind: 'action', lines: wrap(`× ${action.label}`, longest), to: null }];
      const several = [...ways.values()].some((guards) => guards.length > 0);
      const rows = [...ways].map(
        ([to, guards]): CardRow => ({
          kind: several ? 'guard' : 'action',
          lines: wrap(several ? guards.map(words).join(', ') : action.label, several ? longest - 2 : longest),
          to,
        }),
      );
      return several ? [{ kind: 'action', lines: wrap(action.label, longest), to: null }, ...rows] : rows;
    });
}

function drawStage({ label }: StageRow, index: number, height: number): string {
  const x = xOf(index);
  return [
    `<rect class="lane" x="${x - 14}" y="8" width="${card.width + 28}" height="${height - 46}" rx="10"/>`,
    `<text class="stage" x="${x}" y="34">${index + 1} ${xml(label)}</text>`,
  ].join('\n');
}

function drawCard({ name, x, y, height, lines }: Card): string {
  return [
    `<rect class="card" x="${x}" y="${y}" width="${card.width}" height="${height}" rx="8"/>`,
    `<text class="state" x="${x + card.pad}" y="${y + 22}">${xml(name)}</text>`,
    ...lines.map(
      ({ kind, text, y: base }) =>
        `<text class="${kind}" x="${x + card.pad + (kind === 'guard' ? 12 : 0)}" y="${base}">${xml(text)}</text>`,
    ),
  ].join('\n');
}

function drawEdge(from: Card, exit: Exit, to: Card): string {
  return `<path class="edge" d="${route(from, exit, to)}" marker-end="url(#ssp-chart-arrow)"/>`;
}

function route(from: Card, { y }: Exit, to: Card): string {
  const [left, right] = [from.x, from.x + card.width];
  const entry = to.y + 17;
  const step = to.column - from.column;
  if (step === 1) return curve(right, y, to.x, entry);
  if (step === 0) {
    // Down on the left, further out the further it goes; back up on the right.
    const down = to.y > from.y;
    const [side, edge] = down ? [left, left - (entry - y > 150 ? 34 : 18)] : [right, right + 16];
    return `M${side} ${y}C${edge} ${y} ${edge} ${entry} ${side} ${entry}`;
  }
  if (step > 1) {
    const lane = column.top - 24;
    const [up, last] = [right + column.gap / 2, to.x - column.gap / 2];
    return `M${right} ${y}C${up} ${y} ${up - 10} ${lane} ${up + 24} ${lane}H${last - 8}C${last + 6} ${lane} ${last} ${entry - 8} ${to.x} ${entry - 8}`;
  }
  if (step === -1) return curve(left, y, to.x + card.width, entry + 12);
  const lane = Math.max(y, from.y + from.height - 10) + 34;
  const [out, last] = [left - column.gap / 2, to.x + card.width + column.gap / 2];
  const end = to.y + 40;
  return `M${left} ${y}C${out} ${y} ${out + 4} ${lane} ${out - 26} ${lane}H${last + 22}C${last - 8} ${lane} ${last} ${end} ${to.x + card.width} ${end}`;
}

function curve(x1: number, y1: number, x2: number, y2: number): string {
  const middle = (x1 + x2) / 2;
  return `M${x1} ${y1}C${middle} ${y1} ${middle} ${y2} ${x2} ${y2}`;
}

function xOf(index: number): number {
  return column.margin + index * (card.width + column.gap);
}

/** The name on a card: of a state with a stage of its own the stage's, else the part behind the dot. */
function nameOf(id: string, stages: readonly StageRow[]): string {
  const own = stages.find((stage) => stage.id === id)?.label ?? id.split('.').at(-1) ?? id;
  return own.charAt(0).toUpperCase() + own.slice(1);
}

/** `evaluationNeedsConsent` as words. */
export function words(guard: string): string {
  return guard
    .replace(/([a-z])([A-Z0-9])/g, '$1 $2')
    .toLowerCase()
    .replace(/\bidea\b/, 'IDEA');
}

function wrap(text: string, most: number): string[] {
  return text.split(' ').reduce<string[]>((lines, word) => {
    const last = lines.at(-1);
    if (last !== undefined && last.length + word.length < most) lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
    return lines;
  }, []);
}

function description(cards: readonly Card[]): string {
  const targets = (one: Card) => [...new Set(one.exits.map(({ to }) => to))].join(', ');
  return cards
    .filter(({ exits }) => exits.length > 0)
    .map((one) => `${one.id} leads to ${targets(one)}.`)
    .join(' ');
}

function xml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
}
