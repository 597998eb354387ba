import { assert, fixture, nextFrame } from '@open-wc/testing';
import type { LitElement, TemplateResult } from 'lit';
import type { CaseFixture } from './case.fixtures.js';
import { nextJudgements } from './frames.js';

/** Mounts a template and waits until the element and those inside it have rendered. */
export async function mount<T extends LitElement>(template: TemplateResult): Promise<T> {
  const element = await fixture<T>(template);
  await settled(element);
  return element;
}

/** Waits for an element and every element in its shadow tree. */
export async function settled(element: Element): Promise<void> {
  await nextFrame();
  await nextJudgements();
  for (const one of [element, ...inside(element)]) {
    if ('updateComplete' in one) await one.updateComplete;
  }
}

/** All elements below one, through every shadow root. */
export function inside(element: Element): Element[] {
  const root: ParentNode = element.shadowRoot ?? element;
  return [...root.querySelectorAll('*')].flatMap((one) => (one.shadowRoot === null ? [one] : [one, ...inside(one)]));
}

/** The first element below one that a selector fits, through every shadow root. */
export function find<T extends Element = HTMLElement>(element: Element, selector: string): T {
  const found = inside(element).find((one) => one.matches(selector));
  if (found === undefined) throw new Error(`nothing fits ${selector}`);
  return found as T;
}

export function findAll<T extends Element = HTMLElement>(element: Element, selector: string): T[] {
  return inside(element).filter((one) => one.matches(selector)) as T[];
}

/** What a person reads, through every shadow root. */
export function textOf(element: Element): string {
  const read = (node: Node): string => {
    if (node.nodeType === Node.TEXT_NODE) return node.textContent ?? '';
    if (node instanceof HTMLStyleElement) return '';
    const children = node instanceof Element ? (node.shadowRoot ?? node).childNodes : node.childNodes;
    return [...children].map(read).join(' ');
  };
  return read(element).replace(/\s+/g, ' ').trim();
}

export function button(element: Element, label: string): HTMLButtonElement {
  const found = findAll<HTMLButtonElement>(element, 'button').find((one) => {
    const name = one.getAttribute('aria-label') ?? one.textContent ?? '';
    return name.replace(/\s+/g, ' ').trim() === label;
  });
  if (found === undefined) throw new Error(`no button says ${label}`);
  return found;
}

/** Puts an element on the page and takes it away fifty times: every handle and listener is given back. */
export async function expectNoLeak({ session }: Pick<CaseFixture, 'session'>, make: () => LitElement): Promise<void> {
  const before = session.held;
  for (let round = 0; round < 50; round += 1) {
    const element = make();
    document.body.append(element);
    await element.updateComplete;
    element.remove();
  }
  const twice = make();
  document.body.append(twice);
  await twice.updateComplete;
  twice.remove();
  document.body.append(twice);
  await twice.updateComplete;
  assert.isAbove(session.held, before, 'held while on the page');
  twice.remove();
  assert.equal(session.held, before, 'held afterwards');
}
