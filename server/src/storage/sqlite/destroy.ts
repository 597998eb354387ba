/** The end of a case: its content and its key. */
import type { Database } from './database.js';
import type { Vault } from './vault.js';

/** Takes away every row of content, and leaves numbers and hashes. The caller's transaction. */
export function destroyRows(db: Database, caseId: string): void {
  for (const table of ['updates', 'snapshots', 'room_clients']) {
    db.run(`DELETE FROM ${table} WHERE room IN (SELECT id FROM rooms WHERE case_id = ?)`, [caseId]);
  }
  for (const table of ['rooms', 'case_people', 'disclosures', 'destructions']) {
    db.run(`DELETE FROM ${table} WHERE case_id = ?`, [caseId]);
  }
  db.run("UPDATE decisions SET body = NULL, fingerprint = '' WHERE case_id = ?", [caseId]);
  db.run('UPDATE sealed SET body = NULL WHERE case_id = ?', [caseId]);
  db.run("UPDATE cases SET body = NULL, student = '', school = NULL, closed = 1, destroyed = 1 WHERE id = ?", [caseId]);
}

/** Destroys the keys of the cases whose rows are gone; at the start also those that a stop in between has left. */
export function destroyKeys(db: Database, vault: Vault): void {
  for (const { id } of db.all<{ id: string }>('SELECT id FROM cases WHERE destroyed = 1')) {
    vault.end(id);
    db.run('UPDATE cases SET destroyed = 2 WHERE id = ?', [id]);
  }
}
