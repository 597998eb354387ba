/** Tries cells of the rights against a running server: on its sockets, by its commands and by its API. */
import { randomUUID } from 'node:crypto';
import { type CaseState, type Decision, foldVersion } from '@ssp-kit/process';
import { hawaiiClassic } from '@ssp-kit/process/profiles';
import { encodeHello, messageTypes, readRefused, schemaVersion } from '@ssp-kit/protocol';
import { canonicalJson, contentHash, edits, fieldsRoot, shapeOf } from '@ssp-kit/record';
import * as decoding from 'lib0/decoding';
import { WebSocket } from 'ws';
import * as Y from 'yjs';
import { startTestServer, type TestServer } from '../../src/index.js';
import { syncStep1, syncStep2 } from '../../src/frames.js';
import { api, commandOf } from '../helpers/client.js';
import {
  type Cell,
  type CommandCell,
  day,
  mayBe,
  mayDecide,
  nameOf,
  personOf,
  type RoomCell,
  type Standing,
  standings,
  stateOf,
} from './cells.js';

const [school, office] = ['school', 'office'];
const plenty = 1e9;

interface Place {
  readonly caseId: string;
  readonly student: string;
  readonly state: CaseState;
}

export interface Tried {
  readonly count: number;
  /** Cells that were answered otherwise than the function says. */
  readonly wrong: readonly string[];
}

export class RightsServer {
  readonly #server: TestServer;
  readonly #places = new Map<string, Place>();
  readonly #tokens = new Map<string, Promise<string>>();
  readonly #listings = new Map<string, ReturnType<typeof api>>();

  /** By other rows than the cells are judged by, to see that it is noticed. */
  static async start(process = hawaiiClassic): Promise<RightsServer> {
    const server = await startTestServer({
      process,
      now: () => new Date(`${day}T18:00:00.000Z`),
      limits: { socketsPerPerson: plenty, personMessagesPerSecond: plenty, messagesPerSecond: plenty },
    });
    const rights = new RightsServer(server);
    await rights.#fill();
    return rights;
  }

  private constructor(server: TestServer) {
    this.#server = server;
  }

  stop(): Promise<void> {
    return this.#server.stop();
  }

  /** Reads and writes in the room and reads by the API, a few cells at once. */
  tryRooms(cells: readonly RoomCell[]): Promise<Tried> {
    return inTurns(cells, (cell) => this.#tryRoom(cell));
  }

  /** Sends the decision so that it cannot be taken: who may not take it is told so, who may is told why not now. */
  async tryCommands(cells: readonly CommandCell[]): Promise<Tried> {
    const tried = await inTurns(cells, (cell) => this.#tryCommand(cell));
    const { storage } = this.#server.app.store;
    for (const { caseId } of this.#places.values()) {
      if ((await storage.case(caseId))?.seq !== 1) throw new Error('a decision was taken: the cases are not the same');
    }
    return tried;
  }

  async #tryRoom(cell: RoomCell): Promise<string | null> {
    const { caseId, state } = this.#place(cell);
    const { document } = cell;
    const token = await this.#token(cell);
    const may = mayBe(cell, state, document);
    const isSeen = mayBe(cell, state, 'official') !== null;
    const hasRoom = Object.keys(state.documents).some((id) => mayBe(cell, state, id) !== null);
    const path = `/api/cases/${caseId}`;
    const read = await api(this.#server.url, token, 'GET', `${path}/documents/${document}`);
    const listed = await this.#listed(token, path);
    const room = listed.body.rooms?.find((row: { document: string }) => row.document === document);
    const entered = await this.#enter(token, caseId, document);
    const isSealed = state.documents[document]?.state === 'sealed';
    const wanted = {
      read: isSeen ? (may ? 200 : 403) : 404,
      listed: isSeen ? (may ?? 'no') : 404,
      entered: may === 'write' ? 'written' : may ? (isSealed ? 'sealed' : 'read-only') : hasRoom ? 4403 : 4404,
    };
    const found = {
      read: read.status,
      listed: listed.status === 200 ? (room?.may ?? 'no') : listed.status,
      entered: isServerOnly(document) && entered === 'read-only' && isSealed ? 'sealed' : entered,
    };
    const same = JSON.stringify(found) === JSON.stringify(wanted);
    return same ? null : `${nameOf(cell)}: ${JSON.stringify(found)}, not ${JSON.stringify(wanted)}`;
  }

  /** The case as the API tells it to somebody: asked once. */
  #listed(token: string, path: string): ReturnType<typeof api> {
    const name = `${token} ${path}`;
    let listing = this.#listings.get(name);
    if (!listing) {
      listing = api(this.#server.url, token, 'GET', path);
      this.#listings.set(name, listing);
    }
    return listing;
  }

  async #tryCommand(cell: CommandCell): Promise<string | null> {
    const { caseId, state } = this.#place(cell);
    const { allowed, unseen } = mayDecide(cell, state);
    const isSeen = unseen || mayBe(cell, state, 'official') !== null;
    const command = commandOf(cell.action, {}, 0);
    const path = `/api/cases/${caseId}/commands`;
    const { status, body } = await api(this.#server.url, await this.#token(cell), 'POST', path, command);
    const found = status === 200 ? body.ok || body.code !== 'no-right' : status;
    const wanted = isSeen ? allowed : 404;
    return found === wanted ? null : `${nameOf(cell)}: ${status} ${JSON.stringify(body).slice(0, 120)}, not ${wanted}`;
  }

  /** Opens the room and writes a word: the code of the close, `written`, or why it was not taken. */
  #enter(token: string, caseId: string, document: string): Promise<number | string> {
    const address = `${this.#server.url.replace('http', 'ws')}/sync/case/${caseId}/${document}@1`;
    const socket = new WebSocket(address, ['ssp.v1', `bearer.${token}`]);
    return new Promise((resolve, reject) => {
      const end = (answer: number | string) => {
        socket.terminate();
        resolve(answer);
      };
      socket.on('error', reject);
      socket.on('close', (code) => end(code));
      socket.on('open', () => {
        socket.send(encodeHello({ schema: schemaVersion }));
        socket.send(syncStep1(Uint8Array.of(0)));
        socket.send(syncStep2(aWord(document)));
      });
      socket.on('message', (data: Buffer) => {
        const decoder = decoding.createDecoder(data);
        const type = decoding.readVarUint(decoder);
        if (type === messageTypes.committed) end('written');
        else if (type === messageTypes.refused) end(readRefused(decoder).code);
      });
    });
  }

  #place({ stand, afterTransfer, track }: Standing): Place {
    return this.#places.get(JSON.stringify([stand, afterTransfer, track])) as Place;
  }

  #token(cell: Cell): Promise<string> {
    const { role, relation } = cell;
    const name = `${role} ${relation}`;
    let token = this.#tokens.get(name);
    if (!token) {
      const students = [...this.#places.values()].map(({ student }) => student);
      token = this.#server.token({
        sub: personOf(relation),
        roles: [role],
        schools: relation === 'school' ? [school] : relation === 'district' ? [office] : [],
        students: personOf(relation) === personOf('self') ? students : [],
      });
      this.#tokens.set(name, token);
    }
    return token;
  }

  async #fill(): Promise<void> {
    const students = standings.map(() => randomUUID());
    await this.#roster(students);
    for (const [index, standing] of standings.entries()) {
      const student = students[index] as string;
      const caseId = randomUUID();
      const state = stateOf(standing, caseId, student);
      await this.#plant(state);
      const { stand, afterTransfer, track } = standing;
      this.#places.set(JSON.stringify([stand, afterTransfer, track]), { caseId, student, state });
    }
  }

  async #plant(state: CaseState): Promise<void> {
    const documents = Object.values(state.documents);
    const json = canonicalJson({});
    const hash = await contentHash({});
    const caseId = state.case;
    const frozen = documents.filter((row) => row.state === 'sealed');
    await this.#server.app.store.storage.decide({
      caseId,
      decision: { ...(state.decisions[0] as Decision), key: caseId },
      fingerprint: '',
      state: JSON.stringify(state),
      index: {
        student: state.student.id,
        school,
        people: [],
        process: state.processVersion,
        closed: state.state === 'closed',
        fold: foldVersion,
      },
      readAt: [],
      appends: [],
      opens: documents.map(({ id, kind }) => ({ caseId, document: id, kind, bytes: null })),
      copies: frozen.map(({ id: document }) => ({ caseId, document, version: 1, json, hash, freeze: true })),
      audits: [],
    });
  }

  async #roster(students: readonly string[]): Promise<void> {
    const each = students.map((id) => [id]);
    const persons = [personOf('class'), personOf('child')].map((id) => [id]);
    await this.#server.app.store.tables.write([
      { sql: `INSERT INTO roster_schools VALUES ('${office}', 'Office', 'district', NULL, 1)` },
      { sql: `INSERT INTO roster_schools VALUES ('${school}', 'School', 'school', '${office}', 1)` },
      {
        sql: `INSERT INTO roster_ids (source, kind, source_id, id, state_id, detail, active) VALUES ('test', ?1, ?2, ?2, NULL, '{}', 1)`,
        many: [['school', school], ['school', office], ...students.map((id) => ['student', id])],
      },
      {
        sql: "INSERT INTO roster_people (id, kind, given_name, family_name, active) VALUES (?, 'student', 'Kai', 'T', 1)",
        many: each,
      },
      {
        sql: "INSERT INTO roster_people (id, kind, given_name, family_name, active) VALUES (?1, 'staff', ?1, 'T', 1)",
        many: persons,
      },
      {
        sql: `INSERT INTO roster_enrolments (source, student, school, grade, begin_day, active) VALUES ('test', ?, '${school}', '3', '', 1)`,
        many: each,
      },
      {
        sql: `INSERT INTO roster_contacts (source, student, contact, relation, education_rights, active) VALUES ('test', ?, '${personOf('child')}', 'Mother', 1, 1)`,
        many: each,
      },
      { sql: `INSERT INTO roster_classes VALUES ('class', '${school}', 'Class', '', NULL, 1)` },
      {
        sql: "INSERT INTO roster_class_members VALUES ('test', 'class', ?, ?, '', NULL, 1)",
        many: [[personOf('class'), 'teacher'], ...students.map((id) => [id, 'student'])],
      },
    ]);
  }
}

function isServerOnly(document: string): boolean {
  return shapeOf(hawaiiClassic, document).serverOnly;
}

/** An update by a new page that says something in a document of this kind. */
function aWord(document: string): Uint8Array {
  const doc = new Y.Doc();
  const { fields, lists, serverOnly } = shapeOf(hawaiiClassic, document);
  const text = fields.find(({ type }) => type === 'text');
  const [list] = lists.keys();
  if (serverOnly) doc.getMap(fieldsRoot).set('made', 'up');
  else if (text) edits(hawaiiClassic, doc, document).set(text.name, 'A word.');
  else if (list !== undefined) edits(hawaiiClassic, doc, document).addRow(list);
  else throw new Error(`nothing can be written in ${document}`);
  const update = Y.encodeStateAsUpdate(doc);
  doc.destroy();
  return update;
}

/** A few at once, as many sockets as a person's browser holds. */
async function inTurns<T>(items: readonly T[], attempt: (item: T) => Promise<string | null>): Promise<Tried> {
  const waiting = [...items];
  const wrong: string[] = [];
  await Promise.all(
    Array.from({ length: 12 }, async () => {
      for (let item = waiting.pop(); item !== undefined; item = waiting.pop()) {
        const answer = await attempt(item);
        if (answer !== null) wrong.push(answer);
      }
    }),
  );
  return { count: items.length, wrong };
}
