import '@ssp-kit/elements/field/define.js';
import { caseId, makeCase, presenceOf } from '@ssp-kit/elements/fixtures.js';
import { fieldsOf } from '@ssp-kit/process';
import { hawaiiClassic } from '@ssp-kit/process/profiles';
import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';

const meta: Meta = { title: 'Elements/ssp-field', component: 'ssp-field' };
export default meta;

function all(readonly: boolean) {
  const { session, case: one } = makeCase('develop-plan');
  one.document('plan-1').join(presenceOf('dev', 5, 'services/s1/minutes'));
  const handle = session.case(caseId);
  const document = handle.document('plan-1');
  return html`${fieldsOf(hawaiiClassic, 'plan', 'services').map(
    (row) => html`<p></p><ssp-field
        .session=${session}
        .case=${handle}
        .document=${document}
        .row=${row}
        row-id="s1"
        ?readonly=${readonly}
      ></ssp-field>`,
  )}`;
}

/** Every kind of control, made from the rows of a service. Dev is in the minutes. */
export const Kinds: StoryObj = { render: () => all(false) };

/** The same as a reader sees it. */
export const Reading: StoryObj = { render: () => all(true) };
