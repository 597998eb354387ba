import { after, before, describe, it } from 'node:test';
import { openFromCaseload } from './helpers/casework.js';
import { day, shownDay } from './helpers/day.js';
import { nameOf, staff, students } from './helpers/people.js';
import { repository } from './helpers/repository.js';
import { Stage } from './helpers/stage.js';

let stage: Stage;

before(async () => {
  stage = await Stage.open({ SSP_PROFILE: `${repository}examples/district/kauai-made-up.json` });
});
after(() => stage?.close());

describe('a district with a profile of its own', () => {
  it('works by its words, its fields and its days, without a line of code', { timeout: 300_000 }, async () => {
    const student = students.lisa;
    const teacher = await stage.enter('teacher');
    await teacher.goTo('Students');
    await teacher.presses(`Start a concern about ${nameOf(student)}`);
    const form = teacher.page.locator('ssp-referral-form');
    await teacher.reads('Speak Up', teacher.page.locator('ssp-stage-track'));
    await teacher.reads('One thing at a time: where, when, how often.', form);
    await teacher.types('What do you see?', 'Stays away from the pool since August.', form);
    await teacher.answers('Areas of concern', 'Safety in and at the water', form);
    await teacher.fills('Who raised the concern', nameOf(staff.teacher), form);
    await teacher.answers('How it reached the school', 'In person', form);
    await teacher.fills('What the student is proud of', 'Paddles with her uncle.', form);
    await teacher.presses('Send to the care coordinator', form);
    await teacher.seesNo(form.getByRole('button', { name: 'Send to the care coordinator' }));
    await teacher.isSaved();

    const coordinator = await stage.enter('coordinator');
    await openFromCaseload(coordinator, student);
    const own = coordinator.page.locator('ssp-referral-form');
    await coordinator.hasValue(await coordinator.field('What the student is proud of', own), 'Paddles with her uncle.');
    await coordinator.fills('Date the school received it', day(), own);
    await coordinator.fills('Date the family was told', day(), own);
    await coordinator.answers('How the family was told', 'Phone', own);
    await coordinator.answers('In which language', 'English', own);
    await coordinator.answers('Is a disability suspected?', 'Yes, a disability is suspected', own);
    await coordinator.fills('Why a disability is suspected', 'A physician’s letter.', own);

    // What the district asks for besides is missing until it is answered, and leads to its field.
    await coordinator.presses('Take it up', own);
    const missing = own.getByRole('group', { name: /still missing/ });
    await coordinator.sees(missing.getByRole('button', { name: /Family’s language/ }));
    await coordinator.sees(missing.getByRole('button', { name: /Way to school/ }));
    await coordinator.answers('Family’s language', 'Hawaiian', own);
    await coordinator.seesNo(own.getByLabel('Bus stop', { exact: true }));
    await coordinator.answers('Way to school', 'School bus', own);
    await coordinator.fills('Bus stop', 'Anini Road', own);
    await coordinator.seesNo(missing);
    await coordinator.presses('Take it up', own);
    await coordinator.sees(coordinator.page.locator('ssp-evidence'));

    // Ten days instead of fifteen, and why.
    const dates = coordinator.page.locator('ssp-deadlines');
    const answer = dates.locator('[data-clock="ref_decision"]');
    await coordinator.reads(shownDay(day(10)), answer);
    await coordinator.clicks(answer.getByText(/^Why this day/));
    await coordinator.reads(/^10 days from/, answer);

    // The sealed concern has the district's answers under the district's words.
    await coordinator.clicks(coordinator.page.locator('.record-stage > summary').filter({ hasText: 'Speak Up' }));
    const row = coordinator.page.locator('[data-earlier="concern"]');
    await coordinator.sees(row);
    if ((await row.getAttribute('aria-expanded')) === 'false') await coordinator.clicks(row);
    const sealed = coordinator.page.locator('[data-opened="concern"]');
    for (const words of ['Way to school', 'School bus', 'Anini Road', 'Paddles with her uncle.']) {
      await coordinator.reads(words, sealed);
    }
    await stage.leave();
  });
});
