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
  await coordinator.answers('How the family was told', 'Phone', form);
  await coordinator.answers('In which language', 'English', form);
  await coordinator.answers('Is a disability suspected?', suspicion, form);
  if (reason) await coordinator.fills('Why a disability is suspected', reason, form);
  await coordinator.presses('File the referral', form);
  await coordinator.sees(coordinator.page.locator('ssp-evidence').getByRole('heading', { name: 'Evidence' }));
}

/** The team and one parent, by the roster's search. */
export async function formTeam(coordinator: Person, parent: keyof typeof contacts): Promise<void> {
  const team = coordinator.page.locator('ssp-team');
  const { coordinator: own, teacher, secondTeacher, specialEducator, provider } = staff;
  for (const one of [own, teacher, secondTeacher, specialEducator, provider]) {
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

/**
 * A conference for today: it is scheduled, the family and the team are invited in writing, it is held, written down and closed.
 * Who stands for the school is said in the invitation.
 */
export async function holdConference(coordinator: Person, purpose: string, came: readonly string[]): Promise<void> {
  const place = await conferences(coordinator);
  await coordinator.decides(
    'Schedule a conference',
    async (form) => {
      await coordinator.answers('Purpose', purpose, form);
      await coordinator.fills('Date', day(), form);
      await coordinator.fills('Time (optional)', '14:00', form);
      await coordinator.fills('Place or link (optional)', 'Room 12', form);
    },
    place,
  );
  await coordinator.reads(`Conference: ${purpose}`, place);
  await sendInvitation(coordinator, place);
  await coordinator.presses('It was held today', place);
  await coordinator.presses('Use the roles of the invitation', place);
  for (const name of came) {
    await coordinator.clicks(
      place.getByRole('group', { name: new RegExp(name) }).getByText('In person', { exact: true }),
    );
  }
  await coordinator.types('Minutes', 'Everybody told what they see. The team agrees.', place);
  await coordinator.presses('Close the conference', place);
  await coordinator.seesNo(place.getByRole('button', { name: 'Close the conference' }));
}

/** The conferences of the case, opened from what is worked on where they are not. */
async function conferences(person: Person): Promise<Locator> {
  const place = person.page.locator('[data-opened="conference"] ssp-conference');
  if ((await place.count()) === 0) await person.clicks(person.page.locator('[data-place="conference"]'));
  await person.sees(place);
  return place;
}

/** Whoever has no role of the law by profession represents the school; the family gets its copy by hand. */
async function sendInvitation(coordinator: Person, place: Locator): Promise<void> {
  const invitation = place.locator('ssp-invitation');
  await coordinator.sees(invitation.getByLabel('Invited as', { exact: true }));
  const invitees = invitation.locator('[data-row]').filter({ has: coordinator.page.getByLabel('Invited as') });
  for (const row of await invitees.all()) {
    const select = row.getByLabel('Invited as', { exact: true });
    if ((await select.inputValue()) !== '') continue;
    const isSpecial = (await row.getByLabel('Name', { exact: true }).inputValue()) === nameOf(staff.specialEducator);
    const label = isSpecial ? 'Special education teacher or provider' : 'Representative of the school';
    await select.selectOption({ label });
  }
  await coordinator.fills('Date of the announcement', day(), invitation);
  await coordinator.presses('Add a copy', invitation);
  const copy = await coordinator.rowInFocus(invitation);
  await coordinator.fills('Sent to', 'The family', copy);
  await coordinator.fills('Date', day(), copy);
  await coordinator.answers('How this copy was sent', 'Handed over', copy);
  await coordinator.answers('Language', 'English', copy);
  await coordinator.presses('Send the invitation', invitation);
  await coordinator.reads(/^Invitation sent/, place);
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
  // It may stand open from the step before, while the page is still being drawn for this one.
  const isOpen = await more.evaluate((summary) => summary.closest('details')?.open === true);
  if (!isOpen && (await button.count()) === 0) await person.clicks(more);
  await person.decides(label, answer, place);
}

/** Opens something that is worked on now, by what the list calls it, and answers where it stands. */
export async function openPlace(person: Person, name: string | RegExp): Promise<Locator> {
  const row = person.page.locator('ssp-case [data-place]').filter({ hasText: name }).first();
  await person.sees(row);
  const id = await row.getAttribute('data-place');
  const place = person.page.locator(`ssp-case [data-opened="${id}"]`);
  if ((await place.count()) === 0) await person.clicks(row);
  await person.sees(place);
  return place;
}

/** A notice that drafted itself is read, what it still asks for is written, and it is given to the family. */
export async function giveNotice(person: Person, about: string): Promise<void> {
  const row = person.page.locator('ssp-case [data-place^="notice"]').filter({ hasText: about });
  const place = await openPlace(person, new RegExp(`Prior written notice: ${about}`));
  const id = await place.getAttribute('data-opened');
  await person.reads(/Drafted from the record/, place);
  for (const text of await place.locator('textarea').all()) {
    const words = await text.inputValue();
    if (words === '' || /\[[^[\]]*…\]/.test(words)) await text.fill('Nothing else; the team looked at all of it.');
  }
  const addressee = await person.field('To', place);
  if ((await addressee.inputValue()) === '') await addressee.fill('The family');
  await person.answers('Language', 'English', place);
  await person.answers('Translation', 'Not needed', place);
  await person.fills('Date the family received it', day(), place);
  await person.answers('How it was given', 'Handed over', place);
  for (const asked of ['Date they received the safeguards notice', 'Date they received the consent request']) {
    const field = place.getByLabel(asked, { exact: true });
    if ((await field.count()) > 0) await person.fills(asked, day(), place);
  }
  await person.presses('Give to the family', place);
  await person.seesNo(row.and(person.page.locator(`[data-place="${id}"]`)));
}

/** A form of consent is written and given to the family. */
export async function giveConsentForm(person: Person, title: RegExp): Promise<Locator> {
  const place = await openPlace(person, title);
  await person.fills('What the family is asked to consent to', 'A test of speech and two observations.', place);
  for (const asked of ['Records to be reviewed', 'Who reviews them']) {
    if ((await place.getByLabel(asked, { exact: true }).count()) > 0) await person.fills(asked, 'Report cards.', place);
  }
  await person.fills('Date given to the family', day(), place);
  await person.answers('How it was given', 'Handed over', place);
  await person.answers('Language', 'English', place);
  await person.presses('Give the form to the family', place);
  await person.sees(place.getByRole('button', { name: 'Record the answer' }));
  return place;
}

/** The family says yes to a form of consent. */
export async function recordConsent(person: Person, place: Locator, signer: string): Promise<void> {
  await person.decides(
    'Record the answer',
    async (form) => {
      await person.answers('Answer', 'Given', form);
      await person.fills('Date the school received it', day(), form);
      await person.fills('Signed by', signer, form);
    },
    place,
  );
}

/** The team decides in its document to evaluate, with an assessment of one area. */
export async function decideEvaluation(coordinator: Person, regulation: string): Promise<void> {
  const place = coordinator.page.locator('ssp-case ssp-evaluation').last();
  await coordinator.answers('Under which rule', regulation, place);
  await coordinator.fills('Date of the decision', day(), place);
  await coordinator.answers('Will the student be evaluated?', 'Yes', place);
  await coordinator.answers('Is an assessment needed?', 'Yes', place);
  await coordinator.fills('Why', 'The data says that something stands in the way.', place);
  await coordinator.reads(/The family’s consent comes first, on form 102a/, place);
  await coordinator.presses('Add an area', place);
  const area = await coordinator.rowInFocus(place);
  await coordinator.answers('Area', 'Communication', area);
  await coordinator.answers('Who assesses', 'Evaluator', area);
  await coordinator.fills('Existing data that was reviewed', 'Screenings and classwork.', place);
  await coordinator.presses('Record the evaluation decision', place);
  await coordinator.sees(coordinator.page.locator('ssp-case [data-place^="consent"]'));
}

/** An assessment is asked for, and written and filed by its evaluator alone. */
export async function assess(coordinator: Person, evaluator: Person): Promise<void> {
  await record(coordinator, 'Request an assessment', async (form) => {
    await coordinator.answers('Evaluator', `${evaluator.name}, evaluator`, form);
    await coordinator.answers('Area', 'Communication', form);
    await coordinator.fills('Report due', day(20), form);
  });
  const place = await openPlace(evaluator, /Assessment report/);
  await evaluator.fills('Tool', 'A picture naming test', place);
  await evaluator.fills('Date of the assessment', day(), place);
  await evaluator.fills('Findings', 'Half of the words are understood by strangers.', place);
  await evaluator.fills('Recommendations', 'Speech therapy, and time to answer.', place);
  await evaluator.fills('Date of the report', day(), place);
  await evaluator.presses('File the assessment report', place);
  await evaluator.seesNo(evaluator.page.locator('[data-place^="assessment"]'));
}

/** The determination under one rule is written and filed by itself. */
export async function determine(coordinator: Person, rule: 'idea' | 's504', isEligible: boolean): Promise<void> {
  const name = rule === 'idea' ? 'Eligibility under IDEA' : 'Eligibility under Section 504';
  const all = await openPlace(coordinator, /^\s*Eligibility determination/);
  const place = all.locator('ssp-eligibility[data-document^="eligibility-"]').filter({ hasText: name });
  await coordinator.answers('Were all assessment reports reviewed?', 'Yes', place);
  await coordinator.fills('What the decision is based on', 'The assessment and the observations.', place);
  await coordinator.answers('Is the student eligible?', isEligible ? 'Yes' : 'No', place);
  if (rule === 'idea') {
    for (const factor of ['lack of reading instruction', 'lack of math instruction', 'limited English']) {
      await coordinator.answers(`Is ${factor} the determinant factor?`, 'No', place);
    }
    await coordinator.fills('How it affects the student’s education', 'Others do not understand the answers.', place);
    await coordinator.answers(
      'Does the student need special education because of it?',
      isEligible ? 'Yes' : 'No',
      place,
    );
    if (isEligible) await coordinator.answers('Category', 'Speech or language disability', place);
  } else if (isEligible) {
    await coordinator.fills('Physical or mental impairment', 'Attention deficit.', place);
    await coordinator.answers('Major life activity that it limits', 'Concentrating', place);
    await coordinator.fills('How it substantially limits the activity', 'On four days of five.', place);
  }
  await coordinator.fills('Date of the decision', day(), place);
  await coordinator.fills('Reason of the team’s consensus', 'The team agrees on it.', place);
  await coordinator.fills('Date the family got the report', day(), place);
  await coordinator.presses('File the eligibility determination', place);
  await coordinator.seesNo(place.getByRole('button', { name: 'File the eligibility determination' }));
}

/** The draft of the plan is ready to be read. */
export async function present(person: Person): Promise<void> {
  const place = person.page.locator('ssp-case');
  const button = place.getByRole('button', { name: 'Present the draft', exact: true }).locator('visible=true');
  if ((await button.count()) === 0) await person.clicks(place.getByText('More decisions', { exact: true }));
  await person.clicks(button);
  await person.sees(place.locator('[data-place^="notice"]'));
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
  await coordinator.answers('Did the plan work?', 'Yes', review);
  await coordinator.answers('What the team proposes', decision, review);
  if (decision.startsWith('Exit')) {
    await coordinator.answers('Reason of the exit', 'Other', review);
    await coordinator.fills('Date of the exit', day(), review);
  }
  await coordinator.fills('Date the family was told', day(), review);
  await beforeDecision();
  // What the team proposes is the decision: nothing more is asked.
  await coordinator.presses('Record the review decision', review);
  await coordinator.seesNo(review.getByRole('button', { name: 'Record the review decision' }));
}
