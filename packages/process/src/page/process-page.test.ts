import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import * as profiles from '../profiles/index.js';
import { htmlOf, markdownOf, processPage } from './index.js';

const { hawaiiClassic, ...others } = profiles;

for (const process of Object.values(profiles))
  describe(`the page of ${process.profile.id}`, () => {
    const text = markdownOf(processPage(process), 'chart.svg');
    const html = htmlOf(processPage(process));

    it('has every decision, document, field, deadline, notice and pick list', () => {
      const rows = [...process.actions, ...process.clocks, ...process.states, ...process.tracks].map(({ id }) => id);
      const names = [...process.documents.map(({ kind }) => kind), ...process.notices.map(({ key }) => key)];
      for (const id of [
        ...rows,
        ...names,
        ...Object.keys(process.vocabularies),
        ...process.fields.map(({ name }) => name),
      ]) {
        if (process.fields.some(({ of, name }) => name === id && of.includes('.'))) continue;
        assert.ok(text.includes(`\`${id}\``), `${id} in Markdown`);
        assert.ok(html.includes(`<code>${id}</code>`), `${id} in HTML`);
      }
      for (const { label } of process.requirements) assert.ok(text.includes(label), label);
      for (const { label } of process.fields) assert.ok(text.includes(label), label);
    });

    it('is well-formed and gives every heading an address of its own', () => {
      const opened = [...html.matchAll(/<(table|thead|tbody|tr|td|th|dl|dt|dd|ul|li|h[123]|main|div|figure)[ >]/g)];
      const closed = [...html.matchAll(/<\/(table|thead|tbody|tr|td|th|dl|dt|dd|ul|li|h[123]|main|div|figure)>/g)];
      assert.equal(opened.length, closed.length);
      const ids = [...html.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id);
      assert.equal(new Set(ids).size, ids.length);
      for (const [, target] of html.matchAll(/href="#([^"]+)"/g)) assert.ok(ids.includes(target), target);
    });
  });

describe('the page of a process', () => {
  it('tells what other profiles say otherwise', () => {
    const text = markdownOf(processPage(hawaiiClassic, Object.values(others)), 'chart.svg');
    assert.match(text, /\| decision `process\.abbreviate` \| Go straight to an Action Plan \| is not there \|/);
    assert.match(text, /\| deadline `eval_60_fed` \| is not there \| Evaluation finished \|/);
    assert.match(text, /\| track `s504`: label \| Modification Plan \| 504 Plan \|/);
  });

  it('takes no word of a row for markup', () => {
    const label = '<b onclick="x">a|b</b> [c](javascript:d) *e*';
    const process = { ...hawaiiClassic, profile: { ...hawaiiClassic.profile, label } };
    assert.match(htmlOf(processPage(process)), /<h1 id="process">The process: &lt;b onclick="x"&gt;a\|b&lt;\/b&gt;/);
    assert.match(
      markdownOf(processPage(process), ''),
      /^# The process: &lt;b onclick="x"&gt;a\\\|b&lt;\/b&gt; \\\[c\\\]/,
    );
  });
});
