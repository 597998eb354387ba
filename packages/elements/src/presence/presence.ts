import type { FieldRow } from '@ssp-kit/process';
import type { DocumentHandle, DocumentStatus, Presence } from '@ssp-kit/session/contract';
import { type CSSResultGroup, css, html, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import { DocumentController, ReadableController } from '../shared/controllers.js';
import { SspElement } from '../shared/element.js';
import { onePerPerson, renderRings } from '../shared/people.js';
import { peopleStyles } from '../shared/people.styles.js';
import { terms } from './presence.terms.js';

/**
 * @summary Who else is in a document, and at which field.
 * @customElement ssp-presence
 * @status experimental
 * @since 0.1
 *
 * @csspart people - The list of people.
 */
export class SspPresence extends SspElement {
  static override styles: CSSResultGroup = [
    SspElement.styles,
    peopleStyles,
    css`
      .here {
        display: grid;
        gap: var(--_space-2);
      }

      .one {
        display: grid;
        grid-template-columns: auto minmax(0, 1fr);
        gap: 10px;
        align-items: center;
        min-block-size: 36px;
      }

      .who {
        line-height: 1.3;
      }

      .who span {
        display: block;
      }
    `,
  ];

  /** The document, by id; without it and without `document`, nobody is shown. */
  @property({ attribute: 'document-id' }) documentId = '';

  /** The document, where the surroundings hold it already. */
  @property({ attribute: false }) document: DocumentHandle | null = null;

  readonly #own = new DocumentController(
    this,
    () => this.caseState.handle,
    () => (this.document === null ? this.documentId : null),
    shownOf,
  );

  readonly #given = new ReadableController<DocumentStatus>(this, () => this.document?.view ?? null, shownOf);

  #say({ field }: Presence, kind: string): string {
    if (field === null) return terms('reading');
    const [list, , name] = field.split('/');
    const row: FieldRow | undefined = this.process.fields.find(
      (one) => one.of === kind && (name ? one.list === list && one.name === name : one.name === list),
    );
    if (row === undefined) return terms('reading');
    const label = this.audience === 'family' ? (row.familyLabel ?? row.label) : row.label;
    return terms('in', { field: label });
  }

  protected override render(): TemplateResult {
    const status = this.#given.value ?? this.#own.view;
    const people = onePerPerson(status?.people ?? []);
    if (people.length === 0) return html`<p class="quiet small">${terms('alone')}</p>`;
    return html`<ul class="here" part="people" aria-label=${terms('heading')}>
      ${people.map(
        (one) => html`<li class="one">
          ${renderRings([one])}
          <span class="who"
            ><span>${one.name}</span
            ><span class="quiet small">${this.#say(one, status?.kind ?? '')}</span></span
          >
        </li>`,
      )}
    </ul>`;
  }
}

function shownOf({ people, kind }: DocumentStatus): unknown {
  return [people, kind];
}

declare global {
  interface HTMLElementTagNameMap {
    'ssp-presence': SspPresence;
  }
}
