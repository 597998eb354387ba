/** Decisions as they travel: `POST /api/cases/{case}/commands`. */
import type { Decision, Plain, Refusal } from '@ssp-kit/process';

export interface Command {
  /** UUIDv7, made once before the first send. The same key again returns the same answer. */
  readonly key: string;
  readonly action: string;
  readonly payload: Readonly<Record<string, Plain>>;
  /** Number of the last decision the person was looking at. */
  readonly base: number;
  readonly processVersion: string;
  /** The device's clock when the person decided, ISO 8601; kept, never trusted. */
  readonly deviceTime?: string;
  /** Signatures: for each document the hash its signer saw. */
  readonly seen?: Readonly<Record<string, string>>;
}

export interface Accepted {
  readonly ok: true;
  readonly decision: Decision;
  /** The key was known already; this is the first answer again. */
  readonly replay: boolean;
}

export type CommandResult = Accepted | Refusal;
