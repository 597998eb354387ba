import { after, before, describe, it } from 'node:test';
import {
  completeEvidence,
  decideEligibility,
  defineNeeds,
  evaluate,
  fileReferral,
  formTeam,
  gatherEvidence,
  holdConference,
  openFromCaseload,
  recordConsent,
  recordNotice,
  sendConcern,
} from './helpers/casework.js';
import { day } from './helpers/day.js';
import { contacts, nameOf, staff, students } from './helpers/people.js';
import { addGoal, addService, goalOf, isSealedFor, planOf, setDates } from './helpers/plan.js';
import { Stage } from './helpers/stage.js';

let stage: Stage;

before(async () => {
  stage = await Stage.open();
});
after(() => stage?.close());

describe('an IEP', () => {
  it('goes from a suspicion to an activated plan', { timeout: 900_000 }, async () => {
    const student = students.julie;
    const teacher = await stage.enter('teacher');
    await sendConcern(teacher, student);
    const coordinator = await stage.enter('coordinator');
    await fileReferral(coordinator, student, {
      suspicion: 'Not sure (handled as yes)',
      reason: 'Speech is hard to follow.',
    });
    await formTeam(coordinator, 'selma');
    const special = await stage.enter('specialEducator');
    await openFromCaseload(special, student);
    await gatherEvidence(teacher, special);
    await completeEvidence(coordinator);
    await holdConference(coordinator, 'Student needs', [nameOf(staff.coordinator), nameOf(staff.specialEducator)]);
    await defineNeeds(coordinator, [
      { person: special, need: 'Julie needs speech that people who do not know her understand.' },
    ]);
    await evaluate(coordinator, 'IDEA');
    await decideEligibility(coordinator, 'idea');
    await recordConsent(coordinator, 'Consent for initial services (102b)');
    await holdConference(coordinator, 'IEP development', [nameOf(staff.coordinator), nameOf(contacts.selma)]);

    const plan = planOf(coordinator);
    await coordinator.reads('Individualized Education Program', plan);
    const write = planOf(special);
    await Promise.all([
      setDates(coordinator).then(async () => {
        await coordinator.fills('Minutes a week in the regular class', '1500', plan);
        await coordinator.fills('Minutes of school a week', '1650', plan);
        await coordinator.fills('Why not more time with the class', 'Speech therapy needs a quiet room.', plan);
        await coordinator.fills('State and district tests', 'With the class, with more time.', plan);
        await coordinator.fills('How and when progress is reported', 'With each report card.', plan);
      }),
      (async () => {
        await special.fills('Present levels', 'Half of her words are understood by strangers.', write);
        await addGoal(special, { steps: true });
        await special.fills('Will do what', 'tell about her day so that a stranger understands it', goalOf(special));
        await special.fills('How it is measured', 'A hundred words of free talk, once a month.', goalOf(special));
        await addService(special, {
          name: 'Speech therapy',
          kind: 'Related service',
          provider: `${nameOf(staff.provider)}, Service provider`,
        });
      })(),
    ]);
    await coordinator.presses('Activate the plan', plan);
    const missing = plan.getByRole('group', { name: /still missing/ });
    await coordinator.reads('Explain the plan to the family and give the date.', missing);
    await coordinator.reads('Give the family a copy and the date.', missing);
    await coordinator.fills('Date the plan was explained to the family', day(), plan);
    await coordinator.fills('Date the family got a copy', day(), plan);
    await recordNotice(coordinator, 'The plan');
    await coordinator.seesNo(missing);
    await coordinator.presses('Activate the plan', plan);
    await isSealedFor([coordinator, teacher, special]);
    await stage.leave();
  });
});
