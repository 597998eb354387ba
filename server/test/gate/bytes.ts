import * as encoding from 'lib0/encoding';

/** Writes updates byte by byte, also such as no honest client would. */
export class Bytes {
  readonly #encoder = encoding.createEncoder();

  uint(...numbers: number[]): this {
    for (const number of numbers) encoding.writeVarUint(this.#encoder, number);
    return this;
  }

  byte(value: number): this {
    encoding.writeUint8(this.#encoder, value);
    return this;
  }

  string(text: string): this {
    encoding.writeVarString(this.#encoder, text);
    return this;
  }

  /** A string item at the start of a root text, or behind (client, clock). */
  text(behind: readonly [number, number] | null, root: string, words: string): this {
    if (behind)
      return this.byte(0x84)
        .uint(...behind)
        .string(words);
    return this.byte(4).uint(1).string(root).string(words);
  }

  done(): Uint8Array {
    return encoding.toUint8Array(this.#encoder);
  }
}
