/** What happens in many stories in the same order: a conference, an evaluation, a notice, a form that the family signs. */
import { isPrompt, type Plain, type RowView } from '@ssp-kit/process';
import type { Edits } from '@ssp-kit/record';
import { demoStaff } from './staff.js';
import type { Story } from './story.js';

type Fields = Readonly<Record<string, Plain>>;

export interface ToldConference {
  readonly purpose: string;
  /** The day it was held. */
  readonly offset: number;
  /** Days between its announcement and the conference. */
  readonly announced?: number;
  /** Usernames of staff and roster ids of the family; everyone else of the case was not there. */
  readonly came: readonly string[];
  readonly minutes: string;
  readonly decisions: readonly (string | Fields)[];
  readonly language?: string;
}

/** A conference from its announcement to its end. */
export async function holdConference(story: Story, by: string, told: ToldConference): Promise<void> {
  story.on(told.offset - (told.announced ?? 9), '14:10');
  const date = story.day(told.offset);
  await announce(story, by, { ...told, date });
  const document = await story.open('conference');
  const came = await Promise.all(told.came.map(async (name) => [name, await story.person(name)] as const));
  const listed = await story.rows(document, 'attendance');
  const names = new Map<string, string>();
  for (const [name, person] of came) names.set(person, await story.nameOf(name));
  const leads = came.some(([name]) => roleOf(name) === 'administrator');
  story.on(told.offset, '15:40');
  await story.write(by, document, (edit) => {
    fillIn(edit, {
      actualDate: date,
      endTime: '15:30',
      minutes: told.minutes,
      safeguardsGiven: true,
      safeguardsDate: date,
      safeguardsLanguage: told.language ?? 'en',
    });
    for (const row of listed) {
      const person = String(row['person']);
      if (!names.has(person)) edit.set(`attendance/${row.id}/status`, 'absent');
    }
    for (const [name, person] of came) {
      const memberType = memberTypeOf(name, leads);
      const row = listed.find((one) => one['person'] === person);
      if (row) {
        edit.set(`attendance/${row.id}/status`, 'in-person');
        edit.set(`attendance/${row.id}/memberType`, memberType);
      } else
        edit.addRow('attendance', {
          values: { person, name: names.get(person) ?? name, status: 'in-person', memberType },
        });
    }
    for (const decision of told.decisions) {
      edit.addRow('decisions', { values: typeof decision === 'string' ? { decision } : decision });
    }
  });
  await story.decide(by, 'conference.hold', { document });
}

/** Schedules a conference and sends the family its invitation, on the story's day. */
export async function announce(
  story: Story,
  by: string,
  { purpose, date, place, language }: { purpose: string; date: string; place?: string; language?: string },
): Promise<void> {
  await story.decide(by, 'conference.schedule', {
    purpose,
    date,
    time: '14:30',
    place: place ?? 'Conference room B',
  });
  const document = await story.open('invitation');
  const sent = story.now;
  const { family } = await story.state();
  const invitees = await story.rows(document, 'invitees');
  const staff = await Promise.all(
    demoStaff.map(async ({ username }) => [await story.person(username), username] as const),
  );
  const usernames = new Map<unknown, string>(staff);
  const roles = invitees.map(({ person }) => roleOf(usernames.get(person) ?? ''));
  await story.write(by, document, (edit) => {
    edit.set('announcedDate', sent);
    for (const { id, person } of invitees) {
      const memberType = memberTypeOf(usernames.get(person) ?? '', roles.includes('administrator'));
      edit.set(`invitees/${id}/memberType`, memberType);
    }
    for (const { name } of family) {
      edit.addRow('notices', { values: { to: name, date: sent, method: 'hand', language: language ?? 'en' } });
    }
  });
  await story.decide(by, 'invitation.send', { document });
}

/** The team's decision whether to evaluate, in the document that is open for it. */
export async function decideEvaluation(
  story: Story,
  by: string,
  told: Fields,
  areas: readonly Fields[] = [],
): Promise<void> {
  await story.write(by, await story.open('evaluation'), (edit) => {
    fillIn(edit, { decisionDate: story.now, willEvaluate: true, withoutMeeting: false, ...told });
    for (const values of areas) edit.addRow('areas', { values });
  });
  await story.decide(by, 'evaluation.decide');
}

export interface ToldNotice {
  /** What nothing on record says, by element. */
  readonly texts?: Readonly<Record<string, string>>;
  readonly method?: string;
  readonly language?: string;
  readonly translation?: string;
  readonly safeguardsDate?: string;
  readonly consentRequestDate?: string;
}

/** Reads over the oldest notice about this that waits, and gives it to the family. */
export async function giveNotice(
  story: Story,
  by: string,
  about: string,
  { texts = {}, ...more }: ToldNotice = {},
): Promise<void> {
  const { notices } = await story.state();
  const document = notices.find((row) => row.about === about && row.provided === null)?.document;
  if (!document) throw new Error(`no notice about ${about} waits`);
  const view = await story.view(document);
  await story.write(by, document, (edit) => {
    for (const [name, text] of Object.entries(texts)) if (isPrompt(view[name])) edit.set(name, text);
    fillIn(edit, { providedDate: story.now, method: 'hand', ...more });
  });
  await story.decide(by, 'notice.provide', { document });
}

/** Gives the family a form to sign. */
export async function giveConsentForm(story: Story, by: string, form: string, told: Fields): Promise<void> {
  const document = await story.open('consent', { about: form });
  await story.write(by, document, (edit) =>
    fillIn(edit, { providedDate: story.now, method: 'hand', language: 'en', ...told }),
  );
  await story.decide(by, 'consent.provide', { document });
}

/** The family has signed it. */
export async function takeConsent(story: Story, by: string, form: string, signer: string): Promise<void> {
  const document = (await story.state()).consents.findLast((row) => row.form === form)?.document ?? '';
  await story.decide(by, 'consent.record', { document, result: 'given', receivedDate: story.now, signer });
}

export interface ToldAssessment {
  readonly evaluator: string;
  readonly area: string;
  readonly tool: string;
  /** The day it was asked for, and the day the report was filed. */
  readonly asked: number;
  readonly filed: number;
  readonly findings: string;
  readonly recommendations: string;
  readonly summaryScores?: string;
}

/** An assessment from its request to its author's report. */
export async function assess(story: Story, by: string, told: ToldAssessment): Promise<void> {
  const { evaluator, area, tool, asked, filed, ...report } = told;
  story.on(asked, '09:30');
  const due = story.day(filed + 4);
  await story.decide(by, 'assessment.request', { person: await story.person(evaluator), area, tool, due });
  const document = await story.open('assessment', { of: evaluator });
  story.on(filed, '14:20');
  await story.write(evaluator, document, (edit) =>
    fillIn(edit, { ...report, assessedDate: story.day(filed - 6), reportDate: story.now }),
  );
  await story.decide(evaluator, 'assessment.file', { document });
}

/** The team's determination under one rule. */
export async function determine(story: Story, by: string, regulation: string, told: Fields): Promise<void> {
  const document = await story.open('eligibility', { about: regulation });
  const shared = { decisionDate: story.now, reportsReviewed: true, reportGivenDate: story.now };
  const idea = { exclusionReading: false, exclusionMath: false, exclusionLanguage: false };
  await story.write(by, document, (edit) =>
    fillIn(edit, { ...shared, ...(regulation === 'idea' ? idea : {}), ...told }),
  );
  await story.decide(by, 'eligibility.decide', { document });
}

export function fillIn(edit: Edits, fields: Fields): void {
  for (const [name, value] of Object.entries(fields)) edit.set(name, value);
}

/** The id of the row that stands for something, for instance a report's row about a goal. */
export function rowAbout(rows: readonly RowView[], field: string, value: string): string {
  const row = rows.find((one) => one[field] === value);
  if (!row) throw new Error(`no row about ${value}`);
  return row.id;
}

function roleOf(username: string): string | undefined {
  return demoStaff.find((staff) => staff.username === username)?.role;
}

const memberTypes: Readonly<Record<string, string>> = {
  administrator: 'representative',
  teacher: 'regular-teacher',
  'special-educator': 'special-teacher',
  evaluator: 'evaluation-interpreter',
  provider: 'provider',
};

/** Where no administrator comes, the coordinator speaks for the school. */
function memberTypeOf(name: string, leads: boolean): string {
  const role = roleOf(name);
  if (role === undefined) return 'parent';
  return memberTypes[role] ?? (leads ? 'other' : 'representative');
}
