import { icon } from '@ssp-kit/elements';
import { css, html, nothing, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { agenda } from '../agenda.js';
import { writeRoute } from '../routes.js';
import { PortalPage } from './portal-page.js';
import { when } from './when.js';

/**
 * @summary The person's most urgent step, on every page that does not show it itself.
 * @customElement portal-next-step
 */
export class PortalNextStep extends PortalPage {
  static override styles = [
    PortalPage.styles,
    css`
      a {
        display: grid;
        grid-template: 'word says when go' / auto minmax(0, 1fr) auto auto;
        align-items: center;
        gap: 2px var(--_space-3);
        padding: 9px var(--_space-4);
        border: 1px solid var(--_line);
        border-radius: var(--_radius);
        background: var(--_surface);
        color: inherit;
        font-size: var(--_text-s);
        text-decoration: none;
      }

      @media (width < 600px) {
        a {
          grid-template: 'word says go' '. when go' / auto minmax(0, 1fr) auto;
        }
      }

      a:hover {
        border-color: var(--_ocean);
      }

      .word {
        color: var(--_ocean);
        font-weight: var(--_weight-label);
      }

      .word {
        grid-area: word;
      }

      .says {
        grid-area: says;
      }

      .tag {
        grid-area: when;
        justify-self: start;
      }

      a > .icon {
        grid-area: go;
      }
    `,
  ];

  /** The case that is on the screen: its own card says the person's step there already, and one is enough. */
  @property({ attribute: false }) shownCase: string | null = null;

  protected override render(): TemplateResult | typeof nothing {
    const view = this.sessionState.value;
    if (view === null || view.person === null) return nothing;
    const { steps, later } = agenda(
      view.process,
      view.caseload.cases,
      { id: view.person.id, family: this.family },
      view.today,
    );
    const isSaid = [...steps, ...later].some(({ caseId }) => caseId === this.shownCase);
    const step = steps[0];
    if (step === undefined || isSaid) return nothing;
    return html`<a href=${writeRoute({
      page: 'case',
      caseId: step.caseId,
      ...(step.document === null ? {} : { document: step.document }),
    })}>
      <span class="word">Next</span>
      <span class="says">${step.says} <span class="quiet">for ${step.student.name}</span></span>
      ${step.due === null || step.daysLeft === null ? nothing : when(step.due, step.daysLeft, this.locale, step.urgency)}
      ${icon('chevron')}
    </a>`;
  }
}
