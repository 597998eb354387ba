import '@ssp-kit/elements/plan-builder/define.js';
import {
  activePlan,
  emptyPlan,
  iepInWriting,
  planInWriting,
  planPresented,
  planToActivate,
  planToRevise,
} from '@ssp-kit/elements/plan-builder/fixtures.js';
import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';

const meta: Meta = { title: 'Elements/ssp-plan-builder', component: 'ssp-plan-builder' };

export default meta;

/** In the middle of the writing, with others in it. */
export const Writing: StoryObj = {
  render: () => {
    const { session, caseId } = planInWriting();
    return html`<ssp-plan-builder .session=${session} case-id=${caseId}></ssp-plan-builder>`;
  },
};

/** Nothing is written yet. */
export const Empty: StoryObj = {
  render: () => {
    const { session, caseId } = emptyPlan();
    return html`<ssp-plan-builder .session=${session} case-id=${caseId}></ssp-plan-builder>`;
  },
};

/** Active: a sealed document. */
export const Sealed: StoryObj = {
  render: () => {
    const { session, caseId } = activePlan();
    return html`<ssp-plan-builder .session=${session} case-id=${caseId}></ssp-plan-builder>`;
  },
};

/** As the family reads it while it is being written. */
export const Family: StoryObj = {
  render: () => {
    const { session, caseId, case: one } = planInWriting('leilani');
    one.document('plan-1').patch({ may: 'read' });
    return html`<ssp-plan-builder .session=${session} case-id=${caseId} audience="family"></ssp-plan-builder>`;
  },
};

/** The plan of a student with a disability asks for more. */
export const Iep: StoryObj = {
  name: 'IEP',
  render: () => {
    const { session, caseId } = iepInWriting();
    return html`<ssp-plan-builder .session=${session} case-id=${caseId}></ssp-plan-builder>`;
  },
};

/** An IEP that can be activated: every check is met. */
export const ToActivate: StoryObj = {
  render: () => {
    const { session, caseId } = planToActivate();
    return html`<ssp-plan-builder .session=${session} case-id=${caseId}></ssp-plan-builder>`;
  },
};

/** A draft that the team and the family read. */
export const Presented: StoryObj = {
  render: () => {
    const { session, caseId } = planPresented();
    return html`<ssp-plan-builder .session=${session} case-id=${caseId}></ssp-plan-builder>`;
  },
};

/** The next plan: what changes from the one in force. */
export const Revision: StoryObj = {
  render: () => {
    const { session, caseId, case: one } = planToRevise();
    one.document('plan-2').set('regularClassMinutes', 1200);
    return html`<ssp-plan-builder .session=${session} case-id=${caseId}></ssp-plan-builder>`;
  },
};

/** A Modification Plan. */
export const Modification: StoryObj = {
  render: () => {
    const { session, caseId } = planToActivate('s504');
    return html`<ssp-plan-builder .session=${session} case-id=${caseId}></ssp-plan-builder>`;
  },
};
