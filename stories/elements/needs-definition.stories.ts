import '@ssp-kit/elements/needs-definition/define.js';
import { caseId, makeCase, presenceOf } from '@ssp-kit/elements/fixtures.js';
import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';

const meta: Meta = { title: 'Elements/ssp-needs-definition', component: 'ssp-needs-definition' };
export default meta;

export const Empty: StoryObj = {
  render: () => {
    const { session } = makeCase('define-needs.defining', { filled: false });
    return html`<ssp-needs-definition .session=${session} case-id=${caseId}></ssp-needs-definition>`;
  },
};

/** Two write at once. */
export const Filled: StoryObj = {
  render: () => {
    const { session, case: one } = makeCase('define-needs.defining');
    one.document('needs').join(presenceOf('ben', 1, 'needs/n1/statement'));
    return html`<ssp-needs-definition .session=${session} case-id=${caseId}></ssp-needs-definition>`;
  },
};

/** Sealed: part of the record. */
export const Sealed: StoryObj = {
  render: () => {
    const { session } = makeCase('develop-plan');
    return html`<ssp-needs-definition .session=${session} case-id=${caseId}></ssp-needs-definition>`;
  },
};
