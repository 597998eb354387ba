import assert from 'node:assert/strict';
import { appendFile } from 'node:fs/promises';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { writeOneRoster } from '@ssp-kit/server/testing/oneroster-folder';
import { openFromCaseload } from './helpers/casework.js';
import { nameOf, staff, students } from './helpers/people.js';
import { Person } from './helpers/person.js';
import { oneRosterPlan } from './helpers/school.js';
import { Stage } from './helpers/stage.js';

let stage: Stage;

before(async () => {
  stage = await Stage.open();
});
after(() => stage?.close());

describe('bad input', () => {
  it('is told row by row by an import, while two people go on writing', { timeout: 180_000 }, async () => {
    const teacher = await stage.enter('teacher');
    await teacher.goTo('Students');
    await teacher.presses(`Start a concern about ${nameOf(students.tyrone)}`);
    const coordinator = await stage.enter('coordinator');
    await openFromCaseload(coordinator, students.tyrone);
    const folder = join(stage.school.folder, 'broken');
    await writeOneRoster(folder, oneRosterPlan);
    await appendFile(join(folder, 'users.csv'), 'stu-1,,,true,x,Only\r\n,,,true,y,No,Id,7,,,,,\r\n');
    await appendFile(join(folder, 'roles.csv'), 'r-1,,,nobody,primary,teacher,org-1\r\n');
    await appendFile(join(folder, 'demographics.csv'), `stu-${students.tyrone.stateId},,,2014-02-31\r\n`);

    const form = (person: Person) => person.page.locator('ssp-referral-form');
    const words = 'abcdefghijklmnopqrstuvwxyz';
    const [ran] = await Promise.all([
      stage.school.ssp('import', 'oneroster', folder),
      teacher.types('What is happening', words, form(teacher), 60),
      coordinator.types('What has been tried so far', words.toUpperCase(), form(coordinator), 60),
    ]);
    for (const file of ['users.csv', 'roles.csv', 'demographics.csv']) {
      assert.match(ran.out, new RegExp(`^${file}:\\d+.*: .+`, 'm'), `the import says nothing of ${file}`);
    }
    for (const person of [teacher, coordinator]) {
      await person.isSaved();
      await person.hasValue(await person.field('What is happening', form(person)), words);
      await person.hasValue(await person.field('What has been tried so far', form(person)), words.toUpperCase());
    }
    await stage.leave();
  });

  it('is a token that is none, one that is forged, one that has ended, and a case one may not know of', {
    timeout: 180_000,
  }, async () => {
    const { port } = stage.school.server;
    const guest = await Person.arrive(stage.browser, stage.school.server, 'A guest', 'desk');
    try {
      await guest.page.goto(guest.origin);
      const signIn = async (token: string) => {
        if ((await guest.page.getByLabel('Token', { exact: true }).locator('visible=true').count()) === 0) {
          await guest.clicks(guest.page.getByText('Use a token'));
        }
        await guest.fills('Token', token);
        await guest.presses('Sign in');
      };
      await signIn('no token at all');
      await guest.reads('This is not a token.');

      const made = async (...more: string[]) =>
        (
          await stage.school.ssp('token', '--sub', 'guest-1', '--name', 'A guest', '--role', 'coordinator', ...more)
        ).out.trim();
      const ended = await made('--expires', '1');
      const [head, , signature] = (await made()).split('.') as [string, string, string];
      const claims = {
        sub: staff.coordinator.stateId,
        name: 'A guest',
        exp: 4_102_444_800,
        ssp: { roles: ['coordinator'] },
      };
      guest.watch.expects(/status of 401/);
      await signIn([head, Buffer.from(JSON.stringify(claims)).toString('base64url'), signature].join('.'));
      await guest.reads('You were signed out.');

      await guest.page.waitForFunction((end) => Date.now() > end, endOf(ended));
      await signIn(ended);
      await guest.reads('You were signed out.');

      await signIn(await made('--school', 'org-nowhere'));
      await guest.sees(guest.page.getByRole('heading', { level: 1, name: 'Today' }));
      guest.watch.expects(/status of 404/);
      await guest.page.goto(`${guest.origin}/#/case/01900000-0000-7000-8000-000000000000`);
      await guest.reads(/This case cannot be shown/);
      const health = await fetch(`http://127.0.0.1:${port}/healthz`);
      assert.equal(health.status, 200);
    } finally {
      await guest.leave();
    }
  });
});

/** When a token ends, in milliseconds since 1970. */
function endOf(token: string): number {
  const claims = JSON.parse(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString()) as { exp: number };
  return claims.exp * 1000;
}
