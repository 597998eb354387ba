import type { KeyPlaces } from './keyring.js';
import type { Records } from './records.js';

/** What the main thread and the file's thread say to each other. */
export interface WorkerSettings {
  readonly file: string;
  readonly keys: KeyPlaces;
  /** Further groups of tables and their scripts. */
  readonly tables: Readonly<Record<string, readonly string[]>>;
}

export interface Question {
  readonly id: number;
  readonly method: keyof Records | 'close';
  readonly args: readonly unknown[];
}

/** The answer with id 0 comes unasked, once the file is open. */
export type Answer =
  | { readonly id: number; readonly ok: true; readonly value: unknown }
  | {
      readonly id: number;
      readonly ok: false;
      readonly code: 'full' | 'busy' | 'failed' | 'start';
      readonly message: string;
    };
