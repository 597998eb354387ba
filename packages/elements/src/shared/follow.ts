import type { Readable } from '@ssp-kit/session/contract';
import { AsyncDirective, directive } from 'lit/async-directive.js';
import { beforeFrame } from './frames.js';
import { isSame } from './same.js';

type Part<T> = (value: T) => unknown;
type Render<P> = (part: P) => unknown;

/** One place of a template that follows a readable value by itself: the element around it is not drawn again. */
class FollowDirective extends AsyncDirective {
  #readable: Readable<unknown> | null = null;
  #part: Part<never> | null = null;
  #render: Render<never> | null = null;
  #drawn: unknown;
  #stop: (() => void) | null = null;

  override render(readable: Readable<unknown>, part: Part<never>, render: Render<never>): unknown {
    this.#part = part;
    this.#render = render;
    if (this.isConnected) this.#listen(readable);
    this.#readable = readable;
    return this.#draw(part(readable.get() as never));
  }

  protected override disconnected(): void {
    this.#stop?.();
    this.#stop = null;
  }

  protected override reconnected(): void {
    if (this.#readable === null) return;
    this.#listen(this.#readable);
    this.#look();
  }

  #listen(readable: Readable<unknown>): void {
    if (this.#stop !== null && readable === this.#readable) return;
    this.#stop?.();
    this.#stop = readable.subscribe(() => beforeFrame(this.#look));
  }

  readonly #look = (): void => {
    if (!this.isConnected || this.#readable === null || this.#part === null) return;
    const part = this.#part(this.#readable.get() as never);
    if (!isSame(part, this.#drawn)) this.setValue(this.#draw(part));
  };

  #draw(part: unknown): unknown {
    this.#drawn = part;
    return this.#render?.(part as never);
  }
}

const followAny = directive(FollowDirective);

/**
 * Draws a part of a readable value, and draws it again when that part says something else, at most once a frame:
 * `${follow(document.view, ({ saved }) => saved, (saved) => html`…`)}`. Both functions are taken anew whenever the element is drawn.
 */
export function follow<T, P>(readable: Readable<T>, part: (value: T) => P, render: (part: P) => unknown) {
  return followAny(readable, part as Part<never>, render as Render<never>);
}
