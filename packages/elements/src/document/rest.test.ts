import { expect } from '@open-wc/testing';
import { districtProcess } from '@ssp-kit/process/district';
import { hawaiiClassic } from '@ssp-kit/process/profiles';
import type { html } from 'lit';
import { html as staticHtml, unsafeStatic } from 'lit/static-html.js';
import '../conference/define.js';
import '../evidence/define.js';
import '../needs-definition/define.js';
import '../notice/define.js';
import '../plan-builder/define.js';
import '../plan-review/define.js';
import '../referral-form/define.js';
import type { SspField } from '../field/field.js';
import { findAll, mount, settled } from '../shared/testing.fixtures.js';
import { walkedCase } from '../shared/walk.fixtures.js';
import type { SspDocumentElement } from './document-element.js';

/** A field of the district in a document, and one in the rows of a list of it. */
const own = (name: string) => ({ type: 'object', properties: { [name]: { type: 'string', title: `Own: ${name}` } } });

const places = {
  concern: 'supports',
  evidence: 'items',
  needs: 'needs',
  conference: 'decisions',
  notice: null,
  plan: 'goals',
  review: null,
} as const;

function process() {
  const fields = Object.entries(places).flatMap(([kind, list]) => [
    [kind, own('xOwnWord')],
    ...(list === null ? [] : [[`${kind}/${list}`, own('xOwnRow')]]),
  ]);
  const made = districtProcess([hawaiiClassic], {
    extends: 'hawaii-classic',
    id: 'own',
    label: 'Own',
    prefix: 'xOwn',
    fields: Object.fromEntries(fields),
  });
  if (!made.ok) throw new Error(JSON.stringify(made.faults));
  return made.process;
}

describe('what a layout leaves out', () => {
  const show = async (tag: string, before: string): Promise<SspDocumentElement> => {
    const { session, caseId, case: one } = walkedCase('idea', { before });
    session.patch({ process: process() });
    if (before === 'referral.file') one.document('concern').addRow('supports', { id: 's1', values: {} });
    const name = unsafeStatic(tag);
    const element = await mount<SspDocumentElement>(
      staticHtml`<${name} .session=${session} case-id=${caseId}></${name}>` as ReturnType<typeof html>,
    );
    await settled(element);
    return element;
  };

  const shown = (element: Element): readonly string[] =>
    findAll<SspField>(element, 'ssp-field').map(({ path }) => path);

  for (const [tag, before, list] of [
    ['ssp-referral-form', 'referral.file', 'supports'],
    ['ssp-evidence', 'evidence.complete', 'items'],
    ['ssp-needs-definition', 'needs.define', 'needs'],
    ['ssp-conference', 'conference.hold', null],
    ['ssp-notice', 'notice.provide', null],
    ['ssp-plan-builder', 'plan.activate', null],
    ['ssp-plan-review', 'review.decide', null],
  ] as const) {
    it(`is shown by ${tag}: a district’s own fields in a document and in its rows`, async () => {
      const paths = shown(await show(tag, before));

      expect(paths).to.include('xOwnWord');
      if (list !== null)
        expect(paths.some((path) => path.startsWith(`${list}/`) && path.endsWith('/xOwnRow'))).to.equal(true);
    });
  }

  it('is asked of a referral: how the family was told, supports so far, and where the student comes from', async () => {
    const paths = shown(await show('ssp-referral-form', 'referral.file'));

    expect(paths).to.include.members(['parentNotifiedMethod', 'parentNotifiedLanguage', 'transferFrom']);
    expect(paths.some((path) => path.startsWith('supports/'))).to.equal(true);
  });

  it('stands once, not a second time', async () => {
    for (const [tag, before] of [
      ['ssp-referral-form', 'referral.file'],
      ['ssp-conference', 'conference.hold'],
      ['ssp-notice', 'notice.provide'],
      ['ssp-plan-builder', 'plan.activate'],
    ] as const) {
      const fields = findAll<SspField>(await show(tag, before), 'ssp-field').filter(
        ({ document }) => document !== null,
      );
      const paths = fields.map(({ path, document }) => `${document?.id} ${path}`);
      expect(paths.length, tag).to.equal(new Set(paths).size);
    }
  });
});
