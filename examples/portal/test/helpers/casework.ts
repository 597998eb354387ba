/** The steps of a case as people take them in the portal, shared by the scenarios. */
import type { Locator } from 'playwright-core';
import { day } from './day.js';
import { contacts, nameOf, staff } from './people.js';
import type { Person } from './person.js';

type Named = { readonly givenName: string; readonly familyName: string };

/** A concern on a phone: begun with a connection, written on without one, sent before it is back. */
export async function logConcern(teacher: Person, student: Named): Promise<string> {
  await teacher.goTo('Students');
  await teacher.presses(`Start a concern about ${nameOf(student)}`);
  const form = teacher.page.locator('ssp-referral-form');
  await teacher.reads(`Concern about ${nameOf(student)}`, form);
  await teacher.types('What is happening', 'Reads a line and loses the place. ', form);
  await teacher.isSaved();

  teacher.cutOff();
  await teacher.reads('No connection', teacher.sync);
  await teacher.types('What is happening', 'At the end of the page the story is gone.', form);
  await teacher.fills('What has been tried so far', 'A reading ruler, and books heard before.', form);
  await teacher.answers('Areas of concern', 'Academic', form);
  await teacher.fills('Who raised the concern', nameOf(staff.teacher), form);
  await teacher.answers('Their relation to the student', 'Teacher', form);
  await teacher.answers('How it reached the school', 'In person', form);
  await teacher.reads('On this device', teacher.sync);
  await teacher.page.reload();
  const reloaded = await teacher.field('What is happening', form);
  await teacher.hasValue(reloaded, 'Reads a line and loses the place. At the end of the page the story is gone.');
  await teacher.presses('Send to the care coordinator', form);
  await teacher.reads('This waits for the connection', form);
  await teacher.isBack();
  await teacher.seesNo(form.getByText('This waits for the connection'));
  return teacher.caseId;
}

/** A concern written in one go and sent. */
export async function sendConcern(teacher: Person, student: Named): Promise<void> {
  await teacher.goTo('Students');
  await teacher.presses(`Start a concern about ${nameOf(student)}`);
  const form = teacher.page.locator('ssp-referral-form');
  await teacher.fills('What is happening', 'Longer work stays unfinished on four days of five.', form);
  await teacher.answers('Areas of concern', 'Academic', form);
  await teacher.fills('Who raised the concern', nameOf(staff.teacher), form);
  await teacher.answers('How it reached the school', 'In person', form);
  await teacher.presses('Send to the care coordinator', form);
  await teacher.seesNo(form.getByRole('button', { name: 'Send to the care coordinator' }));
  await teacher.isSaved();
}

/** The coordinator finds the concern among the next steps; it cannot be filed before the question and the day are answered. */
export async function fileReferral(
  coordinator: Person,
  student: Named,
  { suspicion, reason }: { suspicion: string; reason?: string },
): Promise<void> {
  await coordinator.goTo('Today');
  await coordinator.clicks(
    coordinator.page.getByRole('link', { name: new RegExp(`file the referral.*${nameOf(student)}`) }),
  );
  const form = coordinator.page.locator('ssp-referral-form');
  await coordinator.presses('File the referral', form);
  const missing = form.getByRole('group', { name: /still missing/ });
  await coordinator.reads('Answer whether a disability is suspected.', missing);
  await coordinator.reads('Give the date the school received the concern.', missing);
  // The same words stand at the fields themselves.
  await coordinator.reads(
    'Answer whether a disability is suspected.',
    form.getByRole('group', { name: 'Is a disability suspected?' }),
  );
  await coordinator.clicks(missing.getByRole('button', { name: 'Give the date the school received the concern.' }));
  const received = await coordinator.field('Date the school received it', form);
  await coordinator.isIn(received);
  await coordinator.isToldWrong(received, 'Give the date the school received the concern.');

  await coordinator.fills('Date the school received it', day(), form);
  await coordinator.fills('Date the family was told', day(), form);
  await coordinator.answers('Is a disability suspected?', suspicion, form);
  if (reason) await coordinator.fills('Why a disability is suspected', reason, form);
  await coordinator.presses('File the referral', form);
  await coordinator.sees(coordinator.page.locator('ssp-evidence').getByRole('heading', { name: 'Evidence' }));
}

/** The team and one parent, by the roster's search. */
export async function formTeam(coordinator: Person, parent: keyof typeof contacts): Promise<void> {
  const team = coordinator.page.locator('ssp-team');
  const { coordinator: own, ...others } = staff;
  for (const one of [own, ...Object.values(others)]) {
    const name = nameOf(one);
    if ((await team.getByRole('listitem').filter({ hasText: name }).count()) > 0) continue;
    await coordinator.presses('Add a person', team);
    await coordinator.fills('Search by name', one.familyName, team);
    await coordinator.clicks(team.getByRole('button', { name: new RegExp(name) }));
    await coordinator.presses(`Add ${name}`, team);
    await coordinator.sees(team.getByRole('listitem').filter({ hasText: name }));
    await coordinator.sees(team.getByRole('button', { name: 'Add a person' }));
  }
  // The team's list cannot tell: there, a care coordinator by profession reads the same as the one named for the case.
  const unnamed = coordinator.page.locator('ssp-case').getByText('No care coordinator named yet');
  if ((await unnamed.count()) > 0) {
    await coordinator.presses(`Change: ${nameOf(own)}`, team);
    await coordinator.presses('Name as care coordinator', team);
    await coordinator.seesNo(unnamed);
  }
  const name = nameOf(contacts[parent]);
  await coordinator.presses('Admit a family member', team);
  await coordinator.clicks(team.getByRole('button', { name: new RegExp(name) }));
  await coordinator.presses(`Admit ${name}`, team);
  await coordinator.sees(team.getByRole('listitem').filter({ hasText: name }));
}

/** Two teachers add what they know at the same time, each in a row of their own, and read each other's. */
export async function gatherEvidence(one: Person, other: Person): Promise<void> {
  const statements = [
    'Finds the main idea of a story told aloud.',
    'Reads eleven words a minute in a new text.',
  ] as const;
  const write = async (person: Person, statement: string, kind: string) => {
    const evidence = person.page.locator('ssp-evidence');
    await person.presses('Add evidence', evidence);
    const row = await person.rowInFocus(evidence);
    await person.types('What the data shows', statement, row);
    await person.answers('Strength, challenge or need', kind, row);
    await person.answers('Area', 'Academic', row);
    await person.answers('Where it comes from', 'Observation', row);
    await person.fills('Date', day(), row);
  };
  await Promise.all([write(one, statements[0], 'Strength'), write(other, statements[1], 'Challenge')]);
  for (const person of [one, other]) {
    for (const statement of statements) await person.hasOnce(person.page.locator('ssp-evidence'), statement);
  }
}

/** Opens a case from the caseload by the student's name. */
export async function openFromCaseload(person: Person, student: Named, { family = false } = {}): Promise<void> {
  await person.goTo(family ? 'Children' : 'Caseload');
  await person.clicks(person.page.getByRole('main').getByText(nameOf(student), { exact: true }));
  await person.sees(person.page.locator('ssp-case').getByRole('heading', { name: nameOf(student) }));
}

/** The coordinator says when the family was asked, and closes data gathering. */
export async function completeEvidence(coordinator: Person): Promise<void> {
  const evidence = coordinator.page.locator('ssp-evidence');
  await coordinator.fills('Date the family was asked for input', day(), evidence);
  await coordinator.presses('Close data gathering', evidence);
  await coordinator.sees(coordinator.page.locator('ssp-needs-definition'));
}

/** A conference is scheduled for today, held, written down and closed; the others see it close. */
export async function holdConference(coordinator: Person, purpose: string, came: readonly string[]): Promise<void> {
  const place = coordinator.page.locator('ssp-conference');
  await coordinator.decides(
    'Schedule a conference',
    async (form) => {
      await coordinator.answers('Purpose', purpose, form);
      await coordinator.fills('Date', day(), form);
    },
    place,
  );
  await coordinator.reads(`Conference: ${purpose}`, place);
  await coordinator.presses('It was held today', place);
  for (const name of came) {
    await coordinator.clicks(
      place.getByRole('group', { name: new RegExp(name) }).getByText('In person', { exact: true }),
    );
  }
  await coordinator.types('Minutes', 'Everybody told what they see. The team agrees.', place);
  await coordinator.presses('Close the conference', place);
  await coordinator.seesNo(place.getByRole('button', { name: 'Close the conference' }));
}

/** Each writes a need of their own at the same time; then the coordinator makes them part of the record. */
export async function defineNeeds(
  coordinator: Person,
  writers: readonly { readonly person: Person; readonly need: string }[],
): Promise<void> {
  await Promise.all(
    writers.map(async ({ person, need }) => {
      const place = person.page.locator('ssp-needs-definition');
      await person.presses('Add a need', place);
      const row = await person.rowInFocus(place);
      await person.types('Need', need, row);
      await person.answers('Area', 'Academic', row);
    }),
  );
  const place = coordinator.page.locator('ssp-needs-definition');
  for (const { need } of writers) await coordinator.hasOnce(place, need);
  await coordinator.presses('Record the needs', place);
  await coordinator.seesNo(place);
}

/** A decision that has no document: it stands in the card of the next step, or among the other decisions. */
export async function record(person: Person, label: string, answer: (form: Locator) => Promise<void>): Promise<void> {
  const place = person.page.locator('ssp-case');
  const more = place.getByText('More decisions', { exact: true });
  await person.sees(more);
  const button = place.getByRole('button', { name: label, exact: true }).locator('visible=true');
  if ((await button.count()) === 0) await person.clicks(more);
  await person.decides(label, answer, place);
}

/** The family has the written notice of a decision. */
export async function recordNotice(person: Person, about: string): Promise<void> {
  await record(person, 'Record a prior written notice', async (form) => {
    await person.answers('What the notice is about', about, form);
    await person.fills('Date the family received it', day(), form);
    await person.answers('How', 'Mail', form);
    await person.answers('Language', 'English', form);
  });
}

export async function recordConsent(person: Person, which: string): Promise<void> {
  await record(person, 'Record a consent', async (form) => {
    await person.answers('Which consent', which, form);
    await person.fills('Date given to the family', day(), form);
    await person.answers('Answer', 'Given', form);
    await person.fills('Date the school received it', day(), form);
  });
}

/** The team evaluates with an assessment; the family gets the notice and consents to it. */
export async function evaluate(coordinator: Person, regulation: string): Promise<void> {
  await record(coordinator, 'Record the evaluation decision', async (form) => {
    await coordinator.answers('Under which rule', regulation, form);
    await coordinator.answers('Will the student be evaluated?', 'Yes', form);
    await coordinator.answers('Is an assessment needed?', 'Yes', form);
    await coordinator.fills('Why', 'The data says that something stands in the way.', form);
  });
  await recordNotice(coordinator, 'Evaluation decision');
  await recordConsent(coordinator, 'Consent for initial evaluation (102a)');
}

export async function decideEligibility(coordinator: Person, track: 'idea' | 's504'): Promise<void> {
  await record(coordinator, 'Record the eligibility decision', async (form) => {
    await coordinator.answers('Were all assessment reports reviewed?', 'Yes', form);
    await coordinator.answers('Eligible under IDEA?', track === 'idea' ? 'Yes' : 'No', form);
    if (track === 'idea') await coordinator.answers('Category', 'Speech or language disability', form);
    await coordinator.answers('Eligible under Section 504?', track === 'idea' ? 'No' : 'Yes', form);
    await coordinator.fills('Reason of the team’s consensus', 'The team agrees on it.', form);
  });
  await coordinator.sees(coordinator.page.locator('ssp-plan-builder'));
  await recordNotice(coordinator, 'Eligibility decision');
}

/** A session is refused without a note, then written, signed and part of the record. */
export async function logAndSign(provider: Person, service: string): Promise<void> {
  const log = provider.page.locator('ssp-service-log');
  await provider.presses(/^Log a session/, log);
  await provider.field('Note', log);
  await provider.presses('Sign the session', log);
  await provider.reads('Write a short note.', log);
  await provider.types('Note', 'Read one page three times; the third time without losing the line.', log);
  await provider.presses('Sign the session', log);
  await provider.reads(`Signed: ${service}`, log);
  await provider.reads('Read one page three times', log);
  await provider.seesNo(log.getByText('Not signed yet'));
}

/** The plan's review is opened and written; `beforeDecision` is what the decision still waits for. */
export async function reviewPlan(
  coordinator: Person,
  decision: string,
  beforeDecision: () => Promise<void> = () => Promise.resolve(),
): Promise<void> {
  await record(coordinator, 'Start a review', (form) => coordinator.answers('Why now', 'Team’s request', form));
  const review = coordinator.page.locator('ssp-plan-review');
  await coordinator.fills('Date of the review', day(), review);
  await coordinator.answers('Outcome', 'Enough progress to meet it', review);
  await coordinator.answers('Were the services delivered as planned?', 'As planned', review);
  await coordinator.types('What the team concludes', 'It works, and more is possible.', review);
  await coordinator.fills('Date the family was told', day(), review);
  await beforeDecision();
  await coordinator.decides(
    'Record the review decision',
    (form) => coordinator.answers('Decision', decision, form),
    review,
  );
}
