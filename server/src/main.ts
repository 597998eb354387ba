/** The command line: reads the environment and the arguments, and nothing else. */
import { runCommand } from './cli.js';
import { StartError } from './start-error.js';

try {
  process.exitCode = await runCommand(process.argv.slice(2), process.env, {
    print: (line) => console.log(line),
    printError: (line) => console.error(line),
  });
} catch (error) {
  if (!(error instanceof StartError)) throw error;
  console.error(error.message);
  process.exitCode = 1;
}
