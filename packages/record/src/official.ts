import type { Decision } from '@ssp-kit/process';
import type * as Y from 'yjs';
import { origins } from './origins.js';
import { decisionsRoot } from './shape.js';

/** Writes a decision into the official document. Server only. */
export function appendDecision(doc: Y.Doc, decision: Decision): void {
  doc.transact(() => {
    doc.getMap(decisionsRoot).set(String(decision.seq), structuredClone(decision));
  }, origins.server);
}

/** The decisions of an official document by number, without gaps: what comes behind a gap is not there yet. */
export function projectOfficial(doc: Y.Doc): Decision[] {
  if (!doc.share.has(decisionsRoot)) return [];
  const map = doc.getMap<Decision>(decisionsRoot);
  const decisions: Decision[] = [];
  for (let seq = 1; map.has(String(seq)); seq++) decisions.push(map.get(String(seq)) as Decision);
  return decisions;
}
