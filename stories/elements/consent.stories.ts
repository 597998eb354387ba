import '@ssp-kit/elements/consent/define.js';
import { consentDrafted, consentProvided, consentsAnswered } from '@ssp-kit/elements/consent/fixtures.js';
import { samplePeople } from '@ssp-kit/process/testing';
import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';

const meta: Meta = { title: 'Elements/ssp-consent', component: 'ssp-consent' };
export default meta;

export const Draft: StoryObj = {
  render: () => {
    const { session, caseId, case: one } = consentDrafted();
    one.document('consent-1').set('method', null);
    return html`<ssp-consent .session=${session} case-id=${caseId}></ssp-consent>`;
  },
};

/** The family has it, and was not reached: each attempt is on record. */
export const Waiting: StoryObj = {
  render: () => {
    const { session, caseId } = consentProvided({ contacts: 2 });
    return html`<ssp-consent .session=${session} case-id=${caseId}></ssp-consent>`;
  },
};

/** Every form of a case with services. */
export const Answered: StoryObj = {
  render: () => {
    const { session, caseId } = consentsAnswered();
    return html`<ssp-consent .session=${session} case-id=${caseId}></ssp-consent>`;
  },
};

/** What the family reads. */
export const Family: StoryObj = {
  render: () => {
    const { session, caseId } = consentProvided({ as: 'parent' });
    return html`<ssp-consent .session=${session} case-id=${caseId} audience="family"></ssp-consent>`;
  },
};

/** The family takes its consent to services back. */
export const Revoked: StoryObj = {
  render: () => {
    const { session, caseId } = consentsAnswered();
    const { today } = session.view.get();
    session.decideAs(samplePeople.coordinator, caseId, 'consent.revoke', {
      document: 'consent-2',
      receivedDate: today,
      effectiveDate: today,
      signer: samplePeople.parent.name,
    });
    return html`<ssp-consent .session=${session} case-id=${caseId}></ssp-consent>`;
  },
};
