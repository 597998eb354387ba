import { caseloadSession } from '@ssp-kit/elements/caseload/fixtures.js';
import { SspSession } from '@ssp-kit/embed';
import type { Session } from '@ssp-kit/session/contract';
import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';

const meta: Meta = { title: 'Embed/ssp-session', component: 'ssp-session' };
export default meta;

/** `ssp-session` with a session in memory: a story has no server. */
class StorySession extends SspSession {
  protected override async makeSession(): Promise<Session> {
    return caseloadSession();
  }
}
if (customElements.get('story-session') === undefined) customElements.define('story-session', StorySession);

/** It shows nothing of its own. Everything below it, however deep, has its session. */
export const Around: StoryObj = {
  render: () =>
    html`<story-session>
      <ssp-sync-status></ssp-sync-status>
      <ssp-caseload></ssp-caseload>
    </story-session>`,
};

/** One attribute sets the scheme of everything below. */
export const Dark: StoryObj = {
  render: () =>
    html`<story-session theme="dark">
      <ssp-caseload></ssp-caseload>
    </story-session>`,
  globals: { backgrounds: { value: 'dark' } },
};
