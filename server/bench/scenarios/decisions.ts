/** Decisions by HTTP, some of them sent twice, while the same cases are written in. No other server here has them. */
import { randomUUID } from 'node:crypto';
import { hawaiiClassic } from '@ssp-kit/process/profiles';
import type { CommandResult } from '@ssp-kit/protocol';
import { api } from '../../test/helpers/client.js';
import type { RoomAddress } from '../dialect.js';
import { quantile, type Scenario } from '../figures.js';
import { Crowd } from '../load.js';
import { Target } from '../target.js';

export function decisions(cases: number, each: number, rounds: number): Scenario {
  return {
    id: 'decisions',
    title: `Decisions: ${cases} cases at once`,
    does: `A concern is sent to the coordinator and given back, ${each} times in each case, every third command sent twice with the same key, while two people type in each.`,
    targets: ['ssp'],
    rounds,
    figures: [
      { name: 'decisions a second', unit: '', digits: 0 },
      { name: 'median', unit: 'ms' },
      { name: 'p99', unit: 'ms' },
      { name: 'commands taken twice or not at all', unit: '', digits: 0, count: true },
    ],
    async measure(name) {
      const target = await Target.start(name);
      try {
        const addresses = await target.rooms(cases, 2, 'decisions');
        const crowd = await Crowd.join(target, addresses);
        await crowd.type({ letters: 5, carets: 1 }, 2);
        const typing = new AbortController();
        const typed = (async () => {
          while (!typing.signal.aborted) await crowd.type({ letters: 5, carets: 1 }, 1);
        })();
        const took: number[] = [];
        const begun = performance.now();
        const wrong = await Promise.all(addresses.map((address) => decideOn(target, address, each, took)));
        const seconds = (performance.now() - begun) / 1000;
        typing.abort();
        await typed;
        crowd.leave();
        return {
          'decisions a second': (cases * each) / seconds,
          median: quantile(took, 0.5),
          p99: quantile(took, 0.99),
          'commands taken twice or not at all': wrong.reduce((sum, one) => sum + one, 0),
        };
      } finally {
        await target.close();
      }
    },
  };
}

/** Answers by how much the case's record differs from what was decided. */
async function decideOn(target: Target, { room, tokens }: RoomAddress, each: number, took: number[]): Promise<number> {
  const caseId = room.split('/')[1] as string;
  const token = tokens[0] as string;
  const path = `/api/cases/${caseId}`;
  const first = (await api(target.url, token, 'GET', path)).body.seq as number;
  for (let n = 0; n < each; n++) {
    const forth = n % 2 === 0;
    const command = {
      key: randomUUID(),
      action: forth ? 'concern.submit' : 'referral.return',
      payload: forth ? {} : { reason: 'Please say more.' },
      base: first + n,
      processVersion: hawaiiClassic.version,
    };
    const send = async () => {
      const begun = performance.now();
      const { status, body } = await api(target.url, token, 'POST', `${path}/commands`, command);
      if (status !== 200 || !(body as CommandResult).ok) throw new Error(`${command.action}: ${JSON.stringify(body)}`);
      took.push(performance.now() - begun);
    };
    await (n % 3 === 0 ? Promise.all([send(), send()]) : send());
  }
  const last = (await api(target.url, token, 'GET', path)).body.seq as number;
  return Math.abs(last - first - each);
}
