import '@ssp-kit/elements/family/define.js';
import { caseId, makeCase } from '@ssp-kit/elements/fixtures.js';
import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';

const meta: Meta = { title: 'Elements/ssp-family', component: 'ssp-family' };
export default meta;

/** A parent writes. */
export const Writing: StoryObj = {
  render: () => {
    const { session } = makeCase('develop-plan', { as: 'leilani' });
    return html`<ssp-family .session=${session} case-id=${caseId}></ssp-family>`;
  },
};

/** The team reads. */
export const TeamReads: StoryObj = {
  render: () => {
    const { session } = makeCase('develop-plan');
    return html`<ssp-family .session=${session} case-id=${caseId}></ssp-family>`;
  },
};
