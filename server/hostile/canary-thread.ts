/** Two people in a room that nobody attacks, in a thread of their own: how long a letter takes from one to the other. */
import { parentPort, workerData } from 'node:worker_threads';
import { Peer } from './peer.js';
import type { Address } from './target.js';

/** Milliseconds between two letters, and until one counts as lost. */
const pause = 20;
const lost = 10_000;

const address = workerData as Address;
let times: number[] = [];
let fault: string | null = null;

/** Answers every `lap` with the times since the last one, the letter that is on its way included. */
let sent: number | null = null;
parentPort?.on('message', () => {
  const waiting = sent === null ? [] : [performance.now() - sent];
  parentPort?.postMessage({ times: [...times, ...waiting], fault });
  times = [];
});

async function watch(): Promise<void> {
  const [writer, reader] = await Promise.all([Peer.open(address), Peer.open(address)]);
  parentPort?.postMessage({ times: [], fault });
  for (let letter = 1; fault === null; letter++) {
    sent = performance.now();
    writer.doc.getText('description').insert(0, 'c');
    try {
      await reader.until(() => reader.words.length >= letter || !reader.isOpen, 'a letter', lost);
      if (!reader.isOpen || !writer.isOpen) fault = 'the bystanders were disconnected';
    } catch {
      fault = `a bystander's letter did not come in ${lost} ms`;
    }
    times.push(performance.now() - sent);
    sent = null;
    await new Promise((resolve) => setTimeout(resolve, pause));
  }
}

watch().catch((error: Error) => {
  fault = `the bystanders' room does not open: ${error.message}`;
  parentPort?.postMessage({ times: [], fault });
});
