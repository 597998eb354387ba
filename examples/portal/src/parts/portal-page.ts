import { formStyles, SspElement } from '@ssp-kit/elements';
import type { SessionView } from '@ssp-kit/session/contract';
import type { CSSResultGroup } from 'lit';
import { portalStyles } from '../portal.styles.js';
import { isFamily } from './roles.js';

/** A page of the portal: an element of the kit's kind with the portal's own layout. */
export class PortalPage extends SspElement {
  static override styles: CSSResultGroup = [SspElement.styles, formStyles, portalStyles];

  /** The pages are made of the caseload: they are drawn again with it, too. */
  protected override shownOfSession(view: SessionView): unknown {
    return [super.shownOfSession(view), view.caseload];
  }

  protected get roles(): readonly string[] {
    return this.sessionState.value?.person?.roles ?? [];
  }

  protected get family(): boolean {
    return isFamily(this.roles);
  }

  /** After a move: the page's title, for the keyboard and for screen readers. */
  focusTitle(): void {
    this.renderRoot.querySelector('h1')?.focus({ preventScroll: true });
  }
}
