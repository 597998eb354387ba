import '@ssp-kit/elements/service-log/define.js';
import { logInUse } from '@ssp-kit/elements/service-log/fixtures.js';
import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';

const meta: Meta = { title: 'Elements/ssp-service-log', component: 'ssp-service-log' };

export default meta;

/** The provider's own log after some weeks. */
export const Provider: StoryObj = {
  render: () => {
    const { session, caseId } = logInUse();
    return html`<ssp-service-log .session=${session} case-id=${caseId}></ssp-service-log>`;
  },
};

/** A session is being logged, filled in from the last time. */
export const Logging: StoryObj = {
  render: () => {
    const { session, caseId, case: one } = logInUse();
    one.document('log-1').addRow('sessions', {
      id: '0192f0a0-0000-7000-8000-0000000000aa',
      values: {
        service: 's1',
        date: '2026-11-24',
        startTime: '09:10',
        minutes: 30,
        status: 'provided',
        group: 'individual',
        location: 'regular-class',
      },
    });
    return html`<ssp-service-log .session=${session} case-id=${caseId}></ssp-service-log>`;
  },
};

/** As the care coordinator sees it: all services of the plan. */
export const Coordinator: StoryObj = {
  render: () => {
    const { session, caseId } = logInUse('ana');
    return html`<ssp-service-log .session=${session} case-id=${caseId}></ssp-service-log>`;
  },
};
