import { type CaseConsent, type CaseContact, type CaseDocument, type DocumentKind, label } from '@ssp-kit/process';
import { type CSSResultGroup, html, nothing, type TemplateResult } from 'lit';
import type { Deciding } from '../document/sectioned-element.js';
import { SspSeriesElement } from '../document/series-element.js';
import { followingStyles } from '../shared/following.styles.js';
import { formatDay } from '../shared/format.js';
import { renderProgress, type Step } from '../shared/steps.js';
import { consentStyles } from './consent.styles.js';
import { terms } from './consent.terms.js';

/**
 * @summary The consent forms of a case (102a, 102b, 102c): what is asked, whether the family has it and what they answered, the
 *   attempts to reach them, and a revocation.
 * @customElement ssp-consent
 * @status experimental
 * @since 0.1
 * @dependency ssp-field
 * @dependency ssp-decision
 *
 * @event {CustomEvent<{action: string, result: string}>} ssp-decision-made - A decision about a consent is in the record or in the outbox.
 * @event {CustomEvent<{document: string, field: string, row?: string}>} ssp-field-request - The person wants to go to a field of another document.
 *
 * @csspart series - All consent forms of the case.
 * @csspart sheet - One of them.
 * @csspart heading - Its heading.
 * @csspart section - One part of it.
 * @csspart steps - How far it is: draft, given to the family, answered.
 * @csspart contacts - The attempts to reach the family.
 * @csspart next - The bar that leads to what is missing next.
 * @csspart saved - The sentence that says where the words are.
 */
export class SspConsent extends SspSeriesElement {
  static override styles: CSSResultGroup = [SspSeriesElement.styles, followingStyles, consentStyles];

  protected readonly kind: DocumentKind = 'consent';

  get #consent(): CaseConsent | undefined {
    return this.caseView?.case?.consents.findLast(({ document }) => document === this.usedDocumentId);
  }

  get #isFamily(): boolean {
    return this.audience === 'family';
  }

  protected override get deciding(): Deciding | null {
    return this.decisionOn('consent.provide');
  }

  /** Every form that waits for something; without one, the newest. */
  protected override shownOpen(all: readonly CaseDocument[]): readonly CaseDocument[] {
    const consents = this.caseView?.case?.consents ?? [];
    const waiting = all.filter(({ id, stands }) => {
      const consent = consents.findLast(({ document }) => document === id);
      return stands !== 'void' && stands !== 'superseded' && consent !== undefined && consent.result === null;
    });
    return waiting.length > 0 ? waiting : all.slice(0, 1);
  }

  protected override get foldedHeading(): string {
    return terms('others');
  }

  protected override nameOf({ about = '' }: CaseDocument): string {
    const asked = `title-${about}-family`;
    return this.#isFamily && terms.has(asked) ? terms(asked) : label(this.process, 'consent-form', about);
  }

  protected override sayState(one: CaseDocument): string {
    const consent = this.caseView?.case?.consents.findLast(({ document }) => document === one.id);
    if (consent === undefined || consent.result === null) return super.sayState(one);
    return this.#sayResult(consent);
  }

  #sayAnswer(result: string): string {
    const key = `answer-${result}${this.#isFamily ? '-family' : ''}`;
    return terms.has(key) ? terms(key) : label(this.process, 'consent-result', result);
  }

  #sayResult({ result, received, revoked }: CaseConsent): string {
    const family = this.#isFamily;
    const day = formatDay(revoked ?? received, this.locale);
    const said = revoked === null ? this.#sayAnswer(result ?? '') : terms(family ? 'revoked-family' : 'revoked');
    return day === '' ? said : terms('result', { result: said, day });
  }

  get #steps(): readonly Step[] {
    const consent = this.#consent;
    const { ownDocument } = this;
    if (consent === undefined || ownDocument === undefined) return [];
    const family = this.#isFamily;
    const { provided, result, revoked, received } = consent;
    const day = (value: string | null): string => formatDay(value, this.locale);
    const steps: Step[] = [
      ...(family
        ? []
        : [
            {
              name: terms('drafted'),
              when: day(ownDocument.openedOn),
              state: provided === null ? 'now' : 'done',
            } as const,
          ]),
      {
        name: terms(family ? 'provided-family' : 'provided'),
        when: day(provided),
        state: provided === null ? 'open' : 'done',
      },
      result === null
        ? {
            name: terms(family ? 'answered-family' : 'answered'),
            when: provided === null ? '' : terms(family ? 'waiting-family' : 'waiting'),
            state: provided === null ? 'open' : 'now',
          }
        : {
            name: this.#sayAnswer(result),
            when: day(received),
            state: result === 'given' ? 'done' : 'ended',
          },
    ];
    if (revoked === null) return steps;
    return [...steps, { name: terms(family ? 'revoked-family' : 'revoked'), when: day(revoked), state: 'ended' }];
  }

  get #contacts(): readonly CaseContact[] {
    const contacts = this.caseView?.case?.contacts ?? [];
    const id = this.usedDocumentId;
    // One that names no form was about whichever was under way.
    return contacts.filter(({ about, document }) => about === 'consent' && (document === id || document === null));
  }

  #renderContacts(): TemplateResult | typeof nothing {
    const consent = this.#consent;
    if (this.#isFamily || consent === undefined || consent.provided === null) return nothing;
    const contacts = this.#contacts;
    if (contacts.length === 0 && (this.readonly || consent.result !== null)) return nothing;
    const document = this.usedDocumentId ?? '';
    return this.renderSection(
      terms('contacts'),
      html`
        ${consent.result === null && !this.readonly ? html`<p class="quiet">${terms('contactsLead')}</p>` : nothing}
        ${
          contacts.length === 0
            ? html`<p class="quiet">${terms('noContact')}</p>`
            : html`<ol class="contacts" part="contacts">
                ${contacts.map((one) => this.#renderContact(one))}
              </ol>`
        }
        ${
          consent.result === null && !this.readonly
            ? this.renderDecision('contact.record', {
                payload: { about: 'consent', document },
                suggested: { date: this.sessionState.value?.today ?? null },
                secondary: true,
              })
            : nothing
        }
      `,
    );
  }

  #renderContact({ day, method, relation, seq }: CaseContact): TemplateResult {
    const decision = this.caseView?.case?.decisions.find((one) => one.seq === seq);
    const whom = [decision?.words['contact'], relation].filter(Boolean).join(', ');
    const said = label(this.process, 'contact-method', method);
    return html`<li>
      <span class="quiet numbers">${formatDay(day, this.locale)}</span>
      <div class="what">
        <span>${whom === '' ? said : terms('contactBy', { method: said, whom })}</span>
        ${decision?.words['outcome'] ? html`<span>${decision.words['outcome']}</span>` : nothing}
        ${decision ? html`<span class="quiet small">${terms('contactRecorded', { name: decision.actor.name })}</span>` : nothing}
      </div>
    </li>`;
  }

  /** What comes next for this form: giving it, recording its answer, or recording that it was taken back. */
  #renderNextStep(): TemplateResult | typeof nothing {
    const consent = this.#consent;
    if (this.readonly || this.#isFamily || consent === undefined) return nothing;
    const payload = { document: this.usedDocumentId ?? '' };
    if (consent.provided === null) return this.renderEnding({ label: terms('provide') });
    if (consent.result !== 'given' && consent.result !== 'denied')
      return this.renderDecision('consent.record', { payload, label: terms('record') });
    if (consent.form === '102b' && consent.result === 'given' && consent.revoked === null)
      return this.renderDecision('consent.revoke', { payload, secondary: true, label: terms('revoke') });
    return nothing;
  }

  #renderAsk(): TemplateResult | typeof nothing {
    if (this.readonly || this.#isFamily) return nothing;
    return html`<div class="row-of-decisions">
      ${this.renderDecision('consent.request', { secondary: true, label: terms('ask') })}
    </div>`;
  }

  protected override render(): TemplateResult {
    if (this.documentId === '') return this.renderSeries({ after: this.#renderAsk() });
    const { ownDocument } = this;
    return this.renderSheet(
      () => html`
        ${renderProgress(this.#steps, terms('progress'))}
        ${this.#isFamily ? html`<p class="quiet">${terms('voluntary')}</p>` : nothing}
        ${this.renderForm({ after: this.#renderContacts(), decisions: this.#renderNextStep() })}
      `,
      ownDocument === undefined ? {} : { heading: this.nameOf(ownDocument) },
    );
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'ssp-consent': SspConsent;
  }
}
