import '@ssp-kit/elements/stage-track/define.js';
import { type FixtureStage, caseId, makeCase } from '@ssp-kit/elements/fixtures.js';
import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';

const meta: Meta = { title: 'Elements/ssp-stage-track', component: 'ssp-stage-track' };
export default meta;

function track(until: FixtureStage, audience: 'staff' | 'family' = 'staff') {
  const { session } = makeCase(until);
  return html`<ssp-stage-track .session=${session} case-id=${caseId} audience=${audience}></ssp-stage-track>`;
}

export const Beginning: StoryObj = { render: () => track('express-concern.draft') };
export const DevelopPlan: StoryObj = { render: () => track('develop-plan') };
export const Evaluate: StoryObj = { render: () => track('evaluate-plan') };
export const ForTheFamily: StoryObj = { render: () => track('implement-plan', 'family') };

/** Straight from data to an Action Plan: what was skipped says why. */
export const Abbreviated: StoryObj = {
  render: () => {
    const { session } = makeCase('gather-data');
    session.perform({
      type: 'decide',
      caseId,
      action: 'process.abbreviate',
      payload: { reason: 'Low needs: one skill, clear data' },
    });
    return html`<ssp-stage-track .session=${session} case-id=${caseId}></ssp-stage-track>`;
  },
};

/** A disability is suspected and the answer is late. */
export const Late: StoryObj = {
  render: () => {
    const { session, case: one } = makeCase('express-concern.draft');
    one.document('concern').set('suspicion', 'yes');
    one.document('concern').type('suspicionReason', 'Decoding far below grade despite help.');
    session.perform({ type: 'decide', caseId, action: 'referral.file', payload: {} });
    return html`<ssp-stage-track .session=${session} case-id=${caseId}></ssp-stage-track>`;
  },
};
