/** The audit chain in its table. Whoever writes to the file writes it here, inside the transaction of what it tells of. */
import { type AuditEntry, type AuditHead, type AuditRow, link, noHead } from '../../audit/chain.js';
import { decisionHash } from '../../audit/decision-entries.js';
import type { Database } from './database.js';

const columns = 'seq, at, person, action, case_id AS caseId, document, detail, prev, hash';

/** Appends rows. The caller holds the write lock, so that nobody else goes on from the same row. */
export function writeAudit(db: Database, entries: readonly AuditEntry[]): void {
  if (entries.length === 0) return;
  let head = auditHead(db);
  for (const entry of entries) {
    const row = link(head, entry);
    db.run(
      'INSERT INTO audit (seq, at, person, action, case_id, document, detail, prev, hash) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)',
      [row.seq, row.at, row.person, row.action, row.caseId, row.document, row.detail, row.prev, row.hash],
    );
    head = row;
  }
}

export function auditHead(db: Database): AuditHead {
  const [row] = db.all<{ seq: number; hash: string }>('SELECT seq, hash FROM audit ORDER BY seq DESC LIMIT 1');
  return row ?? noHead;
}

export function auditRows(db: Database, after: number, limit: number, caseId?: string): AuditRow[] {
  const where = caseId === undefined ? 'seq > ?' : 'seq > ? AND case_id = ?';
  const args = caseId === undefined ? [after, limit] : [after, caseId, limit];
  return db.all<AuditRow & Record<string, never>>(
    `SELECT ${columns} FROM audit WHERE ${where} ORDER BY seq LIMIT ?`,
    args,
  );
}

/** Rows at once. */
const slice = 1_000;

/**
 * Makes a chain of the table of earlier versions. Their decisions and copies have no hash in it: a row a case tells those of all it
 * has now, so that they too cannot be changed unseen from here on.
 */
export function chainAudit(db: Database): void {
  db.exec(`
    DROP INDEX audit_case;
    ALTER TABLE audit RENAME TO audit_before;
    CREATE TABLE audit (
      seq INTEGER PRIMARY KEY,
      at TEXT NOT NULL,
      person TEXT NOT NULL,
      action TEXT NOT NULL,
      case_id TEXT,
      document TEXT,
      detail TEXT NOT NULL,
      prev TEXT NOT NULL,
      hash TEXT NOT NULL
    ) STRICT;
    CREATE INDEX audit_case ON audit (case_id, seq) WHERE case_id IS NOT NULL;
    CREATE TRIGGER audit_kept BEFORE UPDATE ON audit BEGIN SELECT RAISE(ABORT, 'the audit log is only added to'); END;
    CREATE TRIGGER audit_whole BEFORE DELETE ON audit BEGIN SELECT RAISE(ABORT, 'the audit log is only added to'); END;
  `);
  for (let after = 0; ; ) {
    const rows = db.all<OldRow>(
      'SELECT n, at, person, action, case_id, document, detail FROM audit_before WHERE n > ? ORDER BY n LIMIT ?',
      [after, slice],
    );
    writeAudit(
      db,
      rows.map(({ at, person, action, case_id: caseId, document, detail }) => {
        return { at, person, action, caseId, document, detail: JSON.parse(detail ?? 'null') as unknown };
      }),
    );
    const last = rows.at(-1);
    if (!last) break;
    after = last.n;
  }
  db.exec('DROP TABLE audit_before');
  const at = new Date().toISOString();
  for (const { id } of db.all<{ id: string }>('SELECT id FROM cases ORDER BY id')) {
    const log = db.all<{ json: string }>('SELECT json FROM decisions WHERE case_id = ? ORDER BY seq', [id]);
    const decisions = log.map(({ json }) => decisionHash(json));
    const sealed = db.all<{ document: string; version: number; hash: string }>(
      'SELECT document, version, hash FROM sealed WHERE case_id = ? ORDER BY document, version',
      [id],
    );
    const copies = sealed.map(({ document, version, hash }) => [document, version, hash]);
    writeAudit(db, [
      { at, person: 'server', action: 'case.adopt', caseId: id, document: null, detail: { decisions, copies } },
    ]);
  }
}

interface OldRow {
  readonly n: number;
  readonly at: string;
  readonly person: string;
  readonly action: string;
  readonly case_id: string | null;
  readonly document: string | null;
  readonly detail: string | null;
  readonly [column: string]: string | number | null;
}
