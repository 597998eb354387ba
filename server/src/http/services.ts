import type { Process } from '@ssp-kit/process';
import type { Keep } from '@ssp-kit/protocol';
import type { Access } from '../access.js';
import type { AuditEntry } from '../audit/chain.js';
import type { Refusals } from '../audit/refusals.js';
import type { Visits } from '../audit/visits.js';
import type { Auth } from '../auth.js';
import type { Cases } from '../cases.js';
import type { Commands } from '../commands.js';
import type { Destruction } from '../destruction.js';
import type { Demo } from '../demo-port.js';
import type { Limits } from '../limits.js';
import type { Log } from '../log.js';
import type { Metrics } from '../metrics.js';
import type { Readiness } from '../readiness.js';
import type { Records } from '../records/records.js';
import type { Rooms } from '../rooms.js';
import type { Roster } from '../roster-port.js';
import type { Revocation, Storage } from '../storage/port.js';

/** What the routes work with. */
export interface HttpServices {
  readonly process: Process;
  readonly auth: Auth;
  readonly access: Access;
  readonly cases: Cases;
  readonly commands: Commands;
  readonly destruction: Destruction;
  readonly rooms: Rooms;
  readonly roster: Roster;
  readonly storage: Storage;
  readonly visits: Visits;
  readonly refusals: Refusals;
  readonly records: Records;
  readonly metrics: Metrics;
  readonly readiness: Readiness;
  readonly limits: Limits;
  readonly log: Log;
  readonly allowedOrigins: readonly string[];
  readonly offline: Keep;
  /** Null while this server is no demo. */
  readonly demo: Demo | null;
  readonly now: () => Date;
  /** Ends a person's tokens, here and on open sockets, with its row in the audit log. */
  revoke(revocation: Revocation, entry: AuditEntry): Promise<void>;
}
