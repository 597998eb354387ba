import { baseStyles, buttonStyles, icon, type IconName, initials, tokenStyles } from '@ssp-kit/elements';
import { html, LitElement, nothing, type TemplateResult } from 'lit';
import { state } from 'lit/decorators.js';
import { type Account, freshToken, keepAccount, readAccount } from './account.js';
import { appStyles } from './app.styles.js';
import { mark } from './parts/mark.js';
import type { PortalPage } from './parts/portal-page.js';
import { isFamily } from './parts/roles.js';
import { portalStyles } from './portal.styles.js';
import { type Route, readRoute, writeRoute } from './routes.js';

const places: readonly { page: Exclude<Route['page'], 'case'>; label: string; family: string; icon: IconName }[] = [
  { page: 'today', label: 'Today', family: 'Today', icon: 'home' },
  { page: 'caseload', label: 'Caseload', family: 'Children', icon: 'people' },
  { page: 'students', label: 'Students', family: 'Concern', icon: 'search' },
];

/**
 * @summary The portal: sign-in, the frame around every page, and the way from page to page.
 * @customElement portal-app
 */
export class PortalApp extends LitElement {
  static override styles = [tokenStyles, baseStyles, buttonStyles, portalStyles, appStyles];

  @state() private account: Account | null = readAccount();
  @state() private route: Route = readRoute(location.hash);
  @state() private notice = '';

  override connectedCallback(): void {
    super.connectedCallback();
    addEventListener('hashchange', this.#onMove);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    removeEventListener('hashchange', this.#onMove);
  }

  protected override updated(): void {
    const { page } = this.route;
    const place = places.find((one) => one.page === page)?.label ?? 'Case';
    document.title = `${this.account === null ? 'Sign in' : place} · Student Support Process`;
  }

  readonly #onMove = (): void => {
    this.route = readRoute(location.hash);
    void this.#showPage();
  };

  async #showPage(): Promise<void> {
    await this.updateComplete;
    scrollTo(0, 0);
    const page = this.renderRoot.querySelector<PortalPage>('.main > *:not(portal-next-step)');
    await page?.updateComplete;
    page?.focusTitle();
  }

  readonly #onSignedIn = (event: CustomEvent<Account>): void => {
    keepAccount(event.detail);
    this.notice = '';
    this.account = event.detail;
  };

  readonly #onSignOut = async (): Promise<void> => {
    const session = this.renderRoot.querySelector('ssp-session');
    keepAccount(null);
    await session?.signOut();
    this.account = null;
    this.notice = '';
    location.hash = '#/';
  };

  readonly #onAuthRequired = (): void => {
    keepAccount(null);
    this.account = null;
    this.notice = 'You were signed out. Sign in again; what was saved on this device is still here.';
  };

  readonly #onNavigate = (event: CustomEvent<{ caseId: string }>): void => {
    location.hash = writeRoute({ page: 'case', caseId: event.detail.caseId });
  };

  #renderNav(account: Account): TemplateResult {
    const family = isFamily(account.roles);
    return html`<nav class="nav" aria-label="Pages">
      ${places.map(
        (place) =>
          html`<a href=${writeRoute(place)} aria-current=${this.route.page === place.page ? 'page' : 'false'}
            >${icon(place.icon)}<span>${family ? place.family : place.label}</span></a
          >`,
      )}
    </nav>`;
  }

  #renderHeader(account: Account): TemplateResult {
    return html`<header class="header">
      <div class="bar">
        <a class="brand" href="#/" aria-label="Student Support Process, Today">${mark}<span>Support</span></a>
        ${this.#renderNav(account)}
        ${this.route.page === 'case' ? nothing : html`<ssp-sync-status class="sync"></ssp-sync-status>`}
        <div class="me">
          <span class="face" role="img" aria-label=${`Signed in as ${account.name}`}>${initials(account.name)}</span>
          <span class="who" aria-hidden="true"><strong>${account.name}</strong><span class="meta"><portal-role-words .roles=${account.roles}></portal-role-words></span></span>
          <button class="button plain small sign-out" type="button" @click=${this.#onSignOut}>Sign out</button>
        </div>
      </div>
    </header>`;
  }

  #renderPage(): TemplateResult {
    const { route } = this;
    switch (route.page) {
      case 'today':
        return html`<portal-today></portal-today>`;
      case 'caseload':
        return html`<portal-caseload></portal-caseload>`;
      case 'students':
        return html`<portal-students @portal-case-started=${this.#onNavigate}></portal-students>`;
      case 'case':
        return html`<portal-case
          case-id=${route.caseId}
          .documentId=${route.document ?? ''}
        ></portal-case>`;
    }
  }

  protected override render(): TemplateResult {
    const { account, route } = this;
    if (account === null) {
      return html`<portal-sign-in .notice=${this.notice} @portal-signed-in=${this.#onSignedIn}></portal-sign-in>`;
    }
    return html`<ssp-session
      offline="device"
      .server=${location.origin}
      .getToken=${freshToken}
      @ssp-navigate=${this.#onNavigate}
      @ssp-auth-required=${this.#onAuthRequired}
    >
      ${account.demo ? html`<aside class="demo" aria-label="About this demo">Demo: everybody here is made up.</aside>` : nothing}
      ${this.#renderHeader(account)}
      <main class="main">
        ${
          route.page === 'today'
            ? nothing
            : html`<portal-next-step .shownCase=${route.page === 'case' ? route.caseId : null}></portal-next-step>`
        }
        ${this.#renderPage()}
      </main>
    </ssp-session>`;
  }
}
