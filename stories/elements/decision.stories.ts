import '@ssp-kit/elements/decision/define.js';
import { caseId, makeCase } from '@ssp-kit/elements/fixtures.js';
import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';

const meta: Meta = { title: 'Elements/ssp-decision', component: 'ssp-decision' };
export default meta;

/** What is missing is listed before anyone presses the button. */
export const NotReady: StoryObj = {
  render: () => {
    const { session } = makeCase('express-concern.draft', { filled: false });
    return html`<ssp-decision .session=${session} case-id=${caseId} action="referral.file"></ssp-decision>`;
  },
};

export const Ready: StoryObj = {
  render: () => {
    const { session } = makeCase('express-concern.draft');
    return html`<ssp-decision .session=${session} case-id=${caseId} action="referral.file"></ssp-decision>`;
  },
};

/** A decision with answers of its own, in the page. */
export const Form: StoryObj = {
  render: () => {
    const { session } = makeCase('gather-data');
    return html`<ssp-decision
      .session=${session}
      case-id=${caseId}
      action="conference.schedule"
      inline
    ></ssp-decision>`;
  },
};

/** Taken without a connection: it waits, and can be taken back. */
export const Waiting: StoryObj = {
  render: () => {
    const { session } = makeCase('express-concern.draft');
    session.setConnection('offline');
    session.perform({ type: 'decide', caseId, action: 'referral.file', payload: {} });
    return html`<ssp-decision .session=${session} case-id=${caseId} action="referral.file"></ssp-decision>`;
  },
};

/** It waited, and the server refused it. */
export const Refused: StoryObj = {
  render: () => {
    const { session, case: one } = makeCase('express-concern.draft', { filled: false });
    const unmet = one
      .readiness('referral.file', {})
      .get()
      .requirements.filter(({ met }) => !met);
    session.pend({
      key: 'k1',
      caseId,
      action: 'referral.file',
      since: '2026-11-24T18:00:00Z',
      state: 'refused',
      refusal: { ok: false, code: 'unmet', unmet: unmet.slice(0, 3) },
    });
    return html`<ssp-decision .session=${session} case-id=${caseId} action="referral.file"></ssp-decision>`;
  },
};

/** Others changed the text between reading and deciding: the server refused it, and what they changed is shown. */
export const ChangedSinceSeen: StoryObj = {
  render: () => {
    const { session, case: one } = makeCase('express-concern.draft');
    session.answerWith(() => {
      one.document('concern').set('raisedBy', 'Mia Akana');
      one.document('concern').set('raisedVia', 'phone');
      return {
        result: 'refused',
        refusal: { ok: false, code: 'changed-since-seen', unmet: [], detail: { documents: ['concern'] } },
      };
    });
    return html`<ssp-decision .session=${session} case-id=${caseId} action="referral.file"></ssp-decision>`;
  },
  play: async ({ canvasElement }) => {
    const decision = canvasElement.querySelector('ssp-decision');
    while (!decision?.shadowRoot?.querySelector('button')) await new Promise(requestAnimationFrame);
    decision.shadowRoot.querySelector('button')?.click();
  },
};
