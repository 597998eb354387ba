import { type CaseDocument, type CaseState, originalOf, type Process } from '@ssp-kit/process';
import { labelOf } from './format.js';

/** What a person calls a document of a case; with its number where there are several of the same name. */
export function documentName(process: Process, state: CaseState, id: string, audience: 'staff' | 'family'): string {
  const document = state.documents[id];
  if (document === undefined) return id;
  const name = plainName(process, document, audience);
  const alike = Object.values(state.documents).filter(
    (one) => one.corrects === undefined && plainName(process, one, audience) === name,
  );
  const at = alike.findIndex((one) => one.id === originalOf(state, id)?.id);
  return alike.length > 1 ? `${name} ${at + 1}` : name;
}

function plainName(process: Process, { kind, about }: CaseDocument, audience: 'staff' | 'family'): string {
  const row = process.documents.find((one) => one.kind === kind);
  const name = (audience === 'family' ? row?.familyLabel : row?.label) ?? kind;
  if (about === undefined || row?.about === undefined) return name;
  const notice = kind === 'notice' ? process.notices.find(({ id }) => id === about) : undefined;
  const familyAbout = audience === 'family' ? notice?.familyLabel : undefined;
  const what = familyAbout ?? labelOf(process, row.about, about);
  return what.startsWith(name) ? what : `${name}: ${what}`;
}
