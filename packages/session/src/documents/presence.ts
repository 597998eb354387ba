/** Who is here and where. The session tells only its own place; the server puts name, role and colour to it. */
import { messageTypes } from '@ssp-kit/protocol';
import * as encoding from 'lib0/encoding';
import { type Awareness, encodeAwarenessUpdate } from 'y-protocols/awareness';
import {
  createAbsolutePositionFromRelativePosition,
  createRelativePositionFromJSON,
  createRelativePositionFromTypeIndex,
  relativePositionToJSON,
} from 'yjs';
import type { Caret, FieldPath, Presence } from '../contract.js';
import type { Replica } from './replica.js';

/** Our own entry as it travels; others' come with a `user` of the server's: person, name, role and colour of their tokens. */
interface Place {
  readonly field: FieldPath | null;
  /** Relative positions in the field's text, as JSON. */
  readonly anchor?: unknown;
  readonly head?: unknown;
}

/** Moves of a caret within this time are told once. */
const sendEveryMs = 60;

export class PresenceChannel {
  readonly #replica: Replica;
  readonly #onChange: () => void;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(replica: Replica, onChange: () => void) {
    this.#replica = replica;
    this.#onChange = onChange;
    this.#awareness.on('update', this.#onUpdate);
    this.#awareness.setLocalState({ field: null });
  }

  get #awareness(): Awareness {
    return this.#replica.awareness;
  }

  /** In which field, and with which selection, the person is. */
  setPlace(field: FieldPath | null, selection: { anchor: number; head: number } | null): void {
    const text = field !== null && selection ? this.#replica.doc.getText(field) : null;
    const at = (index: number) => text && relativePositionToJSON(createRelativePositionFromTypeIndex(text, index, -1));
    const place: Place =
      text && selection ? { field, anchor: at(selection.anchor), head: at(selection.head) } : { field };
    this.#awareness.setLocalState({ ...place });
  }

  others(): readonly Presence[] {
    const people: Presence[] = [];
    for (const [key, state] of this.#awareness.getStates()) {
      const person = key === this.#awareness.clientID ? null : readPerson(key, state);
      if (person) people.push(person);
    }
    return people;
  }

  carets(field: FieldPath): readonly Caret[] {
    const carets: Caret[] = [];
    for (const [key, state] of this.#awareness.getStates()) {
      if (key === this.#awareness.clientID || state.field !== field) continue;
      const person = readPerson(key, state);
      const anchor = this.#index(field, state.anchor);
      const head = this.#index(field, state.head);
      if (!person || anchor === null || head === null) continue;
      const { name, color } = person;
      carets.push({ key: person.key, person: person.person, name, color, anchor, head });
    }
    return carets;
  }

  close(): void {
    clearTimeout(this.#timer);
    this.#awareness.off('update', this.#onUpdate);
  }

  readonly #onUpdate = (changes: { added: number[]; updated: number[]; removed: number[] }, origin: unknown): void => {
    const own = this.#awareness.clientID;
    if (origin === 'local') {
      this.#timer ??= setTimeout(() => {
        this.#timer = undefined;
        this.#send();
      }, sendEveryMs);
    }
    if ([...changes.added, ...changes.updated, ...changes.removed].some((key) => key !== own)) {
      this.#onChange();
    }
  };

  #send(): void {
    const encoder = encoding.createEncoder();
    encoding.writeVarUint(encoder, messageTypes.awareness);
    encoding.writeVarUint8Array(encoder, encodeAwarenessUpdate(this.#awareness, [this.#awareness.clientID]));
    this.#replica.send(encoding.toUint8Array(encoder));
  }

  #index(field: FieldPath, position: unknown): number | null {
    if (typeof position !== 'object' || position === null) return null;
    const { doc } = this.#replica;
    try {
      const absolute = createAbsolutePositionFromRelativePosition(createRelativePositionFromJSON(position), doc);
      return absolute && absolute.type === doc.getText(field) ? absolute.index : null;
    } catch {
      return null; // another's client sent something that is no position
    }
  }
}

function readPerson(key: number, state: Record<string, unknown>): Presence | null {
  const { user, field } = state;
  if (typeof user !== 'object' || user === null) return null;
  const { person, name, role, color } = user as Record<string, unknown>;
  if (typeof person !== 'string' || typeof name !== 'string') return null;
  return {
    key: String(key),
    person,
    name,
    role: typeof role === 'string' ? role : '',
    color: typeof color === 'number' ? color % 8 : 0,
    field: typeof field === 'string' ? field : null,
  };
}
