/** A file that cannot be read further. What stood before `line` (from 1) was read. */
export class FileFault extends Error {
  override readonly name = 'FileFault';
  readonly line: number;

  constructor(message: string, line: number) {
    super(message);
    this.line = line;
  }
}
