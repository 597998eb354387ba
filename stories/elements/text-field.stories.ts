import '@ssp-kit/elements/text-field/define.js';
import { caseId, makeCase, presenceOf } from '@ssp-kit/elements/fixtures.js';
import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';

const meta: Meta = { title: 'Elements/ssp-text-field', component: 'ssp-text-field' };
export default meta;

function field(options: { readonly?: boolean; error?: string } = {}) {
  const { session, case: one } = makeCase('express-concern.draft');
  const document = one.document('concern');
  document.join(presenceOf('ben', 1, 'description'));
  document.join(presenceOf('cyra', 4, 'description'));
  document.caret('description', { key: 'ben', person: 'ben', name: 'Ben Okafor', color: 1, anchor: 34, head: 34 });
  document.caret('description', {
    key: 'cyra',
    person: 'cyra',
    name: 'Cyra Lindholm',
    color: 4,
    anchor: 82,
    head: 118,
  });
  return html`<ssp-text-field
    .session=${session}
    .document=${session.case(caseId).document('concern')}
    path="description"
    label="What is happening"
    help="Say what you see and hear, where, and how often."
    error=${options.error ?? ''}
    ?readonly=${options.readonly ?? false}
  ></ssp-text-field>`;
}

/** Two others are in the same text: their carets and what one of them has selected. */
export const WithOthers: StoryObj = { render: () => field() };

/** A decision was tried and this text is missing something. */
export const WithError: StoryObj = { render: () => field({ error: 'Say what is happening.' }) };

/** A reader sees the same words, while they are written. */
export const Reading: StoryObj = { render: () => field({ readonly: true }) };
