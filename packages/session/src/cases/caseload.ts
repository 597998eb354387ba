/** The list of cases and the roster around them: asked for, kept for when there is no answer, joined with what was begun here. */
import { type Actor, caseloadRow, type Process } from '@ssp-kit/process';
import type { CaseRow, PersonRow, StudentRow } from '@ssp-kit/protocol';
import { caseRows, isList, personRows, studentRows } from '../answers.js';
import type { CaseSummary, RosterPerson, RosterStudent, SessionView } from '../contract.js';
import type { Answer, Api } from '../http.js';
import type { Cache } from '../offline/ports.js';
import type { CaseCore } from './case.js';

type Caseload = SessionView['caseload'];

/** Students of earlier answers that can be found again without the server. */
const keptStudents = 500;

export interface RosterOptions {
  readonly api: Api;
  readonly cache: Cache;
  readonly onCaseload: (caseload: Caseload) => void;
  readonly onStorageFailure: (error: unknown) => void;
  readonly localCases: () => readonly CaseCore[];
  readonly process: () => Process;
  readonly actor: () => Actor | null;
  readonly today: () => string;
}

export class Roster {
  readonly #options: RosterOptions;
  #state: Caseload['state'] = 'loading';
  #rows: readonly CaseRow[] = [];
  #students: readonly StudentRow[] = [];
  #refreshedAt = 0;

  constructor(options: RosterOptions) {
    this.#options = options;
  }

  /** When the caseload was last answered, in milliseconds since 1970. */
  get refreshedAt(): number {
    return this.#refreshedAt;
  }

  get knownStudents(): readonly StudentRow[] {
    return this.#students;
  }

  /** The last answers, from this device. */
  async load(): Promise<void> {
    const rows = caseRows(await this.#cached('cases'));
    const students = studentRows(await this.#cached('students'));
    if (students) this.#students = students;
    if (rows) {
      this.#rows = rows;
      this.#state = 'stale';
    }
    this.publish();
  }

  async refresh(): Promise<void> {
    const answer = await this.#options.api.get('/api/cases', isList(caseRows));
    const rows = answer.kind === 'ok' ? caseRows(answer.body) : null;
    if (rows) {
      this.#rows = rows;
      this.#state = 'ready';
      this.#refreshedAt = Date.now();
      void this.#keep('cases', rows);
    } else this.#state = this.#state === 'loading' ? 'failed' : staleUnlessFailed(this.#state);
    this.publish();
  }

  /** Puts the list together anew. */
  publish(): void {
    const known = new Set(this.#rows.map((row) => row.id));
    const local = this.#options
      .localCases()
      .filter((core) => !known.has(core.id))
      .map((core) => this.#summary(core))
      .filter((row) => row !== null);
    const rows = this.#rows.map((row) => ({ ...row, local: false }));
    this.#options.onCaseload({ state: this.#state, cases: [...local, ...rows] });
  }

  async students(query = ''): Promise<readonly RosterStudent[]> {
    const wanted = query.trim();
    const path = wanted === '' ? '/api/students' : `/api/students?q=${encodeURIComponent(wanted)}`;
    const answer = await this.#options.api.get(path, isList(studentRows));
    const rows = answer.kind === 'ok' ? studentRows(answer.body) : null;
    if (!rows) return this.#students.filter((student) => matches(student.name, wanted));
    const found = new Set(rows.map((row) => row.id));
    const others = this.#students.filter((row) => !found.has(row.id));
    this.#students = [...rows, ...others].slice(0, keptStudents);
    void this.#keep('students', this.#students);
    return rows;
  }

  async people(caseId: string): Promise<readonly RosterPerson[]> {
    const answer: Answer<unknown> = await this.#options.api.get(`/api/cases/${caseId}/people`, isList(personRows));
    const name = `people ${caseId}`;
    const rows = answer.kind === 'ok' ? personRows(answer.body) : null;
    if (rows) {
      void this.#keep(name, rows);
      return rows;
    }
    return (personRows(await this.#cached(name)) ?? []) satisfies readonly PersonRow[];
  }

  #summary(core: CaseCore): CaseSummary | null {
    const { state } = core;
    const actor = this.#options.actor();
    const today = this.#options.today();
    if (!state || !actor || !today) return null;
    return { ...caseloadRow(this.#options.process(), state, actor, core.relations, today), local: true };
  }

  async #cached(name: string): Promise<unknown> {
    try {
      return await this.#options.cache.get(name);
    } catch (error) {
      this.#options.onStorageFailure(error);
      return undefined;
    }
  }

  async #keep(name: string, value: unknown): Promise<void> {
    try {
      await this.#options.cache.put(name, value);
    } catch (error) {
      this.#options.onStorageFailure(error);
    }
  }
}

function staleUnlessFailed(state: Caseload['state']): Caseload['state'] {
  return state === 'failed' ? 'failed' : 'stale';
}

function matches(name: string, query: string): boolean {
  const words = query.toLocaleLowerCase().split(/\s+/).filter(Boolean);
  const text = name.toLocaleLowerCase();
  return words.every((word) => text.includes(word));
}
