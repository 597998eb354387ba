import {
  type CaseDocument,
  type CaseNotice,
  type DocumentKind,
  isPrompt,
  label,
  type RequirementResult,
} from '@ssp-kit/process';
import type { DocumentStatus } from '@ssp-kit/session/contract';
import { type CSSResultGroup, html, nothing, type TemplateResult } from 'lit';
import { state } from 'lit/decorators.js';
import type { Deciding } from '../document/sectioned-element.js';
import { isAnswered } from '../document/sections.js';
import { SspSeriesElement } from '../document/series-element.js';
import { follow } from '../shared/follow.js';
import { formatDay, labelOf } from '../shared/format.js';
import { icon } from '../shared/icons.js';
import { noticeStyles } from './notice.styles.js';
import { terms } from './notice.terms.js';

/** The seven contents of a notice, in the order of 34 CFR 300.503(b). */
const contents = ['action', 'why', 'basis', 'safeguards', 'help', 'options', 'factors'] as const;
const subject = ['regulation', 'verb', 'mode', 'subject'] as const;
const language = ['language', 'translation', 'oralEvidence'] as const;
const given = ['providedDate', 'method', 'emailElected', 'safeguardsDate', 'consentRequestDate'] as const;

/**
 * @summary A prior written notice, read and written as the letter it is: whom it is to, its seven contents as questions with their
 *   answers, language and translation, and that the family received it. Printed, it is the letter.
 * @customElement ssp-notice
 * @status experimental
 * @since 0.1
 * @dependency ssp-field
 * @dependency ssp-decision
 *
 * @event {CustomEvent<{action: string, result: string}>} ssp-decision-made - The notice was given to the family, or another was drafted.
 * @event {CustomEvent<{document: string, field: string, row?: string}>} ssp-field-request - The person wants to go to a field of another document.
 *
 * @csspart series - All notices of the case.
 * @csspart sheet - One of them.
 * @csspart heading - Its heading.
 * @csspart section - One part of it.
 * @csspart letter - The letter.
 * @csspart next - The bar that leads to what is missing next.
 * @csspart saved - The sentence that says where the words are.
 */
export class SspNotice extends SspSeriesElement {
  static override styles: CSSResultGroup = [SspSeriesElement.styles, noticeStyles];

  protected readonly kind: DocumentKind = 'notice';

  protected override get placed(): readonly string[] {
    return [...subject, ...contents, ...language, ...given, 'addressee'];
  }

  /** The fields of the sentence that says what the notice is about are open. */
  @state() private subjectOpen = false;

  protected override startAnew(): void {
    super.startAnew();
    this.subjectOpen = false;
  }

  get #isFamily(): boolean {
    return this.audience === 'family';
  }

  protected override get deciding(): Deciding | null {
    return this.decisionOn('notice.provide');
  }

  /** That the contents are not complete is said at each of them. */
  protected override get requirements(): readonly RequirementResult[] {
    return super.requirements.filter(({ id }) => id !== 'notice.provide/elements');
  }

  protected override shownOfDocument(status: DocumentStatus): unknown {
    return [super.shownOfDocument(status), contents.map((name) => promptsOf(status.data[name]))];
  }

  /** The newest draft; without one, the newest notice. */
  protected override shownOpen(all: readonly CaseDocument[]): readonly CaseDocument[] {
    return [all.find((one) => one.state === 'open') ?? all[0]].filter((one) => one !== undefined);
  }

  protected override get foldedHeading(): string {
    return terms('others');
  }

  #noticeOf(document: string | null): CaseNotice | undefined {
    return this.caseView?.case?.notices.findLast((one) => one.document === document);
  }

  /** Two determinations have each their notice: the rule tells them apart. */
  protected override nameOf(one: CaseDocument): string {
    const about = label(this.process, 'notice-about', one.about ?? '');
    const because = this.#noticeOf(one.id)?.because;
    const decided = this.caseView?.case?.eligibilities.find(({ seq }) => seq === because);
    if (decided === undefined) return about;
    return terms('regarding', { about, rule: labelOf(this.process, 'regulation', decided.regulation) });
  }

  protected override sayState(one: CaseDocument): string {
    const provided = this.#noticeOf(one.id)?.provided;
    if (one.stands === 'void' || one.stands === 'superseded') return super.sayState(one);
    return provided
      ? terms('state-provided', { day: formatDay(provided, this.locale) })
      : terms('state-draft', { day: formatDay(one.openedOn, this.locale) });
  }

  override focusField(path: string): boolean {
    if (!subject.some((name) => name === path) || this.#subjectShown) return super.focusField(path);
    this.subjectOpen = true;
    void this.updateComplete.then(() => super.focusField(path));
    return true;
  }

  get #subjectShown(): boolean {
    return this.subjectOpen || subject.some((name) => !isAnswered(this.data[name]));
  }

  #say(vocabulary: string, name: string): string {
    return labelOf(this.process, vocabulary, this.data[name]);
  }

  get #sentence(): string {
    if (subject.some((name) => !isAnswered(this.data[name]))) return terms('sentenceOpen');
    return terms('sentence', {
      verb: this.#say('notice-verb', 'verb'),
      mode: this.#say('notice-mode', 'mode'),
      subject: this.#sayThing(),
      rule: this.#say('regulation', 'regulation'),
    });
  }

  #sayThing(): string {
    const key = `subject-${String(this.data['subject'])}`;
    if (!terms.has(key)) return this.#say('notice-subject', 'subject');
    return terms(key, { student: this.caseView?.case?.student.name ?? '' });
  }

  #question(name: (typeof contents)[number]): string {
    if (name !== 'action') return terms(name);
    const verb = this.data['verb'];
    return verb === 'proposes' || verb === 'refuses' ? terms(`action-${verb}`) : terms('action');
  }

  #renderHead(): TemplateResult {
    const student = this.caseView?.case?.student;
    const provided = this.data['providedDate'];
    return html`<header class="letter-head">
      ${student?.schoolName ? html`<p>${student.schoolName}</p>` : nothing}
      <dl>
        <dt class=${this.reading ? '' : 'printed'}>${terms('to')}</dt>
        <dd class=${this.reading ? '' : 'printed'}>${this.data['addressee']}</dd>
        <dt>${terms('student')}</dt>
        <dd>${student?.name}</dd>
        ${
          typeof provided === 'string' && provided !== ''
            ? html`<dt>${terms('dated')}</dt>
                <dd>${formatDay(provided, this.locale)}</dd>`
            : nothing
        }
      </dl>
      ${this.reading ? nothing : html`<div class="grid">${this.renderField('addressee')}</div>`}
    </header>`;
  }

  #renderSubject(): TemplateResult {
    if (this.reading) return html`<p>${this.#sentence}</p>`;
    return html`<details class="subject" ?open=${this.#subjectShown} @toggle=${this.#onSubject}>
      <summary>
        <span>${this.#sentence}</span>
        ${icon('chevron')}
      </summary>
      <div class="grid">${subject.map((name) => this.renderField(name, { size: 'half' }))}</div>
    </details>`;
  }

  #onSubject = (event: Event): void => {
    this.subjectOpen = (event.target as HTMLDetailsElement).open;
  };

  #renderContent(name: (typeof contents)[number]): TemplateResult | typeof nothing {
    const words = this.data[name];
    if (this.reading && !isAnswered(words)) return nothing;
    const prompts = this.reading ? [] : promptsOf(words);
    return html`<section class="content" part="section" aria-labelledby=${`question-${name}`}>
      <h3 id=${`question-${name}`}>${this.#question(name)}</h3>
      ${
        prompts.length === 0
          ? nothing
          : html`<p class="prompts">
              <span class="what">${terms('write')}</span>
              ${
                onlyPrompt(words)
                  ? nothing
                  : prompts.map(
                      (prompt) =>
                        html`<button type="button" class="link" @click=${() => this.focusField(name)}>${prompt}</button>`,
                    )
              }
            </p>`
      }
      <div class="grid">${this.renderField(name, { labelHidden: true, lines: 2 })}</div>
      ${this.reading ? nothing : this.#renderPrinted(name)}
    </section>`;
  }

  /** A draft is printed as the letter, too: its words without their fields. */
  #renderPrinted(name: string): unknown {
    const { handle } = this.documentState;
    return (
      handle &&
      follow(
        handle.view,
        ({ data }) => data[name],
        (words) => html`<p class="printed">${words}</p>`,
      )
    );
  }

  #renderLanguage(): TemplateResult | typeof nothing {
    if (this.reading) return nothing;
    const fields = language.map((name) => this.renderField(name, name === 'oralEvidence' ? {} : { size: 'half' }));
    return html`<div class="give">
      ${this.renderSection(terms('language'), html`<div class="grid">${fields}</div>`, { lead: terms('languageLead') })}
    </div>`;
  }

  #renderGiven(): TemplateResult {
    if (!this.reading) {
      const fields = given.map((name) => this.renderField(name, { size: 'half' }));
      return html`<div class="give">
        ${this.renderSection(terms('give'), html`<div class="grid">${fields}</div>`, { lead: terms('giveLead') })}
      </div>`;
    }
    const day = formatDay(this.data['providedDate'] as string | undefined, this.locale);
    const method = this.#say('notice-method', 'method');
    const spoken = {
      language: this.#say('language', 'language'),
      translation: this.#say('translation', 'translation'),
    };
    return html`<footer class="letter-foot">
      ${day === '' ? nothing : html`<p>${terms(this.#isFamily ? 'received-family' : 'received', { day, method })}</p>`}
      ${
        spoken.language === ''
          ? nothing
          : html`<p>
              ${
                this.data['translation'] === 'written' || this.data['translation'] === 'oral'
                  ? terms('translated', { ...spoken, translation: spoken.translation.toLocaleLowerCase(this.locale) })
                  : terms('in', spoken)
              }
            </p>`
      }
      ${isAnswered(this.data['oralEvidence']) ? html`<div class="grid">${this.renderField('oralEvidence')}</div>` : nothing}
    </footer>`;
  }

  #renderLetter(): TemplateResult {
    return html`<div class="letter" part="letter">
      ${this.reading || !this.#isDrafted ? nothing : html`<p class="note">${icon('edit')}<span>${terms('drafted')}</span></p>`}
      ${this.#renderHead()} ${this.#renderSubject()} ${this.renderRest('decision')}
      <div class="contents">${contents.map((name) => this.#renderContent(name))}</div>
      ${this.renderRest('elements')} ${this.renderRest()} ${this.#renderLanguage()} ${this.renderRest('provided')}
      ${this.#renderGiven()}
    </div>`;
  }

  get #isDrafted(): boolean {
    return contents.some((name) => isAnswered(this.data[name]));
  }

  /** Notices that were called for and have no draft, and others that a team may send. */
  #renderOwed(): TemplateResult | typeof nothing {
    const owed = (this.caseView?.case?.notices ?? []).filter(
      ({ document, provided }) => document === null && provided === null,
    );
    if (this.readonly || this.#isFamily) return nothing;
    return html`<div class="owed">
      ${owed.length === 0 ? nothing : html`<h3>${terms('owed')}</h3>`}
      <div class="list-of-decisions">
        ${owed.map(({ about }) =>
          this.renderDecision('notice.draft', {
            payload: { about },
            label: terms('draftOf', { notice: label(this.process, 'notice-about', about) }),
            secondary: true,
          }),
        )}
        ${this.renderDecision('notice.draft', { label: terms('draft'), secondary: true })}
      </div>
    </div>`;
  }

  protected override render(): TemplateResult {
    if (this.documentId === '') return this.renderSeries({ after: this.#renderOwed() });
    const { ownDocument } = this;
    const title = terms(this.#isFamily ? 'title-family' : 'title');
    return this.renderSheet(
      () =>
        this.renderForm({
          content: this.#renderLetter(),
          decisions: this.renderEnding({ label: terms('provide') }),
        }),
      { heading: ownDocument === undefined ? title : terms('about', { title, about: this.nameOf(ownDocument) }) },
    );
  }
}

/** Nothing is written besides one request in brackets: it can be read where it stands. */
function onlyPrompt(words: unknown): boolean {
  return typeof words === 'string' && /^\s*\[[^[\]]*…\]\s*$/.test(words);
}

/** What a drafted text still asks its writer for, as it stands there in brackets. */
function promptsOf(words: unknown): readonly string[] {
  return typeof words === 'string' && isPrompt(words) ? (words.match(/\[[^[\]]*…\]/g) ?? []) : [];
}

declare global {
  interface HTMLElementTagNameMap {
    'ssp-notice': SspNotice;
  }
}
