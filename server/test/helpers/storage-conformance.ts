/** What every adapter of the storage port must do. A test file runs it: `describeStorage('name', make)`. */
import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, it } from 'node:test';
import type { Decision } from '@ssp-kit/process';
import { type AuditHead, faultAt, noHead } from '../../src/audit/chain.js';
import type { DecisionWrite, Storage, StoredRoom } from '../../src/storage/port.js';

const caseId = '0190a5a0-0000-7000-8000-000000000001';
const bytes = (...values: number[]) => Uint8Array.from(values);

function decision(seq: number, key = `key-${seq}`): Decision {
  return {
    seq,
    key,
    action: 'test',
    at: `2026-02-0${seq}T10:00:00.000Z`,
    day: `2026-02-0${seq}`,
    actor: { person: 'p1', name: 'P', roles: ['coordinator'] },
    processVersion: 'test/1',
    ...{ facts: {}, words: {}, to: 'gather-data', opens: [], seals: [], cites: [] },
  };
}

const index = { student: 's1', school: 'school-1', people: ['p1', 'p2'], process: 'test/1', closed: false, fold: 2 };

/** A decision of a case. */
export function write(seq: number, more: Partial<DecisionWrite> = {}): DecisionWrite {
  const made = decision(seq);
  return {
    caseId,
    decision: made,
    fingerprint: `f${seq}`,
    state: JSON.stringify({ seq }),
    index,
    ...{ readAt: [], appends: [], opens: [], copies: [] },
    audits: [{ at: made.at, person: 'p1', action: 'test', caseId, document: null, detail: { seq } }],
    ...more,
  };
}

const entry = (action: string, about: string | null = caseId) => ({
  ...{ at: '2026-02-01T10:00:00.000Z', person: 'p1', action },
  ...{ caseId: about, document: null, detail: null },
});

const concern = { caseId, document: 'concern', kind: 'concern', bytes: null };
const official = { caseId, document: 'official', kind: 'official', bytes: bytes(9) };

export function describeStorage(
  name: string,
  make: () => Promise<{ storage: Storage; remove(): Promise<void> }>,
): void {
  describe(`storage: ${name}`, () => {
    let storage: Storage;
    let remove: () => Promise<void>;
    let room: StoredRoom;

    const append = (n: number, value = n, claims: { client: number; person: string }[] = []) =>
      storage.append({ room: room.id, author: 'p1', at: 1, n, bytes: bytes(value), claims });

    beforeEach(async () => {
      ({ storage, remove } = await make());
      const started = await storage.decide(write(1, { opens: [official, concern] }));
      assert.ok(started.ok);
      room = started.opened[1] as StoredRoom;
    });
    afterEach(async () => {
      await storage.close();
      await remove();
    });

    it('opens rooms with a decision, empty or with content', async () => {
      assert.deepEqual(await storage.room({ caseId, document: 'concern' }), { ...room, head: 0 });
      const loaded = await storage.load({ caseId, document: 'official' });
      assert.deepEqual([loaded?.head, loaded?.kind, loaded?.epoch, loaded?.sealed], [1, 'official', 1, false]);
      assert.deepEqual(
        loaded?.tail.map((update) => [...update]),
        [[9]],
      );
      assert.equal(await storage.load({ caseId, document: 'plan-1' }), null);
    });

    it('keeps updates in their order, with the owners of their clientIDs', async () => {
      const answers = await Promise.all([append(1, 11, [{ client: 7, person: 'p1' }]), append(2, 12), append(3, 13)]);
      assert.deepEqual(answers, [{ ok: true }, { ok: true }, { ok: true }]);
      const loaded = await storage.load(room);
      assert.deepEqual(
        loaded?.tail.map((update) => [...update]),
        [[11], [12], [13]],
      );
      assert.deepEqual(loaded?.clients, [{ client: 7, person: 'p1' }]);
      assert.equal(loaded?.head, 3);
    });

    it('never stores an update without the ones before it', async () => {
      await append(1);
      assert.deepEqual(await append(3), { ok: false, code: 'moved' });
      assert.deepEqual(await append(1), { ok: false, code: 'moved' });
      assert.equal((await storage.load(room))?.head, 1);
    });

    it('serves what stands behind the newest snapshot, and ignores an older one', async () => {
      for (const n of [1, 2, 3]) await append(n);
      await storage.saveSnapshot(room.id, 2, bytes(1, 2), bytes(5));
      await storage.saveSnapshot(room.id, 1, bytes(1), bytes(4));
      const loaded = await storage.load(room);
      assert.deepEqual(
        [loaded?.snapshot?.n, [...(loaded?.snapshot?.bytes ?? [])], [...(loaded?.snapshot?.gate ?? [])]],
        [2, [1, 2], [5]],
      );
      assert.deepEqual(
        loaded?.tail.map((update) => [...update]),
        [[3]],
      );
    });

    it('writes a decision with all that follows from it', async () => {
      await append(1);
      const log = await storage.load({ caseId, document: 'official' });
      const copy = { caseId, document: 'concern', version: 1, hash: 'h', json: '{}' };
      const decided = await storage.decide(
        write(2, {
          readAt: [{ room: room.id, head: 1 }],
          appends: [{ room: log?.id ?? 0, bytes: bytes(10) }],
          opens: [{ caseId, document: 'evidence', kind: 'evidence', bytes: null }],
          copies: [{ ...copy, freeze: true }],
        }),
      );
      assert.deepEqual(decided.ok && decided.appended, [2]);
      assert.equal((await storage.room(room))?.sealed, true);
      assert.deepEqual(await append(2), { ok: false, code: 'sealed' });
      assert.deepEqual(await storage.sealed(room), copy);
      assert.ok(await storage.room({ caseId, document: 'evidence' }));
      assert.deepEqual(await storage.case(caseId).then((row) => [row?.seq, row?.state]), [2, '{"seq":2}']);
      assert.deepEqual(
        (await storage.auditRows(0, 10)).map(({ detail }) => detail),
        ['{"seq":1}', '{"seq":2}'],
      );
    });

    it('keeps a cited document’s copy and leaves its room open', async () => {
      const copy = { caseId, document: 'concern', hash: 'h', json: '{}' };
      await storage.decide(write(2, { copies: [{ ...copy, version: 1, freeze: false }] }));
      await storage.decide(write(3, { copies: [{ ...copy, version: 2, freeze: false }] }));
      assert.equal((await storage.sealed(room))?.version, 2);
      assert.deepEqual(await append(1), { ok: true });
    });

    it('writes nothing of a decision that was overtaken', async () => {
      await append(1);
      const late = write(2, {
        readAt: [{ room: room.id, head: 0 }],
        opens: [{ caseId, document: 'x', kind: 'x', bytes: null }],
      });
      assert.deepEqual(await storage.decide(late), { ok: false, code: 'moved' });
      assert.deepEqual(await storage.decide(write(3)), { ok: false, code: 'moved' });
      assert.equal(await storage.room({ caseId, document: 'x' }), null);
      assert.equal((await storage.case(caseId))?.seq, 1);
      assert.equal((await storage.auditHead()).seq, 1);
    });

    it('knows a key that it has', async () => {
      const again = write(2, { decision: decision(2, 'key-1') });
      assert.deepEqual(await storage.decide(again), { ok: false, code: 'known' });
      assert.deepEqual(await storage.decisionByKey(caseId, 'key-1'), { decision: decision(1), fingerprint: 'f1' });
      assert.equal(await storage.decisionByKey(caseId, 'other'), null);
    });

    it('keeps what stops the destruction of a case, one hold a basis', async () => {
      await storage.decide(write(1));
      const hold = (person: string) => ({ basis: 'complaint', at: '2026-02-01T10:00:00.000Z', person });
      const rows = async () => (await storage.auditRows(0, 100)).map(({ action }) => action);
      const before = await rows();
      await storage.hold(caseId, 'complaint', hold('p1'), entry('hold'));
      await storage.hold(caseId, 'complaint', hold('p2'), entry('hold'));
      assert.deepEqual(await storage.holds(caseId), [hold('p1')]);
      await storage.hold(caseId, 'litigation', null, entry('release'));
      await storage.hold(caseId, 'complaint', null, entry('release'));
      assert.deepEqual(await storage.holds(caseId), []);
      assert.deepEqual((await rows()).slice(before.length), ['hold', 'release']);
    });

    it('destroys a case for good, and keeps that it was there', async () => {
      await append(1, 11);
      const copy = { caseId, document: 'concern', version: 1, hash: 'h', json: '{}' };
      await storage.decide(write(2, { copies: [{ ...copy, freeze: true }] }));
      const asked = { at: '2026-02-01T10:00:00.000Z', person: 'p1', role: 'coordinator', basis: 'order' };
      await storage.askDestruction(caseId, asked, entry('ask'));
      assert.deepEqual(await storage.destruction(caseId), asked);
      await storage.askDestruction(caseId, null, entry('take back'));
      assert.equal(await storage.destruction(caseId), null);
      await storage.destroy(caseId, entry('destroy'));
      assert.equal(await storage.case(caseId), null);
      assert.equal(await storage.load(room), null);
      assert.equal(await storage.sealed(room), null);
      assert.deepEqual(await storage.epochs(caseId), {});
      assert.deepEqual(await storage.cases({ all: true, schools: [], students: [], person: 'p1', limit: 10 }), []);
      assert.deepEqual(await storage.foldedOtherwise(99, '', 10), []);
      assert.equal(await storage.decisionByKey(caseId, 'key-1'), null);
      const nothing = { log: { caseId, decisions: [] }, copies: [], destroyed: true };
      assert.deepEqual(await storage.history(caseId), nothing);
      assert.deepEqual(await storage.caseIds('', 10), [caseId]);
      assert.deepEqual(await storage.decide(write(1)), { ok: false, code: 'moved' });
      assert.deepEqual(await storage.decide(write(3)), { ok: false, code: 'moved' });
      assert.equal((await append(2)).ok, false);
      assert.equal((await storage.auditRows(0, 20)).at(-1)?.action, 'destroy');
    });

    it('gives every room an epoch that it never had, and those that open later', async () => {
      await append(1, 11);
      assert.deepEqual(await storage.epochs(caseId), { official: 1, concern: 1 });
      const epoch = await storage.raiseEpochs(entry('restore', null));
      assert.ok(epoch > 1_000_000);
      assert.ok((await storage.raiseEpochs(entry('restore', null))) > epoch);
      await storage.decide(write(2, { opens: [{ caseId, document: 'evidence', kind: 'evidence', bytes: null }] }));
      const epochs = await storage.epochs(caseId);
      assert.equal(new Set(Object.values(epochs)).size, 1);
      assert.deepEqual(Object.keys(epochs).sort(), ['concern', 'evidence', 'official']);
      const loaded = await storage.load(room);
      assert.deepEqual([loaded?.epoch, loaded?.id, loaded?.head], [epochs['concern'], room.id, 1]);
    });

    it('finds cases by school, student and person', async () => {
      const found = async (search: object) =>
        storage.cases({ schools: [], students: [], person: '', limit: 10, ...search });
      assert.deepEqual(await found({}), []);
      for (const search of [{ all: true }, { schools: ['school-1'] }, { students: ['s1'] }, { person: 'p2' }]) {
        assert.deepEqual(await found(search), [caseId]);
      }
      await storage.decide(write(2, { index: { ...index, school: null, people: ['p1'] } }));
      assert.deepEqual(await found({ person: 'p2' }), []);
      assert.deepEqual(await found({ schools: ['school-1'] }), []);
    });

    it('finds what another fold or another process has left, and takes the state folded anew', async () => {
      assert.deepEqual(await storage.foldedOtherwise(2, '', 10), []);
      assert.deepEqual(await storage.foldedOtherwise(3, caseId, 10), []);
      const [log] = await storage.foldedOtherwise(3, '', 10);
      assert.equal(log?.caseId, caseId);
      assert.deepEqual(
        log?.decisions.map((json) => JSON.parse(json)),
        [decision(1)],
      );
      await storage.refold([{ caseId, seq: 7, state: '{"late":1}', index }]);
      assert.equal((await storage.case(caseId))?.state, JSON.stringify({ seq: 1 }));
      await storage.refold([{ caseId, seq: 1, state: '{"anew":1}', index: { ...index, fold: 3, people: ['p3'] } }]);
      assert.deepEqual(await storage.case(caseId).then((row) => [row?.fold, row?.state]), [3, '{"anew":1}']);
      assert.deepEqual(await storage.foldedOtherwise(3, '', 10), []);
      const ofPerson = await storage.cases({ schools: [], students: [], person: 'p3', limit: 10 });
      assert.equal(ofPerson.length, 1);

      assert.deepEqual(await storage.ofOtherProcess('test/1', 3, '', 10), []);
      assert.deepEqual(await storage.ofOtherProcess('test/2', 2, '', 10), []);
      assert.deepEqual(await storage.ofOtherProcess('test/2', 3, '', 10), [caseId]);
      assert.deepEqual(await storage.ofOtherProcess('test/2', 3, caseId, 10), []);
      assert.deepEqual(await storage.ofStudent('s1'), [caseId]);
      assert.deepEqual(await storage.ofStudent('s2'), []);
      await storage.decide(write(2, { index: { ...index, fold: 3, closed: true } }));
      assert.deepEqual(await storage.ofStudent('s1'), []);
      assert.deepEqual(await storage.ofOtherProcess('test/2', 3, '', 10), []);
    });

    it('keeps the latest revocation of a person', async () => {
      await storage.revoke({ person: 'p1', before: 20 }, entry('revoke'));
      await storage.revoke({ person: 'p1', before: 10 }, entry('revoke'));
      assert.deepEqual(await storage.revocations(), [{ person: 'p1', before: 20 }]);
      assert.deepEqual(
        (await storage.auditRows(1, 10)).map(({ action }) => action),
        ['revoke', 'revoke'],
      );
      await storage.check();
    });

    it('has one secret of each name', async () => {
      const secret = await storage.secret('devices/p1');
      assert.equal(secret.length, 32);
      assert.deepEqual(await storage.secret('devices/p1'), secret);
      assert.notDeepEqual(await storage.secret('devices/p2'), secret);
    });

    it('chains its audit log, whatever writes to it', async () => {
      await Promise.all([storage.audit(entry('a', null)), storage.audit(entry('b')), storage.decide(write(2))]);
      await storage.audit(entry('c'));
      const rows = await storage.auditRows(0, 10);
      assert.equal(rows.length, 5);
      let head: AuditHead = noHead;
      for (const row of rows) {
        assert.equal(faultAt(head, row), null);
        head = row;
      }
      assert.deepEqual(await storage.auditHead(), { seq: 5, hash: head.hash });
      assert.deepEqual(await storage.auditRows(3, 1), [rows[3]]);
      assert.equal((await storage.auditRows(0, 10, caseId)).length, 4);
    });

    it('keeps a disclosure once, with its row in the audit log', async () => {
      assert.equal(await storage.disclose(caseId, 'k1', '{"a":1}', entry('case.disclose')), '{"a":1}');
      assert.equal(await storage.disclose(caseId, 'k1', '{"a":2}', entry('case.disclose')), '{"a":1}');
      await storage.disclose(caseId, 'k2', '{"a":"ʻ"}', entry('case.disclose'));
      assert.deepEqual(await storage.disclosures(caseId), ['{"a":1}', '{"a":"ʻ"}']);
      assert.deepEqual(await storage.disclosures('other'), []);
      assert.equal((await storage.auditHead()).seq, 3);
    });

    it('gives out a case’s whole history', async () => {
      const copy = { caseId, document: 'concern', version: 1, hash: 'h', json: '{}' };
      await storage.decide(write(2, { copies: [{ ...copy, freeze: true }] }));
      const { log, copies } = await storage.history(caseId);
      assert.deepEqual(
        log.decisions.map((json) => JSON.parse(json)),
        [decision(1), decision(2)],
      );
      assert.deepEqual(copies, [copy]);
      assert.deepEqual(await storage.caseIds('', 10), [caseId]);
      assert.deepEqual(await storage.caseIds(caseId, 10), []);
    });
  });
}
