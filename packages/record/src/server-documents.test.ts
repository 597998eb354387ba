import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Decision } from '@ssp-kit/process';
import * as Y from 'yjs';
import { assertShapeVersion } from './migrate.js';
import { appendDecision, projectOfficial } from './official.js';
import { origins } from './origins.js';
import { projectServices, putEntry, type SignedEntry } from './services.js';

function decision(seq: number): Decision {
  return {
    seq,
    key: `key-${seq}`,
    action: 'case.start',
    at: '2026-11-24T10:00:00.000Z',
    day: '2026-11-24',
    actor: { person: 'p1', name: 'Pat', roles: ['teacher'] },
    processVersion: 'v1',
    facts: { suspicion: 'yes' },
    words: {},
    to: 'express-concern',
    opens: [{ document: 'concern' }],
    seals: [],
    cites: [],
  };
}

function entry(id: string, date: string, startTime: string | null): SignedEntry {
  return {
    id,
    service: 's1',
    provider: 'p1',
    providerName: 'Pat',
    date,
    startTime,
    minutes: 30,
    status: 'held',
    group: null,
    groupSize: null,
    location: null,
    note: '',
    signedAt: '2026-11-24T10:00:00.000Z',
    seq: 9,
    voided: null,
  };
}

describe('the official document', () => {
  it('tells the decisions in their order, up to the first that is missing', () => {
    const doc = new Y.Doc();
    const seen: unknown[] = [];
    doc.on('afterTransaction', (transaction: Y.Transaction) => seen.push(transaction.origin));
    for (const seq of [2, 1, 4]) appendDecision(doc, decision(seq));
    assert.deepEqual(projectOfficial(doc), [decision(1), decision(2)]);
    assert.ok(seen.every((origin) => origin === origins.server));
    for (let seq = 3; seq <= 12; seq++) appendDecision(doc, decision(seq));
    assert.deepEqual(
      projectOfficial(doc).map(({ seq }) => seq),
      [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12],
    );
  });

  it('is empty before the first', () => {
    const doc = new Y.Doc();
    assert.deepEqual(projectOfficial(doc), []);
    assert.equal(doc.share.size, 0);
  });
});

describe('the signed services', () => {
  it('tells the sessions by date and start, and void ones as void', () => {
    const doc = new Y.Doc();
    assert.deepEqual(projectServices(doc), []);
    putEntry(doc, entry('c', '2026-11-02', '09:00'));
    putEntry(doc, entry('b', '2026-11-01', '10:00'));
    putEntry(doc, entry('a', '2026-11-01', null));
    putEntry(doc, {
      ...entry('b', '2026-11-01', '10:00'),
      voided: { reason: 'Wrong day', at: '2026-11-24T10:00:00.000Z', seq: 10 },
    });
    const sessions = projectServices(doc);
    assert.deepEqual(
      sessions.map(({ id }) => id),
      ['a', 'b', 'c'],
    );
    assert.equal(sessions[1]?.voided?.reason, 'Wrong day');
  });
});

describe('assertShapeVersion', () => {
  it('says which version cannot be read', () => {
    assertShapeVersion(1);
    for (const version of [0, 2, '1', null, undefined]) {
      assert.throws(() => assertShapeVersion(version), {
        code: 'unknown-schema',
        message: new RegExp(`version ${version} cannot be read`),
      });
    }
  });
});
