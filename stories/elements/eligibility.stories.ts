import '@ssp-kit/elements/eligibility/define.js';
import { eligibilityDecided, eligibilityToDecide } from '@ssp-kit/elements/eligibility/fixtures.js';
import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';

const meta: Meta = { title: 'Elements/ssp-eligibility', component: 'ssp-eligibility' };
export default meta;

/** The two determinations, each with its own test and filed by itself. */
export const Both: StoryObj = {
  render: () => {
    const { session, caseId } = eligibilityToDecide();
    return html`<ssp-eligibility .session=${session} case-id=${caseId}></ssp-eligibility>`;
  },
};

/** One of them, by its document, just begun. */
export const Begun: StoryObj = {
  render: () => {
    const { session, caseId, case: one } = eligibilityToDecide({ empty: ['eligibility-1'] });
    const page = one.document('eligibility-1');
    page.set('reportsReviewed', true);
    page.set('exclusionReading', false);
    page.set('exclusionMath', false);
    page.set('exclusionLanguage', true);
    page.set('needsSpecialEducation', true);
    page.set('eligible', true);
    return html`<ssp-eligibility
      .session=${session}
      case-id=${caseId}
      document-id="eligibility-1"
    ></ssp-eligibility>`;
  },
};

/** Filed: the eligibility status and why. */
export const Filed: StoryObj = {
  render: () => {
    const { session, caseId } = eligibilityDecided();
    return html`<ssp-eligibility .session=${session} case-id=${caseId}></ssp-eligibility>`;
  },
};

/** What the family reads. */
export const Family: StoryObj = {
  render: () => {
    const { session, caseId } = eligibilityDecided({ as: 'parent' });
    return html`<ssp-eligibility .session=${session} case-id=${caseId} audience="family"></ssp-eligibility>`;
  },
};
