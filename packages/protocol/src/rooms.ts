/** Room names: `case/<case uuid>/<document>@<epoch>`. */

const pattern =
  /^case\/([0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12})\/([a-z]+(?:-[0-9]+(?:-[0-9]+)?)?)@([1-9][0-9]{0,12})$/;

export interface RoomName {
  readonly caseId: string;
  /** For instance `concern`, `plan-2`, `services-2026-2027`. */
  readonly document: string;
  /** From 1; raised when the server replaces a document. */
  readonly epoch: number;
}

export function formatRoom(room: RoomName): string {
  return `case/${room.caseId}/${room.document}@${room.epoch}`;
}

/** The parts of a room's name, or null when it is none. */
export function parseRoom(name: string): RoomName | null {
  const match = name.length <= 120 ? pattern.exec(name) : null;
  if (!match) return null;
  return { caseId: match[1] as string, document: match[2] as string, epoch: Number(match[3]) };
}

/** The kind of a document id: `plan` of `plan-2`. */
export function documentKind(document: string): string {
  const dash = document.indexOf('-');
  return dash < 0 ? document : document.slice(0, dash);
}
