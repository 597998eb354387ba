import type { Readable } from 'node:stream';

/** Named files of a folder or an archive, each readable as often as needed. */
export interface Files {
  readonly names: readonly string[];
  open(name: string): Promise<Readable>;
  close(): void;
}
