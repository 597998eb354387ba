import '@ssp-kit/elements/notice/define.js';
import { noticeDrafted, noticesProvided, noticeToProvide } from '@ssp-kit/elements/notice/fixtures.js';
import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';

const meta: Meta = { title: 'Elements/ssp-notice', component: 'ssp-notice' };
export default meta;

/** It has drafted itself from the record; what nothing records stands in brackets. */
export const Drafted: StoryObj = {
  render: () => {
    const { session, caseId } = noticeDrafted();
    return html`<ssp-notice .session=${session} case-id=${caseId}></ssp-notice>`;
  },
};

export const Complete: StoryObj = {
  render: () => {
    const { session, caseId } = noticeToProvide();
    return html`<ssp-notice .session=${session} case-id=${caseId}></ssp-notice>`;
  },
};

/** Given to the family: the letter, and the earlier ones below. */
export const Provided: StoryObj = {
  render: () => {
    const { session, caseId } = noticesProvided();
    return html`<ssp-notice .session=${session} case-id=${caseId}></ssp-notice>`;
  },
};

/** What the family reads. */
export const Family: StoryObj = {
  render: () => {
    const { session, caseId } = noticesProvided({ as: 'parent' });
    return html`<ssp-notice .session=${session} case-id=${caseId} audience="family"></ssp-notice>`;
  },
};
