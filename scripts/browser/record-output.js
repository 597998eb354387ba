// Runs first in every test page: keeps what reaches the console and what the page's content security policy refused.
const expected = /^Lit is in dev mode\./;

globalThis.unexpectedOutput = [];

for (const method of ['debug', 'log', 'info', 'warn', 'error']) {
  const original = console[method].bind(console);
  console[method] = (...values) => {
    if (expected.test(String(values[0]))) return;
    globalThis.unexpectedOutput.push(`console.${method}: ${values.map(String).join(' ')}`);
    original(...values);
  };
}

document.addEventListener('securitypolicyviolation', (event) => {
  const place = `${event.sourceFile}:${event.lineNumber}`;
  globalThis.unexpectedOutput.push(`refused by ${event.effectiveDirective} at ${place}`);
});
