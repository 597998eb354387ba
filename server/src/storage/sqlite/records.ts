/** The storage port's questions as SQL, on the worker's thread. Each function is one transaction. */
import type { Decision } from '@ssp-kit/process';
import type { AuditEntry, AuditHead, AuditRow } from '../../audit/chain.js';
import type {
  Appended,
  AskedDestruction,
  CaseHistory,
  CaseIndex,
  CaseLog,
  CaseSearch,
  Decided,
  DecisionWrite,
  FoldedCase,
  Hold,
  LoadedRoom,
  NewRoom,
  Revocation,
  RoomKey,
  SealedDocument,
  StoredCase,
  StoredRoom,
} from '../port.js';
import type { Statement } from '../tables.js';
import { freshEpoch } from '../fresh-epoch.js';
import { readAppends } from './append-bytes.js';
import { auditHead, auditRows, writeAudit } from './audit.js';
import type { Database } from './database.js';
import { destroyKeys, destroyRows } from './destroy.js';
import { insertUpdate, Journal, type UpdateRow } from './journal.js';
import { places, type Vault } from './vault.js';

export type Records = ReturnType<typeof recordsOn>;

export function recordsOn(db: Database, vault: Vault) {
  const journal = new Journal(db);

  function room({ caseId, document }: RoomKey): StoredRoom | null {
    journal.refresh();
    const rows = db.all<RoomRow>(
      'SELECT id, kind, epoch, sealed, head FROM rooms WHERE case_id = ? AND document = ? ORDER BY epoch DESC LIMIT 1',
      [caseId, document],
    );
    const row = rows[0];
    return row
      ? { caseId, document, id: row.id, kind: row.kind, epoch: row.epoch, sealed: row.sealed === 1, head: headOf(row) }
      : null;
  }

  function isDestroyed(caseId: string): boolean {
    return db.all('SELECT 1 FROM cases WHERE id = ? AND destroyed > 0', [caseId]).length > 0;
  }

  function putUpdate(id: number, n: number, author: string, at: number, bytes: Uint8Array): void {
    db.run(insertUpdate, [id, n, author, at, vault.sealRoom(id, 'update', n, bytes)]);
  }

  /** Of rooms that open now: 1 until the first restore. */
  function baseEpoch(): number {
    return Number(db.all<{ value: string }>("SELECT value FROM meta WHERE key = 'epoch'")[0]?.value ?? 1);
  }

  function headOf({ id, head }: { readonly id: number; readonly head: number }): number {
    return journal.rowsOf(id).at(-1)?.n ?? head;
  }

  /** One transaction on rooms; when it fails, nothing is taken for known that it may have left behind. */
  function transaction<T>(work: () => T): T {
    try {
      return db.transaction(() => {
        journal.refresh();
        return work();
      });
    } catch (error) {
      journal.forget();
      throw error;
    }
  }

  /** Does what need not be on disk at once: the next commit brings it there. */
  function unhurried(work: () => void): void {
    db.exec('PRAGMA synchronous = NORMAL');
    try {
      work();
    } finally {
      db.exec('PRAGMA synchronous = FULL');
    }
  }

  function openRoom(opened: NewRoom, author: string, at: number): StoredRoom {
    const known = room(opened);
    if (known) return known;
    const head = opened.bytes ? 1 : 0;
    db.run('INSERT INTO rooms (case_id, document, kind, epoch, sealed, head) VALUES (?, ?, ?, ?, 0, ?)', [
      opened.caseId,
      opened.document,
      opened.kind,
      baseEpoch(),
      head,
    ]);
    const made = room(opened) as StoredRoom;
    if (opened.bytes) putUpdate(made.id, 1, author, at, opened.bytes);
    return made;
  }

  function copyOf(caseId: string, { document, version, hash, body }: CopyRow): SealedDocument {
    const json = vault.openText(caseId, places.copy(caseId, document, version), body);
    return { caseId, document, version, hash, json };
  }

  function logOf(caseId: string): CaseLog {
    const rows = db.all<{ seq: number; body: Uint8Array }>(
      'SELECT seq, body FROM decisions WHERE case_id = ? ORDER BY seq',
      [caseId],
    );
    const decisions = rows.map(({ seq, body }) => vault.openText(caseId, places.decision(caseId, seq), body));
    return { caseId, decisions };
  }

  function sealedState(caseId: string, seq: number, state: string): Uint8Array {
    return vault.sealText(caseId, places.state(caseId, seq), state);
  }

  function columnsOf({ student, school, process, closed, fold }: CaseIndex) {
    return [student, school, process, closed ? 1 : 0, fold];
  }

  function writePeople(caseId: string, { people }: CaseIndex): void {
    db.run('DELETE FROM case_people WHERE case_id = ?', [caseId]);
    for (const person of new Set(people)) {
      db.run('INSERT INTO case_people (person, case_id) VALUES (?, ?)', [person, caseId]);
    }
  }

  function writeDecision(write: DecisionWrite): Decided {
    const { decision, caseId, index } = write;
    if (db.all('SELECT 1 FROM decisions WHERE case_id = ? AND key = ?', [caseId, decision.key]).length > 0) {
      return { ok: false, code: 'known' };
    }
    const seq = db.all<{ seq: number }>('SELECT seq FROM cases WHERE id = ?', [caseId])[0]?.seq ?? 0;
    if (seq + 1 !== decision.seq) return { ok: false, code: 'moved' };
    for (const { room: id, head } of write.readAt) {
      const row = db.all<{ head: number }>('SELECT head FROM rooms WHERE id = ?', [id])[0];
      if (row?.head !== head) return { ok: false, code: 'moved' };
    }
    const at = Date.parse(decision.at);
    db.run('INSERT INTO decisions (case_id, seq, key, fingerprint, body) VALUES (?, ?, ?, ?, ?)', [
      caseId,
      decision.seq,
      decision.key,
      write.fingerprint,
      vault.sealText(caseId, places.decision(caseId, decision.seq), JSON.stringify(decision)),
    ]);
    db.run(
      `INSERT INTO cases (id, seq, body, updated, student, school, process, closed, fold)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
       ON CONFLICT (id) DO UPDATE SET seq = excluded.seq, body = excluded.body, updated = excluded.updated,
         student = excluded.student, school = excluded.school, process = excluded.process, closed = excluded.closed,
         fold = excluded.fold`,
      [caseId, decision.seq, sealedState(caseId, decision.seq, write.state), decision.at, ...columnsOf(index)],
    );
    writePeople(caseId, index);
    const appended = write.appends.map(({ room: id, bytes }) => {
      const row = db.all<{ head: number }>('UPDATE rooms SET head = head + 1 WHERE id = ? RETURNING head', [id])[0];
      if (!row) throw new Error('a decision names a room that does not exist');
      putUpdate(id, row.head, 'server', at, bytes);
      return row.head;
    });
    const opened = write.opens.map((opening) => openRoom(opening, 'server', at));
    for (const seal of write.copies) {
      db.run('INSERT INTO sealed (case_id, document, version, hash, body) VALUES (?, ?, ?, ?, ?)', [
        caseId,
        seal.document,
        seal.version,
        seal.hash,
        vault.sealText(caseId, places.copy(caseId, seal.document, seal.version), seal.json),
      ]);
      if (seal.freeze)
        db.run('UPDATE rooms SET sealed = 1 WHERE case_id = ? AND document = ?', [caseId, seal.document]);
    }
    writeAudit(db, write.audits);
    return { ok: true, appended, opened };
  }

  return {
    room,

    epochs(caseId: string): Record<string, number> {
      const rows = db.all<{ document: string; epoch: number }>(
        'SELECT document, max(epoch) AS epoch FROM rooms WHERE case_id = ? GROUP BY document',
        [caseId],
      );
      return Object.fromEntries(rows.map(({ document, epoch }) => [document, epoch]));
    },

    load(key: RoomKey): LoadedRoom | null {
      const found = room(key);
      if (!found) return null;
      const snapshot = db.all<{ n: number; bytes: Uint8Array; gate: Uint8Array }>(
        'SELECT n, bytes, gate FROM snapshots WHERE room = ?',
        [found.id],
      )[0];
      const after = snapshot?.n ?? 0;
      const settled = db.all<{ n: number; bytes: Uint8Array }>(
        'SELECT n, bytes FROM updates WHERE room = ? AND n > ? ORDER BY n',
        [found.id, after],
      );
      const last = settled.at(-1)?.n ?? after;
      const tail = [...settled, ...journal.rowsOf(found.id).filter(({ n }) => n > last)];
      const clients = db.all<{ client: number; person: string }>(
        'SELECT client, person FROM room_clients WHERE room = ?',
        [found.id],
      );
      return {
        ...found,
        snapshot: snapshot
          ? {
              n: snapshot.n,
              bytes: vault.openRoom(found.id, 'snapshot', snapshot.n, snapshot.bytes),
              gate: vault.openRoom(found.id, 'gate', snapshot.n, snapshot.gate),
            }
          : null,
        tail: tail.map(({ n, bytes }) => vault.openRoom(found.id, 'update', n, bytes)),
        clients,
      };
    },

    /** All appends of a tick in one commit; the answers stand in the order of the questions. */
    append(written: Uint8Array): Appended[] {
      const appends = readAppends(written);
      return transaction(() => {
        const rows: UpdateRow[] = [];
        const heads = new Map<number, number | null>();
        const answers = appends.map((append): Appended => {
          const { room, n, author, at } = append;
          const head = heads.get(room) ?? journal.headOf(room);
          if (head === null) return { ok: false, code: 'sealed' };
          if (n !== head + 1) return { ok: false, code: 'moved' };
          heads.set(room, n);
          rows.push({ room, n, author, at, bytes: vault.sealRoom(room, 'update', n, append.bytes) });
          for (const { client, person } of append.claims) {
            db.run('INSERT OR IGNORE INTO room_clients (room, client, person) VALUES (?, ?, ?)', [
              ...[room, client],
              person,
            ]);
          }
          return { ok: true };
        });
        journal.append(rows);
        return answers;
      });
    },

    /** How many updates wait to be settled. */
    unsettled(): number {
      return journal.size;
    },

    /** Puts the journal's updates into their places. They are on disk already, so this need not wait for it. */
    settle(): void {
      unhurried(() => transaction(() => journal.settle()));
    },

    saveSnapshot(id: number, n: number, bytes: Uint8Array, gate: Uint8Array): void {
      // The updates it is made of are on disk: it may be lost.
      unhurried(() =>
        db.run(
          `INSERT INTO snapshots (room, n, bytes, gate) VALUES (?, ?, ?, ?)
         ON CONFLICT (room) DO UPDATE SET n = excluded.n, bytes = excluded.bytes, gate = excluded.gate
         WHERE excluded.n >= snapshots.n`,
          [id, n, vault.sealRoom(id, 'snapshot', n, bytes), vault.sealRoom(id, 'gate', n, gate)],
        ),
      );
    },

    decide(write: DecisionWrite): Decided {
      // Its key is in a file of its own: on disk before what needs it.
      if (isDestroyed(write.caseId)) return { ok: false, code: 'moved' };
      vault.begin(write.caseId);
      try {
        return transaction(() => {
          journal.settle();
          return writeDecision(write);
        });
      } finally {
        journal.forget();
      }
    },

    decisionByKey(caseId: string, key: string): { decision: Decision; fingerprint: string } | null {
      const row = db.all<{ seq: number; body: Uint8Array; fingerprint: string }>(
        'SELECT seq, body, fingerprint FROM decisions WHERE case_id = ? AND key = ? AND body IS NOT NULL',
        [caseId, key],
      )[0];
      if (!row) return null;
      const json = vault.openText(caseId, places.decision(caseId, row.seq), row.body);
      return { decision: JSON.parse(json) as Decision, fingerprint: row.fingerprint };
    },

    case(caseId: string): StoredCase | null {
      const row = db.all<Omit<StoredCase, 'state'> & { body: Uint8Array }>(
        'SELECT id, body, seq, fold, updated FROM cases WHERE id = ? AND destroyed = 0',
        [caseId],
      )[0];
      if (!row) return null;
      const { body, ...rest } = row;
      return { ...rest, state: vault.openText(caseId, places.state(caseId, row.seq), body) };
    },

    cases(search: CaseSearch): string[] {
      const rows = db.all<{ id: string }>(
        `SELECT id FROM cases
         WHERE destroyed = 0 AND (? = 1 OR school IN (SELECT value FROM json_each(?))
           OR student IN (SELECT value FROM json_each(?)) OR id IN (SELECT case_id FROM case_people WHERE person = ?))
         ORDER BY updated DESC LIMIT ?`,
        [
          search.all ? 1 : 0,
          JSON.stringify(search.schools),
          JSON.stringify(search.students),
          search.person,
          search.limit,
        ],
      );
      return rows.map(({ id }) => id);
    },

    ofStudent(student: string): string[] {
      return db
        .all<{ id: string }>('SELECT id FROM cases WHERE student = ? AND closed = 0', [student])
        .map(({ id }) => id);
    },

    foldedOtherwise(fold: number, after: string, limit: number): CaseLog[] {
      return db
        .all<{ id: string }>('SELECT id FROM cases WHERE id > ? AND fold <> ? AND destroyed = 0 ORDER BY id LIMIT ?', [
          after,
          fold,
          limit,
        ])
        .map(({ id }) => logOf(id));
    },

    /** All cases of a slice in one commit. */
    refold(folded: readonly FoldedCase[]): void {
      db.transaction(() => {
        for (const { caseId, seq, state, index } of folded) {
          const body = sealedState(caseId, seq, state);
          const changed = db.run(
            `UPDATE cases SET body = ?, student = ?, school = ?, process = ?, closed = ?, fold = ?
             WHERE id = ? AND seq = ?`,
            [body, ...columnsOf(index), caseId, seq],
          );
          if (changed > 0) writePeople(caseId, index);
        }
      });
    },

    ofOtherProcess(process: string, fold: number, after: string, limit: number): string[] {
      return db
        .all<{ id: string }>(
          'SELECT id FROM cases WHERE closed = 0 AND process <> ? AND fold = ? AND id > ? ORDER BY id LIMIT ?',
          [process, fold, after, limit],
        )
        .map(({ id }) => id);
    },

    sealed({ caseId, document }: RoomKey): SealedDocument | null {
      const row = db.all<CopyRow>(
        `SELECT document, version, hash, body FROM sealed
         WHERE case_id = ? AND document = ? AND body IS NOT NULL ORDER BY version DESC LIMIT 1`,
        [caseId, document],
      )[0];
      return row ? copyOf(caseId, row) : null;
    },

    /** All entries of a tick in one commit. */
    auditAll(entries: readonly AuditEntry[]): null[] {
      db.transaction(() => writeAudit(db, entries));
      return entries.map(() => null);
    },

    auditRows: (after: number, limit: number, caseId?: string): AuditRow[] => auditRows(db, after, limit, caseId),

    auditHead: (): AuditHead => auditHead(db),

    secret: (name: string): Uint8Array => vault.secret(name),

    caseIds(after: string, limit: number): string[] {
      return db
        .all<{ id: string }>('SELECT id FROM cases WHERE id > ? ORDER BY id LIMIT ?', [after, limit])
        .map(({ id }) => id);
    },

    history(caseId: string): CaseHistory {
      if (isDestroyed(caseId)) return { log: { caseId, decisions: [] }, copies: [], destroyed: true };
      const copies = db.all<CopyRow>(
        'SELECT document, version, hash, body FROM sealed WHERE case_id = ? ORDER BY document, version',
        [caseId],
      );
      return { log: logOf(caseId), copies: copies.map((copy) => copyOf(caseId, copy)), destroyed: false };
    },

    destruction(caseId: string): AskedDestruction | null {
      const rows = db.all<AskedDestruction & Record<string, never>>(
        'SELECT at, person, role, basis FROM destructions WHERE case_id = ?',
        [caseId],
      );
      return rows[0] ?? null;
    },

    askDestruction(caseId: string, asked: AskedDestruction | null, entry: AuditEntry): void {
      db.transaction(() => {
        db.run('DELETE FROM destructions WHERE case_id = ?', [caseId]);
        if (asked) {
          db.run('INSERT INTO destructions (case_id, at, person, role, basis) VALUES (?, ?, ?, ?, ?)', [
            ...[caseId, asked.at, asked.person, asked.role, asked.basis],
          ]);
        }
        writeAudit(db, [entry]);
      });
    },

    holds(caseId: string): Hold[] {
      return db.all<Hold & Record<string, never>>(
        'SELECT basis, at, person FROM holds WHERE case_id = ? ORDER BY at, basis',
        [caseId],
      );
    },

    hold(caseId: string, basis: string, hold: Hold | null, entry: AuditEntry): void {
      db.transaction(() => {
        const sql = hold
          ? 'INSERT OR IGNORE INTO holds (case_id, basis, at, person) VALUES (?, ?, ?, ?)'
          : 'DELETE FROM holds WHERE case_id = ? AND basis = ?';
        const changed = db.run(sql, [caseId, basis, ...(hold ? [hold.at, hold.person] : [])]);
        if (changed > 0) writeAudit(db, [entry]);
      });
    },

    destroy(caseId: string, entry: AuditEntry): void {
      try {
        transaction(() => {
          journal.settle();
          destroyRows(db, caseId);
          writeAudit(db, [entry]);
        });
      } finally {
        journal.forget();
      }
      destroyKeys(db, vault);
    },

    disclose(caseId: string, key: string, json: string, entry: AuditEntry): string {
      return db.transaction(() => {
        const known = db.all<{ body: Uint8Array }>('SELECT body FROM disclosures WHERE case_id = ? AND key = ?', [
          caseId,
          key,
        ])[0];
        if (known) return vault.openText(caseId, places.disclosure(caseId, key), known.body);
        db.run('INSERT INTO disclosures (case_id, key, body) VALUES (?, ?, ?)', [
          caseId,
          key,
          vault.sealText(caseId, places.disclosure(caseId, key), json),
        ]);
        writeAudit(db, [entry]);
        return json;
      });
    },

    disclosures(caseId: string): string[] {
      return db
        .all<{ key: string; body: Uint8Array }>('SELECT key, body FROM disclosures WHERE case_id = ? ORDER BY n', [
          caseId,
        ])
        .map(({ key, body }) => vault.openText(caseId, places.disclosure(caseId, key), body));
    },

    revoke(revocation: Revocation, entry: AuditEntry): void {
      db.transaction(() => {
        db.run(
          `INSERT INTO revocations (person, before) VALUES (?, ?)
           ON CONFLICT (person) DO UPDATE SET before = max(before, excluded.before)`,
          [revocation.person, revocation.before],
        );
        writeAudit(db, [entry]);
      });
    },

    revocations(): Revocation[] {
      return db.all<Revocation & Record<string, never>>('SELECT person, before FROM revocations');
    },

    raiseEpochs(entry: AuditEntry): number {
      return db.transaction(() => {
        const highest = db.all<{ epoch: number | null }>('SELECT max(epoch) AS epoch FROM rooms')[0]?.epoch ?? 1;
        const epoch = freshEpoch(Math.max(highest, baseEpoch()));
        db.run('UPDATE rooms SET epoch = ?', [epoch]);
        db.run("INSERT OR REPLACE INTO meta (key, value) VALUES ('epoch', ?)", [String(epoch)]);
        writeAudit(db, [entry]);
        return epoch;
      });
    },

    check(): void {
      db.run(`INSERT OR REPLACE INTO meta (key, value) VALUES ('checked', ?)`, [new Date().toISOString()]);
    },

    all(sql: string, args: readonly (string | number | null | Uint8Array)[]): unknown[] {
      return db.all(sql, args);
    },

    write(statements: readonly Statement[]): number[] {
      return db.transaction(() =>
        statements.map(({ sql, args, many }) =>
          many ? many.reduce((sum, row) => sum + db.run(sql, row), 0) : db.run(sql, args),
        ),
      );
    },

    /** Refuses the growth of the file beyond so many pages, as a full disk would. */
    limitPages(pages: number): void {
      db.all(`PRAGMA max_page_count = ${Math.trunc(pages)}`);
    },
  };
}

interface CopyRow {
  readonly document: string;
  readonly version: number;
  readonly hash: string;
  readonly body: Uint8Array;
}

interface RoomRow {
  readonly id: number;
  readonly kind: string;
  readonly epoch: number;
  readonly sealed: number;
  readonly head: number;
  readonly [column: string]: string | number | null | Uint8Array;
}
