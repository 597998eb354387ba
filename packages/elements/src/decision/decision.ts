import {
  type ActionRow,
  actionRow,
  type DocumentView,
  type FieldRow,
  type Plain,
  type Refusal,
  type RequirementResult,
} from '@ssp-kit/process';
import type { CaseHandle, Outcome, PendingDecision, Readable, Readiness } from '@ssp-kit/session/contract';
import { type CSSResultGroup, html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property, query, state } from 'lit/decorators.js';
import { classMap } from 'lit/directives/class-map.js';
import { ifDefined } from 'lit/directives/if-defined.js';
import '../field/define.js';
import type { FieldOption, SspField } from '../field/field.js';
import { IdleController } from '../shared/controllers.js';
import { SspElement } from '../shared/element.js';
import { formStyles } from '../shared/form.styles.js';
import { gridStyles } from '../shared/grid.styles.js';
import { terms } from './decision.terms.js';
import { decisionStyles } from './decision.styles.js';
import { DecisionForm, type Payload } from './form.js';
import { renderMissing, renderPending, renderRefusal } from './notices.js';
import { isSame } from '../shared/same.js';

/** Who renders a decision may give equal answers as a new object each time: nothing is asked anew for it. */
const differs = (now: unknown, before: unknown): boolean => !isSame(now, before);

/**
 * @summary One decision of the process: its button, what it still needs, its form, and what became of it.
 * @customElement ssp-decision
 * @status experimental
 * @since 0.1
 * @dependency ssp-field
 * @dependency ssp-look-again
 *
 * @event {CustomEvent<{action: string, requirements: RequirementResult[]}>} ssp-decision-attempted - The person pressed the button
 *   while something was missing, and again whenever that list changes. Empty once nothing is missing.
 * @event {CustomEvent<{action: string, result: string}>} ssp-decision-made - It is in the record (`done`) or in the outbox (`waiting`).
 * @event {CustomEvent<{document: string, field: string, row?: string}>} ssp-field-request - The person wants to go to a field of a document.
 * @event {CustomEvent<{action: string}>} ssp-decision-closed - The dialog with the form was closed, whether it was sent or not.
 *
 * @csspart button - The button that decides.
 * @csspart missing - The list of what is missing.
 * @csspart dialog - The dialog with the decision's form.
 */
export class SspDecision extends SspElement {
  static override styles: CSSResultGroup = [SspElement.styles, formStyles, gridStyles, decisionStyles];

  /** The action's id in the table of actions, for instance `referral.file`. */
  @property() action = '';

  /** Answers that are fixed by the place the decision is taken at; their fields are not asked. */
  @property({ attribute: false, hasChanged: differs }) payload: Payload = {};

  /** What the fields of the form begin with. */
  @property({ attribute: false, hasChanged: differs }) suggested: Payload = {};

  /** What can be chosen in fields of the form, by field name. */
  @property({ attribute: false, hasChanged: differs }) options: Readonly<Record<string, readonly FieldOption[]>> = {};

  /** What the button says; without it, the action's label. */
  @property() label = '';

  /** The form stands in the page, not in a dialog. */
  @property({ type: Boolean }) inline = false;

  /** Not the one thing to do here: a quieter button, and nothing is said before it is pressed. */
  @property({ type: Boolean }) secondary = false;

  /** What is missing is listed beside it: said here only once the person has tried. */
  @property({ type: Boolean }) listed = false;

  @state() private answers: Payload = {};
  @state() private attempted = false;
  @state() private busy = false;
  @state() private refusal: Refusal | null = null;

  @query('dialog') private dialog!: HTMLDialogElement | null;

  #asked: { handle: CaseHandle; key: string; readable: Readable<Readiness> } | null = null;
  #told = '';
  /** What stood in the documents that the decision seals when the person sent it, by id. */
  #seen: Readonly<Record<string, DocumentView>> = {};

  readonly #readiness = new IdleController<Readiness>(
    this,
    () => this.#readable(),
    () => this.caseView?.case,
  );

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#asked = null;
    this.dialog?.close();
  }

  protected override willUpdate(changed: PropertyValues): void {
    super.willUpdate(changed);
    if (changed.has('action') && !changed.has('caseId')) this.startAnew();
  }

  protected override startAnew(): void {
    this.dialog?.close();
    this.#reset();
  }

  protected override updated(changed: PropertyValues): void {
    super.updated(changed);
    this.#tellAttempted();
    const refused = this.refusal ?? this.#pending?.refusal;
    if (refused && changedIn(refused).length > 0) void import('../look-again/define.js');
  }

  /** Whether the dialog with the form is open: who shows the decision leaves it where it is until then. */
  get isOpen(): boolean {
    return this.dialog?.open === true;
  }

  /** Opens the decision's form, or presses the button where it has none. */
  open(): void {
    if (!this.isConnected || !this.#readiness.judge()?.open) return;
    this.#onPress();
  }

  #reset(): void {
    this.answers = {};
    this.attempted = false;
    this.refusal = null;
    this.#told = '';
  }

  get #row(): ActionRow | undefined {
    return actionRow(this.process, this.action);
  }

  get #form(): DecisionForm {
    return new DecisionForm(this.process, this.action, this.payload, { ...this.suggested, ...this.answers });
  }

  get #pending(): PendingDecision | undefined {
    const fixed = Object.entries(this.payload);
    return this.caseView?.pending.find(
      ({ action, payload = {} }) =>
        action === this.action && fixed.every(([name, value]) => (payload[name] ?? value) === value),
    );
  }

  /** The same question gives the same readable: asking anew at each render would never come to rest. */
  #readable(): Readable<Readiness> | null {
    const { handle } = this.caseState;
    if (handle === null || this.action === '') return null;
    const { answers } = this.#form;
    const key = `${this.action} ${JSON.stringify(answers)}`;
    if (this.#asked?.handle !== handle || this.#asked.key !== key) {
      this.#asked = { handle, key, readable: handle.readiness(this.action, answers) };
    }
    return this.#asked.readable;
  }

  get #unmet(): readonly RequirementResult[] {
    return (this.#readiness.value?.requirements ?? []).filter(({ met }) => !met);
  }

  /** What is missing outside the decision's own form. */
  get #missing(): readonly RequirementResult[] {
    const form = this.#form;
    return this.#unmet.filter((one) => !form.holds(one));
  }

  #tellAttempted(): void {
    if (!this.attempted) return;
    const requirements = this.#unmet;
    const told = JSON.stringify(requirements.map(({ id }) => id));
    if (told === this.#told) return;
    this.#told = told;
    this.emit('ssp-decision-attempted', { action: this.action, requirements });
  }

  #onPress = (): void => {
    if (this.busy) return;
    this.refusal = null;
    this.#readiness.judge();
    if (this.#missing.length > 0) {
      this.attempted = true;
      void this.updateComplete.then(() => this.shadowRoot?.querySelector<HTMLElement>('.missing')?.focus());
      return;
    }
    if (!this.#form.asks) {
      void this.#send();
      return;
    }
    this.attempted = false;
    this.#told = '';
    this.dialog?.showModal();
  };

  #onSubmit = (event: Event): void => {
    event.preventDefault();
    void this.#submit();
  };

  async #submit(): Promise<void> {
    // The last answer may have come in this moment: what is missing is judged with it.
    await this.updateComplete;
    if (this.busy) return;
    this.refusal = null;
    this.#readiness.judge();
    if (this.#form.unanswered.length > 0 || this.#unmet.length > 0) {
      this.attempted = true;
      await this.updateComplete;
      this.#focusFirstError();
      return;
    }
    await this.#send();
  }

  #focusFirstError(): void {
    const fields = [...(this.shadowRoot?.querySelectorAll<SspField>('ssp-field') ?? [])];
    const first = fields.find(({ error }) => error !== '');
    if (first !== undefined) first.focus();
    else this.shadowRoot?.querySelector<HTMLElement>('.missing')?.focus();
  }

  async #send(): Promise<void> {
    const session = this.usedSession;
    if (session === null) return;
    this.busy = true;
    this.#seen = this.#sealed();
    const { action, caseId } = this;
    try {
      const { payload } = this.#form;
      this.#onOutcome(await session.dispatch({ type: 'decide', caseId, action, payload }));
    } finally {
      this.busy = false;
    }
  }

  #sealed(): Readonly<Record<string, DocumentView>> {
    const { handle, view } = this.caseState;
    const sealed = (view?.access ?? []).filter(
      ({ kind, state: stands }) => stands === 'open' && this.#row?.seals?.includes(kind),
    );
    return Object.fromEntries(
      sealed.flatMap(({ document }) => {
        const held = handle?.document(document);
        const status = held?.view.get();
        held?.release();
        return status?.state === 'ready' ? [[document, status.data]] : [];
      }),
    );
  }

  #onOutcome(outcome: Outcome): void {
    if (outcome.result === 'refused') {
      this.refusal = outcome.refusal;
      this.attempted = true;
      return;
    }
    this.dialog?.close();
    this.#reset();
    this.emit('ssp-decision-made', { action: this.action, result: outcome.result });
  }

  #onAnswer = (event: CustomEvent<{ name: string; value: Plain }>): void => {
    this.answers = { ...this.answers, [event.detail.name]: event.detail.value };
  };

  #onCancel = (): void => {
    this.dialog?.close();
    this.#reset();
  };

  #onClosed = (): void => {
    this.emit('ssp-decision-closed', { action: this.action });
  };

  #onWithdraw = (): void => {
    const pending = this.#pending;
    if (pending !== undefined) {
      void this.usedSession?.dispatch({ type: 'decision.withdraw', key: pending.key });
    }
  };

  #onGoTo = (requirement: RequirementResult): void => {
    if (requirement.at === undefined) return;
    this.dialog?.close();
    this.emit('ssp-field-request', { ...requirement.at });
  };

  #onRead = (event: CustomEvent<unknown>): void => {
    this.dialog?.close();
    this.emit('ssp-field-request', event.detail);
  };

  /** Why it was refused; where the text had changed, what the others wrote: whoever has read it decides anew. */
  #renderRefusal(refusal: Refusal): TemplateResult {
    return html`${renderRefusal(refusal, this.#onGoTo)}
      ${changedIn(refusal).map(
        (document) => html`<ssp-look-again
          .session=${this.usedSession}
          .caseId=${this.caseId}
          .documentId=${document}
          .seen=${this.#seen[document] ?? null}
          .audience=${this.audience}
          @ssp-field-request=${this.#onRead}
        ></ssp-look-again>`,
      )}`;
  }

  /** Nothing is wrong before the person has tried. */
  #errorOf(form: DecisionForm, row: FieldRow): string {
    return this.attempted ? form.errorOf(row, this.#unmet, terms('required')) : '';
  }

  #renderMissing(): TemplateResult | typeof nothing {
    if ((this.secondary || this.listed) && !this.attempted) return nothing;
    return renderMissing(this.#missing, this.attempted, this.#onGoTo);
  }

  #renderForm(row: ActionRow): TemplateResult {
    const form = this.#form;
    return html`<form class="form" novalidate @submit=${this.#onSubmit}>
      <div class="form-head">
        <h3 id="title">${this.label || row.label}</h3>
        <p class="does">${row.does}</p>
      </div>
      ${this.refusal ? this.#renderRefusal(this.refusal) : nothing}
      ${this.attempted ? this.#renderMissing() : nothing}
      ${form.fields.map(
        (field) => html`<ssp-field
          .session=${this.usedSession}
          .case=${this.caseState.handle}
          .row=${field}
          .value=${form.answers[field.name]}
          .options=${this.options[field.name] ?? null}
          .audience=${this.audience}
          .error=${this.#errorOf(form, field)}
          @ssp-field-changed=${this.#onAnswer}
        ></ssp-field>`,
      )}
      <div class="actions">
        <button type="submit" class="button primary" part="button" ?disabled=${this.busy}>
          ${this.busy ? terms('sending') : this.label || row.label}
        </button>
        ${
          this.inline
            ? nothing
            : html`<button type="button" class="button" @click=${this.#onCancel}>${terms('cancel')}</button>`
        }
      </div>
    </form>`;
  }

  #renderButton(row: ActionRow): TemplateResult {
    const blocked = this.#missing.length > 0;
    const listed = blocked && ((!this.secondary && !this.listed) || this.attempted);
    return html`<button
      type="button"
      class=${classMap({ button: true, primary: !this.secondary })}
      part="button"
      aria-disabled=${ifDefined(blocked ? 'true' : undefined)}
      aria-describedby=${ifDefined(listed ? 'missing' : undefined)}
      ?disabled=${this.busy}
      @click=${this.#onPress}
    >
      ${this.busy ? terms('sending') : this.label || row.label}
    </button>`;
  }

  protected override render(): TemplateResult | typeof nothing {
    const row = this.#row;
    const readiness = this.#readiness.value;
    const pending = this.#pending;
    const { asks } = this.#form;
    if (row === undefined || readiness === null) return nothing;
    if (pending !== undefined)
      return html`<div class="decision">${renderPending(pending, this.label || row.label, { refused: (refusal) => this.#renderRefusal(refusal), onWithdraw: this.#onWithdraw })}</div>`;
    if (!readiness.allowed || !readiness.open || this.caseView?.unknownVersion) return nothing;
    if (this.inline && asks) {
      return html`${this.#renderMissing()} ${this.#renderForm(row)}`;
    }
    return html`
      <div class="decision">
        ${asks || this.refusal === null ? nothing : this.#renderRefusal(this.refusal)}
        ${this.#renderMissing()} ${this.#renderButton(row)}
        ${this.secondary ? nothing : html`<p class="does">${row.does}</p>`}
      </div>
      ${asks ? html`<dialog part="dialog" aria-labelledby="title" @close=${this.#onClosed}>${this.#renderForm(row)}</dialog>` : nothing}
    `;
  }
}

/** The documents that others changed between reading and deciding. */
function changedIn({ code, detail }: Refusal): readonly string[] {
  const documents = code === 'changed-since-seen' ? detail?.['documents'] : null;
  return Array.isArray(documents) ? documents.map(String) : [];
}

declare global {
  interface HTMLElementTagNameMap {
    'ssp-decision': SspDecision;
  }
}
