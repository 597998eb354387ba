import '@ssp-kit/elements/presence/define.js';
import { caseId, makeCase, presenceOf } from '@ssp-kit/elements/fixtures.js';
import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';

const meta: Meta = { title: 'Elements/ssp-presence', component: 'ssp-presence' };
export default meta;

export const Several: StoryObj = {
  render: () => {
    const { session, case: one } = makeCase('develop-plan');
    const document = one.document('plan-1');
    document.join(presenceOf('ben', 1, 'goals/g1/measure'));
    document.join(presenceOf('cyra', 4, 'startDate'));
    document.join(presenceOf('leilani', 7, null));
    return html`<ssp-presence .session=${session} case-id=${caseId} document-id="plan-1"></ssp-presence>`;
  },
};
