import { runCommand } from '../../src/cli.js';

export interface Ran {
  readonly code: number;
  /** Everything it printed. */
  readonly out: string;
}

/** Runs `ssp <args>` on a data folder, as in a shell. Rejects where it ends with a StartError. */
export async function ssp(
  args: readonly string[],
  env: Readonly<Record<string, string>> & { readonly SSP_DATA_DIR: string },
): Promise<Ran> {
  const lines: string[] = [];
  const print = (line: string) => void lines.push(line);
  const quiet = { SSP_LOG_LEVEL: 'silent', SSP_DEMO: '0' };
  const code = await runCommand(args, { ...quiet, ...env }, { print, printError: print });
  return { code, out: lines.join('\n') };
}
