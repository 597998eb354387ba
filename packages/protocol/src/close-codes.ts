/** Why the server closes a socket. 4400–4499 are final: y-websocket does not try again. The others may be tried again. */
export const closeCodes = {
  badMessage: 4400,
  unauthenticated: 4401,
  forbidden: 4403,
  noSuchRoom: 4404,
  epochSuperseded: 4409,
  tooLarge: 4413,
  sealed: 4423,
  clientTooOld: 4426,
  restarting: 4503,
  slowDown: 4529,
} as const;

export type CloseCode = (typeof closeCodes)[keyof typeof closeCodes];
