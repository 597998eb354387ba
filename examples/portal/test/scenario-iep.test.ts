import { after, before, describe, it } from 'node:test';
import { WireCase } from '@ssp-kit/server/testing/whole-case';
import {
  assess,
  determine,
  giveConsentForm,
  giveNotice,
  holdConference,
  openFromCaseload,
  present,
  recordConsent,
} from './helpers/casework.js';
import { castOf } from './helpers/cast.js';
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
  it('goes from the decision to evaluate to an activated plan', { timeout: 900_000 }, async () => {
    const student = students.tyrone;
    // The way to here is that of the Modification Plan: it is taken over the wire.
    const told = await WireCase.begin(await castOf(stage.school, student, 'carmen'));
    await told.refer();
    await told.defineNeeds();
    await told.decideEvaluation();

    const coordinator = await stage.enter('coordinator');
    await openFromCaseload(coordinator, student);
    const consent = await giveConsentForm(coordinator, /Consent for initial evaluation/);
    await giveNotice(coordinator, 'Evaluation decision');
    await recordConsent(coordinator, consent, nameOf(contacts.carmen));

    const evaluator = await stage.enter('evaluator');
    await openFromCaseload(evaluator, student);
    await assess(coordinator, evaluator);
    const eligibilityGroup = [staff.coordinator, staff.specialEducator, staff.evaluator, contacts.carmen].map(nameOf);
    await holdConference(coordinator, 'Eligibility', eligibilityGroup);
    await determine(coordinator, 'idea', true);
    await determine(coordinator, 's504', false);

    const plan = planOf(coordinator);
    await coordinator.reads('Individualized Education Program', plan);
    const services = await giveConsentForm(coordinator, /Consent for initial services/);
    await giveNotice(coordinator, 'First services');
    await recordConsent(coordinator, services, nameOf(contacts.carmen));
    for (const _ of ['idea', 's504']) await giveNotice(coordinator, 'Eligibility decision');

    const [teacher, special] = [await stage.enter('teacher'), await stage.enter('specialEducator')];
    await Promise.all([teacher, special].map((person) => openFromCaseload(person, student)));
    const write = planOf(special);
    await Promise.all([
      holdConference(coordinator, 'IEP development', [...eligibilityGroup, nameOf(staff.teacher)]),
      (async () => {
        await special.fills('Present levels', 'Half of his words are understood by strangers.', write);
        await addGoal(special, { steps: true });
        await special.fills('Will do what', 'tell about his day so that a stranger understands it', goalOf(special));
        await special.fills('How it is measured', 'A hundred words of free talk, once a month.', goalOf(special));
        await special.answers('Measured every', 'month', goalOf(special));
        await addService(special, {
          name: 'Speech therapy',
          kind: 'Related service',
          provider: `${nameOf(staff.provider)}, provider`,
          position: 'Speech-language pathologist',
        });
      })(),
      (async () => {
        const more = planOf(teacher);
        for (const factor of [
          'Does behavior get in the way of learning?',
          'Is the student’s English limited?',
          'Is the student blind or visually impaired?',
          'Does the student have communication needs, or is deaf or hard of hearing?',
          'Does the student need assistive technology?',
        ]) {
          await teacher.answers(factor, 'No', more);
        }
        await teacher.answers('Does the student take an alternate assessment?', 'No', more);
        await teacher.answers('Progress is reported', 'Every quarter', more);
      })(),
    ]);
    await setDates(coordinator);
    await coordinator.fills('Minutes a week in the regular class', '1500', plan);
    await coordinator.fills('Minutes of school a week', '1650', plan);
    await coordinator.fills('Why not more time with the class', 'Speech therapy needs a quiet room.', plan);
    await coordinator.fills('State and district tests', 'With the class, with more time.', plan);
    await coordinator.fills('How and when progress is reported', 'With each report card.', plan);
    await coordinator.presses('Activate the plan', plan);
    const missing = plan.getByRole('group', { name: /still missing/ });
    await coordinator.reads('Explain the plan to the family and give the date.', missing);
    await coordinator.reads('Give the family a copy and the date.', missing);
    await coordinator.fills('Date the plan was explained to the family', day(), plan);
    await coordinator.fills('Date the family got a copy', day(), plan);
    await present(coordinator);
    await giveNotice(coordinator, 'The plan');
    await coordinator.seesNo(missing);
    await coordinator.presses('Activate the plan', plan);
    await isSealedFor([coordinator, teacher, special]);
    await stage.leave();
  });
});
