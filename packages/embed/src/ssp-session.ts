import { ContextProvider } from '@lit/context';
import { schemeStyles, sessionContext } from '@ssp-kit/elements';
import { createSession } from '@ssp-kit/session';
import type { Session, SessionView } from '@ssp-kit/session/contract';
import { css, html, LitElement, type PropertyValues } from 'lit';
import { property } from 'lit/decorators.js';
import { caseChanges } from './case-changes.js';
import { watchForElements } from './element-loader.js';
import { serverAddress } from './server-base.js';
import { type GetToken, TokenSource } from './token-source.js';

/** What a session is made from. */
export interface SessionSetup {
  readonly server: string;
  readonly getToken: () => Promise<string>;
  readonly offline: 'none' | 'session' | 'device';
}

/**
 * @summary Gives everything below it a session: who is signed in, the server, and what is kept on this device.
 * @customElement ssp-session
 * @status preview
 * @since 0.1
 *
 * Makes its session when it is connected and ends it when it is removed; put back, it makes a new one. It shows nothing
 * of its own, listens to nothing outside itself and changes nothing in the page.
 *
 * @slot - The page's content, with elements of the kit anywhere in it.
 * @event ssp-ready - The person is known. Detail `{ person: { id, name, roles }, connection }`.
 * @event ssp-case-changed - A case of the person's changed. Detail `{ caseId, student, state, stage, track }`.
 * @event ssp-stage-changed - A case moved to another stage. Detail `{ caseId, student, from, to }`.
 * @event ssp-navigate - A person wants to go somewhere; cancelable. Detail `{ to: 'case', caseId, student }`.
 * @event ssp-auth-required - There is no valid token, and none is asked for until `signIn()`. Detail `{ problem }`.
 * @event ssp-error - Something the page's developer should know. Detail `{ code, message }`.
 */
export class SspSession extends LitElement {
  static override styles = [
    schemeStyles,
    css`
      :host {
        display: contents;
      }

      :host([hidden]) {
        display: none;
      }
    `,
  ];

  /** Address of the server; without it, the one this bundle was loaded from. */
  @property() server: string | null = null;

  /** An address of the page's own that answers `{"token": "<jwt>"}`. */
  @property({ attribute: 'token-url' }) tokenUrl: string | null = null;

  /** Answers a token, instead of `token-url`. */
  @property({ attribute: false }) getToken: GetToken | null = null;

  /**
   * What is kept in this browser, encrypted, where the server allows it. `none`: nothing. `session`: until the person signs out or the last
   * page is closed. `device`: beyond that, for the same person.
   */
  @property() offline: 'none' | 'session' | 'device' = 'none';

  /** `light`, `dark` or `auto`; without it the page's `color-scheme` counts. */
  @property({ reflect: true }) theme: 'light' | 'dark' | 'auto' | undefined;

  /** A token from the page. Read once; the attribute is removed, so that nobody finds it in the page later. */
  @property()
  get token(): string | null {
    return null;
  }

  set token(token: string | null) {
    if (!token) return;
    this.removeAttribute('token');
    this.#tokens.give(token);
    this.#askAgain();
  }

  readonly #provider = new ContextProvider(this, { context: sessionContext, initialValue: null });
  readonly #tokens = new TokenSource(() => ({ getToken: this.getToken, tokenUrl: this.tokenUrl }));
  #session: Session | null = null;
  #setup: SessionSetup | null = null;
  #stop: (() => void) | null = null;
  #unwatch: (() => void) | null = null;
  #told: SessionView | null = null;
  #ready = false;
  /** A session was made anew to read what is kept here: not again and again where the server gives no key. */
  #unlocked = false;

  /** The session while the element is connected, for elements elsewhere on the page: `element.session = host.session`. */
  get session(): Session | null {
    return this.#session;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.requestUpdate();
    // A shadow tree is not seen from the document.
    if (this.getRootNode() instanceof ShadowRoot) this.#unwatch = watchForElements(this);
    this.addEventListener('ssp-case-open-request', this.#onOpenRequest, { capture: true });
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#unwatch?.();
    this.#unwatch = null;
    this.removeEventListener('ssp-case-open-request', this.#onOpenRequest, { capture: true });
    // A node that is only moved is connected again before this runs.
    queueMicrotask(() => {
      if (!this.isConnected) this.#close();
    });
  }

  /** Asks the page for a token again, after `ssp-auth-required` and a new sign-in. */
  signIn(): void {
    this.#tokens.again();
    this.#askAgain();
  }

  /**
   * The person signs out: their session ends, and what is kept of theirs in this browser goes, also without a network. Words that are not
   * saved are gone. Nothing is asked of the page until `signIn()` or a new `token`.
   */
  async signOut(): Promise<void> {
    const session = this.#session;
    this.#tokens.end();
    this.#release();
    await session?.signOut();
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (!this.isConnected) return;
    if (changed.has('getToken') || changed.has('tokenUrl')) {
      this.#tokens.again();
      if (this.#told?.connection === 'signed-out') this.#askAgain();
    }
    void this.#open();
  }

  protected override render() {
    return html`<slot></slot>`;
  }

  /** Makes the session; a place for tests to give another one. */
  protected makeSession(setup: SessionSetup): Promise<Session> {
    return createSession(setup);
  }

  async #open(): Promise<void> {
    const setup = this.#readSetup();
    const { server, offline } = this.#setup ?? {};
    if (setup === null || (setup.server === server && setup.offline === offline)) return;
    this.#close();
    this.#setup = setup;
    try {
      const session = await this.makeSession(setup);
      // Removed meanwhile, or made again with other settings.
      if (this.#setup !== setup) await session.close();
      else this.#use(session);
    } catch (error) {
      if (this.#setup === setup) this.#setup = null;
      this.#emit('ssp-error', { code: 'no-session', message: String(error) });
    }
  }

  #use(session: Session): void {
    this.#session = session;
    this.#stop = session.view.subscribe(() => this.#tell(session.view.get()));
    this.#provider.setValue(session);
    this.#tell(session.view.get());
  }

  #readSetup(): SessionSetup | null {
    try {
      return {
        server: serverAddress(this.server),
        getToken: () => this.#tokens.ask(),
        offline: this.offline === 'device' || this.offline === 'session' ? this.offline : 'none',
      };
    } catch (error) {
      this.#emit('ssp-error', { code: 'bad-server-address', message: String(error) });
      return null;
    }
  }

  #close(): void {
    const session = this.#session;
    this.#release();
    this.#setup = null;
    session?.close().catch((error: unknown) => {
      this.#emit('ssp-error', { code: 'not-closed', message: String(error) });
    });
  }

  /** Lets go of the session; none is made in its place until the set-up is forgotten, too. */
  #release(): void {
    this.#stop?.();
    this.#stop = null;
    if (this.#session !== null) this.#provider.setValue(null);
    this.#session = null;
    this.#told = null;
    this.#ready = false;
  }

  #askAgain(): void {
    const session = this.#session;
    this.#unlocked = false;
    if (session === null) {
      this.#setup = null;
      this.requestUpdate();
      return;
    }
    if (session.view.get().person === null) {
      // It was made before anybody was known: who comes now gets a session of their own, with their own offline copies.
      this.#close();
      this.requestUpdate();
      return;
    }
    session.dispatch({ type: 'caseload.refresh' }).catch((error: unknown) => {
      this.#emit('ssp-error', { code: 'not-reached', message: String(error) });
    });
  }

  /** Turns what is new in the session's view into the host's events. */
  #tell(view: SessionView): void {
    const before = this.#told;
    this.#told = view;
    if (view.person !== null && !this.#ready && view.connection !== 'connecting') {
      this.#ready = true;
      this.#emit('ssp-ready', { person: view.person, connection: view.connection });
    }
    if (view.connection === 'signed-out' && before?.connection !== 'signed-out') {
      this.#emit('ssp-auth-required', { problem: this.#tokens.problem ?? 'refused' });
    }
    if (view.offlineStore === 'failed' && before?.offlineStore !== 'failed') {
      this.#emit('ssp-error', { code: 'offline-store-failed', message: 'Nothing is kept on this device.' });
    }
    if (!this.#unlocked && isLockedAndIdle(view)) {
      // The server answers now, so what is kept here can be read: by a session made anew, while there is nothing to lose.
      this.#unlocked = true;
      this.#close();
      this.requestUpdate();
      return;
    }
    if (before === null || before.caseload.state === 'loading' || view.caseload === before.caseload) return;
    const { changed, moved } = caseChanges(before.caseload.cases, view.caseload.cases);
    for (const detail of changed) this.#emit('ssp-case-changed', detail);
    for (const detail of moved) this.#emit('ssp-stage-changed', detail);
  }

  readonly #onOpenRequest = (event: Event): void => {
    const { caseId, student } = (event as CustomEvent<{ caseId: string; student: string }>).detail;
    if (!this.#emit('ssp-navigate', { to: 'case', caseId, student })) event.preventDefault();
  };

  #emit(type: string, detail: unknown): boolean {
    const cancelable = type === 'ssp-navigate';
    return this.dispatchEvent(new CustomEvent(type, { detail, bubbles: true, composed: true, cancelable }));
  }
}

function isLockedAndIdle({ offlineStore, connection, saved, pending, kept }: SessionView): boolean {
  const idle = saved === 'saved' && pending.length === 0 && kept.length === 0;
  return offlineStore === 'locked' && connection === 'online' && idle;
}

declare global {
  interface HTMLElementTagNameMap {
    'ssp-session': SspSession;
  }
}
