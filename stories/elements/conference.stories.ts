import '@ssp-kit/elements/conference/define.js';
import {
  conferenceAhead,
  conferences,
  eligibilityInvited,
  eligibilityReady,
  noConference,
} from '@ssp-kit/elements/conference/fixtures.js';
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

/** The invitation is written and can be sent. */
export const Invitation: StoryObj = {
  render: () => {
    const { session, caseId } = eligibilityReady();
    return html`<ssp-conference .session=${session} case-id=${caseId}></ssp-conference>`;
  },
};

/** In the meeting on eligibility: somebody is excused, others still have to be named. */
export const Meeting: StoryObj = {
  render: () => {
    const made = eligibilityInvited();
    const page = made.case.document('conference-2');
    const rows = page.view.get().data['attendance'];
    const [, , row] = Array.isArray(rows) ? rows : [];
    if (typeof row === 'object') {
      page.set(`attendance/${row.id}/memberType`, 'special-teacher');
      page.set(`attendance/${row.id}/status`, 'excused-input');
      page.set(`attendance/${row.id}/excusal`, 'consented-with-input');
    }
    return html`<ssp-conference .session=${made.session} case-id=${made.caseId}></ssp-conference>`;
  },
};

/** A conference on record: who came, what was decided. */
export const Held: StoryObj = {
  render: () => {
    const made = eligibilityInvited();
    return html`<ssp-conference
      .session=${made.session}
      case-id=${made.caseId}
      document-id="conference-1"
    ></ssp-conference>`;
  },
};
