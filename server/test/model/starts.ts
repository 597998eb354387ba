/** Where histories can begin: every step of the shortest ways through the process, on each track, with what was sealed on the way. */
import { type CaseState, type Decision, type DocumentView, fold, foldNext, type Track } from '@ssp-kit/process';
import { hawaiiClassic } from '@ssp-kit/process/profiles';
import { sampleStudent, walk, type WalkOptions } from '@ssp-kit/process/testing';
import { documentKind } from '@ssp-kit/protocol';
import { appendDecision, canonicalJson, contentHash, fill, project } from '@ssp-kit/record';
import * as Y from 'yjs';
import { indexOf } from '../../src/case-index.js';
import { decisionEntries } from '../../src/audit/decision-entries.js';
import type { DecisionWrite, NewRoom, SealedDocument, Storage } from '../../src/storage/port.js';
import { serverClient } from '../../src/records/tasks.js';

/** A case as far as it has come, with what its documents say, complete for the next decision. */
export interface Told {
  readonly name: string;
  readonly decisions: readonly Decision[];
  readonly state: CaseState;
  readonly documents: Readonly<Record<string, DocumentView>>;
}

export interface Start extends Told {
  /** By the number of the decision that kept them. The hashes stand in the decisions too. */
  readonly copies: ReadonlyMap<number, DecisionWrite['copies']>;
  readonly contents: Readonly<Record<string, Uint8Array>>;
}

const grown = { student: { ...sampleStudent, birthDate: '2008-08-01' } };

const ways: readonly (readonly [Track, WalkOptions])[] = [
  ['action', {}],
  ['action', { path: 'full', review: 'revise', ...grown }],
  ['idea', {}],
  ['s504', { review: 'continue', ...grown }],
];

/** Every step of the ways, the shortest first. */
export function everyStep(): readonly Told[] {
  const found: Told[] = [];
  for (const [track, options] of ways) {
    const { decisions, documents } = walk(track, options);
    let state: CaseState | null = null;
    for (const [index, decision] of decisions.entries()) {
      state = state === null ? (fold([decision]) as CaseState) : foldNext(state, decision);
      found.push({ name: `${track}/${decision.seq}`, decisions: decisions.slice(0, index + 1), state, documents });
    }
  }
  return found.sort((a, b) => a.decisions.length - b.decisions.length);
}

/** What a case keeps that has come so far: the copies of what was sealed or cited, and their hashes. */
export async function startAt(told: Told): Promise<Start> {
  const contents = Object.fromEntries(
    Object.entries(told.documents).map(([document, view]) => [document, bytesOf(document, view)]),
  );
  const decisions: Decision[] = [];
  const copies = new Map<number, DecisionWrite['copies']>();
  for (const decision of told.decisions) {
    const kept = await copiesOf(decision, contents, decisions);
    copies.set(decision.seq, kept);
    const hashOf = (document: string) => kept.find((copy) => copy.document === document)?.hash ?? '';
    const withHash = (row: Decision['seals'][number]) => ({ ...row, hash: hashOf(row.document) });
    decisions.push({ ...decision, seals: decision.seals.map(withHash), cites: decision.cites.map(withHash) });
  }
  return { ...told, decisions, copies, contents };
}

/** Puts a case that stands at a start into the store, decision by decision, as the server would have. */
export async function plant(storage: Storage, start: Start, caseId: string, student: string): Promise<void> {
  const [first, ...rest] = start.decisions as [Decision, ...Decision[]];
  const decisions = [{ ...first, key: caseId, facts: { ...first.facts, case: caseId, student } }, ...rest];
  const state = fold(decisions);
  if (!state) throw new Error('a start without decisions');
  for (const [at, decision] of decisions.entries()) {
    const isLast = at === decisions.length - 1;
    const copies = (start.copies.get(decision.seq) ?? []).map((copy) => ({ ...copy, caseId }));
    const written = await storage.decide({
      caseId,
      decision,
      fingerprint: '',
      state: isLast ? JSON.stringify(state) : '{}',
      index: indexOf(state),
      readAt: [],
      appends: [],
      opens: decision.opens.map(({ document }) => newRoom(start, decisions, caseId, document)),
      copies,
      audits: decisionEntries(caseId, decision, copies),
    });
    if (!written.ok) throw new Error(`a start could not be planted: ${written.code}`);
  }
}

function newRoom(start: Start, decisions: readonly Decision[], caseId: string, document: string): NewRoom {
  const bytes = document === 'official' ? official(decisions) : (start.contents[document] ?? null);
  return { caseId, document, kind: documentKind(document), bytes };
}

async function copiesOf(
  { seals, cites }: Decision,
  contents: Start['contents'],
  before: readonly Decision[],
): Promise<DecisionWrite['copies']> {
  const freeze = new Set(seals.map(({ document }) => document));
  return Promise.all(
    [...seals, ...cites].map(async ({ document }) => {
      const { json, hash } = await copyOf(document, contents[document]);
      const earlier = before.flatMap((row) => [...row.seals, ...row.cites]).filter((row) => row.document === document);
      return {
        caseId: '',
        document,
        version: earlier.length + 1,
        json,
        hash,
        freeze: freeze.has(document),
      };
    }),
  );
}

/** Many starts say the same in the same documents: each is written and hashed once. */
const written = new WeakMap<DocumentView, Uint8Array>();
const copied = new WeakMap<Uint8Array, Promise<Pick<SealedDocument, 'json' | 'hash'>>>();

function bytesOf(document: string, view: DocumentView): Uint8Array {
  const known = written.get(view) ?? made((doc) => fill(hawaiiClassic, doc, documentKind(document), view));
  written.set(view, known);
  return known;
}

const nothing = made(() => undefined);

function copyOf(document: string, bytes = nothing): Promise<Pick<SealedDocument, 'json' | 'hash'>> {
  const known = copied.get(bytes) ?? hashed(viewOf(document, bytes));
  if (bytes !== nothing) copied.set(bytes, known);
  return known;
}

async function hashed(view: DocumentView): Promise<Pick<SealedDocument, 'json' | 'hash'>> {
  return { json: canonicalJson(view), hash: await contentHash(view) };
}

function official(decisions: readonly Decision[]): Uint8Array {
  return made((doc) => {
    for (const decision of decisions) appendDecision(doc, decision);
  });
}

function viewOf(document: string, bytes: Uint8Array): DocumentView {
  const doc = new Y.Doc();
  Y.applyUpdate(doc, bytes);
  return project(hawaiiClassic, documentKind(document), doc);
}

function made(write: (doc: Y.Doc) => void): Uint8Array {
  const doc = new Y.Doc();
  doc.clientID = serverClient;
  write(doc);
  return Y.encodeStateAsUpdate(doc);
}
