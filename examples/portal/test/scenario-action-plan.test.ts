import { after, before, describe, it } from 'node:test';
import { fileReferral, formTeam, gatherEvidence, logConcern, openFromCaseload } from './helpers/casework.js';
import { students } from './helpers/people.js';
import { Stage } from './helpers/stage.js';

let stage: Stage;

before(async () => {
  stage = await Stage.open();
});
after(() => stage?.close());

describe('an Action Plan on the abbreviated path', () => {
  it('goes from a concern to a review', { timeout: 300_000 }, async () => {
    const student = students.tyrone;
    const teacher = await stage.enter('teacher', 'phone');
    await logConcern(teacher, student);
    const coordinator = await stage.enter('coordinator');
    await fileReferral(coordinator, student, { suspicion: 'No' });
    await formTeam(coordinator, 'carmen');
    const secondTeacher = await stage.enter('secondTeacher');
    await openFromCaseload(secondTeacher, student);
    await gatherEvidence(teacher, secondTeacher);

    await stage.leave();
  });
});
