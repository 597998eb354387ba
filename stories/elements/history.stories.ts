import '@ssp-kit/elements/history/define.js';
import { correctedConcern, correctedPlan, revisedPlan, wholeRecord } from '@ssp-kit/elements/history/fixtures.js';
import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';

const meta: Meta = {
  title: 'Elements/ssp-history',
  component: 'ssp-history',
};

export default meta;

type Given = ReturnType<typeof wholeRecord>;

const show = ({ session, caseId }: Given, audience: 'staff' | 'family' = 'staff') =>
  html`<ssp-history .session=${session} case-id=${caseId} audience=${audience}></ssp-history>`;

export const Whole: StoryObj = { render: () => show(wholeRecord()) };

export const Correction: StoryObj = { render: () => show(correctedConcern('administrator')) };

export const CorrectionThatRevises: StoryObj = { render: () => show(correctedPlan()) };

export const Revision: StoryObj = {
  render: () => show(revisedPlan()),
  play: async ({ canvasElement }) => {
    const element = canvasElement.querySelector<HTMLElement & { updateComplete: Promise<boolean> }>('ssp-history');
    await element?.updateComplete;
    element?.shadowRoot?.querySelector<HTMLElement>('[aria-expanded="false"].unfold')?.click();
  },
};

export const Family: StoryObj = { render: () => show(wholeRecord('parent'), 'family') };
