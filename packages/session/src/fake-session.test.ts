import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { TextChange } from './contract.js';
import { FakeSession } from './fake-session.js';

const person = { id: 'ana', name: 'Ana', roles: ['coordinator'] };

function started(): FakeSession {
  const session = new FakeSession({ person });
  session.perform({ type: 'case.start', student: 'kai', caseId: 'c1' });
  return session;
}

describe('FakeSession', () => {
  it('keeps fields, texts and rows like a document does', async () => {
    const session = new FakeSession({ person, cases: [{ id: 'c1', documents: [{ id: 'needs' }] }] });
    const document = session.case('c1').document('needs');
    const edit = { caseId: 'c1', document: 'needs' };
    await session.dispatch({ type: 'row.add', ...edit, list: 'needs', id: 'n1', values: { area: 'health' } });
    await session.dispatch({ type: 'row.add', ...edit, list: 'needs', id: 'n2', after: null });
    document.text('needs/n1/statement').apply({ index: 0, remove: 0, insert: 'Rest' });

    assert.deepEqual(document.view.get().data, {
      strengths: '',
      summary: '',
      needs: [
        { id: 'n2', order: '0000', statement: '', evidence: '' },
        { id: 'n1', order: '0001', area: 'health', statement: 'Rest', evidence: '' },
      ],
    });
  });

  it('tells a text’s changes, undoes only one’s own, and refuses what may not be written', () => {
    const session = new FakeSession({ person, cases: [{ id: 'c1', documents: [{ id: 'concern' }] }] });
    const text = session.case('c1').document('concern').text('description');
    const told: [readonly TextChange[], boolean][] = [];
    text.subscribe((changes, remote) => told.push([changes, remote]));
    text.apply({ index: 0, remove: 0, insert: 'ab' });
    session.caseOf('c1').document('concern').type('description', '!');
    text.undo();
    session.caseOf('c1').document('concern').patch({ sealed: true });

    assert.equal(text.get(), '!');
    assert.deepEqual(
      told.map(([, remote]) => remote),
      [false, true, false],
    );
    assert.equal(text.apply({ index: 0, remove: 0, insert: 'x' }), false);
  });

  it('decides as the process does: refused with the list, then sealed and moved on', async () => {
    const session = started();
    const file = { type: 'decide', caseId: 'c1', action: 'referral.file', payload: {} } as const;
    const refused = await session.dispatch(file);
    assert.equal(refused.result === 'refused' && refused.refusal.code, 'unmet');

    const concern = session.caseOf('c1').document('concern');
    for (const [path, value] of [
      ['raisedBy', 'Ben'],
      ['raisedVia', 'phone'],
      ['receivedDate', '2026-11-20'],
      ['areas', ['academic']],
      ['suspicion', 'no'],
      ['parentNotifiedDate', '2026-11-20'],
      ['parentNotifiedMethod', 'phone'],
      ['parentNotifiedLanguage', 'en'],
    ] as const) {
      concern.set(path, value);
    }
    concern.type('description', 'Reads slowly.');

    assert.deepEqual(await session.dispatch(file), { result: 'done' });
    assert.equal(session.caseOf('c1').view.get().case?.state, 'gather-data');
    assert.equal(concern.view.get().sealed, true);
  });

  it('lets decisions wait while there is no connection', async () => {
    const session = started();
    session.setConnection('offline');
    const outcome = await session.dispatch({ type: 'decide', caseId: 'c1', action: 'referral.file', payload: {} });
    assert.equal(outcome.result, 'waiting');
    assert.equal(session.caseOf('c1').view.get().pending.length, 1);
  });

  it('counts what was not given back', () => {
    const session = started();
    const one = session.case('c1');
    const stop = one.view.subscribe(() => undefined);
    assert.equal(session.held, 2);
    stop();
    one.release();
    one.release();
    assert.equal(session.held, 0);
  });
});
