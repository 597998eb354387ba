import '@ssp-kit/elements/evidence/define.js';
import { caseId, makeCase, presenceOf } from '@ssp-kit/elements/fixtures.js';
import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';

const meta: Meta = { title: 'Elements/ssp-evidence', component: 'ssp-evidence' };
export default meta;

export const Empty: StoryObj = {
  render: () => {
    const { session } = makeCase('gather-data', { filled: false });
    return html`<ssp-evidence .session=${session} case-id=${caseId}></ssp-evidence>`;
  },
};

/** Two write at once. */
export const Filled: StoryObj = {
  render: () => {
    const { session, case: one } = makeCase('gather-data');
    one.document('evidence').join(presenceOf('ben', 1, 'items/e1/statement'));
    return html`<ssp-evidence .session=${session} case-id=${caseId}></ssp-evidence>`;
  },
};

/** Sealed: part of the record. */
export const Sealed: StoryObj = {
  render: () => {
    const { session } = makeCase('develop-plan');
    return html`<ssp-evidence .session=${session} case-id=${caseId}></ssp-evidence>`;
  },
};
