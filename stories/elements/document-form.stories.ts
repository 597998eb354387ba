import '@ssp-kit/elements/document-form/define.js';
import { caseId, makeCase } from '@ssp-kit/elements/fixtures.js';
import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';

const meta: Meta = { title: 'Elements/ssp-document-form', component: 'ssp-document-form' };
export default meta;

/** A kind without an element of its own. */
export const Plan: StoryObj = {
  render: () => {
    const { session } = makeCase('develop-plan');
    return html`<ssp-document-form .session=${session} case-id=${caseId} document-kind="plan"></ssp-document-form>`;
  },
};
