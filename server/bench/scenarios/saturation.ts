/** How much a server takes: the pace is raised until letters are late. */
import type { Scenario } from '../figures.js';
import { Crowd } from '../load.js';
import { Target } from '../target.js';

const lateMs = 100;
/** A person's pace stays below what the server allows one socket. */
const mostLetters = 220;

export function saturation(rooms: number, people: number, seconds: number, rounds: number): Scenario {
  return {
    id: 'saturation',
    title: `Saturation: ${rooms} rooms × ${people} people`,
    does: `All type faster and faster, ${seconds} s a step, until the p99 is above ${lateMs} ms or letters stay away.`,
    targets: ['ssp', 'hocuspocus', 'fan-out'],
    rounds,
    figures: [
      { name: 'letters delivered a second', unit: '', digits: 0 },
      { name: 'p99 there', unit: 'ms' },
      { name: 'server CPU a delivered letter there', unit: 'µs' },
    ],
    async measure(name) {
      const target = await Target.start(name);
      try {
        const crowd = await Crowd.join(target, await target.rooms(rooms, people, 'saturation'));
        const receivers = rooms * people * (people - 1);
        await crowd.type({ letters: 5, carets: 0 }, 2);
        let best = { perSecond: 0, p99: 0, cpu: 0 };
        let misses = 0;
        for (let letters = 6_000 / receivers; letters < mostLetters && misses < 2; ) {
          const before = await target.usage();
          const { p99, perSecond, arrived } = await crowd.type({ letters, carets: 0 }, seconds);
          const after = await target.usage();
          if (!crowd.allOpen) break;
          if (p99 < lateMs && arrived > 0.999) {
            const cpu = ((after.cpuMs - before.cpuMs) * 1000) / (perSecond * seconds);
            if (perSecond > best.perSecond) best = { perSecond, p99, cpu };
            letters *= misses > 0 ? 1.08 : 1.25;
          } else {
            misses++;
            letters *= 0.9;
          }
        }
        crowd.leave();
        return {
          'letters delivered a second': best.perSecond,
          'p99 there': best.p99,
          'server CPU a delivered letter there': best.cpu,
        };
      } finally {
        await target.close();
      }
    },
  };
}
