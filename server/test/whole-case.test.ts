import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { hawaiiClassic } from '@ssp-kit/process/profiles';
import { canonicalJson, contentHash, projectOfficial } from '@ssp-kit/record';
import { startTestServer, type TestServer } from '../src/index.js';
import { api, closeDocuments, openDocument } from './helpers/client.js';
import { castOf, fillDistrict } from './helpers/district.js';
import { type Cast, type WireCase, wholeCase } from './helpers/whole-case.js';

describe('a whole case over the wire', () => {
  let server: TestServer;
  let cast: Cast;
  let told: WireCase;

  before(async () => {
    server = await startTestServer();
    await fillDistrict(server);
    cast = await castOf(server);
    told = await wholeCase(cast);
  });
  after(async () => {
    closeDocuments();
    await server.stop();
  });

  it('has documents of every kind of the process, and the third plan is the active one', async () => {
    const { documents, plan, plans, state } = await told.state();
    const kinds = new Set(Object.values(documents).map(({ kind }) => kind));
    assert.deepEqual([...kinds].sort(), hawaiiClassic.documents.map(({ kind }) => kind).sort());
    assert.equal(state, 'evaluate-plan');
    assert.equal(plan?.document, 'plan-3');
    assert.deepEqual(
      plans.map(({ document, ended }) => [document, ended === null]),
      [
        ['plan-1', false],
        ['plan-2', false],
        ['plan-3', true],
      ],
    );
    assert.equal(documents['plan-1']?.stands, 'superseded');
  });

  it('has each sealed document as the decision says: its hash is that of its content', async () => {
    const { documents } = await told.state();
    for (const { id, sealed } of Object.values(documents)) {
      if (!sealed) continue;
      const { body } = await api(cast.url, cast.tokens.coordinator, 'GET', `/api/cases/${told.id}/documents/${id}`);
      assert.deepEqual([body.state, body.hash], ['sealed', sealed.hash], id);
      assert.equal(await contentHash(body.content), sealed.hash, id);
    }
  });

  it('tells the same in the official room as in the history', async () => {
    const official = await openDocument(cast.url, cast.tokens.mother, told.room('official'));
    const { decisions } = await told.state();
    assert.equal(canonicalJson(projectOfficial(official.doc) as never), canonicalJson(decisions as never));
  });
});
