import '@ssp-kit/elements/referral-form/define.js';
import { caseId, makeCase, presenceOf, student } from '@ssp-kit/elements/fixtures.js';
import { FakeSession } from '@ssp-kit/session/fake';
import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';

const meta: Meta = { title: 'Elements/ssp-referral-form', component: 'ssp-referral-form' };
export default meta;

/** A teacher begins; nothing is written yet. */
export const Empty: StoryObj = {
  render: () => {
    const { session } = makeCase('express-concern.draft', { as: 'ben', filled: false });
    return html`<ssp-referral-form .session=${session} case-id=${caseId}></ssp-referral-form>`;
  },
};

/** The coordinator reads it, with its writer still there. */
export const Filled: StoryObj = {
  render: () => {
    const { session, case: one } = makeCase('express-concern.draft');
    one.document('concern').join(presenceOf('ben', 1, 'priorSupports'));
    one.document('concern').set('suspicion', 'unsure');
    return html`<ssp-referral-form .session=${session} case-id=${caseId}></ssp-referral-form>`;
  },
};

/** Filed: it reads like a document. */
export const Filed: StoryObj = {
  render: () => {
    const { session } = makeCase('gather-data');
    return html`<ssp-referral-form .session=${session} case-id=${caseId}></ssp-referral-form>`;
  },
};

/** Without a case: whom is it about? */
export const Start: StoryObj = {
  render: () => html`<ssp-referral-form .session=${new FakeSession({ students: [student] })}></ssp-referral-form>`,
};
