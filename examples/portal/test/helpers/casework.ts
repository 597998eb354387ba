/** The steps of a case as people take them in the portal, shared by the scenarios. */
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
  if ((await team.getByText('Care coordinator', { exact: true }).count()) === 0) {
    await coordinator.presses(`Change: ${nameOf(own)}`, team);
    await coordinator.presses('Name as care coordinator', team);
    await coordinator.reads('Care coordinator', team);
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
