import { eligibilityInvited, eligibilityPlanned, eligibilityReady } from '@ssp-kit/elements/conference/fixtures.js';
import '@ssp-kit/elements/invitation/define.js';
import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';

const meta: Meta = { title: 'Elements/ssp-invitation', component: 'ssp-invitation' };
export default meta;

/** It is a draft: nobody has said yet who comes as what, and how it goes out. */
export const Draft: StoryObj = {
  render: () => {
    const { session, caseId } = eligibilityPlanned();
    return html`<ssp-invitation .session=${session} case-id=${caseId} document-id="invitation-2"></ssp-invitation>`;
  },
};

/** Everything is said; it can be sent. */
export const Ready: StoryObj = {
  render: () => {
    const { session, caseId } = eligibilityReady();
    return html`<ssp-invitation .session=${session} case-id=${caseId} document-id="invitation-2"></ssp-invitation>`;
  },
};

/** It is part of the record. */
export const Sent: StoryObj = {
  render: () => {
    const { session, caseId } = eligibilityInvited();
    return html`<ssp-invitation .session=${session} case-id=${caseId} document-id="invitation-2"></ssp-invitation>`;
  },
};
