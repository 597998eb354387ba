import { baseStyles, buttonStyles, formStyles, icon, initials, tokenStyles } from '@ssp-kit/elements';
import { css, html, LitElement, nothing, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { noProcess, type Process } from '@ssp-kit/process';
import { type Account, type DemoPerson, demoPeople, demoSignIn, tokenAccount } from '../account.js';
import { mark } from '../parts/mark.js';
import { rolesInWords } from '../parts/roles.js';
import { portalStyles } from '../portal.styles.js';
import { serverProcess } from '../server-process.js';

/**
 * @summary Signing in: as one of the demo's people, as anyone of the imported roster for trying, or with a token.
 * @customElement portal-sign-in
 * @event portal-signed-in - Detail: the account.
 */
export class PortalSignIn extends LitElement {
  static override styles = [
    tokenStyles,
    baseStyles,
    buttonStyles,
    formStyles,
    portalStyles,
    css`
      .page {
        max-inline-size: 880px;
        padding-inline: var(--_space-5);
      }

      header {
        display: grid;
        gap: var(--_space-4);
        justify-items: start;
      }

      .mark {
        inline-size: 44px;
        block-size: 44px;
      }

      .people {
        display: grid;
        grid-template-columns: repeat(auto-fill, minmax(min(100%, 260px), 1fr));
        gap: var(--_space-3);
      }

      .people > li {
        display: grid;
      }

      .person {
        display: grid;
        grid-template-columns: auto minmax(0, 1fr);
        gap: 2px var(--_space-3);
        align-content: start;
        padding: var(--_space-4);
        border: 1px solid var(--_line);
        border-radius: var(--_radius);
        background: var(--_surface);
        color: inherit;
        font: inherit;
        text-align: start;
        cursor: pointer;
        transition:
          border-color var(--_motion),
          background-color var(--_motion);
      }

      .person:hover:not(:disabled) {
        border-color: var(--_ocean);
        background: var(--_ocean-tint);
      }

      .person strong {
        font-weight: var(--_weight-label);
      }

      .role {
        display: block;
      }

      .person .says {
        grid-column: 1 / -1;
        margin-block-start: var(--_space-2);
        font-size: var(--_text-s);
        text-wrap: pretty;
      }

      .face {
        grid-row: span 2;
        display: grid;
        place-items: center;
        inline-size: 40px;
        block-size: 40px;
        border-radius: 50%;
        background: var(--_ocean-tint);
        color: var(--_ocean);
        font-size: var(--_text-s);
        font-weight: var(--_weight-heading);
      }

      .person:hover .face {
        background: var(--_surface);
      }

      details {
        border-block-start: 1px solid var(--_line);
        padding-block-start: var(--_space-4);
      }

      summary {
        color: var(--_ocean);
        font-weight: var(--_weight-label);
        cursor: pointer;
      }

      details .field {
        margin-block-start: var(--_space-4);
        justify-items: start;
      }

      textarea.control {
        min-block-size: 96px;
        font-family: ui-monospace, monospace;
        font-size: var(--_text-s);
      }
    `,
  ];

  /** Why one is here again. */
  @property() notice = '';

  @state() private process: Process = noProcess;
  @state() private people: readonly DemoPerson[] | null = null;
  @state() private found: readonly DemoPerson[] = [];
  @state() private query = '';
  @state() private problem = '';
  @state() private tokenProblem = '';
  @state() private loading: 'yes' | 'no' | 'no-demo' = 'yes';
  #asked = 0;

  override connectedCallback(): void {
    super.connectedCallback();
    void this.#load();
  }

  async #load(): Promise<void> {
    this.loading = 'yes';
    this.problem = '';
    try {
      const [people, process] = await Promise.all([demoPeople(), serverProcess()]);
      this.process = process;
      this.people = people;
      this.loading = people === null ? 'no-demo' : 'no';
    } catch {
      this.loading = 'no';
      this.problem = 'The server cannot be reached. Nothing is lost: try again when you are connected.';
    }
  }

  async #signIn(person: DemoPerson): Promise<void> {
    this.problem = '';
    try {
      this.#done(await demoSignIn(person));
    } catch {
      this.problem = `Signing in as ${person.name} did not work. Try again, or choose someone else.`;
    }
  }

  readonly #onSearch = async (event: Event): Promise<void> => {
    this.query = (event.target as HTMLInputElement).value;
    const asked = ++this.#asked;
    const wanted = this.query.trim();
    try {
      const found = wanted.length < 2 ? [] : ((await demoPeople(wanted)) ?? []);
      if (asked === this.#asked) this.found = found;
    } catch {
      if (asked === this.#asked) this.found = [];
    }
  };

  readonly #onToken = (event: Event): void => {
    event.preventDefault();
    const field = this.renderRoot.querySelector('textarea');
    const account = tokenAccount(field?.value ?? '');
    if (account === null) {
      this.tokenProblem = 'This is not a token. A token has three parts with dots between them.';
      field?.focus();
      return;
    }
    this.#done(account);
  };

  #done(account: Account): void {
    this.dispatchEvent(new CustomEvent('portal-signed-in', { detail: account }));
  }

  #renderPerson(person: DemoPerson): TemplateResult {
    return html`<li>
      <button class="person" type="button" @click=${() => this.#signIn(person)}>
        <span class="face" aria-hidden="true">${initials(person.name)}</span>
        <strong>${person.name}</strong>
        <span class="meta">
          <span class="role">${rolesInWords(this.process, person.roles)}</span>
          ${person.schoolName ? html`<span class="role">${person.schoolName}</span>` : nothing}
        </span>
        ${person.says ? html`<span class="says">${person.says}</span>` : nothing}
      </button>
    </li>`;
  }

  #renderDemo(people: readonly DemoPerson[]): TemplateResult {
    return html`
      <section aria-labelledby="people">
        <h2 id="people">Who would you like to be?</h2>
        <p class="lead">This is a demo: everybody is made up, and no password is asked.</p>
        <ul class="people">
          ${people.map((person) => this.#renderPerson(person))}
        </ul>
      </section>
      <section aria-labelledby="anyone">
        <h2 id="anyone">Or anyone of the roster</h2>
        <label class="field">
          <span class="help">Staff, family or students, by a part of the name</span>
          <span class="search">
            ${icon('search')}
            <input
              class="control"
              type="search"
              autocomplete="off"
              aria-label="Search the roster"
              .value=${this.query}
              @input=${this.#onSearch}
            />
          </span>
        </label>
        ${
          this.found.length > 0
            ? html`<ul class="people">
              ${this.found.map((person) => this.#renderPerson(person))}
            </ul>`
            : this.query.trim().length >= 2
              ? html`<p class="quiet">Nobody of this name.</p>`
              : nothing
        }
      </section>
    `;
  }

  #renderToken(): TemplateResult {
    return html`<details ?open=${this.loading === 'no-demo'}>
      <summary>Use a token</summary>
      <form class="field" novalidate @submit=${this.#onToken}>
        <label class="label" for="token">Token</label>
        <p class="help">From your school’s system, or printed by <code>ssp token</code>.</p>
        <textarea
          id="token"
          class="control"
          spellcheck="false"
          autocomplete="off"
          aria-describedby="token-problem"
        ></textarea>
        <p class="error" id="token-problem" role="alert">${this.tokenProblem}</p>
        <button class="button" type="submit">Sign in</button>
      </form>
    </details>`;
  }

  protected override render(): TemplateResult {
    return html`<main class="page">
      <header>
        ${mark}
        <div class="title">
          <h1 tabindex="-1">Student Support Process</h1>
          <p class="lead">
            A concern about a student, what the team sees, one plan that everybody writes together, and how it works out.
          </p>
        </div>
      </header>
      ${this.notice ? html`<p class="wrong" role="status">${icon('alert')}<span>${this.notice}</span></p>` : nothing}
      ${
        this.problem
          ? html`<p class="wrong" role="alert">
            ${icon('alert')}<span>${this.problem}</span>
            ${
              this.people === null
                ? html`<button class="button small" type="button" @click=${() => this.#load()}>Try again</button>`
                : nothing
            }
          </p>`
          : nothing
      }
      ${this.people === null ? nothing : this.#renderDemo(this.people)}
      ${
        this.loading === 'no-demo'
          ? html`<p class="lead">Open this page from your school’s system, or use a token it gave you.</p>`
          : nothing
      }
      ${this.loading === 'yes' ? nothing : this.#renderToken()}
    </main>`;
  }
}
