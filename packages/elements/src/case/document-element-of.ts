import { nothing } from 'lit';
import { Directive, directive } from 'lit/directive.js';
import type { SspDocumentElement } from '../document/document-element.js';

type Listener = (event: CustomEvent<never>) => void;

/** An element whose tag comes out of a table: made once, then given its properties like one that stands in a template. */
class ElementDirective extends Directive {
  #element: HTMLElement | null = null;
  #listeners: Readonly<Record<string, Listener>> = {};

  override render(
    tag: string,
    properties: Partial<SspDocumentElement>,
    listeners: Readonly<Record<string, Listener>>,
    document: string,
  ): unknown {
    if (this.#element?.localName !== tag) this.#element = this.#make(tag, Object.keys(listeners));
    this.#listeners = listeners;
    this.#element.dataset['document'] = document;
    Object.assign(this.#element, properties);
    return this.#element ?? nothing;
  }

  #make(tag: string, types: readonly string[]): HTMLElement {
    const element = document.createElement(tag);
    for (const type of types) {
      element.addEventListener(type, (event) => this.#listeners[type]?.(event as CustomEvent<never>));
    }
    return element;
  }
}

/** `${elementOf('ssp-evidence', { caseId }, { 'ssp-field-request': onRequest }, 'evidence-2')}`: the last one is its `data-document`. */
export const elementOf = directive(ElementDirective);
