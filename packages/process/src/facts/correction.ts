import { compareVersions } from '../revision.js';
import { stringOf, corrected, documentOf, type Finders } from './material.js';

/** Corrections of documents on record. */
export const correctionFacts: Finders = {
  'document.correct': ({ process, state, payload }) => {
    const id = stringOf(payload['document']);
    const document = id === null ? undefined : state.documents[id];
    return {
      document: document ? id : null,
      kind: document?.kind ?? null,
      correctable:
        document?.state === 'sealed' &&
        document.stands === 'final' &&
        process.documents.some(({ kind, correctable }) => kind === document.kind && correctable),
      underWay: Object.values(state.documents).filter(
        ({ corrects, state: stands }) => corrects === id && stands === 'open',
      ).length,
    };
  },
  'correction.file': ({ process, state, payload, documents, actor }) => {
    const id = documentOf(state, corrected, payload, actor.person);
    const copy = id === null ? undefined : state.documents[id];
    const [before, after] = [documents[copy?.corrects ?? ''] ?? {}, documents[id ?? ''] ?? {}];
    const { changes } = compareVersions(
      process.fields.filter(({ of }) => of === copy?.kind),
      before,
      after,
      process,
    );
    return {
      document: copy?.corrects ?? null,
      kind: copy?.kind ?? null,
      changes: changes.map(({ path }) => path),
      // A changed plan, determination or decision is a new decision with its own notice, never a correction.
      revisions: changes.filter(({ weight }) => weight === 'revision').map(({ path }) => path),
    };
  },
};
