/** What has to hold of a case once everything is answered, by what is on the disk and what its people were told. */
import { createHash } from 'node:crypto';
import { type CaseState, type Decision, fold, foldNext, foldVersion, readiness } from '@ssp-kit/process';
import { hawaiiClassic } from '@ssp-kit/process/profiles';
import { documentKind } from '@ssp-kit/protocol';
import { canonicalJson, project, projectOfficial } from '@ssp-kit/record';
import * as Y from 'yjs';
import { verifyAudit } from '../../src/audit/verify.js';
import type { SealedDocument } from '../../src/storage/port.js';
import type { History, Sent } from './history.js';
import { textOf, type Word } from './link.js';
import { hold } from './violation.js';
import type { World } from './world.js';

/** The whole audit log and everything it tells of. */
export async function judgeChain(world: World): Promise<void> {
  const { faults } = await verifyAudit(world.store, []);
  hold('I1', faults.length === 0, () => faults.slice(0, 3).join('; '));
}

export async function judge(history: History): Promise<void> {
  const { world, caseId } = history;
  const { log, copies } = await world.store.history(caseId);
  const decisions = log.decisions.map((json) => JSON.parse(json) as Decision);
  judgeLog(history, log.decisions, decisions);
  judgeAnswers(history, decisions);
  const states = statesOf(decisions);
  for (const decision of decisions.slice(history.start.decisions.length)) {
    judgeOrder(history, decision, decisions);
    judgeRight(history, decision, states[decision.seq - 2] as CaseState);
  }
  await judgeState(history, states);
  await judgeRooms(history, states, copies);
}

/** The state behind each decision. */
function statesOf([first, ...rest]: readonly Decision[]): readonly CaseState[] {
  const states = [fold([first as Decision]) as CaseState];
  for (const decision of rest) states.push(foldNext(states.at(-1) as CaseState, decision));
  return states;
}

function judgeLog(history: History, log: readonly string[], decisions: readonly Decision[]): void {
  for (const [index, { seq }] of decisions.entries()) hold('I1', seq === index + 1, () => `${index + 1} is missing`);
  for (const [seq, json] of history.shown) {
    hold('I1', log[seq - 1] === json, () => `decision ${seq}, which was shown, is not in the log`);
  }
}

function judgeAnswers({ sent, start, coverage }: History, decisions: readonly Decision[]): void {
  const counts = new Map<string, number>();
  for (const { key } of decisions) counts.set(key, (counts.get(key) ?? 0) + 1);
  for (const { seq, key, action } of decisions.slice(start.decisions.length)) {
    const known = sent.get(key);
    hold(
      'I2',
      action === 'process.upgraded' || known !== undefined,
      () => `nobody asked for decision ${seq}, ${action}`,
    );
    hold('I2', counts.get(key) === 1, () => `one key made ${counts.get(key)} events`);
    coverage.eventsPerKey = Math.max(coverage.eventsPerKey, counts.get(key) ?? 0);
    if (known) hold('I3', isToldOf(known), () => `${action} is in the log; its person was told ${told(known)}`);
  }
  for (const { command, accepted } of sent.values()) {
    for (const decision of accepted) {
      const kept = decisions[decision.seq - 1];
      hold(
        'I3',
        JSON.stringify(kept) === JSON.stringify(decision),
        () => `${command.action} was accepted, and is not kept`,
      );
    }
  }
}

function isToldOf({ accepted, isBarred }: Sent): boolean {
  return accepted.length > 0 || isBarred;
}

function told({ accepted, refused }: Sent): string {
  return [...accepted.map(({ seq }) => `taken as ${seq}`), ...refused].join(', ') || 'nothing';
}

/** Between what its person looked at and a strict decision only such as commute. */
function judgeOrder({ sent }: History, { key, seq, action }: Decision, decisions: readonly Decision[]): void {
  const known = sent.get(key);
  if (!known || orderOf(action) === 'commutes') return;
  const overtaken = decisions.slice(known.command.base, seq - 1).filter((row) => orderOf(row.action) === 'strict');
  hold('I4', overtaken.length === 0, () => `${action} overtook ${overtaken.map((row) => row.action).join(', ')}`);
}

function orderOf(action: string): string {
  return hawaiiClassic.actions.find(({ id }) => id === action)?.order ?? 'commutes';
}

function judgeRight(history: History, decision: Decision, before: CaseState): void {
  const known = history.sent.get(decision.key);
  if (!known) return;
  const { action, payload } = known.command;
  const { actor, relations } = known.person;
  const { day, at } = decision;
  const { allowed } = readiness(hawaiiClassic, {
    state: before,
    action,
    payload,
    documents: {},
    actor,
    relations,
    day,
    at,
  });
  hold('I10', allowed, () => `${actor.person} may not decide ${action} in ${before.state}`);
  const isOwn = JSON.stringify(decision.actor) === JSON.stringify(actor);
  hold('I10', isOwn, () => `${action} is said to be by ${decision.actor.person}, not ${actor.person}`);
}

async function judgeState({ world, caseId }: History, states: readonly CaseState[]): Promise<void> {
  const state = states.at(-1) as CaseState;
  const stored = await world.store.case(caseId);
  hold('I5', stored?.seq === state.seq, () => `the state stands at ${stored?.seq}, the log at ${state.seq}`);
  if (stored?.fold !== foldVersion) return;
  const same = JSON.stringify(JSON.parse(stored.state)) === JSON.stringify(state);
  hold('I5', same, () => 'the stored state is not what the log says');
  for (const { to, seq } of state.decisions) {
    const after = states[seq - 1];
    hold('I5', after?.state === to, () => `decision ${seq} leads to ${after?.state}, not ${to}`);
  }
}

async function judgeRooms(history: History, states: readonly CaseState[], copies: readonly SealedDocument[]) {
  const { world, caseId } = history;
  const state = states.at(-1) as CaseState;
  for (const [document, { state: stands }] of Object.entries(state.documents)) {
    const loaded = await world.store.load({ caseId, document });
    hold('I7', loaded !== null, () => `${document} is open in the log and has no room`);
    const doc = new Y.Doc();
    if (loaded?.snapshot) Y.applyUpdate(doc, loaded.snapshot.bytes);
    for (const update of loaded?.tail ?? []) Y.applyUpdate(doc, update);
    const isWhole = doc.store.pendingStructs === null && doc.store.pendingDs === null;
    hold('I8', isWhole, () => `${document} waits for what the disk does not have`);
    if (document === 'official') {
      const same = JSON.stringify(projectOfficial(doc)) === JSON.stringify(state.decisions);
      hold('I5', same, () => 'the official record tells another log');
      continue;
    }
    hold('I7', loaded?.sealed === (stands === 'sealed'), () => `${document} is ${stands} and its room is not`);
    judgeWords(history, states, document, doc);
    if (stands === 'sealed') {
      const json = canonicalJson(project(hawaiiClassic, documentKind(document), doc));
      const newest = copies.findLast((copy) => copy.document === document);
      hold('I6', newest?.json === json, () => `${document} is not what was sealed`);
    }
    doc.destroy();
  }
  for (const decision of state.decisions) judgeCopies(history, decision, copies);
}

function judgeCopies({ sent }: History, decision: Decision, copies: readonly SealedDocument[]): void {
  const { seals, cites, action, key } = decision;
  for (const { document, version, hash } of [...seals, ...cites]) {
    const copy = copies.find((row) => row.document === document && row.version === version);
    hold('I6', copy !== undefined, () => `${action}: no copy of ${document} is kept`);
    hold('I6', copy?.hash === hash && sha256(copy.json) === hash, () => `${action}: ${document} has another hash`);
    const seen = sent.get(key)?.command.seen?.[document];
    hold('I6', seen === undefined || seen === hash, () => `${action}: ${document} is not what was seen`);
  }
}

function judgeWords(history: History, states: readonly CaseState[], document: string, doc: Y.Doc): void {
  const name = textOf(document);
  if (name === null) return;
  const stored = doc.getText(name).toString();
  const links = history.links.filter((link) => link.document === document);
  for (const word of history.words.filter((one) => one.document === document)) {
    const { text, who, fate } = word;
    const isStored = stored.includes(text);
    const seenBy = links.find((link) => link.who !== who && link.text().includes(text));
    hold('I8', isStored || fate !== 'committed', () => `${document}: ${text} was acknowledged and is lost`);
    hold('I8', isStored || seenBy === undefined, () => `${document}: ${text} was shown to ${seenBy?.who} and is lost`);
    hold('I9', !isStored || fate !== 'refused', () => `${document}: ${text} was refused and is there`);
    const own = links.find((link) => link.words.includes(word));
    hold('I9', own?.text().includes(text) === true, () => `${document}: ${text} is gone from its author's page`);
    judgeRightToWord(history, states, word, isStored);
  }
}

/** Right to write at some moment between the writing and the answer for what is there; not at every moment for what was refused. */
function judgeRightToWord(history: History, states: readonly CaseState[], word: Word, isStored: boolean): void {
  const { who, document, text, since, answered, fate } = word;
  const person = history.personOf(who);
  const last = fate === 'committed' || fate === 'refused' ? Math.max(answered, since) + 1 : states.length;
  const rights = states
    .slice(since - 1, Math.min(last, states.length))
    .map(({ seq }) => history.mayAt(seq, person, document));
  if (isStored) hold('I7', rights.includes('write'), () => `${who} wrote ${text} in ${document} without the right`);
  const isOpen = states.slice(since - 1).every(({ seq }) => history.mayAt(seq, person, document) === 'write');
  if (fate === 'refused') hold('I7', !isOpen, () => `${who} was not let write ${text} in ${document}`);
}

function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}
