import '@ssp-kit/elements/case/define.js';
import {
  caseClosed,
  caseGathering,
  caseInReview,
  caseInService,
  caseInWriting,
  caseOfUnknownVersion,
  wholeCase,
} from '@ssp-kit/elements/case/fixtures.js';
import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';

const meta: Meta = { title: 'Elements/ssp-case', component: 'ssp-case' };

export default meta;

/** Evidence is gathered, as the care coordinator sees it. */
export const GatherData: StoryObj = {
  render: () => {
    const { session, caseId } = caseGathering();
    return html`<ssp-case .session=${session} case-id=${caseId}></ssp-case>`;
  },
};

/** The team writes the plan. */
export const DevelopPlan: StoryObj = {
  render: () => {
    const { session, caseId } = caseInWriting();
    return html`<ssp-case .session=${session} case-id=${caseId}></ssp-case>`;
  },
};

/** The mother reads the plan while it is written. */
export const Family: StoryObj = {
  render: () => {
    const { session, caseId, case: one } = caseInWriting('leilani');
    for (const { id, kind } of one.documents.values()) {
      if (kind !== 'family') one.document(id).patch({ may: 'read' });
    }
    return html`<ssp-case .session=${session} case-id=${caseId}></ssp-case>`;
  },
};

/** The plan is active; the provider logs sessions. */
export const ImplementPlan: StoryObj = {
  render: () => {
    const { session, caseId } = caseInService();
    return html`<ssp-case .session=${session} case-id=${caseId}></ssp-case>`;
  },
};

/** The plan is reviewed. */
export const EvaluatePlan: StoryObj = {
  render: () => {
    const { session, caseId } = caseInReview();
    return html`<ssp-case .session=${session} case-id=${caseId}></ssp-case>`;
  },
};

/** A version of the process that this page does not know: to be read only. */
export const UnknownVersion: StoryObj = {
  render: () => {
    const { session, caseId } = caseOfUnknownVersion();
    return html`<ssp-case .session=${session} case-id=${caseId}></ssp-case>`;
  },
};

/** A whole IEP case of more than forty documents: what is next, what is worked on, and the rest on record. */
export const WholeCase: StoryObj = {
  render: () => {
    const { session, caseId } = wholeCase();
    return html`<ssp-case .session=${session} case-id=${caseId}></ssp-case>`;
  },
};

/** The same case as the mother sees it. */
export const WholeCaseFamily: StoryObj = {
  render: () => {
    const { session, caseId } = wholeCase('parent');
    return html`<ssp-case .session=${session} case-id=${caseId}></ssp-case>`;
  },
};

/** Nothing has come from the server yet. */
export const Loading: StoryObj = {
  render: () => {
    const { session, caseId, case: one } = caseInWriting();
    one.patch({ state: 'loading', case: null });
    return html`<ssp-case .session=${session} case-id=${caseId}></ssp-case>`;
  },
};

/** The connection is gone; one works on with what is on this device. */
export const Offline: StoryObj = {
  render: () => {
    const { session, caseId } = caseInWriting();
    session.patch({ connection: 'offline' });
    return html`<ssp-case .session=${session} case-id=${caseId}></ssp-case>`;
  },
};

/** Corrected: the second version of the concern is being written, with its cover note on record. */
export const Correcting: StoryObj = {
  render: () => {
    const { session, caseId } = wholeCase();
    return html`<ssp-case .session=${session} case-id=${caseId} document-id="concern-2"></ssp-case>`;
  },
};

/** Everything is done: the case is closed and can be read. */
export const Closed: StoryObj = {
  render: () => {
    const { session, caseId } = caseClosed();
    return html`<ssp-case .session=${session} case-id=${caseId}></ssp-case>`;
  },
};
