import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import {
  fileReferral,
  formTeam,
  gatherEvidence,
  logAndSign,
  logConcern,
  openFromCaseload,
  reviewPlan,
} from './helpers/casework.js';
import { day } from './helpers/day.js';
import { writePastThePage } from './helpers/intruder.js';
import { contacts, nameOf, staff, students } from './helpers/people.js';
import type { Person } from './helpers/person.js';
import { addGoal, addNeed, addService, goalOf, isSealedFor, openGoal, Pen, planOf, setDates } from './helpers/plan.js';
import { Stage } from './helpers/stage.js';

let stage: Stage;

before(async () => {
  stage = await Stage.open();
});
after(() => stage?.close());

describe('an Action Plan on the abbreviated path', () => {
  it('goes from a concern to its end, through broken networks and a killed server', { timeout: 900_000 }, async () => {
    const student = students.tyrone;
    const teacher = await stage.enter('teacher', 'phone');
    await logConcern(teacher, student);

    const coordinator = await stage.enter('coordinator');
    await fileReferral(coordinator, student, { suspicion: 'No' });
    await formTeam(coordinator, 'carmen');

    const secondTeacher = await stage.enter('secondTeacher');
    await openFromCaseload(secondTeacher, student);
    await gatherEvidence(teacher, secondTeacher);

    await coordinator.decides('Go straight to an Action Plan', (form) =>
      coordinator.fills('Why the team goes straight to a plan', 'One clear need, and everyone agrees.', form),
    );
    await coordinator.reads('Action Plan', planOf(coordinator));

    // Three write one plan at once: each the part that is theirs, as soon as what it hangs on is there.
    const special = await stage.enter('specialEducator');
    const provider = await stage.enter('provider');
    await Promise.all([special, provider].map((person) => openFromCaseload(person, student)));
    await Promise.all([
      addNeed(coordinator, 'Tyrone needs to read smoothly enough to follow the story.').then(() =>
        setDates(coordinator),
      ),
      addGoal(special),
      addService(provider, {
        name: 'Reading aloud with an adult',
        kind: 'Support (level 1 or 2)',
        provider: `${nameOf(staff.provider)}, Service provider`,
      }),
    ]);

    const parent = await stage.enter({ name: nameOf(contacts.carmen) });
    await openFromCaseload(parent, student, { family: true });
    await parent.reads('with at most two mistakes', planOf(parent));

    await writeThroughTrouble({ coordinator, special, provider, secondTeacher, parent });

    // The family reads it all, writes its own words, and nothing else.
    const own = parent.page.locator('ssp-family');
    await parent.types('What do you hope for?', 'That he reads to his sister.', own);
    await parent.isSaved();
    await coordinator.reads('That he reads to his sister.', coordinator.page.locator('ssp-family'));
    assert.equal(
      await planOf(parent).getByRole('textbox').count(),
      0,
      'the plan offers the family nothing to write in',
    );
    assert.equal(await writePastThePage(parent, 'plan-1', 'endDate', '1999-12-31'), 4403);

    // A part is missing: the plan is not activated, and the list says what, with the way to it.
    const plan = planOf(coordinator);
    await coordinator.fills('Next review', '', plan);
    await coordinator.presses('Activate the plan', plan);
    const missing = plan.getByRole('group', { name: /still missing/ });
    await coordinator.clicks(missing.getByRole('button', { name: 'Set the date of the next review.' }));
    const review = await coordinator.field('Next review', plan);
    await coordinator.isIn(review);
    await coordinator.fills('Next review', day(90), plan);
    await coordinator.seesNo(missing);
    await coordinator.presses('Activate the plan', plan);
    await isSealedFor([coordinator, special, provider, parent]);

    await logAndSign(provider, 'Reading aloud with an adult');
    await reviewPlan(coordinator, 'Continue the plan');
    await coordinator.sees(coordinator.page.locator('ssp-service-log'));
    await reviewPlan(coordinator, 'Exit: no further support needed');
    await coordinator.reads('This case is closed.');
    await stage.leave();
  });
});

interface Writers {
  readonly coordinator: Person;
  readonly special: Person;
  readonly provider: Person;
  readonly secondTeacher: Person;
  readonly parent: Person;
}

/**
 * Two write the same sentence, two others beside them, one reads. One loses the network, the server is killed, one browser
 * is gone without warning. In the end everybody sees the same, and every letter that counted once and in its order.
 */
async function writeThroughTrouble({ coordinator, special, provider, secondTeacher, parent }: Writers): Promise<void> {
  const everyone = [coordinator, special, provider, secondTeacher];
  const labels = ['Will do what', 'How it is measured', 'How well'] as const;
  const [sentence, measure, criterion] = labels;
  for (const person of everyone) await openGoal(person);
  const begun = await (await special.field(criterion, goalOf(special))).inputValue();
  const pens = {
    special: new Pen(special, sentence, 'abcdefghijklmnopqrstuvwxyz'),
    provider: new Pen(provider, sentence, 'ABCDEFGHIJKLMNOPQRSTUVWXYZ'),
    coordinator: new Pen(coordinator, measure, '0123456789'),
    teacher: new Pen(secondTeacher, criterion, 'αβγδεζηθικλμνξοπρστυφχψω'),
  };

  await Promise.all([
    pens.special.write(24),
    pens.provider.write(24),
    pens.coordinator.write(16),
    pens.teacher.write(16),
  ]);
  await parent.sees(planOf(parent).getByText(pens.teacher.written));

  // What stands as saved, and what somebody else has seen, must still be there when this browser never comes back.
  await secondTeacher.isSaved();
  const saved = pens.teacher.written;
  await Promise.all([
    pens.teacher.write(6).then(() => secondTeacher.vanish()),
    pens.special.write(10),
    pens.provider.write(10),
  ]);

  provider.cutOff();
  await provider.reads('No connection', provider.sync);
  await Promise.all([pens.special.write(16), pens.provider.write(16)]);
  await provider.reads('On this device', provider.sync);

  await stage.killServer([pens.special.write(24), pens.coordinator.write(24), pens.provider.write(12)]);
  await Promise.all([pens.special.write(8), provider.isBack()]);

  await secondTeacher.returnWithAnother();
  await openFromCaseload(secondTeacher, students.tyrone);
  await openGoal(secondTeacher);
  for (const person of everyone) {
    for (const pen of [pens.special, pens.provider, pens.coordinator]) await pen.standsFor(person);
  }
  const [first, ...others] = await Promise.all(
    everyone.map((person) =>
      Promise.all(labels.map(async (label) => (await person.field(label, goalOf(person))).inputValue())),
    ),
  );
  for (const other of others) assert.deepEqual(other, first, 'the browsers differ');
  const [, , left = ''] = first ?? [];
  const kept = left.slice(begun.length);
  assert.ok(kept.startsWith(saved), `saved letters are gone: ${left}`);
  assert.ok(
    pens.teacher.written.startsWith(kept),
    `letters of the one who vanished are doubled or out of order: ${left}`,
  );
  assert.ok(left.startsWith(begun), `what stood there before is changed: ${left}`);
  await parent.sees(planOf(parent).getByText(pens.coordinator.written));
}
