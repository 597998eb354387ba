import type { BrowserContext } from 'playwright-core';

/** What a page says when the network breaks off; nothing else is expected. */
const network = /net::ERR_(CONNECTION|EMPTY_RESPONSE|NETWORK|SOCKET|INTERNET|FAILED)|WebSocket connection to .* failed/;

/** A page that is left before its connection stands closes it: the browser tells, nothing is wrong. */
const left = /WebSocket is closed before the connection is established/;

/** Collects what must not happen on the pages of one person: console output, page errors, violations of the policy. */
export class Watch {
  readonly #found: string[] = [];
  readonly #expected: RegExp[] = [];
  #trouble = 0;

  async follow(context: BrowserContext): Promise<void> {
    await context.addInitScript(() => {
      addEventListener('securitypolicyviolation', (event) => {
        console.error(`policy violation: ${event.effectiveDirective} ${event.blockedURI} ${event.sourceFile}`);
      });
    });
    context.on('console', (message) => {
      const where = message.location();
      this.#tell(`console ${message.type()}: ${message.text()} (${where.url}:${where.lineNumber})`);
    });
    context.on('weberror', (error) => this.#tell(`page error: ${error.error().stack ?? error.error().message}`));
  }

  /** From here on the network is known to be broken, until `calm`. */
  trouble(): void {
    this.#trouble += 1;
  }

  calm(): void {
    this.#trouble -= 1;
  }

  /** What a test brings about on purpose, and the browser tells of by itself. */
  expects(says: RegExp): void {
    this.#expected.push(says);
  }

  #tell(says: string): void {
    if (this.#expected.some((one) => one.test(says))) return;
    if (left.test(says)) return;
    if (this.#trouble > 0 && network.test(says)) return;
    this.#found.push(says);
  }

  get found(): readonly string[] {
    return this.#found;
  }
}
