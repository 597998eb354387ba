import { caseId, makeCase } from '../shared/case.fixtures.js';

/** A provider's log after some weeks: signed sessions, one void, and a draft. */
export function logInUse(as: 'cyra' | 'ana' = 'cyra') {
  const made = makeCase('implement-plan', { as, filled: false });
  const { session, case: one } = made;
  const log = one.document('log-1');
  const cyra = { person: 'cyra', name: 'Cyra Lindholm', roles: ['special-educator'] };
  const notes: readonly (readonly [date: string, status: string, note: string])[] = [
    ['2026-11-10', 'provided', 'Short vowels with letter tiles; read the first page twice.'],
    ['2026-11-13', 'provided', 'Read two pages to a partner. Guessed at long words, then went back by himself.'],
    ['2026-11-17', 'student-absent', ''],
    ['2026-11-20', 'provided', 'One-minute reading: 46 words, 91 % right.'],
  ];
  for (const [index, [date, status, note]] of notes.entries()) {
    const id = `0192f0a0-0000-7000-8000-00000000000${index}`;
    log.addRow('sessions', {
      id,
      values: {
        service: 's1',
        date,
        startTime: '09:10',
        minutes: 30,
        status,
        group: 'individual',
        location: 'regular-class',
      },
    });
    if (note !== '') log.type(`sessions/${id}/note`, note);
    const outcome = session.decideAs(cyra, caseId, 'service.sign', { document: 'log-1', session: id });
    if (outcome.result === 'refused') throw new Error(JSON.stringify(outcome.refusal));
  }
  // What the server writes for the team to read.
  one.addDocument({
    id: 'services-2026-2027',
    may: 'read',
    data: {
      entries: notes.map(([date, status, note], index) => ({
        id: `0192f0a0-0000-7000-8000-00000000000${index}`,
        order: String(index),
        service: 's1',
        provider: 'cyra',
        date,
        startTime: '09:10',
        minutes: 30,
        status,
        group: 'individual',
        location: 'regular-class',
        note,
        voided: index === 1 ? 'Logged on the wrong day' : null,
      })),
    },
  });
  session.decideAs(cyra, caseId, 'service.void', {
    session: '0192f0a0-0000-7000-8000-000000000001',
    reason: 'Logged on the wrong day',
  });
  return made;
}
