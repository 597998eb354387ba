// Loaded beside every browser test file: what its tests did not ask for on the console fails the file. A test that
// expects a message replaces `console.warn` (or `.error`) while it acts.

const complaints = [];

function collect(name) {
  for (const output of globalThis.unexpectedOutput.splice(0)) {
    complaints.push(`${name}: ${output}`);
  }
}

afterEach(function collectAfterTest() {
  collect(this.currentTest?.fullTitle() ?? 'outside the tests');
});

after(() => {
  collect('outside the tests');
  if (complaints.length > 0) throw new Error(`Unexpected browser output\n${complaints.join('\n')}`);
});
