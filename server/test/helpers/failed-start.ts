/** A process whose server cannot start, for it has no clock: it ends by itself when nothing is left open. */
import { startTestServer } from '../../src/index.js';

const message = 'there is no clock';
const now = () => {
  throw new Error(message);
};
try {
  await startTestServer({ now });
  process.exitCode = 1;
} catch (error) {
  process.exitCode = (error as Error).message === message ? 0 : 2;
}
