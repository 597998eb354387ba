import { closingLine, writeTotals } from './totals.mjs';

/** A reporter of `node --test` that stands beside the one for people: it counts, and closes the run with the totals. */
export default async function* nodeReporter(source) {
  const totals = { passed: 0, failed: 0, skipped: 0 };
  for await (const { type, data } of source) {
    if (type !== 'test:pass' && type !== 'test:fail') continue;
    if (data.details?.type === 'suite') continue;
    const skipped = data.skip !== undefined || data.todo !== undefined;
    totals[skipped ? 'skipped' : type === 'test:pass' ? 'passed' : 'failed'] += 1;
  }
  writeTotals(totals);
  yield `${closingLine(totals)}\n`;
}
