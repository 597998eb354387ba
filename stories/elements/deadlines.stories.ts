import '@ssp-kit/elements/deadlines/define.js';
import { correctedDates, lateDates, noDates, runningDates } from '@ssp-kit/elements/deadlines/fixtures.js';
import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';

const meta: Meta = {
  title: 'Elements/ssp-deadlines',
  component: 'ssp-deadlines',
};

export default meta;

type Given = ReturnType<typeof runningDates>;

const show = ({ session, caseId }: Given, audience: 'staff' | 'family' = 'staff') =>
  html`<ssp-deadlines .session=${session} case-id=${caseId} audience=${audience}></ssp-deadlines>`;

export const Running: StoryObj = { render: () => show(runningDates()) };

export const Late: StoryObj = { render: () => show(lateDates()) };

export const Corrected: StoryObj = {
  render: () => show(correctedDates()),
  play: async ({ canvasElement }) => {
    const element = canvasElement.querySelector<HTMLElement & { updateComplete: Promise<boolean> }>('ssp-deadlines');
    await element?.updateComplete;
    element?.shadowRoot?.querySelector('summary')?.click();
  },
};

export const Family: StoryObj = { render: () => show(runningDates('parent'), 'family') };

export const None: StoryObj = { render: () => show(noDates()) };
