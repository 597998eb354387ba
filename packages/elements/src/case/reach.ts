import type { LitElement } from 'lit';
import type { SspDocumentElement } from '../document/document-element.js';
import type { FieldPlace } from './page.js';

/** A document that was closed comes from the server or the disk: its fields take a while to stand there. */
const patience = 90;

/**
 * Goes to an open document, and in it to a field as soon as that stands there; gives up after some frames, or when the person went
 * on by themselves. The place itself gets the focus at once, so that the next key works there.
 */
export async function reach(place: HTMLElement | null, at: FieldPlace): Promise<void> {
  if (place === null) return;
  const element = place.querySelector<SspDocumentElement>('[data-document]');
  await (element as LitElement | null)?.updateComplete;
  if (at.field !== '' && element !== null && isThere(element, at)) return;
  place.scrollIntoView({ block: 'start' });
  place.focus({ preventScroll: true });
  if (element === null) return;
  const root = place.getRootNode() as ShadowRoot;
  if (at.field === '') {
    // All documents of the kind stand together: to the one that is meant.
    if (element.documentId === '') isThere(element, at);
    return;
  }
  for (let frame = 0; frame < patience; frame += 1) {
    await new Promise((resolve) => requestAnimationFrame(resolve));
    if (!place.isConnected || root.activeElement !== place) return;
    if (isThere(element, at)) return;
  }
}

/** A log finds its own draft, and has no way to a field. */
function isThere(element: SspDocumentElement, at: FieldPlace): boolean {
  return typeof element.goTo === 'function' && element.goTo(at);
}
