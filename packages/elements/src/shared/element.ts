import { ContextConsumer } from '@lit/context';
import { noProcess, type Process } from '@ssp-kit/process';
import type { CaseView, Session, SessionView } from '@ssp-kit/session/contract';
import { type CSSResultGroup, LitElement, type PropertyValues } from 'lit';
import { property } from 'lit/decorators.js';
import { baseStyles } from './base.styles.js';
import { buttonStyles } from './button.styles.js';
import { sessionContext } from './contexts.js';
import { CaseController, ReadableController } from './controllers.js';
import { nextDrawing } from './frames.js';
import { tokenStyles } from './tokens.styles.js';

/**
 * What every element of the kit has: a session by property or from an `ssp-session` above it, the case it shows, the look,
 * and the language of the place it stands in.
 *
 * @cssproperty --ssp-font-family - The typeface. Default: the system's.
 * @cssproperty --ssp-font-size - Size of running text; all other sizes follow. Default 16px.
 * @cssproperty --ssp-radius - Rounding of cards. Default 10px.
 * @cssproperty --ssp-radius-control - Rounding of controls. Default 8px.
 * @cssproperty --ssp-color-ink - Running text. Further colours: `--ssp-color-` and a name of `shared/palette.ts`.
 * @cssproperty --ssp-color-paper - The ground.
 * @cssproperty --ssp-color-surface - Cards and controls.
 * @cssproperty --ssp-color-ocean - What can be pressed, and where one is.
 */
export class SspElement extends LitElement {
  static override styles: CSSResultGroup = [tokenStyles, baseStyles, buttonStyles];

  /** The session to work with. Without it, the one of the nearest `ssp-session` is used. */
  @property({ attribute: false }) session: Session | null = null;

  /** The case to show, by id. */
  @property({ attribute: 'case-id' }) caseId = '';

  /** `light`, `dark` or `auto` (the reader's own choice); without it the page's `color-scheme` counts. */
  @property({ reflect: true }) theme: 'light' | 'dark' | 'auto' | undefined;

  /** Whose words are used: the staff's, or the family's plain ones. */
  @property() audience: 'staff' | 'family' = 'staff';

  readonly #above = new ContextConsumer(this, { context: sessionContext, subscribe: true });

  /** The session in use, or null. */
  protected get usedSession(): Session | null {
    return this.session ?? this.#above.value ?? null;
  }

  protected readonly sessionState = new ReadableController<SessionView>(
    this,
    () => this.usedSession?.view ?? null,
    (view) => this.shownOfSession(view),
  );

  /** What the element shows of the session: only then is it drawn again. What waits, what is kept and the caseload are not among it. */
  protected shownOfSession({ person, today, process, connection }: SessionView): unknown {
    return [person, today, process, connection];
  }

  protected override willUpdate(changed: PropertyValues): void {
    super.willUpdate(changed);
    if (changed.has('caseId') && this.hasUpdated) this.startAnew();
  }

  /** Another case is shown: what the person opened, chose or began to answer stays with the one before. */
  protected startAnew(): void {}

  /** Resolves when what has changed around the element is drawn, too. */
  protected override async getUpdateComplete(): Promise<boolean> {
    await nextDrawing();
    return super.getUpdateComplete();
  }

  /** The rows by which fields, labels and steps are asked; none until the session knows its server's. */
  protected get process(): Process {
    return this.sessionState.value?.process ?? noProcess;
  }

  /** The case's handle while the element is connected. */
  protected readonly caseState = new CaseController(this, () => ({
    session: this.usedSession,
    caseId: this.caseId,
  }));

  protected get caseView(): CaseView | null {
    return this.caseState.view;
  }

  /** The language to write dates and numbers in: the nearest `lang`, across shadow roots. */
  protected get locale(): string {
    let node: Node | null = this;
    while (node !== null) {
      if (node instanceof Element) {
        const lang = node.closest('[lang]')?.getAttribute('lang');
        if (lang) return lang === 'en' ? 'en-US' : lang;
      }
      const root: Node = node.getRootNode();
      node = root instanceof ShadowRoot ? root.host : null;
    }
    return 'en-US';
  }

  /** Tells about something that happened, or (`cancelable`) is about to: false when a listener prevented it. */
  protected emit(type: string, detail: unknown, options: { cancelable?: boolean } = {}): boolean {
    return this.dispatchEvent(new CustomEvent(type, { detail, cancelable: options.cancelable ?? false }));
  }
}
