import '@ssp-kit/elements/caseload/define.js';
import { caseloadSession } from '@ssp-kit/elements/caseload/fixtures.js';
import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';

const meta: Meta = { title: 'Elements/ssp-caseload', component: 'ssp-caseload' };

export default meta;

/** A care coordinator's cases, what is due first on top. */
export const Cases: StoryObj = {
  render: () => html`<ssp-caseload .session=${caseloadSession()}></ssp-caseload>`,
};

/** Nothing matches the choices. */
export const NoMatch: StoryObj = {
  render: () => html`<ssp-caseload .session=${caseloadSession()} stage="define-needs"></ssp-caseload>`,
};

/** No case yet. */
export const Empty: StoryObj = {
  render: () => html`<ssp-caseload .session=${caseloadSession([])}></ssp-caseload>`,
};
