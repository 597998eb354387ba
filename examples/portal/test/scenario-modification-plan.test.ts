import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { WireCase } from '@ssp-kit/server/testing/whole-case';
import { castOf } from './helpers/cast.js';
import {
  completeEvidence,
  decideEvaluation,
  defineNeeds,
  fileReferral,
  formTeam,
  gatherEvidence,
  giveNotice,
  holdConference,
  logAndSign,
  openFromCaseload,
  present,
  reviewPlan,
  sendConcern,
} from './helpers/casework.js';
import { day } from './helpers/day.js';
import { contacts, nameOf, staff, students } from './helpers/people.js';
import {
  addAccommodation,
  addGoal,
  addService,
  goalOf,
  isSealedFor,
  openGoal,
  Pen,
  planOf,
  setDates,
} from './helpers/plan.js';
import { Stage } from './helpers/stage.js';

let stage: Stage;

before(async () => {
  stage = await Stage.open();
});
after(() => stage?.close());

describe('a Modification Plan under Section 504', () => {
  it('goes from a suspicion through evaluation, plan and services to its revision', { timeout: 900_000 }, async () => {
    const student = students.lisa;
    const teacher = await stage.enter('teacher');
    await sendConcern(teacher, student);
    const coordinator = await stage.enter('coordinator');
    await fileReferral(coordinator, student, {
      suspicion: 'Yes, a disability is suspected',
      reason: 'A physician’s letter about attention.',
    });
    await formTeam(coordinator, 'madelyn');
    const special = await stage.enter('specialEducator');
    await openFromCaseload(special, student);
    await gatherEvidence(teacher, special);
    await completeEvidence(coordinator);

    await holdConference(coordinator, 'Student needs', [nameOf(staff.coordinator), nameOf(staff.teacher)]);
    await defineNeeds(coordinator, [
      { person: teacher, need: 'Lisa needs to bring longer work to an end in steps that she can see.' },
    ]);

    // The evaluation is decided in its document; how it goes on to eligibility is told in the scenario of an IEP.
    await decideEvaluation(coordinator, 'Section 504');
    const told = WireCase.at(await castOf(stage.school, student, 'madelyn'), coordinator.caseId);
    await told.decide('coordinator', 'team.add', { person: told.cast.persons.evaluator, role: 'Evaluator' });
    await told.consent('102a', 'evaluation');
    await told.assess('communication');
    await told.confer('eligibility');
    await told.determine('s504', true);
    await told.notify('eligibility');

    const plan = planOf(coordinator);
    await coordinator.reads('Modification Plan', plan);
    // The needs on record are the plan's first.
    await coordinator.reads('Lisa needs to bring longer work to an end in steps that she can see.', plan);

    const provider = await stage.enter('provider');
    await openFromCaseload(provider, student);
    await Promise.all([
      setDates(coordinator).then(() => coordinator.fills('Date all services are available', day(), plan)),
      addGoal(special),
      addAccommodation(teacher, 'Longer work comes in parts, each with its time.'),
      addService(provider, {
        name: 'Planning with the therapist',
        kind: 'Related service',
        provider: `${nameOf(staff.provider)}, Service provider`,
      }),
    ]);
    await Promise.all([special, provider].map(openGoal));
    const pens = [
      new Pen(special, 'Will do what', 'abcdefghijklmnopqrstuvwxyz'),
      new Pen(provider, 'Will do what', 'ABCDEFGHIJKLMNOPQRSTUVWXYZ'),
      new Pen(special, 'How it is measured', 'abcdefghijklmnopqrstuvwxyz'),
    ];
    const [one, other, measure] = pens as [Pen, Pen, Pen];
    await Promise.all([one.write(20), other.write(20)]);
    await measure.write(10);
    for (const pen of pens) for (const person of [special, provider]) await pen.standsFor(person);

    // Until the conference is held and the notice of the draft given, activating says what is missing.
    await coordinator.presses('Activate the plan', plan);
    const missing = plan.getByRole('group', { name: /still missing/ });
    await coordinator.reads('Hold the plan’s conference and close it.', missing);
    await holdConference(coordinator, 'Modification Plan development', [
      nameOf(staff.coordinator),
      nameOf(contacts.madelyn),
    ]);
    await present(coordinator);
    await giveNotice(coordinator, 'The plan');
    await coordinator.seesNo(missing);
    await coordinator.presses('Activate the plan', plan);
    const parent = await stage.enter({ name: nameOf(contacts.madelyn) });
    await openFromCaseload(parent, student, { family: true });
    await isSealedFor([coordinator, teacher, special, provider, parent]);

    await logAndSign(provider, 'Planning with the therapist');

    await reviewPlan(coordinator, 'Revise the plan');
    // The revision begins with the sealed plan's words, and can be written.
    await openGoal(special);
    for (const pen of pens) await pen.standsFor(special);
    await one.write(6);
    await openGoal(provider);
    await one.standsFor(provider);
    assert.equal(await goalOf(special).count(), 1, 'the goal stands once');
    await stage.leave();
  });
});
