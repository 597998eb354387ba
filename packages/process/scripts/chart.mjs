// Writes what is shown of the process from its rows: chart.json (the XState chart), chart.svg (its picture), the table
// of decisions in README.md and the whole process for readers in docs/process.md of the repository. `node scripts/chart.mjs [--check]`, after `tsc -b`; with --check it only says what is stale.
import { readFileSync, writeFileSync } from 'node:fs';
import { chartConfig } from '../dist/index.js';
import { drawChart, markdownOf, processPage } from '../dist/page/index.js';
import * as profiles from '../dist/profiles/index.js';
import { actionTable } from './action-table.mjs';

const { hawaiiClassic, ...others } = profiles;
const { version, actions, fields, requirements, stages, states } = hawaiiClassic;
const folder = new URL('../', import.meta.url);

const files = {
  'chart.json': `${json({ version, ...chartConfig(hawaiiClassic) })}\n`,
  'chart.svg': drawChart({ actions, stages, states }),
  'README.md': betweenMarkers(read('README.md'), actionTable({ actions, fields, requirements, states })),
  '../../docs/process.md': markdownOf(
    processPage(hawaiiClassic, Object.values(others)),
    '../packages/process/chart.svg',
  ),
};

const stale = Object.entries(files).filter(([name, content]) => read(name) !== content);
if (process.argv.includes('--check')) {
  if (stale.length > 0) {
    const names = stale.map(([name]) => name).join(', ');
    console.error(
      `${names}: not what the rows say now. Run \`npm run chart -w @ssp-kit/process\` and commit the result.`,
    );
    process.exit(1);
  }
} else {
  for (const [name, content] of stale) writeFileSync(new URL(name, folder), content);
}

function read(name) {
  try {
    return readFileSync(new URL(name, folder), 'utf8');
  } catch (error) {
    if (error.code === 'ENOENT') return '';
    throw error;
  }
}

function betweenMarkers(text, content) {
  const [start, end] = ['<!-- decisions: generated -->', '<!-- /decisions -->'];
  const [from, to] = [text.indexOf(start), text.indexOf(end)];
  if (from < 0 || to < from) throw new Error(`README.md lacks the lines ${start} and ${end}`);
  return `${text.slice(0, from + start.length)}\n\n${content}\n\n${text.slice(to)}`;
}

/** JSON as the formatter leaves it: lists of plain values on one line. */
function json(value, indent = '') {
  const inner = `${indent}  `;
  if (Array.isArray(value)) {
    if (value.every((item) => typeof item !== 'object'))
      return `[${value.map((item) => JSON.stringify(item)).join(', ')}]`;
    return `[\n${value.map((item) => `${inner}${json(item, inner)}`).join(',\n')}\n${indent}]`;
  }
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const entries = Object.entries(value).map(([key, item]) => `${inner}${JSON.stringify(key)}: ${json(item, inner)}`);
  return entries.length === 0 ? '{}' : `{\n${entries.join(',\n')}\n${indent}}`;
}
