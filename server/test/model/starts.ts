/** Where histories begin: every step of the shortest ways through the process, on each track, with what was sealed on the way. */
import { type Decision, type DocumentView, fold, type Track } from '@ssp-kit/process';
import { hawaiiClassic } from '@ssp-kit/process/profiles';
import { walk, type WalkOptions } from '@ssp-kit/process/testing';
import { documentKind } from '@ssp-kit/protocol';
import { appendDecision, canonicalJson, contentHash, fill, project } from '@ssp-kit/record';
import * as Y from 'yjs';
import { indexOf } from '../../src/case-index.js';
import { decisionEntries } from '../../src/audit/decision-entries.js';
import type { DecisionWrite, NewRoom, Storage } from '../../src/storage/port.js';
import { serverClient } from '../../src/records/tasks.js';

export interface Start {
  readonly name: string;
  readonly state: string;
  /** With the hashes of what they seal. */
  readonly decisions: readonly Decision[];
  readonly copies: ReadonlyMap<number, DecisionWrite['copies']>;
  readonly contents: Readonly<Record<string, Uint8Array>>;
}

const ways: readonly (readonly [Track, WalkOptions])[] = [
  ['action', {}],
  ['action', { path: 'full', review: 'revise' }],
  ['idea', {}],
  ['s504', { review: 'continue' }],
];

/** All starts, the shortest first. */
export async function makeStarts(): Promise<readonly Start[]> {
  const found: Start[] = [];
  for (const [track, options] of ways) {
    const { decisions, documents } = walk(track, options);
    const contents = Object.fromEntries(
      Object.entries(documents).map(([document, view]) => [document, filled(document, view)]),
    );
    const sealed: Decision[] = [];
    const copies = new Map<number, DecisionWrite['copies']>();
    for (const decision of decisions) {
      const kept = await copiesOf(decision, contents, sealed);
      copies.set(decision.seq, kept);
      const hashOf = (document: string) => kept.find((copy) => copy.document === document)?.hash ?? '';
      const withHash = (row: Decision['seals'][number]) => ({ ...row, hash: hashOf(row.document) });
      sealed.push({ ...decision, seals: decision.seals.map(withHash), cites: decision.cites.map(withHash) });
      const name = `${track}/${decision.seq}`;
      found.push({ name, state: decision.to, decisions: [...sealed], copies, contents });
    }
  }
  return found.sort((a, b) => a.decisions.length - b.decisions.length);
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
      const view = viewOf(document, contents[document]);
      const earlier = before.flatMap((row) => [...row.seals, ...row.cites]).filter((row) => row.document === document);
      return {
        caseId: '',
        document,
        version: earlier.length + 1,
        json: canonicalJson(view),
        hash: await contentHash(view),
        freeze: freeze.has(document),
      };
    }),
  );
}

function filled(document: string, view: DocumentView): Uint8Array {
  return made((doc) => fill(hawaiiClassic, doc, documentKind(document), view));
}

function official(decisions: readonly Decision[]): Uint8Array {
  return made((doc) => {
    for (const decision of decisions) appendDecision(doc, decision);
  });
}

function viewOf(document: string, bytes: Uint8Array | undefined): DocumentView {
  const doc = new Y.Doc();
  if (bytes) Y.applyUpdate(doc, bytes);
  return project(hawaiiClassic, documentKind(document), doc);
}

function made(write: (doc: Y.Doc) => void): Uint8Array {
  const doc = new Y.Doc();
  doc.clientID = serverClient;
  write(doc);
  return Y.encodeStateAsUpdate(doc);
}
