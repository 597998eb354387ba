/** One case lived through by its people: each step is made of one number, by what the person who takes it sees. */
import { randomUUID } from 'node:crypto';
import {
  type ActionRow,
  type CaseState,
  type Decision,
  type DocumentView,
  fold,
  foldNext,
  mayOpen,
  relationsIn,
} from '@ssp-kit/process';
import { hawaiiClassic } from '@ssp-kit/process/profiles';
import { completeContent, type SampleMove, sampleMoves } from '@ssp-kit/process/testing';
import type { CaseAnswer, Command, CommandResult } from '@ssp-kit/protocol';
import type { Coverage } from './coverage.js';
import { Dice } from './dice.js';
import { Link, textOf, type Word } from './link.js';
import { acceptedMove, anyMove, cast, type Known } from './moves.js';
import { newestOpen, type Person, signIn } from './person.js';
import { plant, type Start, startAt, type Told } from './starts.js';
import { hold } from './violation.js';
import { lost, type World } from './world.js';

/** A command with everything that its sender knows of it. */
export interface Sent {
  readonly command: Command;
  readonly person: Person;
  /** Numbers of the accepted answers, in the order in which they came. */
  readonly accepted: Decision[];
  readonly refused: string[];
  /** The last sending had no answer. */
  isOpen: boolean;
  /** Its person was not let in any more: whatever became of an earlier sending, they are not told. */
  isBarred: boolean;
}

export class History {
  readonly caseId = randomUUID();
  readonly world: World;
  readonly start: Start;
  readonly student: string;
  readonly coverage: Coverage;
  readonly sent = new Map<string, Sent>();
  readonly words: Word[] = [];
  readonly links: Link[] = [];
  readonly formerPeople: Person[] = [];
  /** Decisions as they were first shown to anybody, by their number. */
  readonly shown = new Map<number, string>();
  readonly #states: CaseState[] = [];
  readonly #people = new Map<string, Person>();
  /** What its people believe its documents to say. */
  readonly #documents: Record<string, DocumentView>;
  readonly #send: (command: Command) => Command;

  static async begin(world: World, from: Told, student: string, coverage: Coverage): Promise<History> {
    const start = await startAt(from);
    const history = new History(world, start, student, coverage);
    await plant(world.store, start, history.caseId, student);
    // The coordinator has two pages open.
    for (const who of cast) history.#people.set(who, await signIn(world, who, history.caseId, student));
    history.#people.set('second', { ...(history.#people.get('coordinator') as Person) });
    await history.#look(history.#person('coordinator'));
    for (const person of history.#people.values()) person.looksAt = history.known;
    coverage.histories++;
    return history;
  }

  private constructor(world: World, start: Start, student: string, coverage: Coverage) {
    this.world = world;
    this.start = start;
    this.student = student;
    this.coverage = coverage;
    this.#documents = { ...start.documents };
    this.#send = world.defect?.send?.() ?? ((command) => command);
  }

  /** Number of the last decision that anybody was shown. */
  get known(): number {
    return this.#states.length;
  }

  /** The state behind a decision, as everybody folds it. */
  stateAt(seq: number): CaseState {
    return this.#states[Math.min(seq, this.known) - 1] as CaseState;
  }

  async step(choice: number): Promise<void> {
    const dice = new Dice(choice);
    this.coverage.steps++;
    switch (dice.roll(18)) {
      case 0:
      case 1:
      case 2:
      case 3:
        return this.#decide(dice, 'forward');
      case 4:
        return this.#decide(dice, 'aside');
      case 5:
        return this.#decideAnything(dice);
      case 6:
      case 7:
        return this.#complete(dice);
      case 8:
        return this.#edit(dice);
      case 9:
      case 10:
        return this.#race(dice);
      case 11:
        return this.#sign(dice);
      case 12:
        return this.#sendAgain(dice);
      case 13:
        return this.#sendOther(dice);
      case 14:
        return this.#twoAtOnce(dice);
      case 15:
      case 16:
        return this.#decideRarely(dice);
      default:
        return dice.oneIn(3) ? this.#revoke(dice) : this.#turnClock(dice);
    }
  }

  /** Takes the decision for which the case was chosen, and asks for some that it does not accept. */
  async aim(choice: number, move: SampleMove): Promise<void> {
    const dice = new Dice(choice);
    this.coverage.steps++;
    await this.#decideAnything(dice);
    const looker = this.#person('coordinator');
    await this.#look(looker);
    await this.#take(dice, { ...this.#person(move.who), looksAt: looker.looksAt }, move);
  }

  /** After a crash people come back with what they have; some have closed a page meanwhile. */
  async comeBack(dice: Dice): Promise<void> {
    for (const person of this.formerPeople) await this.#meetRevoked(person);
    for (const link of this.links) {
      if (dice.oneIn(3)) link.close();
      else await this.#reopen(link);
    }
    for (const sent of this.sent.values()) if (sent.isOpen && !dice.oneIn(4)) await this.#again(sent);
  }

  /** Everything is answered, or sent again until it is. */
  async settle(): Promise<void> {
    for (const link of this.links) await this.#reopen(link);
    for (const link of this.links) {
      await link.settled();
      hold('I11', link.closed !== 'lost' || link.forked || link.isShut, () => `${link.document} was cut`);
    }
    for (const sent of this.sent.values()) {
      for (let tries = 0; sent.isOpen && tries < 3; tries++) await this.#again(sent);
      hold('I11', !sent.isOpen, () => `${sent.command.action} has no answer`);
    }
    await this.#look(this.#person('coordinator'));
    for (const link of this.links) link.close();
  }

  #person(who: string): Person {
    return this.#people.get(who) as Person;
  }

  /** The person's page shows the case as it is. */
  async #look(person: Person): Promise<void> {
    const path = `/api/cases/${this.caseId}`;
    const now = await this.world.request(person.token, 'GET', path);
    if (now === lost || now.status !== 200) return;
    const { seq } = now.body as CaseAnswer;
    person.looksAt = Math.min(seq, this.known);
    if (seq <= this.known) return;
    const answer = await this.world.request(person.token, 'GET', `${path}/history`);
    if (answer === lost || answer.status !== 200) return;
    const { decisions } = answer.body as { readonly decisions: readonly Decision[] };
    for (const decision of decisions) this.#show(decision);
    person.looksAt = decisions.length;
  }

  #show(decision: Decision): void {
    const { seq } = decision;
    const json = JSON.stringify(decision);
    const before = this.shown.get(seq);
    hold('I1', before === undefined || before === json, () => `decision ${seq} is another than it was`);
    this.shown.set(seq, json);
    while (this.shown.has(this.known + 1)) {
      const next = JSON.parse(this.shown.get(this.known + 1) as string) as Decision;
      this.#states.push(this.known === 0 ? (fold([next]) as CaseState) : foldNext(this.stateAt(this.known), next));
    }
  }

  async #decide(dice: Dice, kind: 'forward' | 'aside'): Promise<void> {
    const person = await this.#looker(dice);
    const move = this.#move(dice, person, kind);
    if (move) await this.#take(dice, this.#actorOf(dice, person, move), move);
  }

  /** One of the two pages of the coordinator, by whose view the next move is found; it may be an old one. */
  async #looker(dice: Dice): Promise<Person> {
    const person = this.#person(dice.oneIn(3) ? 'second' : 'coordinator');
    if (!dice.oneIn(4)) await this.#look(person);
    return person;
  }

  #move(dice: Dice, { looksAt }: Person, kind: 'forward' | 'aside'): SampleMove | undefined {
    const state = this.stateAt(looksAt);
    const possible = sampleMoves(state, this.world.today)[kind].filter(({ action }) =>
      hawaiiClassic.actions.some(({ id, from }) => id === action && from.includes(state.state)),
    );
    return dice.pick(possible);
  }

  /** Who takes it: mostly the one who may. */
  #actorOf(dice: Dice, looker: Person, { who }: SampleMove): Person {
    if (dice.oneIn(6)) return { ...this.#person(dice.pick(cast) as string), looksAt: looker.looksAt };
    return who === 'coordinator' ? looker : { ...this.#person(who), looksAt: looker.looksAt };
  }

  /** One of all the decisions that the rows accept, each as often as any other. */
  async #decideRarely(dice: Dice): Promise<void> {
    const looker = await this.#looker(dice);
    const known = this.#known(looker);
    const open = hawaiiClassic.actions.filter(({ from }) => from.includes(known.state.state));
    for (let tries = 0; tries < 4; tries++) {
      const action = dice.pick(open);
      const move = action && acceptedMove(action.id, known, dice);
      if (move) return this.#take(dice, this.#actorOf(dice, looker, move), move);
    }
  }

  /** Any rows of the process by anybody, whatever the state. */
  async #decideAnything(dice: Dice): Promise<void> {
    const looker = await this.#looker(dice);
    const known = this.#known(looker);
    for (let count = 0; count < 4; count++) {
      const move = anyMove((dice.pick(hawaiiClassic.actions) as ActionRow).id, known, dice);
      await this.#take(dice, { ...this.#person(move.who), looksAt: looker.looksAt }, move);
    }
  }

  #known({ looksAt }: Person): Known {
    return { state: this.stateAt(looksAt), documents: this.#documents, day: this.world.today };
  }

  async #take(dice: Dice, person: Person, { action, payload }: SampleMove, seen?: Command['seen']): Promise<void> {
    const command: Command = {
      key: randomUUID(),
      action,
      payload,
      base: dice.oneIn(8) ? Math.max(0, person.looksAt - dice.roll(3)) : person.looksAt,
      processVersion: hawaiiClassic.version,
      ...(seen ? { seen } : {}),
    };
    const sent: Sent = { command, person, accepted: [], refused: [], isOpen: true, isBarred: false };
    this.sent.set(command.key, sent);
    const copies = dice.oneIn(4) ? 1 + dice.roll(4) : 0;
    this.coverage.repeats += copies;
    const doesWait = !dice.oneIn(6);
    await Promise.all(Array.from({ length: 1 + copies }, () => this.#again(sent, doesWait)));
  }

  /** Sends a command, once more or for the first time. Who does not wait for the answer has none. */
  async #again(sent: Sent, doesWait = true): Promise<void> {
    const { command, person } = sent;
    const path = `/api/cases/${this.caseId}/commands`;
    const wasRevoked = this.#isRevoked(person);
    const wasTaken = sent.accepted.length > 0;
    const answer = await this.world.request(person.token, 'POST', path, this.#send(command));
    if (answer === lost || !doesWait) return;
    if (this.world.isDead && answer.status >= 500) return;
    sent.isOpen = false;
    hold('I10', !(wasRevoked && answer.status !== 401), () => `${command.action}: a revoked token was taken`);
    if (answer.status === 401 || answer.status === 404) {
      hold('I10', answer.status !== 401 || this.#isRevoked(person, 'asked'), () => 'a good token was refused');
      sent.isBarred = true;
      this.coverage.count(this.stateAt(command.base)?.state ?? '', command.action, String(answer.status));
      return;
    }
    hold('I11', answer.status === 200, () => `${command.action}: ${answer.status} ${JSON.stringify(answer.body)}`);
    sent.isBarred = false;
    const result = answer.body as CommandResult;
    hold('I2', result.ok || !wasTaken, () => `${command.action}: taken, then refused`);
    this.#note(sent, result);
  }

  #note(sent: Sent, result: CommandResult): void {
    const { action, base } = sent.command;
    if (!result.ok) {
      sent.refused.push(result.code);
      this.coverage.count(this.stateAt(base)?.state ?? '', action, result.code);
      return;
    }
    const { decision } = result;
    const [first] = sent.accepted;
    hold('I2', !first || JSON.stringify(first) === JSON.stringify(decision), () => `${action}: another answer`);
    sent.accepted.push(decision);
    this.#show(decision);
    if (!first) this.coverage.count(this.stateAt(decision.seq - 1)?.state ?? '', action, 'taken');
    else this.coverage.count('', action, 'replayed');
  }

  #isRevoked({ sub }: Person, least: 'asked' | 'yes' = 'yes'): boolean {
    return this.formerPeople.some((one) => one.sub === sub && (one.revoked === 'yes' || least === 'asked'));
  }

  /** Writes what a document needs, as an honest page does. */
  async #complete(dice: Dice): Promise<void> {
    const state = this.stateAt(this.known);
    const open = Object.values(state.documents).filter((row) => row.state === 'open' && textOf(row.id) !== null);
    const document = dice.pick(open);
    if (!document) return;
    const link = await this.#link(dice, document.id, true);
    const { track } = state;
    const course = { track: track ?? 'action', suspicion: 'unsure', provider: 'provider' } as const;
    const view = completeContent(document, this.world.today, course);
    this.#documents[document.id] = { ...view, ...this.#documents[document.id] };
    if (link?.isOpen) link.write(view);
    await link?.settled();
  }

  /** Some words by anybody who may open the document, or by somebody who may not write in it. */
  async #edit(dice: Dice): Promise<void> {
    const { documents } = this.stateAt(this.known);
    const named = Object.keys(documents).filter((id) => textOf(id) !== null);
    const document = dice.pick(named);
    if (!document) return;
    const link = await this.#link(dice, document, !dice.oneIn(4));
    if (!link?.isOpen) return;
    for (let count = 1 + dice.roll(4); count > 0; count--) this.#type(link, link.who);
    if (!dice.oneIn(3)) await link.settled();
  }

  #type(link: Link, who: string): void {
    if (!link.isOpen || link.forked) return;
    const text = `<${this.words.length}>`;
    const { document } = link;
    const word: Word = { text, document, who, since: this.known, fate: 'waits', answered: 0, seen: false };
    this.words.push(word);
    this.coverage.words++;
    link.type(word);
  }

  /** A decision that seals, while others write on. */
  async #race(dice: Dice): Promise<void> {
    const looker = await this.#looker(dice);
    const move = this.#sealing(dice, looker);
    const document = move && this.#sealedBy(move, looker);
    if (!move || !document || textOf(document) === null) return this.#edit(dice);
    const links = [await this.#link(dice, document, true), await this.#link(dice, document, true)];
    let isDeciding = true;
    const writing = links.map(async (link) => {
      for (let count = 0; count < mostTyped && link && isDeciding; count++) {
        this.#type(link, link.who);
        await new Promise((resolve) => setImmediate(resolve));
      }
    });
    const who = move.who === 'coordinator' ? looker : { ...this.#person(move.who), looksAt: looker.looksAt };
    await this.#take(dice, who, move);
    isDeciding = false;
    await Promise.all(writing);
  }

  /** A signature of what was seen, with or without a change since. */
  async #sign(dice: Dice): Promise<void> {
    const looker = await this.#looker(dice);
    const move = this.#sealing(dice, looker);
    const document = move && this.#sealedBy(move, looker);
    if (!move || !document) return;
    const person = move.who === 'coordinator' ? looker : { ...this.#person(move.who), looksAt: looker.looksAt };
    const path = `/api/cases/${this.caseId}/documents/${document}`;
    const answer = await this.world.request(person.token, 'GET', path);
    if (answer === lost || answer.status !== 200) return;
    const { hash } = answer.body as { readonly hash: string };
    const link = textOf(document) !== null && dice.oneIn(2) ? await this.#link(dice, document, true) : undefined;
    if (link) this.#type(link, link.who);
    await link?.settled();
    await this.#take(dice, person, move, { [document]: hash });
  }

  #sealing(dice: Dice, looker: Person): SampleMove | undefined {
    const state = this.stateAt(looker.looksAt);
    const moves = sampleMoves(state, this.world.today).forward.filter(({ action }) =>
      hawaiiClassic.actions.some(({ id, from, seals }) => id === action && seals && from.includes(state.state)),
    );
    return dice.pick(moves);
  }

  #sealedBy({ action, payload }: SampleMove, { looksAt }: Person): string | null {
    if (typeof payload['document'] === 'string') return payload['document'];
    const kind = hawaiiClassic.actions.find(({ id }) => id === action)?.seals?.[0] ?? '';
    return newestOpen(this.stateAt(looksAt), kind);
  }

  /** A page of the document by somebody: one who may write in it, or anybody. */
  async #link(dice: Dice, document: string, mayWrite: boolean): Promise<Link | undefined> {
    const writers = cast.filter((who) => this.mayAt(this.known, this.#person(who), document) === 'write');
    const who = dice.pick(mayWrite && writers.length > 0 ? writers : cast) as string;
    const known = this.links.find((link) => link.document === document && link.who === who && link.isOpen);
    if (known && !known.forked) return known;
    const link = new Link(this.world, this.caseId, document, who, () => this.known);
    await link.open(this.#person(who).token);
    const person = this.#person(who);
    if (link.closed === 4401) hold('I10', this.#isRevoked(person, 'asked'), () => 'a good token was refused');
    this.links.push(link);
    return link;
  }

  async #reopen(link: Link): Promise<void> {
    if (link.closed !== 'lost' || link.forked || link.isShut) return;
    await link.open(this.#person(link.who).token);
  }

  /** What somebody may do with a document by the rows, behind a decision. */
  mayAt(seq: number, { actor, relations }: Person, document: string): 'read' | 'write' | null {
    const state = this.stateAt(seq);
    const stands = [...relations, ...relationsIn(state, actor, `${this.world.today}T18:00:00.000Z`)];
    return mayOpen(hawaiiClassic, state, document, actor, stands);
  }

  personOf(who: string): Person {
    return this.#person(who);
  }

  async #sendAgain(dice: Dice): Promise<void> {
    const sent = dice.pick([...this.sent.values()]);
    if (!sent) return;
    this.coverage.repeats++;
    await this.#again(sent);
  }

  /** Another command under a key that is in the log. */
  async #sendOther(dice: Dice): Promise<void> {
    const sent = dice.pick([...this.sent.values()].filter(({ accepted }) => accepted.length > 0));
    if (!sent) return;
    const { key, action, payload } = sent.command;
    const byOther = dice.oneIn(3);
    const person = byOther ? this.#person(sent.person.who === 'teacher' ? 'coordinator' : 'teacher') : sent.person;
    const body = this.#send({ ...sent.command, payload: byOther ? payload : { ...payload, reason: `not ${action}` } });
    const answer = await this.world.request(person.token, 'POST', `/api/cases/${this.caseId}/commands`, body);
    if (answer === lost || answer.status !== 200) return;
    const result = answer.body as CommandResult;
    const code = result.ok ? 'taken' : result.code;
    this.coverage.count('', action, code);
    hold('I2', code === 'key-reused', () => `${key}: another command under it was ${code}`);
  }

  /** Two pages decide by the same view, in one moment. */
  async #twoAtOnce(dice: Dice): Promise<void> {
    const looker = await this.#looker(dice);
    const moves = [this.#move(dice, looker, 'forward'), this.#move(dice, looker, 'forward')];
    const both = moves[0] && dice.oneIn(2) ? [moves[0], moves[0]] : moves;
    await Promise.all(both.map(async (move) => move && this.#take(dice, this.#actorOf(dice, looker, move), move)));
  }

  async #revoke(dice: Dice): Promise<void> {
    const who = dice.pick(cast) as (typeof cast)[number];
    const person = this.#person(who);
    const own = this.links.filter((link) => link.who === who && link.isOpen);
    this.formerPeople.push(person);
    person.revoked = 'asked';
    const name = `${this.caseId}-${this.formerPeople.length}`;
    const again = await signIn(this.world, who, name, this.student);
    this.#people.set(who, { ...again, looksAt: this.known });
    if (who === 'coordinator') this.#people.set('second', { ...again, looksAt: this.known });
    const system = this.#person('system');
    const before = new Date().toISOString();
    const answer = await this.world.request(system.token, 'POST', '/api/revocations', { person: person.sub, before });
    if (answer === lost || answer.status !== 204) return;
    person.revoked = 'yes';
    await this.#meetRevoked(person);
    for (const link of own) {
      await link.ended();
      hold('I10', !link.isOpen, () => `${link.document} stays open after the revocation`);
    }
  }

  async #meetRevoked(person: Person): Promise<void> {
    if (person.revoked !== 'yes') return;
    const answer = await this.world.request(person.token, 'GET', `/api/cases/${this.caseId}`);
    if (answer === lost || (this.world.isDead && answer.status >= 500)) return;
    hold('I10', answer.status === 401, () => `a revoked token is answered with ${answer.status}`);
  }

  #turnClock(dice: Dice): void {
    const hours = dice.pick([-30, -1, 1, 5, 24, 72, 240]) as number;
    this.world.turnClock(hours * 3_600_000);
  }
}

/** Words that one page writes while a decision is taken. */
const mostTyped = 24;
