import * as Y from 'yjs';
import type { Person } from './person.js';

/** A sync message (0) with what answers the server's first question (1): an update that sets a field. */
function forged(field: string, value: string): number[] {
  const doc = new Y.Doc();
  doc.getMap('fields').set(field, value);
  const update = Y.encodeStateAsUpdate(doc);
  doc.destroy();
  return [0, 1, ...varuint(update.length), ...update];
}

function varuint(value: number): number[] {
  return value < 128 ? [value] : [(value & 127) | 128, ...varuint(value >>> 7)];
}

/**
 * Writes into a document past the page, over a socket of its own with the person's own token. Answers the code with which
 * the server closes it.
 */
export async function writePastThePage(
  person: Person,
  document: string,
  field: string,
  value: string,
): Promise<number> {
  return person.page.evaluate(
    async ({ caseId, document, bytes }) => {
      const { token } = JSON.parse(sessionStorage.getItem('ssp-portal.account') ?? '{}') as { token: string };
      const answer = await fetch(`/api/cases/${caseId}`, { headers: { authorization: `Bearer ${token}` } });
      const { rooms } = (await answer.json()) as { rooms: { room: string; document: string }[] };
      const room = rooms.find((one) => one.document === document)?.room ?? '';
      const socket = new WebSocket(`${location.origin.replace('http', 'ws')}/sync/${room}`, [
        'ssp.v1',
        `bearer.${token}`,
      ]);
      socket.onopen = () => socket.send(new Uint8Array(bytes));
      return new Promise<number>((resolve) => {
        socket.onclose = ({ code }) => resolve(code);
      });
    },
    { caseId: person.caseId, document, bytes: forged(field, value) },
  );
}
