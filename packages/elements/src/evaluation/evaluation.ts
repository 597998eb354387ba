import { type CaseDocument, type CaseState, type DocumentKind, label } from '@ssp-kit/process';
import { type CSSResultGroup, html, nothing, type TemplateResult } from 'lit';
import type { Deciding } from '../document/sectioned-element.js';
import type { FormSection } from '../document/sections.js';
import { SspSeriesElement } from '../document/series-element.js';
import { followingStyles } from '../shared/following.styles.js';
import { formatDay } from '../shared/format.js';
import { icon } from '../shared/icons.js';
import { terms } from './evaluation.terms.js';
import { followsOf } from './follows.js';

/**
 * @summary Whether a student is evaluated, in which areas and on what data, and what follows: which consent, which notice, and
 *   when the 60 days start. A reevaluation begins with the question whether it is needed at all.
 * @customElement ssp-evaluation
 * @status experimental
 * @since 0.1
 * @dependency ssp-field
 * @dependency ssp-field-list
 * @dependency ssp-decision
 *
 * @event {CustomEvent<{action: string, result: string}>} ssp-decision-made - The evaluation decision is in the record or in the outbox.
 * @event {CustomEvent<{document: string, field: string, row?: string}>} ssp-field-request - The person wants to go to a field of another document.
 *
 * @csspart series - All evaluations of the case.
 * @csspart sheet - One of them.
 * @csspart heading - Its heading.
 * @csspart section - One part of it.
 * @csspart outline - The list of its sections with their state.
 * @csspart next - The bar that leads to what is missing next.
 * @csspart follows - What follows from the decision.
 * @csspart saved - The sentence that says where the words are.
 */
export class SspEvaluation extends SspSeriesElement {
  static override styles: CSSResultGroup = [SspSeriesElement.styles, followingStyles];

  protected readonly kind: DocumentKind = 'evaluation';

  protected override get about(): string {
    const { evaluations = [] } = this.caseView?.case ?? {};
    return super.about ?? evaluations.findLast(({ document }) => document === this.usedDocumentId)?.about ?? 'initial';
  }

  protected override get deciding(): Deciding | null {
    return this.decisionOn('evaluation.decide');
  }

  protected override nameOf({ id }: CaseDocument): string {
    const { evaluations = [] } = this.caseView?.case ?? {};
    const about = evaluations.findLast(({ document }) => document === id)?.about ?? 'initial';
    return terms(`name-${about}`);
  }

  get #isFamily(): boolean {
    return this.audience === 'family';
  }

  #renderAreas(section: FormSection): unknown {
    if (this.data['assessmentNeeded'] !== false || this.reading) return this.renderRows(section);
    return html`<p class="quiet">${terms('areasNone')}</p>${this.renderRows(section)}`;
  }

  #renderFollows(state: CaseState): TemplateResult | typeof nothing {
    const sealed = this.status?.sealed === true;
    const lines = sealed && !this.#isFamily ? this.#sayFollowed(state) : this.#sayFollows(state);
    if (lines.length === 0) return nothing;
    const heading = terms(this.#isFamily ? 'follows-family' : sealed ? 'followed' : 'follows');
    return html`<aside class="follows" part="follows" aria-label=${heading} aria-live="polite">
      <h4>${heading}</h4>
      <ul>
        ${lines.map((line) => html`<li>${icon('arrow')}<span>${line}</span></li>`)}
      </ul>
    </aside>`;
  }

  #sayFollows(state: CaseState): readonly string[] {
    const { way, form, notice, conference } = followsOf(this.process, this.data, this.about, state);
    const family = this.#isFamily;
    const told = notice === null ? [] : [family ? terms('notice-family') : terms('notice', { notice: notice.label })];
    switch (way) {
      case 'undecided':
      case 'open':
        return family ? [] : [terms(way)];
      case 'agreed':
        return family ? told : [terms('agreed'), ...told];
      case 'refused':
        return family ? told : [terms(this.about === 'reevaluation' ? 'refused-again' : 'refused'), ...told];
      case 'consent':
        return family
          ? [...told, terms('consent-family')]
          : [terms('consent', { form }), ...told, terms('clockConsent')];
      case 'no-consent':
        return family
          ? [...told, terms('noConsent-family')]
          : [
              terms('noConsent'),
              ...told,
              conference === null
                ? terms('clockConferenceUnknown')
                : terms('clockConference', { day: formatDay(conference, this.locale) }),
            ];
    }
  }

  /** Once the decision is part of the record: how far its consent and its notice have come, and until when the evaluation is due. */
  #sayFollowed(state: CaseState): readonly string[] {
    const seq = this.ownDocument?.sealed?.seq;
    const day = (value: string | null): string => formatDay(value, this.locale);
    const ways = { form: this.about === 'reevaluation' ? '102c' : '102a' };
    const consents = state.consents
      .filter(({ form, document }) => form === ways.form && state.documents[document ?? '']?.openedBy === seq)
      .map(({ form, provided, result, received }) => {
        if (provided === null) return terms('consentDraft', { form });
        if (result === null) return terms('consentProvided', { form, day: day(provided) });
        const said = label(this.process, 'consent-result', result).toLocaleLowerCase(this.locale);
        return received === null
          ? terms('consentAnsweredUndated', { form, result: said })
          : terms('consentAnswered', { form, result: said, day: day(received) });
      });
    const notices = state.notices
      .filter(({ because }) => because === seq)
      .map(({ about, provided }) => {
        const notice = label(this.process, 'notice-about', about);
        return provided === null
          ? terms('noticeDraft', { notice })
          : terms('noticeProvided', { notice, day: day(provided) });
      });
    const due = (this.caseView?.deadlines ?? [])
      .filter(({ clock, stopped }) => (clock === 'eval_60' || clock === 'eval_60_fed') && stopped === null)
      .map((one) => terms('due', { clock: one.label, day: day(one.due) }));
    const current = state.evaluations.at(-1)?.document === this.usedDocumentId;
    return [...consents, ...notices, ...(current ? due : [])];
  }

  protected override render(): TemplateResult {
    if (this.documentId === '') return this.renderSeries();
    const state = this.caseView?.case ?? null;
    const heading = terms(
      `heading-${this.about === 'reevaluation' ? 'reevaluation' : 'initial'}${this.#isFamily ? '-family' : ''}`,
    );
    return this.renderSheet(
      () =>
        this.renderForm({
          layouts: {
            areas: (section) => this.#renderAreas(section),
            decision: (section) => html`
              ${this.renderRows(section)} ${state === null ? nothing : this.#renderFollows(state)}
            `,
          },
          decisions: this.renderEnding(),
        }),
      { heading },
    );
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'ssp-evaluation': SspEvaluation;
  }
}
