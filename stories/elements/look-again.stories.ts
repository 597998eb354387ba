import { makeCase } from '@ssp-kit/elements/fixtures.js';
import '@ssp-kit/elements/look-again/define.js';
import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';

const meta: Meta = { title: 'Elements/ssp-look-again', component: 'ssp-look-again' };
export default meta;

/** Somebody wrote on while another read. */
export const Changed: StoryObj = {
  render: () => {
    const { session, caseId, case: one } = makeCase('express-concern.draft');
    const concern = one.document('concern');
    const seen = concern.view.get().data;
    concern.type('description', ' He asks for help now.');
    return html`<ssp-look-again
      .session=${session}
      case-id=${caseId}
      document-id="concern"
      .seen=${seen}
    ></ssp-look-again>`;
  },
};
