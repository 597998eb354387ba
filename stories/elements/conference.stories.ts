import '@ssp-kit/elements/conference/define.js';
import { conferenceAhead, conferences, noConference } from '@ssp-kit/elements/conference/fixtures.js';
import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';

const meta: Meta = { title: 'Elements/ssp-conference', component: 'ssp-conference' };

export default meta;

/** The page of a planned conference. */
export const Page: StoryObj = {
  render: () => {
    const { session, caseId } = conferenceAhead();
    return html`<ssp-conference .session=${session} case-id=${caseId}></ssp-conference>`;
  },
};

/** One was held, another is planned. */
export const Several: StoryObj = {
  render: () => {
    const { session, caseId } = conferences();
    return html`<ssp-conference .session=${session} case-id=${caseId}></ssp-conference>`;
  },
};

/** Nothing is planned yet. */
export const None: StoryObj = {
  render: () => {
    const { session, caseId } = noConference();
    return html`<ssp-conference .session=${session} case-id=${caseId}></ssp-conference>`;
  },
};
