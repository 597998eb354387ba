import '@ssp-kit/elements/plan-review/define.js';
import { reviewBegun, reviewToDecide } from '@ssp-kit/elements/plan-review/fixtures.js';
import { caseClosed } from '@ssp-kit/elements/case/fixtures.js';
import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';

const meta: Meta = { title: 'Elements/ssp-plan-review', component: 'ssp-plan-review' };

export default meta;

/** Nothing answered yet. */
export const Begun: StoryObj = {
  render: () => {
    const { session, caseId } = reviewBegun();
    return html`<ssp-plan-review .session=${session} case-id=${caseId}></ssp-plan-review>`;
  },
};

/** The outcome is known, the team concludes. */
export const Written: StoryObj = {
  render: () => {
    const { session, caseId, case: one } = reviewBegun();
    const review = one.document('review-1');
    review.set('reviewDate', '2026-11-24');
    review.set('fidelity', 'partial');
    review.addRow('outcomes', { id: 'o1', values: { goal: 'g1', outcome: 'enough-progress', measured: 46 } });
    review.type('outcomes/o1/comment', 'From 41 to 46 words a minute in three weeks, with 91 % right.');
    review.type('conclusion', 'The plan works. Two sessions were missed in the first weeks.');
    return html`<ssp-plan-review .session=${session} case-id=${caseId}></ssp-plan-review>`;
  },
};

/** The team proposes to end an IEP: its reason and date are asked, and the notice comes first. */
export const Exit: StoryObj = {
  render: () => {
    const { session, caseId, case: one } = reviewToDecide({ until: 'evaluate-plan' });
    one.document('review-1').set('proposal', 'exit');
    one.document('review-1').set('exitReason', 'graduated-diploma');
    return html`<ssp-plan-review .session=${session} case-id=${caseId}></ssp-plan-review>`;
  },
};

/** The team has decided; the review is part of the record. */
export const Decided: StoryObj = {
  render: () => {
    const { session, caseId } = caseClosed();
    return html`<ssp-plan-review .session=${session} case-id=${caseId} document-id="review-1"></ssp-plan-review>`;
  },
};
