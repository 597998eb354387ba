import { actionRow } from '@ssp-kit/process';
import type { KeptWords, PendingDecision, SessionView } from '@ssp-kit/session/contract';
import { type CSSResultGroup, html, nothing, type TemplateResult } from 'lit';
import { query, state } from 'lit/decorators.js';
import { classMap } from 'lit/directives/class-map.js';
import { SspElement } from '../shared/element.js';
import { icon } from '../shared/icons.js';
import { sayWhetherSaved } from '../shared/saved.js';
import { wordDifference } from '../shared/word-difference.js';
import { terms } from './sync-status.terms.js';
import { isText, type PutBack, putBack } from './put-back.js';
import { syncStatusStyles } from './sync-status.styles.js';

/**
 * @summary Where a person's words are, in one sentence; and what the server did not take, to put back, copy or discard.
 * @customElement ssp-sync-status
 * @status experimental
 * @since 0.1
 *
 * @csspart state - The sentence.
 * @csspart dialog - The list of what has not reached the record.
 */
export class SspSyncStatus extends SspElement {
  static override styles: CSSResultGroup = [SspElement.styles, syncStatusStyles];

  /** Words that were just copied, by id. */
  @state() private copied: string | null = null;
  /** Words that are being put back, or could not be, by id. */
  @state() private putting: ReadonlyMap<string, PutBack | null> = new Map();
  /** Words that are to be discarded once more is said: it cannot be undone. */
  @state() private sure: string | null = null;

  @query('dialog') private dialog!: HTMLDialogElement | null;

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.dialog?.close();
  }

  protected override shownOfSession(view: SessionView): unknown {
    return view;
  }

  #onShow = (): void => {
    this.copied = null;
    this.sure = null;
    this.putting = new Map();
    this.dialog?.showModal();
  };

  #onClose = (): void => this.dialog?.close();

  async #copy(kept: KeptWords): Promise<void> {
    try {
      await navigator.clipboard.writeText(kept.words);
      this.copied = kept.id;
    } catch {
      // Not allowed here: the words are selected, so that the person's own copy works.
      const quote = this.shadowRoot?.querySelector(`[data-kept="${CSS.escape(kept.id)}"] blockquote`);
      if (quote) getSelection()?.selectAllChildren(quote);
    }
  }

  async #putBack(kept: KeptWords): Promise<void> {
    const session = this.usedSession;
    if (session === null || this.putting.get(kept.id) === null) return;
    this.putting = new Map(this.putting).set(kept.id, null);
    const outcome = await putBack(session, kept);
    this.putting = new Map(this.putting).set(kept.id, outcome);
    if ('document' in outcome) await this.#discard(kept);
  }

  #onDiscard(kept: KeptWords): void {
    if (this.sure !== kept.id && this.copied !== kept.id) {
      this.sure = kept.id;
      return;
    }
    this.sure = null;
    void this.#discard(kept);
  }

  async #discard({ id }: KeptWords): Promise<void> {
    const session = this.usedSession;
    if (session === null) return;
    await session.dispatch({ type: 'kept.discard', id });
    const { kept, pending } = session.view.get();
    if (kept.length === 0 && pending.length === 0) this.dialog?.close();
  }

  #onWithdraw(pending: PendingDecision): void {
    void this.usedSession?.dispatch({ type: 'decision.withdraw', key: pending.key });
  }

  #renderState(view: SessionView): TemplateResult {
    const { says, sign } = sayWhetherSaved(view.saved, view.connection);
    const classes = {
      state: true,
      saved: view.saved === 'saved',
      waiting: view.saved === 'on-device',
      wrong: view.saved === 'not-saved',
    };
    return html`<span class=${classMap(classes)} part="state" role="status">${icon(sign)}${says}</span>`;
  }

  /** The connection is only told where the sentence does not say it already. */
  #renderConnection(view: SessionView): TemplateResult | typeof nothing {
    const { connection, saved } = view;
    if (connection === 'online' || saved === 'not-saved') return nothing;
    const says = terms(connection === 'offline' ? 'offline' : connection === 'connecting' ? 'connecting' : 'signedOut');
    return html`<span class="state">${icon(connection === 'offline' ? 'cloud-off' : 'cloud')}${says}</span>`;
  }

  #renderOpen(view: SessionView): TemplateResult | typeof nothing {
    const { kept, pending } = view;
    if (kept.length === 0 && pending.length === 0) return nothing;
    const wrong = kept.length > 0 || pending.some(({ refusal }) => refusal !== null);
    const says = [
      kept.length > 0 ? terms('kept', { count: kept.length }) : '',
      pending.length > 0 ? terms('pending', { count: pending.length }) : '',
    ];
    return html`<span class=${classMap({ state: true, wrong, waiting: !wrong })}>${icon(wrong ? 'alert' : 'clock')}<span
        >${says.filter(Boolean).join(', ')}</span
      >
      <button type="button" class="link" @click=${this.#onShow}>${terms('show')}</button></span
    >`;
  }

  #renderKept(kept: KeptWords): TemplateResult {
    return html`<li class="item" data-kept=${kept.id}>
      <p class="item-head"><span>${kept.label}</span></p>
      <p class="quiet small">${kept.reason}</p>
      <blockquote>${renderWords(kept)}</blockquote>
      ${this.#renderWhyNot(kept)}
      <div class="actions">
        ${
          isText(this.process, kept)
            ? html`<button
                type="button"
                class="button small"
                aria-disabled=${this.putting.get(kept.id) === null ? 'true' : 'false'}
                @click=${() => void this.#putBack(kept)}
              >${icon('undo')}${terms('putBack')}</button>`
            : nothing
        }
        <button type="button" class="button small" @click=${() => void this.#copy(kept)}>
          ${icon(this.copied === kept.id ? 'check' : 'copy')}${terms(this.copied === kept.id ? 'copied' : 'copy')}
        </button>
        <button type="button" class="button plain small" @click=${() => this.#onDiscard(kept)}>
          ${terms(this.sure === kept.id ? 'discardSure' : 'discard')}
        </button>
      </div>
    </li>`;
  }

  #renderWhyNot({ id }: KeptWords): TemplateResult {
    const outcome = this.putting.get(id);
    const why = outcome && 'why' in outcome ? outcome.why : null;
    return html`<p class="small" role="status">${why === null ? nothing : terms(why === 'sealed' ? 'notSealed' : 'notNow')}</p>`;
  }

  #renderPending(pending: PendingDecision): TemplateResult {
    const label = actionRow(this.process, pending.action)?.label ?? pending.action;
    const unmet = pending.refusal?.unmet ?? [];
    return html`<li class="item">
      <p class="item-head">
        <span>${label}</span><span class="quiet">${terms(pending.refusal ? 'refused' : 'waiting')}</span>
      </p>
      ${unmet.length > 0 ? html`<ul>${unmet.map((one) => html`<li>${one.label}</li>`)}</ul>` : nothing}
      ${pending.refusal ? nothing : html`<p class="quiet small">${terms('pendingLead')}</p>`}
      <div class="actions">
        <button type="button" class="button small" @click=${() => this.#onWithdraw(pending)}>
          ${terms(pending.refusal ? 'close' : 'withdraw')}
        </button>
      </div>
    </li>`;
  }

  #renderDialog(view: SessionView): TemplateResult {
    return html`<dialog part="dialog" aria-labelledby="heading">
      <div class="inside">
        <h2 id="heading">${terms('heading')}</h2>
        ${
          view.kept.length > 0
            ? html`<p class="quiet">${terms('keptLead')}</p>
                <ul class="items">${view.kept.map((one) => this.#renderKept(one))}</ul>`
            : nothing
        }
        ${
          view.pending.length > 0
            ? html`<ul class="items">${view.pending.map((one) => this.#renderPending(one))}</ul>`
            : nothing
        }
        <div class="actions">
          <button type="button" class="button" @click=${this.#onClose}>${terms('close')}</button>
        </div>
      </div>
    </dialog>`;
  }

  protected override render(): TemplateResult | typeof nothing {
    const view = this.sessionState.value;
    if (view === null) return nothing;
    const risky = view.offlineStore !== 'on' && view.connection !== 'online';
    return html`<div class="line">
        ${this.#renderState(view)} ${this.#renderConnection(view)} ${this.#renderOpen(view)}
      </div>
      ${risky ? html`<p class="quiet small">${terms('noStore')}</p>` : nothing}
      ${this.#renderDialog(view)}`;
  }
}

/** The words as they were written, with what the record does not have marked. */
function renderWords({ words, theirs = '' }: KeptWords): unknown {
  if (theirs === '') return words;
  return wordDifference(theirs, words).map(({ kind, words: part }) =>
    kind === 'removed' ? nothing : kind === 'added' ? html`<ins>${part}</ins>` : part,
  );
}

declare global {
  interface HTMLElementTagNameMap {
    'ssp-sync-status': SspSyncStatus;
  }
}
