import { chainAudit } from './audit.js';
import type { Database } from './database.js';

/** The tables of the records. A change of them is a new entry: what stands here has been run on others' files. */
export const migrations: readonly (string | ((db: Database) => void))[] = [
  `
  CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT, WITHOUT ROWID;

  CREATE TABLE rooms (
    id INTEGER PRIMARY KEY,
    case_id TEXT NOT NULL,
    document TEXT NOT NULL,
    kind TEXT NOT NULL,
    epoch INTEGER NOT NULL,
    sealed INTEGER NOT NULL DEFAULT 0,
    head INTEGER NOT NULL DEFAULT 0,
    UNIQUE (case_id, document, epoch)
  ) STRICT;

  CREATE TABLE updates (
    room INTEGER NOT NULL,
    n INTEGER NOT NULL,
    author TEXT NOT NULL,
    at INTEGER NOT NULL,
    bytes BLOB NOT NULL,
    PRIMARY KEY (room, n)
  ) STRICT, WITHOUT ROWID;

  CREATE TABLE snapshots (room INTEGER PRIMARY KEY, n INTEGER NOT NULL, bytes BLOB NOT NULL, gate BLOB NOT NULL) STRICT;

  CREATE TABLE room_clients (
    room INTEGER NOT NULL,
    client INTEGER NOT NULL,
    person TEXT NOT NULL,
    PRIMARY KEY (room, client)
  ) STRICT, WITHOUT ROWID;

  CREATE TABLE cases (
    id TEXT PRIMARY KEY,
    student TEXT NOT NULL,
    school TEXT,
    seq INTEGER NOT NULL,
    state TEXT NOT NULL,
    updated TEXT NOT NULL
  ) STRICT;
  CREATE INDEX cases_student ON cases (student);
  CREATE INDEX cases_school ON cases (school);

  CREATE TABLE case_people (
    person TEXT NOT NULL,
    case_id TEXT NOT NULL,
    PRIMARY KEY (person, case_id)
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX case_people_case ON case_people (case_id);

  CREATE TABLE decisions (
    case_id TEXT NOT NULL,
    seq INTEGER NOT NULL,
    key TEXT NOT NULL,
    fingerprint TEXT NOT NULL,
    json TEXT NOT NULL,
    PRIMARY KEY (case_id, seq),
    UNIQUE (case_id, key)
  ) STRICT;

  CREATE TABLE sealed (
    case_id TEXT NOT NULL,
    document TEXT NOT NULL,
    version INTEGER NOT NULL,
    hash TEXT NOT NULL,
    json TEXT NOT NULL,
    PRIMARY KEY (case_id, document, version)
  ) STRICT;

  CREATE TABLE audit (
    n INTEGER PRIMARY KEY,
    at TEXT NOT NULL,
    person TEXT NOT NULL,
    action TEXT NOT NULL,
    case_id TEXT,
    document TEXT,
    detail TEXT
  ) STRICT;
  CREATE INDEX audit_case ON audit (case_id);

  CREATE TABLE revocations (person TEXT PRIMARY KEY, before INTEGER NOT NULL) STRICT, WITHOUT ROWID;
  `,
  // Which fold made a case's state, by which process it is, and whether it is over. The states from before are folded anew at the start.
  `
  ALTER TABLE cases ADD COLUMN fold INTEGER NOT NULL DEFAULT 1;
  ALTER TABLE cases ADD COLUMN process TEXT NOT NULL DEFAULT '';
  ALTER TABLE cases ADD COLUMN closed INTEGER NOT NULL DEFAULT 0;
  CREATE INDEX cases_process ON cases (closed, process);
  `,
  // The audit log becomes a chain.
  chainAudit,
  `
  CREATE TABLE disclosures (
    n INTEGER PRIMARY KEY,
    case_id TEXT NOT NULL,
    key TEXT NOT NULL,
    body BLOB NOT NULL,
    UNIQUE (case_id, key)
  ) STRICT;
  `,
  // Content becomes encrypted: encrypt-old.ts goes over it, and then drops the columns in the clear.
  `
  ALTER TABLE decisions ADD COLUMN body BLOB;
  ALTER TABLE cases ADD COLUMN body BLOB;
  ALTER TABLE sealed ADD COLUMN body BLOB;
  INSERT INTO meta (key, value) VALUES ('encrypting', '1');
  `,
  // Updates stand here as they came until they are put into their places (journal.ts).
  'CREATE TABLE journal (seq INTEGER PRIMARY KEY, rows BLOB NOT NULL) STRICT;',
  // A destroyed case stays as a row without content: 1 until its key is gone too, then 2.
  `
  CREATE TABLE destructions (
    case_id TEXT PRIMARY KEY,
    at TEXT NOT NULL,
    person TEXT NOT NULL,
    role TEXT NOT NULL,
    basis TEXT NOT NULL
  ) STRICT, WITHOUT ROWID;
  ALTER TABLE cases ADD COLUMN destroyed INTEGER NOT NULL DEFAULT 0;
  CREATE INDEX cases_destroyed ON cases (destroyed) WHERE destroyed > 0;
  `,
  `
  CREATE TABLE holds (
    case_id TEXT NOT NULL,
    basis TEXT NOT NULL,
    at TEXT NOT NULL,
    person TEXT NOT NULL,
    PRIMARY KEY (case_id, basis)
  ) STRICT, WITHOUT ROWID;
  `,
];
