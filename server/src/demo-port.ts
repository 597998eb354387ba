import type { DemoPerson } from '@ssp-kit/protocol';
import type { NewToken } from './auth.js';

/** Signing in without a password, for trying. */
export interface Demo {
  /** The demo's people, and with a query those of the roster whose name contains it. */
  people(query: string): Promise<readonly DemoPerson[]>;
  /** Whom the token of a person names; null for somebody unknown. */
  signIn(person: string): Promise<Omit<NewToken, 'expiresIn'> | null>;
}
