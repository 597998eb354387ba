/** Why a document cannot be opened or took something back, in a person's words. */
import { type CloseCode, closeCodes, type UpdateRefusal } from '@ssp-kit/protocol';

const byCode: Readonly<Record<CloseCode, string>> = {
  [closeCodes.badMessage]: 'The server did not understand this page. Reload it.',
  [closeCodes.unauthenticated]: 'You are signed out.',
  [closeCodes.forbidden]: 'You have no right to open this.',
  [closeCodes.noSuchRoom]: 'This does not exist, or you may not see it.',
  [closeCodes.epochSuperseded]: 'The server replaced this by a newer copy.',
  [closeCodes.tooLarge]: 'This is more than the server takes at once.',
  [closeCodes.sealed]: 'This was filed and cannot be changed any more.',
  [closeCodes.clientTooOld]: 'This page is too old for the server. Reload it.',
  [closeCodes.restarting]: 'The server is restarting.',
  [closeCodes.slowDown]: 'The server asks to slow down.',
};

export function closeProblem(code: number): string {
  return byCode[code as CloseCode] ?? (code === 1009 ? byCode[4413] : 'The server closed this.');
}

const byRefusal: Readonly<Record<UpdateRefusal, string>> = {
  'bad-update': 'The server could not read it.',
  'not-yours': 'The server could not tell that it came from you.',
  gap: 'Something before it was missing.',
  'unknown-root': 'The server does not know this field.',
  'wrong-type': 'The server does not take this kind of content here.',
  'too-large': byCode[4413],
  'read-only': 'You may read this, but not write in it.',
  sealed: byCode[4423],
  'not-stored': 'The server could not store it.',
};

export function refusalProblem(code: UpdateRefusal): string {
  return byRefusal[code] ?? 'The server did not take it.';
}
