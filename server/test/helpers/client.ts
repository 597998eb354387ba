/** A client as others write them: HTTP by fetch, documents by a plain y-websocket provider. */
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import type { Plain } from '@ssp-kit/process';
import type { CaseAnswer, Command, CommandResult } from '@ssp-kit/protocol';
import { hawaiiClassic } from '@ssp-kit/process/profiles';
import { edits, project } from '@ssp-kit/record';
import { WebSocket } from 'ws';
import { WebsocketProvider } from 'y-websocket';
import * as Y from 'yjs';

export async function api(url: string, token: string | null, method: string, path: string, body?: unknown) {
  const response = await fetch(`${url}${path}`, {
    method,
    headers: {
      ...(token ? { authorization: `Bearer ${token}` } : {}),
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
    },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  const text = await response.text();
  return {
    status: response.status,
    headers: response.headers,
    body: text.startsWith('{') || text.startsWith('[') ? JSON.parse(text) : text,
  };
}

export async function startCase(
  url: string,
  token: string,
  student: string,
  caseId = randomUUID(),
): Promise<CaseAnswer> {
  const { status, body } = await api(url, token, 'PUT', `/api/cases/${caseId}`, { student });
  if (status >= 300) throw new Error(`${status} ${JSON.stringify(body)}`);
  return body as CaseAnswer;
}

/** A command as a page sends it, by the standard process, under a key of its own. */
export function commandOf(action: string, payload: Record<string, Plain>, base: number): Command {
  return { key: randomUUID(), action, payload, base, processVersion: hawaiiClassic.version };
}

export async function decide(
  url: string,
  token: string,
  caseId: string,
  action: string,
  payload: Record<string, Plain> = {},
  more: Record<string, unknown> = {},
): Promise<CommandResult> {
  const { body: answer } = await api(url, token, 'GET', `/api/cases/${caseId}`);
  const command = { ...commandOf(action, payload, (answer as CaseAnswer).seq), ...more };
  const { status, body } = await api(url, token, 'POST', `/api/cases/${caseId}/commands`, command);
  if (status !== 200) throw new Error(`${action}: ${status} ${JSON.stringify(body)}`);
  return body as CommandResult;
}

/** The same, for a decision that must be accepted. */
export async function decideOk(...args: Parameters<typeof decide>): Promise<CommandResult & { ok: true }> {
  const result = await decide(...args);
  if (!result.ok) throw new Error(`${args[3]}: ${JSON.stringify(result)}`);
  return result;
}

export interface OpenDocument {
  readonly doc: Y.Doc;
  readonly provider: WebsocketProvider;
  /** The close code, once the server has ended it for good. */
  readonly closed: Promise<number>;
  set(path: string, value: Plain): void;
  type(path: string, text: string): void;
  view(): ReturnType<typeof project>;
  close(): void;
}

// Every provider listens for the end of the process.
process.setMaxListeners(200);

const open = new Set<OpenDocument>();

/** Closes what a test has left open, so that the process can end. */
export function closeDocuments(): void {
  for (const document of open) document.close();
  open.clear();
}

/** Opens a room with a plain provider; resolves when it is in sync, or is refused for good. */
export async function openDocument(url: string, token: string, room: string): Promise<OpenDocument> {
  const doc = new Y.Doc();
  const kind = /\/([a-z]+)/.exec(room.slice(room.lastIndexOf('/')))?.[1] ?? '';
  const provider = new WebsocketProvider(`${url.replace('http', 'ws')}/sync`, room, doc, {
    WebSocketPolyfill: WebSocket as unknown as typeof globalThis.WebSocket,
    protocols: ['ssp.v1', `bearer.${token}`],
    disableBc: true,
    maxBackoffTime: 200,
  });
  const closed = new Promise<number>((resolve) => {
    provider.on('closed', ({ code }) => resolve(code));
  });
  const synced = new Promise<void>((resolve) => {
    provider.on('sync', (isSynced) => isSynced && resolve());
  });
  await Promise.race([synced, closed]);
  const edit = edits(hawaiiClassic, doc, kind);
  const document: OpenDocument = {
    doc,
    provider,
    closed,
    set: (path, value) => edit.set(path, value),
    type: (path, text) => edit.changeText(path, { index: doc.getText(path).length, remove: 0, insert: text }),
    view: () => project(hawaiiClassic, kind, doc),
    close: () => {
      provider.destroy();
      doc.destroy();
      open.delete(document);
    },
  };
  open.add(document);
  return document;
}

/** Resolves once `isTrue` holds, looked at after every change of the document. */
export function until(doc: Y.Doc, isTrue: () => boolean, what: string, ms = 10_000): Promise<void> {
  if (isTrue()) return Promise.resolve();
  return new Promise((resolve, reject) => {
    const deadline = setTimeout(() => {
      doc.off('update', look);
      reject(new Error(`waited too long for ${what}`));
    }, ms);
    function look() {
      if (!isTrue()) return;
      clearTimeout(deadline);
      doc.off('update', look);
      resolve();
    }
    doc.on('update', look);
  });
}

/** A bare socket to a room, for what no honest client sends. */
export async function rawSocket(
  url: string,
  path: string,
  protocols: readonly string[],
  headers: Record<string, string> = {},
) {
  const socket = new WebSocket(`${url.replace('http', 'ws')}${path}`, [...protocols], { headers });
  socket.on('error', () => undefined);
  const closed = once(socket, 'close').then(([code]) => code as number);
  const opened = once(socket, 'open').then(
    () => true,
    () => false,
  );
  await Promise.race([opened, closed]);
  return { socket, closed };
}

/** Resolves once everything of a document is on the server: another reader is given it. */
export async function stored(url: string, token: string, room: string, { doc }: OpenDocument): Promise<void> {
  const reader = await openDocument(url, token, room);
  const wanted = Y.encodeStateVector(doc);
  const have = () => Buffer.compare(Y.encodeStateVector(reader.doc), wanted) === 0;
  await until(reader.doc, have, 'the server to have it');
  reader.close();
}
