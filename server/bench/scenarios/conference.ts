/** A district in the middle of its conferences: people in rooms, typing at an ordinary pace. */
import type { Scenario } from '../figures.js';
import { Crowd } from '../load.js';
import { Target } from '../target.js';

export function conference(rooms: number, people: number, seconds: number, rounds: number): Scenario {
  return {
    id: `conference-${rooms}x${people}`,
    title: `Conference: ${rooms} rooms × ${people} people`,
    does: `Each person types 5 letters and moves the caret once a second, for ${seconds} s.`,
    targets: ['ssp', 'hocuspocus', 'fan-out'],
    rounds,
    figures: [
      { name: 'letter to another person, median', unit: 'ms', digits: 2 },
      { name: 'letter to another person, p99', unit: 'ms' },
      { name: 'server CPU a delivered letter', unit: 'µs' },
      { name: 'bytes a delivered letter', unit: '' },
      { name: 'server memory (RSS)', unit: 'MB', digits: 0 },
    ],
    async measure(name) {
      const target = await Target.start(name);
      try {
        const crowd = await Crowd.join(target, await target.rooms(rooms, people, 'conference'));
        const pace = { letters: 5, carets: 1 };
        await crowd.type(pace, 2);
        const before = await target.usage();
        const bytes = crowd.bytesIn;
        const { p50, p99, perSecond, arrived } = await crowd.type(pace, seconds);
        const after = await target.usage();
        if (arrived < 1) throw new Error(`${name}: only ${arrived} of the letters arrived`);
        const delivered = perSecond * seconds;
        const received = crowd.bytesIn - bytes;
        crowd.leave();
        return {
          'letter to another person, median': p50,
          'letter to another person, p99': p99,
          'server CPU a delivered letter': ((after.cpuMs - before.cpuMs) * 1000) / delivered,
          'bytes a delivered letter': received / delivered,
          'server memory (RSS)': after.rss / 1e6,
        };
      } finally {
        await target.close();
      }
    },
  };
}
