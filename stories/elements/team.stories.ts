import '@ssp-kit/elements/team/define.js';
import { grownCase, teamCase } from '@ssp-kit/elements/team/fixtures.js';
import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';

const meta: Meta = { title: 'Elements/ssp-team', component: 'ssp-team' };

export default meta;

/** The care coordinator changes the team. */
export const Coordinator: StoryObj = {
  render: () => {
    const { session, caseId } = teamCase();
    return html`<ssp-team .session=${session} case-id=${caseId}></ssp-team>`;
  },
};

/** A teacher of the team reads it. */
export const Teacher: StoryObj = {
  render: () => {
    const { session, caseId } = teamCase('ben');
    return html`<ssp-team .session=${session} case-id=${caseId}></ssp-team>`;
  },
};

/** The student is of age and has the rights; somebody of the district read the case in an emergency. */
export const OfAge: StoryObj = {
  render: () => {
    const { session, caseId } = grownCase();
    return html`<ssp-team .session=${session} case-id=${caseId}></ssp-team>`;
  },
};
