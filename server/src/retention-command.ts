/** `ssp retention due`. */
import { keptCases, type RetentionServices } from './retention.js';
import { StartError } from './start-error.js';

const slice = 500;

/** Prints every case that is due for destruction today, or would be but for a hold: its id, its student's, since when, and why. */
export async function retentionCommand(
  args: readonly string[],
  services: RetentionServices,
  print: (line: string) => void,
): Promise<number> {
  if (args.length !== 1 || args[0] !== 'due') throw new StartError('retention needs the word "due".');
  let [due, held] = [0, 0];
  for (let after: string | null = ''; after !== null; ) {
    const { rows, next } = await keptCases(services, { after, limit: slice }, async () => true);
    for (const row of rows) {
      const [last] = row.because;
      if (!last || !row.isDue) continue;
      const isHeld = row.holds.length > 0;
      if (isHeld) held++;
      else due++;
      const why = `${last.rule}: ${last.years} years after ${last.day}`;
      const hold = isHeld ? `, on hold: ${row.holds.map(({ basis }) => basis).join(', ')}` : '';
      print(`${row.case}  student ${row.student}  due ${row.due} (${why})${hold}`);
    }
    after = next;
  }
  print(`${due} due for destruction, ${held} more but for a hold.`);
  return 0;
}
