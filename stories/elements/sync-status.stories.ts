import '@ssp-kit/elements/sync-status/define.js';
import { caseId, makeCase } from '@ssp-kit/elements/fixtures.js';
import type { Connection, Saved } from '@ssp-kit/session/contract';
import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';

const meta: Meta = { title: 'Elements/ssp-sync-status', component: 'ssp-sync-status' };
export default meta;

function status(saved: Saved, connection: Connection = 'online', kept = 0) {
  const { session } = makeCase('develop-plan');
  session.setSaved(saved);
  session.setConnection(connection);
  for (let at = 0; at < kept; at += 1) {
    session.keep({
      id: `kept-${at}`,
      caseId,
      document: 'plan-1',
      field: 'goals/g1/measure',
      label: 'Goal: How it is measured',
      words: 'One-minute reading every second Friday, and a short talk with Kai about it.',
      reason: 'The plan was activated before these words arrived.',
      at: '2026-11-24T18:00:00Z',
    });
  }
  return html`<ssp-sync-status .session=${session}></ssp-sync-status>`;
}

export const States: StoryObj = {
  render: () => html`
    ${status('saved')} ${status('saving')} ${status('on-device', 'offline')}
    ${status('not-saved', 'offline')} ${status('saved', 'connecting')} ${status('saved', 'online', 2)}
  `,
};
