/**
 * A session in memory for stories and tests: plain data, no network, no shared document type, no timer.
 * What another person would do is a method of the case's document: `session.caseOf(id).document('plan-1').type('…', 'words')`.
 */
import {
  type Actor,
  fold,
  type Plain,
  type Process,
  type Relation,
  type RequirementResult,
  startCase,
} from '@ssp-kit/process';
import { hawaiiClassic } from '@ssp-kit/process/profiles';
import type {
  CaseHandle,
  Connection,
  Intent,
  KeptWords,
  Outcome,
  PendingDecision,
  Person,
  Readiness,
  RosterPerson,
  RosterStudent,
  Saved,
  Session,
  SessionView,
} from './contract.js';
import { FakeCase, type FakeCaseOptions } from './fake/case.js';
import { decideIn, type FakeActor, judge, rightsOf, viewOf } from './fake/process.js';
import { FakeReadable } from './fake/readable.js';

export { FakeCase, type FakeCaseOptions } from './fake/case.js';
export { FakeDocument, type FakeDocumentOptions } from './fake/document.js';
export { FakeReadable } from './fake/readable.js';

export interface FakeSessionOptions {
  readonly person?: Person | null;
  /** `YYYY-MM-DD`. */
  readonly today?: string;
  readonly cases?: readonly FakeCaseOptions[];
  readonly students?: readonly RosterStudent[];
  readonly people?: readonly RosterPerson[];
  /** How the person stands to every student by the roster. Default: staff of the school. */
  readonly relations?: readonly Relation[];
  /** Default: `hawaii-classic`. */
  readonly process?: Process;
  readonly view?: Partial<SessionView>;
}

type Payload = Readonly<Record<string, Plain>>;

export class FakeSession implements Session {
  readonly view: FakeReadable<SessionView>;
  /** Everything that was asked for, in order. */
  readonly intents: Intent[] = [];
  closed = false;
  signedOut = false;
  readonly #cases = new Map<string, FakeCase>();
  readonly #students: readonly RosterStudent[];
  readonly #people: readonly RosterPerson[];
  /** How the person stands to every student by the roster; `look` after a change. */
  relations: readonly Relation[];
  readonly #missing = new Map<string, readonly RequirementResult[]>();
  #answer: ((intent: Intent) => Outcome | undefined) | null = null;
  #count = 0;

  constructor(options: FakeSessionOptions = {}) {
    this.#students = options.students ?? [];
    this.#people = options.people ?? [];
    this.relations = options.relations ?? ['school'];
    this.view = new FakeReadable<SessionView>({
      person: options.person ?? { id: 'ana', name: 'Ana Kealoha', roles: ['coordinator'] },
      connection: 'online',
      saved: 'saved',
      offlineStore: 'on',
      pending: [],
      kept: [],
      caseload: { state: 'ready', cases: [] },
      today: options.today ?? '2026-11-24',
      process: options.process ?? hawaiiClassic,
      ...options.view,
    });
    for (const one of options.cases ?? []) this.addCase(one);
  }

  case(caseId: string): CaseHandle {
    return this.caseOf(caseId).handle();
  }

  async dispatch(intent: Intent): Promise<Outcome> {
    this.intents.push(intent);
    const answer = this.#answer?.(intent);
    return answer ?? this.perform(intent);
  }

  /** Does at once what `dispatch` does, unheard: to bring a case to where a story or a test begins. */
  perform(intent: Intent): Outcome {
    return this.#do(intent);
  }

  /** Lets somebody else decide, as the process judges it. */
  decideAs(actor: Actor, caseId: string, action: string, payload: Payload = {}): Outcome {
    const who = { ...this.#who(), actor };
    const outcome = decideIn(this.caseOf(caseId), action, payload, this.#key(), who);
    this.look(caseId);
    return outcome;
  }

  async students(query = ''): Promise<readonly RosterStudent[]> {
    const wanted = query.trim().toLocaleLowerCase();
    return this.#students.filter(({ name }) => name.toLocaleLowerCase().includes(wanted));
  }

  async people(_caseId: string): Promise<readonly RosterPerson[]> {
    return this.#people;
  }

  async close(): Promise<void> {
    this.closed = true;
  }

  async signOut(): Promise<void> {
    this.signedOut = true;
    await this.close();
  }

  /** Handles and listeners that elements still hold: 0 after all of them are gone. */
  get held(): number {
    return [...this.#cases.values()].reduce((sum, one) => sum + one.held, this.view.listeners);
  }

  addCase(options: FakeCaseOptions): FakeCase {
    const one = new FakeCase(options, {
      process: () => this.view.get().process,
      judge: (of, action, payload) => this.#judge(of, action, payload),
    });
    this.#cases.set(options.id, one);
    return one;
  }

  caseOf(caseId: string): FakeCase {
    return this.#cases.get(caseId) ?? this.addCase({ id: caseId, state: 'loading' });
  }

  patch(patch: Partial<SessionView>): void {
    this.view.set({ ...this.view.get(), ...patch });
  }

  setConnection(connection: Connection): void {
    this.patch({ connection });
  }

  setSaved(saved: Saved): void {
    this.patch({ saved });
  }

  /** Says what an action still misses; without this, nothing. */
  setMissing(caseId: string, action: string, missing: readonly RequirementResult[]): void {
    this.#missing.set(`${caseId} ${action}`, missing);
    this.caseOf(caseId).judgeAgain();
  }

  /** Answers intents instead of the fake; `undefined` lets the fake do it. */
  answerWith(answer: ((intent: Intent) => Outcome | undefined) | null): void {
    this.#answer = answer;
  }

  /** Words that the server did not take. */
  keep(words: KeptWords): void {
    this.patch({ kept: [...this.view.get().kept, words] });
  }

  /** A decision that waits or was refused; one with a known key is replaced. */
  pend(decision: PendingDecision): void {
    const others = this.view.get().pending.filter(({ key }) => key !== decision.key);
    this.#setPending([...others, decision]);
  }

  #setPending(pending: readonly PendingDecision[]): void {
    this.patch({ pending });
    for (const one of this.#cases.values()) {
      one.patch({ pending: pending.filter(({ caseId }) => caseId === one.id) });
    }
  }

  #judge(of: FakeCase, action: string, payload: Payload): Readiness {
    const missing = this.#missing.get(`${of.id} ${action}`);
    if (missing !== undefined) return { action, allowed: true, open: true, requirements: missing };
    return judge(of, action, payload, this.#who());
  }

  #who(): FakeActor {
    const { person, process, today } = this.view.get();
    return {
      process,
      actor: { person: person?.id ?? '', name: person?.name ?? '', roles: person?.roles ?? [] },
      relations: this.relations,
      day: today,
      people: this.#people,
    };
  }

  #key(): string {
    this.#count += 1;
    return `decision-${this.#count}`;
  }

  /** Tells a case's view again, as the person of this session sees it: after the person or the day was changed. */
  look(caseId: string): void {
    const of = this.caseOf(caseId);
    const state = of.view.get().case;
    if (state === null) return;
    for (const [id, may] of rightsOf(state, this.#who())) of.grant(id, may);
    of.patch(viewOf(state, this.#who()));
  }

  #do(intent: Intent): Outcome {
    switch (intent.type) {
      case 'field.set':
        return this.#edit(intent, (document) => document.set(intent.path, intent.value));
      case 'row.add':
        return this.#edit(intent, (document) => document.addRow(intent.list, intent));
      case 'row.move':
        return this.#edit(intent, (document) => document.moveRow(intent.list, intent.id, intent.after));
      case 'row.remove':
        return this.#edit(intent, (document) => document.removeRow(intent.list, intent.id));
      case 'decide':
        return this.#decide(intent);
      case 'case.start':
        return this.#start(intent.student, intent.caseId);
      case 'decision.withdraw':
        this.#setPending(this.view.get().pending.filter(({ key }) => key !== intent.key));
        return { result: 'done' };
      case 'kept.discard':
        this.patch({ kept: this.view.get().kept.filter(({ id }) => id !== intent.id) });
        return { result: 'done' };
      case 'caseload.refresh':
        return { result: 'done' };
    }
  }

  #edit(
    intent: Intent & { caseId: string; document: string },
    edit: (document: ReturnType<FakeCase['document']>) => unknown,
  ): Outcome {
    const document = this.caseOf(intent.caseId).document(intent.document);
    if (!document.writable) {
      return { result: 'refused', refusal: { ok: false, code: 'no-right', unmet: [] } };
    }
    const id = edit(document);
    return typeof id === 'string' ? { result: 'done', id } : { result: 'done' };
  }

  #decide(intent: Intent & { type: 'decide' }): Outcome {
    const key = this.#key();
    if (this.view.get().connection === 'offline') {
      this.pend({
        key,
        caseId: intent.caseId,
        action: intent.action,
        payload: intent.payload,
        since: `${this.view.get().today}T10:00:00Z`,
        state: 'waiting',
        refusal: null,
      });
      return { result: 'waiting', key };
    }
    const one = this.caseOf(intent.caseId);
    const { requirements } = one.readiness(intent.action, intent.payload).get();
    const unmet = requirements.filter(({ met }) => !met);
    if (unmet.length > 0) {
      return { result: 'refused', refusal: { ok: false, code: 'unmet', unmet } };
    }
    return decideIn(one, intent.action, intent.payload, key, this.#who());
  }

  #start(student: string, caseId = `case-${this.#key()}`): Outcome {
    if (this.#cases.get(caseId)?.view.get().case) return { result: 'done', id: caseId };
    const known = this.#students.find(({ id }) => id === student);
    const who = this.#who();
    const first = startCase(who.process, {
      caseId,
      key: this.#key(),
      actor: who.actor,
      student: {
        id: student,
        name: known?.name ?? student,
        grade: known?.grade ?? null,
        school: known?.school ?? null,
        schoolName: known?.schoolName ?? null,
      },
      day: who.day,
      at: `${who.day}T18:00:00.000Z`,
    });
    const one = this.#cases.get(caseId) ?? this.addCase({ id: caseId });
    one.document('concern');
    one.patch({ case: fold([first]) });
    this.look(caseId);
    return { result: 'done', id: caseId };
  }
}
