import type {
  CaseHandle,
  CaseView,
  DocumentHandle,
  DocumentStatus,
  Readable,
  Session,
} from '@ssp-kit/session/contract';
import type { ReactiveController, ReactiveControllerHost } from 'lit';

/** Follows something while its host is connected: looks at each update whether it is still the same, and lets go at the end. */
abstract class FollowingController implements ReactiveController {
  protected readonly host: ReactiveControllerHost;
  #connected = false;

  constructor(host: ReactiveControllerHost) {
    this.host = host;
  }

  hostConnected(): void {
    this.#connected = true;
    this.follow();
    this.host.requestUpdate();
  }

  hostUpdate(): void {
    if (this.#connected) this.follow();
  }

  hostDisconnected(): void {
    this.#connected = false;
    this.leave();
  }

  protected abstract follow(): void;
  protected abstract leave(): void;
}

/** Renders its host again when a readable value changes. Which one is asked before each update; null is none. */
export class ReadableController<T> extends FollowingController {
  readonly #which: () => Readable<T> | null;
  #readable: Readable<T> | null = null;
  #stop: (() => void) | null = null;

  constructor(host: ReactiveControllerHost, which: () => Readable<T> | null) {
    super(host);
    this.#which = which;
    host.addController(this);
  }

  get value(): T | null {
    return this.#readable?.get() ?? null;
  }

  protected override follow(): void {
    const readable = this.#which();
    if (readable === this.#readable) return;
    this.leave();
    this.#readable = readable;
    this.#stop = readable?.subscribe(() => this.host.requestUpdate()) ?? null;
  }

  protected override leave(): void {
    this.#stop?.();
    this.#stop = null;
    this.#readable = null;
  }
}

interface Handle<V> {
  readonly view: Readable<V>;
  release(): void;
}

/** Holds one handle of a session while its host is connected, and gives it back. */
abstract class HandleController<H extends Handle<V>, V> extends FollowingController {
  #key: readonly unknown[] = [];
  #handle: H | null = null;
  #stop: (() => void) | null = null;

  constructor(host: ReactiveControllerHost) {
    super(host);
    host.addController(this);
  }

  /** The handle, while connected and known. */
  get handle(): H | null {
    return this.#handle;
  }

  get view(): V | null {
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
    const handle = this.take();
    this.#handle = handle;
    this.#stop = handle?.view.subscribe(() => this.host.requestUpdate()) ?? null;
  }

  protected override leave(): void {
    this.#stop?.();
    this.#handle?.release();
    this.#stop = null;
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

/** A document of the case an element shows. Comes after the CaseController it reads from. */
export class DocumentController extends HandleController<DocumentHandle, DocumentStatus> {
  readonly #case: () => CaseHandle | null;
  readonly #id: () => string | null;

  constructor(host: ReactiveControllerHost, case_: () => CaseHandle | null, id: () => string | null) {
    super(host);
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
