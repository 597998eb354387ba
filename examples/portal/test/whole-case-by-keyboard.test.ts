import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { wholeCase } from '@ssp-kit/server/testing/whole-case';
import { isAccessible } from './helpers/accessible.js';
import { castOf } from './helpers/cast.js';
import { Keyboard } from './helpers/keyboard.js';
import { nameOf, staff, students } from './helpers/people.js';
import { Stage } from './helpers/stage.js';

let stage: Stage;

before(async () => {
  stage = await Stage.open();
});
after(() => stage?.close());

describe('a whole IEP case of fifty documents', () => {
  it('is walked in the portal by keyboard alone, and every page is accessible', { timeout: 600_000 }, async () => {
    const student = students.tyrone;
    const told = await wholeCase(await castOf(stage.school, student, 'carmen'));
    const { documents } = await told.state();
    assert.ok(Object.keys(documents).length > 40, 'the case is a whole one');

    const coordinator = await stage.arrive(nameOf(staff.coordinator));
    const keys = new Keyboard(coordinator);
    const { page } = coordinator;
    await page.goto(coordinator.origin);
    await coordinator.sees(page.getByRole('searchbox'));
    await isAccessible(coordinator, 'signing in');
    await keys.tabTo(/./, { within: 'portal-sign-in' });
    while ((await keys.inFocus()).tag !== 'input') await keys.press('Tab');
    await page.keyboard.type(coordinator.name);
    await coordinator.sees(page.getByRole('button', { name: coordinator.name }));
    await keys.tabTo(new RegExp(coordinator.name));
    await keys.press('Enter');
    await coordinator.sees(page.getByRole('heading', { level: 1, name: 'Today' }));

    // Today leads to the case.
    await coordinator.sees(page.getByRole('main').getByRole('link', { name: new RegExp(nameOf(student)) }));
    await isAccessible(coordinator, 'today');
    await keys.tabTo(new RegExp(nameOf(student)), { within: 'portal-today' });
    await keys.press('Enter');
    const home = page.locator('ssp-case');
    await coordinator.sees(home.getByRole('heading', { name: nameOf(student) }));
    await coordinator.sees(home.getByText('Worked on now', { exact: true }));
    await isAccessible(coordinator, 'the case');

    // The next step leads to the review, and the next keys answer in it.
    await keys.tabTo(/^Go to: Plan review/);
    await keys.press('Enter');
    const { document: review } = await keys.isIn('the review', ({ document }) => document.startsWith('review'));
    await keys.tabTo('Yes', { within: 'ssp-plan-review' });
    await keys.press('Space', 'ArrowDown');
    await coordinator.isSaved();
    assert.equal((await told.read('coordinator', review))['effectiveness'], 'mixed');

    // The plan in force opens from the list of what is worked on; its outline leads to its parts.
    const plan = (await told.state()).plan?.document ?? '';
    await keys.tabTo(/^Plan 3/, { back: true });
    await keys.press('Enter');
    await keys.isIn('the plan', ({ document }) => document === plan);
    const outline = home.locator(`[data-opened="${plan}"]`).getByRole('navigation').getByRole('button');
    await coordinator.sees(outline);
    let back = false;
    for (const text of await outline.allTextContents()) {
      const name = text.replace(/\s+/g, ' ').trim();
      await keys.tabTo(name, { within: 'ssp-plan-builder', back });
      await keys.press('Enter');
      await keys.isIn(`the plan’s part ${name}`, ({ document, tag }) => document === plan && tag !== 'button');
      back = true;
    }
    await isAccessible(coordinator, 'the plan');

    // What is on record is folded by stage; a notice opens in its place as the letter it is, and closes again.
    await keys.tabTo(/^Documents on record/, { back: true });
    await keys.press('Enter');
    await keys.isIn('the heading of the record', ({ name }) => name === 'Documents on record');
    await keys.tabTo(/^Define Needs/);
    await keys.press('Enter');
    await coordinator.sees(home.locator('[data-earlier^="notice"]'));
    const notice = await keys.tabTo(/^Prior written notice: Evaluation decision/);
    await keys.press('Enter');
    const opened = await keys.isIn('the notice', ({ document }) => document.startsWith('notice'));
    const letter = home.locator(`[data-opened="${opened.document}"]`);
    await coordinator.reads('How are you protected?', letter);
    await coordinator.reads(/^Given to the family on/, letter);
    await isAccessible(coordinator, 'a notice');
    await keys.tabTo(notice.name, { back: true });
    await keys.press('Enter');
    await coordinator.seesNo(letter);
    assert.equal((await keys.inFocus()).name, notice.name, 'closing leaves the keyboard where it was');

    // A deadline says why its day is what it is, and leads to the entry of the record that it counts from.
    await keys.tabTo(/^Why this day: Evaluation finished/);
    await keys.press('Enter');
    await keys.tabTo(/^Entry \d+ of the record/, { within: 'ssp-deadlines' });
    await isAccessible(coordinator, 'the reasons of a deadline');
    await keys.press('Enter');
    await keys.isIn('the entry of the record', ({ around }) => around.includes('ssp-history'));
    await isAccessible(coordinator, 'the history');
    const kinds = await keys.tabTo('Show', { within: 'ssp-history', back: true });
    assert.equal(kinds.tag, 'select');
    await keys.press('ArrowDown');
    await coordinator.seesNo(home.locator('ssp-history').getByText(/on the team/));

    // And back.
    await keys.tabTo('Today', { within: 'portal-app', back: true });
    await keys.press('Enter');
    await coordinator.sees(page.getByRole('heading', { level: 1, name: 'Today' }));
    await keys.isIn('the title of the page', ({ name }) => name === 'Today');
    await stage.leave();
  });
});
