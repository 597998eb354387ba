/** Encrypts what an earlier version kept in the clear: a case in each transaction, so that a start that is broken off goes on. */
import { existsSync } from 'node:fs';
import { StartError } from '../../start-error.js';
import type { Database } from './database.js';
import type { KeyPlaces } from './keyring.js';
import { places, type Vault } from './vault.js';

/** Answers how many cases it encrypted. */
export function encryptOld(db: Database, vault: Vault): number {
  if (!isPending(db)) return 0;
  let count = 0;
  for (let after = ''; ; ) {
    const [row] = db.all<{ id: string }>('SELECT id FROM cases WHERE id > ? ORDER BY id LIMIT 1', [after]);
    if (!row) break;
    vault.begin(row.id);
    if (db.transaction(() => encryptCase(db, vault, row.id))) count++;
    after = row.id;
  }
  db.transaction(() => {
    if (!isPending(db)) return; // another process was quicker
    db.exec(`
      ALTER TABLE decisions DROP COLUMN json;
      ALTER TABLE cases DROP COLUMN state;
      ALTER TABLE sealed DROP COLUMN json;
      DELETE FROM meta WHERE key = 'encrypting';
    `);
    if (count > 0) db.exec("INSERT OR REPLACE INTO meta (key, value) VALUES ('cleaning', '1')");
  });
  return count;
}

/** Leaves nothing of what was in the clear in pages that nobody uses. Fails while another process reads. */
export function cleanOld(db: Database): void {
  if (db.all("SELECT 1 FROM meta WHERE key = 'cleaning'").length === 0) return;
  db.exec('VACUUM');
  db.all('PRAGMA wal_checkpoint(TRUNCATE)');
  db.exec("DELETE FROM meta WHERE key = 'cleaning'");
}

/** Throws a StartError where the content is encrypted and its keys are not there: new ones would only hide what is lost. */
export function refuseWithoutKeys(db: Database, { keys }: KeyPlaces): void {
  if (existsSync(keys) || isPending(db) || db.all('SELECT 1 FROM cases LIMIT 1').length === 0) return;
  throw new StartError(`${keys} is missing: without the data keys in it no case can be read. Put its backup there.`);
}

function isPending(db: Database): boolean {
  return db.all("SELECT 1 FROM meta WHERE key = 'encrypting'").length > 0;
}

/** False for a case that is encrypted already. */
function encryptCase(db: Database, vault: Vault, caseId: string): boolean {
  const decisions = db.all<{ seq: number; json: string }>(
    'SELECT seq, json FROM decisions WHERE case_id = ? AND body IS NULL',
    [caseId],
  );
  if (decisions.length === 0) return false;
  for (const { seq, json } of decisions) {
    const body = vault.sealText(caseId, places.decision(caseId, seq), json);
    db.run("UPDATE decisions SET body = ?, json = '' WHERE case_id = ? AND seq = ?", [body, caseId, seq]);
  }
  for (const { seq, state } of db.all<{ seq: number; state: string }>('SELECT seq, state FROM cases WHERE id = ?', [
    caseId,
  ])) {
    const body = vault.sealText(caseId, places.state(caseId, seq), state);
    db.run("UPDATE cases SET body = ?, state = '' WHERE id = ?", [body, caseId]);
  }
  const copies = db.all<{ document: string; version: number; json: string }>(
    'SELECT document, version, json FROM sealed WHERE case_id = ?',
    [caseId],
  );
  for (const { document, version, json } of copies) {
    const body = vault.sealText(caseId, places.copy(caseId, document, version), json);
    db.run("UPDATE sealed SET body = ?, json = '' WHERE case_id = ? AND document = ? AND version = ?", [
      ...[body, caseId, document, version],
    ]);
  }
  const disclosures = db.all<{ key: string; body: Uint8Array }>('SELECT key, body FROM disclosures WHERE case_id = ?', [
    caseId,
  ]);
  for (const { key, body } of disclosures) {
    const sealed = vault.sealText(caseId, places.disclosure(caseId, key), new TextDecoder().decode(body));
    db.run('UPDATE disclosures SET body = ? WHERE case_id = ? AND key = ?', [sealed, caseId, key]);
  }
  for (const { id } of db.all<{ id: number }>('SELECT id FROM rooms WHERE case_id = ?', [caseId])) {
    encryptRoom(db, vault, id);
  }
  return true;
}

function encryptRoom(db: Database, vault: Vault, room: number): void {
  for (const { n, bytes } of db.all<{ n: number; bytes: Uint8Array }>('SELECT n, bytes FROM updates WHERE room = ?', [
    room,
  ])) {
    db.run('UPDATE updates SET bytes = ? WHERE room = ? AND n = ?', [
      vault.sealRoom(room, 'update', n, bytes),
      room,
      n,
    ]);
  }
  const snapshots = db.all<{ n: number; bytes: Uint8Array; gate: Uint8Array }>(
    'SELECT n, bytes, gate FROM snapshots WHERE room = ?',
    [room],
  );
  for (const { n, bytes, gate } of snapshots) {
    db.run('UPDATE snapshots SET bytes = ?, gate = ? WHERE room = ?', [
      vault.sealRoom(room, 'snapshot', n, bytes),
      vault.sealRoom(room, 'gate', n, gate),
      room,
    ]);
  }
}
