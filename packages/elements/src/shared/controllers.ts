import type {
  CaseHandle,
  CaseView,
  DocumentHandle,
  DocumentStatus,
  Readable,
  Session,
} from '@ssp-kit/session/contract';
import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { beforeFrame, whenIdle } from './frames.js';
import { isSame } from './same.js';

/**
 * Follows something while its host is connected: looks at each update whether it is still the same, and lets go at the end.
 * The host is drawn again when the part of the value that it shows says something else, at most once a frame.
 */
abstract class FollowingController<T> implements ReactiveController {
  protected readonly host: ReactiveControllerHost;
  readonly #part: (value: T) => unknown;
  #connected = false;
  #drawn: unknown;
  #stop: (() => void) | null = null;

  constructor(host: ReactiveControllerHost, part: (value: T) => unknown = (value) => value) {
    this.host = host;
    this.#part = part;
  }

  hostConnected(): void {
    this.#connected = true;
    this.follow();
    this.host.requestUpdate();
  }

  hostUpdate(): void {
    if (!this.#connected) return;
    this.follow();
    this.#drawn = this.#shown();
  }

  hostDisconnected(): void {
    this.#connected = false;
    this.leave();
  }

  protected abstract follow(): void;
  protected abstract current(): T | null;

  /** What is asked for is that of now, also before the host's update has come to its controllers. */
  protected now(): T | null {
    if (this.#connected) this.follow();
    return this.current();
  }

  protected listen(readable: Readable<T>): void {
    this.#stop = readable.subscribe(() => this.changed());
  }

  protected leave(): void {
    this.#stop?.();
    this.#stop = null;
  }

  protected changed(): void {
    beforeFrame(this.look);
  }

  protected readonly look = (): void => {
    if (this.#connected && !isSame(this.#shown(), this.#drawn)) this.host.requestUpdate();
  };

  #shown(): unknown {
    const value = this.current();
    return value === null ? null : this.#part(value);
  }
}

/**
 * Renders its host again when a readable value changes. Which one is asked before each update; null is none. `part` is what the
 * host shows of it; without it, everything.
 */
export class ReadableController<T> extends FollowingController<T> {
  readonly #which: () => Readable<T> | null;
  protected readable: Readable<T> | null = null;

  constructor(host: ReactiveControllerHost, which: () => Readable<T> | null, part?: (value: T) => unknown) {
    super(host, part);
    this.#which = which;
    host.addController(this);
  }

  get value(): T | null {
    return this.now();
  }

  protected override current(): T | null {
    return this.readable?.get() ?? null;
  }

  protected override follow(): void {
    const readable = this.#which();
    if (readable === this.readable) return;
    this.leave();
    this.readable = readable;
    if (readable !== null) this.listen(readable);
  }

  protected override leave(): void {
    super.leave();
    this.readable = null;
  }
}

/**
 * A value that costs something to work out, like the judgement of a whole plan: asked again when the page is idle, not at each
 * letter. `since` tells what must not be shown with an older answer; when it is another one, it is asked at once.
 */
export class IdleController<T> extends ReadableController<T> {
  readonly #since: () => unknown;
  #asked: { readonly readable: Readable<T>; readonly since: unknown } | null = null;
  #value: T | null = null;

  constructor(host: ReactiveControllerHost, which: () => Readable<T> | null, since: () => unknown = () => null) {
    super(host, which);
    this.#since = since;
  }

  /** The answer of this moment, not of the last idle one. */
  judge(): T | null {
    this.#ask();
    this.look();
    return this.#value;
  }

  protected override current(): T | null {
    return this.#value;
  }

  protected override follow(): void {
    super.follow();
    if (this.readable !== this.#asked?.readable || this.#since() !== this.#asked?.since) this.#ask();
  }

  protected override leave(): void {
    super.leave();
    this.#asked = null;
    this.#value = null;
  }

  protected override changed(): void {
    whenIdle(this.#judge);
  }

  readonly #judge = (): void => {
    this.#ask();
    this.look();
  };

  #ask(): void {
    const { readable } = this;
    this.#asked = readable && { readable, since: this.#since() };
    this.#value = readable?.get() ?? null;
  }
}

interface Handle<V> {
  readonly view: Readable<V>;
  release(): void;
}

/** Holds one handle of a session while its host is connected, and gives it back. */
abstract class HandleController<H extends Handle<V>, V> extends FollowingController<V> {
  #key: readonly unknown[] = [];
  #handle: H | null = null;

  constructor(host: ReactiveControllerHost, part?: (view: V) => unknown) {
    super(host, part);
    host.addController(this);
  }

  /** The handle, while connected and known. */
  get handle(): H | null {
    this.now();
    return this.#handle;
  }

  get view(): V | null {
    return this.now();
  }

  protected override current(): V | null {
    return this.#handle?.view.get() ?? null;
  }

  /** What the handle depends on; a missing part means none. */
  protected abstract key(): readonly unknown[];
  protected abstract take(): H | null;

  protected override follow(): void {
    const key = this.key();
    if (key.length === this.#key.length && key.every((part, at) => part === this.#key[at])) return;
    this.leave();
    this.#key = key;
    if (key.some((part) => part == null || part === '')) return;
    this.#handle = this.take();
    if (this.#handle !== null) this.listen(this.#handle.view);
  }

  protected override leave(): void {
    super.leave();
    this.#handle?.release();
    this.#handle = null;
    this.#key = [];
  }
}

/** The case an element shows: `handle` to ask, `view` to read. */
export class CaseController extends HandleController<CaseHandle, CaseView> {
  readonly #which: () => { readonly session: Session | null; readonly caseId: string };

  constructor(
    host: ReactiveControllerHost,
    which: () => { readonly session: Session | null; readonly caseId: string },
  ) {
    super(host);
    this.#which = which;
  }

  protected key(): readonly unknown[] {
    const { session, caseId } = this.#which();
    return [session, caseId];
  }

  protected take(): CaseHandle | null {
    const { session, caseId } = this.#which();
    return session?.case(caseId) ?? null;
  }
}

/**
 * A document of the case an element shows. Comes after the CaseController it reads from. `part` is what the host shows of it;
 * without it, everything.
 */
export class DocumentController extends HandleController<DocumentHandle, DocumentStatus> {
  readonly #case: () => CaseHandle | null;
  readonly #id: () => string | null;

  constructor(
    host: ReactiveControllerHost,
    case_: () => CaseHandle | null,
    id: () => string | null,
    part?: (status: DocumentStatus) => unknown,
  ) {
    super(host, part);
    this.#case = case_;
    this.#id = id;
  }

  protected key(): readonly unknown[] {
    return [this.#case(), this.#id()];
  }

  protected take(): DocumentHandle | null {
    const id = this.#id();
    return id === null ? null : (this.#case()?.document(id) ?? null);
  }
}
