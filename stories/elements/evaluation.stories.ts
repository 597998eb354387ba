import '@ssp-kit/elements/evaluation/define.js';
import { evaluationDecided, evaluationToDecide, reevaluationBegun } from '@ssp-kit/elements/evaluation/fixtures.js';
import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';

const meta: Meta = { title: 'Elements/ssp-evaluation', component: 'ssp-evaluation' };
export default meta;

/** Nothing is written yet: the outline says how far each section is, the bar leads to the first answer. */
export const Empty: StoryObj = {
  render: () => {
    const { session, caseId } = evaluationToDecide({ empty: ['evaluation'] });
    return html`<ssp-evaluation .session=${session} case-id=${caseId}></ssp-evaluation>`;
  },
};

/** Complete: what follows from it is told beside the decision. */
export const Complete: StoryObj = {
  render: () => {
    const { session, caseId } = evaluationToDecide();
    return html`<ssp-evaluation .session=${session} case-id=${caseId}></ssp-evaluation>`;
  },
};

/** Decided: how far the consent and the notice have come. */
export const Decided: StoryObj = {
  render: () => {
    const { session, caseId } = evaluationDecided();
    return html`<ssp-evaluation .session=${session} case-id=${caseId}></ssp-evaluation>`;
  },
};

/** A reevaluation begins with the question whether it is needed; the first evaluation is folded below. */
export const Reevaluation: StoryObj = {
  render: () => {
    const { session, caseId } = reevaluationBegun();
    return html`<ssp-evaluation .session=${session} case-id=${caseId}></ssp-evaluation>`;
  },
};

/** What the family reads. */
export const Family: StoryObj = {
  render: () => {
    const { session, caseId } = evaluationDecided({ as: 'parent' });
    return html`<ssp-evaluation .session=${session} case-id=${caseId} audience="family"></ssp-evaluation>`;
  },
};
