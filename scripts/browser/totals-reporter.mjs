import { closingLine, writeTotals } from '../lib/totals.mjs';

function* testsOf(suite) {
  yield* suite.tests;
  for (const inner of suite.suites) yield* testsOf(inner);
}

/** A file that does not load or breaks outside its tests counts as one failure. */
function count(sessions) {
  const totals = { passed: 0, failed: 0, skipped: 0 };
  for (const session of sessions) {
    const tests = session.testResults === undefined ? [] : [...testsOf(session.testResults)];
    for (const { passed, skipped } of tests) {
      totals[skipped ? 'skipped' : passed ? 'passed' : 'failed'] += 1;
    }
    const toldByTests = tests.some(({ passed, skipped }) => !passed && !skipped);
    if (!session.passed && !toldByTests) totals.failed += 1;
  }
  return totals;
}

/** Closes a browser run with the line that every runner of this repository ends with. */
export function totalsReporter() {
  return {
    stop({ sessions }) {
      const totals = count(sessions);
      writeTotals(totals);
      console.log(closingLine(totals));
    },
  };
}
