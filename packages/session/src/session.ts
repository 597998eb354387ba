/** Wires the parts of a session: tokens, API, documents, cases, outbox, and the store that elements read. */
import { type Actor, localDay } from '@ssp-kit/process';
import { type CaseAnswer, type Command, type DeviceKeyAnswer, type Keep, parseRoom } from '@ssp-kit/protocol';
import { isCaseAnswer, isCommandResult, isDeviceKey, isMe } from './answers.js';
import { CaseCore } from './cases/case.js';
import { Roster } from './cases/caseload.js';
import type { KeptWords, Person, Session, SessionView } from './contract.js';
import { createDispatch, previewStart } from './dispatch.js';
import { DocumentRegistry } from './documents/registry.js';
import { Api } from './http.js';
import { type Log, silentLog } from './log.js';
import { forgetPerson, lastPerson, rememberPerson } from './offline/last-person.js';
import { openStore } from './offline/open.js';
import type { OfflineStore, OutboxRow } from './offline/ports.js';
import { CommandQueue, type Sent } from './outbox/queue.js';
import { watchPage } from './page.js';
import { ProcessSource } from './process-source.js';
import { createSessionStore, readableOf } from './store.js';
import { readClaims, SignedOut, TokenKeeper } from './tokens.js';
import { Connectivity } from './transport/connectivity.js';
import type { SocketClass } from './transport/socket.js';

export interface SessionOptions {
  /** Where the server is, for instance `https://ssp.district.example`. */
  readonly server: string;
  /** A JWT of the person who is signed in. Reject with `SignedOut`, or resolve with '', when nobody is. */
  readonly getToken: () => Promise<string>;
  /**
   * How much of what was opened and written is kept in this browser, always encrypted: `session` until the person signs out or the last
   * page is closed, `device` beyond that. The server may allow less. Default: `none`.
   */
  readonly offline?: Keep;
  readonly log?: Log;
  /** A WebSocket class, where the platform has none (Node before 22). */
  readonly WebSocket?: SocketClass;
  readonly fetch?: typeof fetch;
  /** Takes the place of the browser's database. */
  readonly store?: OfflineStore;
}

/** How long a decision waits for the words before it to be on the server's disk. */
const wordsFirstMs = 6_000;
const caseloadEveryMs = 60_000;
/** A session that is closed online gives its last words this long to arrive. */
const lastWordsMs = 1_500;
/** A page is shown without its copy when the server takes longer to give the key. */
const keyTimeoutMs = 4_000;

/** A session that is ready to be asked: from this device at once, from the server as soon as it answers. */
export async function createSession(options: SessionOptions): Promise<Session> {
  const server = options.server.replace(/\/+$/, '');
  const log = options.log ?? silentLog;
  const WebSocketClass = options.WebSocket ?? globalThis.WebSocket;
  if (!WebSocketClass) throw new TypeError('This platform has no WebSocket: give one as an option.');

  const tokens = new TokenKeeper({
    ask: options.getToken,
    log,
    onRenewed: (token) => {
      for (const document of documents.all) document.sendToken(token);
    },
  });
  const known = await whoIsHere(tokens, server);
  tokens.subject = known.subject;
  const opened = options.store
    ? { store: options.store, state: 'on' as const, keep: 'device' as const }
    : await openStore(known.subject === null ? 'none' : (options.offline ?? 'none'), {
        server,
        person: known.subject ?? '',
        askKey: (device) => askKey(options, server, tokens, device),
        log,
      });
  const offline = opened.store;
  const store = createSessionStore({
    person: known.person,
    connection: known.signedOut ? 'signed-out' : 'connecting',
    offlineStore: opened.state,
    today: localDay(new Date(), ownTimeZone()),
  });
  const readable = readableOf(store);
  const view = (): SessionView => store.getSnapshot().context;
  const actor = (): Actor | null => {
    const { person } = view();
    return person && { person: person.id, name: person.name, roles: person.roles };
  };

  let closed = false;
  /** The server said which day it is. */
  let dayTold = false;
  const onStorageFailure = (error: unknown) => {
    if (closed) return;
    log.warn('this device keeps nothing any more', error);
    if (view().offlineStore === 'on') store.trigger.offlineStoreFailed();
  };
  const attempt = async <T>(work: () => Promise<T>, otherwise: T): Promise<T> => {
    try {
      return await work();
    } catch (error) {
      onStorageFailure(error);
      return otherwise;
    }
  };

  /** The next page of this sign-in asks for the key again: whoever has lost the right gets none. */
  const lockDevice = async () => {
    if (opened.keep !== 'device' || options.store || known.subject === null) return;
    const { lock } = await import('./offline/on-device.js');
    await lock({ server, person: known.subject });
  };

  const api = new Api({
    server,
    tokens,
    log,
    ...(options.fetch ? { fetch: options.fetch } : {}),
    onContact: (contact) => connectivity.contact(contact),
  });

  const connectivity = new Connectivity({
    probe: () => identify(),
    onChange: (connection) => {
      if (connection !== 'online') processes.lost();
      if (connection === 'signed-out') void attempt(lockDevice, undefined);
      store.trigger.connectionChanged({ connection });
    },
    onOnline: () => {
      processes.reached();
      for (const document of documents.all) document.nudge();
      queue.flush();
      for (const core of cases.values()) if (core.used && !core.local) void core.refresh();
      void roster.refresh();
    },
  });

  const processes = new ProcessSource({
    api,
    cache: offline.cache,
    onChange: (process) => {
      const today = dayTold ? view().today : localDay(new Date(), process.profile.timeZone);
      store.trigger.processChanged({ process, today });
      for (const document of documents.all) document.reshape();
      for (const core of cases.values()) core.touch();
      queue.flush();
    },
    onStorageFailure,
  });
  const answers = new Map<string, CaseAnswer>(Object.entries(await attempt(() => storedAnswers(offline), {})));
  const stored = offline.updates ? await attempt(() => offline.updates?.rooms() ?? Promise.resolve([]), []) : [];

  const unsent = stored.filter(({ own }) => own).map(({ room }) => room);

  const documents = new DocumentRegistry(
    {
      wire: { url: `${server.replace(/^http/, 'ws')}/sync`, WebSocket: WebSocketClass, tokens, log },
      updates: offline.updates,
      process: () => processes.current,
      self: () => view().person?.id ?? null,
      onStorageFailure,
      onOpen: (document, open) => connectivity.socket(document, open),
      onClosed: (document) => connectivity.forget(document),
      onSignedOut: () => connectivity.contact('signed-out'),
      onKept: (words, inStore) => keepWords(words, inStore),
      onRoomsChanged: (caseId) => void openCase(caseId).refresh(),
    },
    (saved) => {
      if (saved !== view().saved) store.trigger.savedChanged({ saved });
    },
  );

  const cases = new Map<string, CaseCore>();
  const openCase = (id: string): CaseCore => {
    const open = cases.get(id);
    if (open) return open;
    const core = new CaseCore(
      {
        documents,
        process: () => processes.current,
        heardOf: (version) => processes.heardOf(version),
        actor,
        today: () => view().today,
        pending: (caseId) => view().pending.filter((row) => row.caseId === caseId),
        ask: async (caseId) => {
          // Rooms are opened, refused and kept by the shapes of their documents.
          await processes.known;
          return api.get(`/api/cases/${caseId}`, isCaseAnswer);
        },
        cached: (caseId) => answers.get(caseId) ?? null,
        keep: (answer) => {
          const before = answers.get(answer.id);
          if (before && before.seq < answer.seq) void roster.refresh();
          answers.set(answer.id, answer);
          void attempt(() => offline.cache.put('answers', Object.fromEntries(answers)), undefined);
        },
        storedRooms: () => stored.map(({ room }) => room),
        takeUnsent: (caseId, document) => {
          const room = unsent.find((name) => name.startsWith(`case/${caseId}/${document}@`)) ?? null;
          if (room !== null) unsent.splice(unsent.indexOf(room), 1);
          return room;
        },
        onChanged: (changed) => {
          if (changed.local) roster.publish();
        },
        onIdle: (idle) => {
          if (idle.local || queue.rowsOf(idle.id).length > 0) return;
          cases.delete(idle.id);
          idle.close();
        },
      },
      id,
    );
    cases.set(id, core);
    return core;
  };

  const queue = new CommandQueue(
    {
      outbox: offline.outbox,
      send: (row) => send(row),
      onChange: (pending) => {
        store.trigger.pendingChanged({ pending });
        for (const core of cases.values()) core.touch();
      },
      onStorageFailure,
      log,
    },
    await attempt(() => offline.outbox.list(), []),
  );
  store.trigger.pendingChanged({ pending: queue.pending });
  store.trigger.wordsKept({ words: await attempt(() => offline.kept.list(), []) });

  const roster = new Roster({
    api,
    cache: offline.cache,
    onCaseload: (caseload) => store.trigger.caseloadChanged({ caseload }),
    onStorageFailure,
    localCases: () => [...cases.values()].filter((core) => core.local),
    process: () => processes.current,
    actor,
    today: () => view().today,
  });

  /** A case begun here and not yet sent is there again after a reload. */
  const restoreStarts = () => {
    const who = actor();
    if (!who) return;
    for (const row of queue.rows) {
      if (row.action === 'case.start') openCase(row.caseId).startHere(previewStart(processes.current, row, who));
    }
  };

  /** Words of an earlier visit that the server may not have: their documents are opened until it does. */
  const sendStoredWords = () => {
    for (const name of [...unsent]) {
      const room = parseRoom(name);
      if (!room) continue;
      const core = openCase(room.caseId);
      core.openDocument(room.document);
      if (!core.local) void core.refresh();
    }
  };

  const identify = async () => {
    const answer = await api.get('/api/me', isMe);
    if (answer.kind !== 'ok' || closed) return;
    const { person, today } = answer.body;
    dayTold = true;
    store.trigger.identified({ person, today });
    const { subject } = known;
    if (opened.keep !== 'none' && subject !== null) rememberPerson(server, { subject, person }, opened.keep);
    for (const core of cases.values()) core.touch();
  };

  const keepWords = (words: readonly KeptWords[], inStore: boolean) => {
    if (words.length === 0 || closed) return;
    store.trigger.wordsKept({ words });
    if (!inStore) void attempt(() => offline.kept.put(words), undefined);
  };

  const send = async (row: OutboxRow): Promise<Sent> => {
    if (connectivity.state !== 'online' || !processes.isKnown) return { kind: 'later' };
    const core = openCase(row.caseId);
    if (row.action === 'case.start') {
      const answer = await api.send('PUT', `/api/cases/${row.caseId}`, row.payload, isCaseAnswer);
      if (answer.kind === 'ok') {
        core.setAnswer(answer.body);
        void roster.refresh();
        return { kind: 'taken' };
      }
      return answer.kind === 'denied' ? refusedBy(answer) : { kind: 'later' };
    }
    // The server judges by what it has: the words written before a decision go first.
    if (!(await documents.whenSaved(row.caseId, wordsFirstMs))) return { kind: 'later' };
    const command: Command = {
      key: row.key,
      action: row.action,
      payload: row.payload,
      base: row.base,
      processVersion: row.processVersion,
      deviceTime: row.since,
      ...(row.seen ? { seen: row.seen } : {}),
    };
    const path = `/api/cases/${row.caseId}/commands`;
    const answer = await api.send('POST', path, command, isCommandResult);
    if (answer.kind === 'denied') return refusedBy(answer);
    if (answer.kind !== 'ok') return { kind: 'later' };
    if (!answer.body.ok) {
      // Judged by other rows than ours: with the server's, the person can decide again.
      if (answer.body.code === 'unknown-version') await processes.refresh();
      return { kind: 'refused', refusal: answer.body };
    }
    core.decided(answer.body.decision);
    await core.refresh();
    void roster.refresh();
    return { kind: 'taken' };
  };

  const refresh = async () => {
    if (view().connection === 'signed-out') {
      try {
        await tokens.renew();
      } catch (error) {
        log.debug('still no token', error);
        return;
      }
      await identify();
      for (const document of documents.all) document.restart();
    }
    await roster.refresh();
  };

  const onDay = () => {
    const today = localDay(new Date(), processes.isKnown ? processes.current.profile.timeZone : ownTimeZone());
    if (today === view().today) return;
    store.trigger.dayChanged({ today });
    for (const core of cases.values()) core.touch();
  };
  const isVisible = () => typeof document === 'undefined' || document.visibilityState !== 'hidden';
  const lookAgain = () => {
    onDay();
    const { connection } = view();
    if (connection === 'signed-out' || !isVisible()) return;
    if (connection !== 'online') connectivity.probe();
    else if (Date.now() - roster.refreshedAt > caseloadEveryMs - 1_000) void roster.refresh();
  };
  const timer = setInterval(lookAgain, caseloadEveryMs);
  const stopWatching = watchPage({
    onVisible: () => {
      lookAgain();
      for (const document of documents.all) document.probe();
    },
    onNetwork: () => {
      // The event only says that something changed: what still works is found out by trying.
      for (const document of documents.all) document.restart();
      connectivity.probe();
    },
    wouldLose: () => {
      const { saved, offlineStore } = view();
      if (opened.keep === 'session') return hasUnsent();
      return saved === 'not-saved' || (offlineStore !== 'on' && queue.rows.length > 0);
    },
  });

  await processes.load();
  await attempt(() => roster.load(), undefined);
  void processes.known.then(() => {
    if (closed) return;
    restoreStarts();
    roster.publish();
    sendStoredWords();
  });
  void processes.refresh();
  if (known.signedOut) connectivity.contact('signed-out');
  else connectivity.probe();

  /** Something of the person's is here and not on the server. */
  const hasUnsent = () =>
    view().saved !== 'saved' || queue.rows.length > 0 || unsent.length > 0 || view().kept.length > 0;

  let closing: Promise<void> | null = null;
  const close = async () => {
    stopWatching();
    clearInterval(timer);
    if (connectivity.state === 'online') {
      await Promise.all(
        [...new Set(documents.all.map((document) => document.caseId))].map((caseId) =>
          documents.whenSaved(caseId, lastWordsMs),
        ),
      );
    }
    closed = true;
    queue.close();
    connectivity.close();
    processes.close();
    tokens.close();
    api.close();
    for (const core of cases.values()) core.close();
    cases.clear();
    await documents.close();
    // A sign-in that is over takes its key with it, unless somebody has words to come back for.
    const over = opened.keep === 'session' && connectivity.state === 'signed-out' && !hasUnsent();
    readable.close();
    offline.close();
    if (over) await wipeDevice();
  };

  const wipeDevice = async () => {
    const { subject } = known;
    if (subject === null) return;
    forgetPerson(server);
    const { wipe } = await import('./offline/on-device.js');
    await wipe({ server, person: subject });
  };

  return {
    view: readable,
    case: (caseId) => openCase(caseId).handle(),
    dispatch: createDispatch({
      roster,
      queue,
      view,
      actor,
      openCase,
      documents,
      refresh,
      discardKept: async (id) => {
        store.trigger.keptDiscarded({ id });
        await attempt(() => offline.kept.remove(id), undefined);
      },
    }),
    students: (query) => roster.students(query),
    people: (caseId) => roster.people(caseId),
    close: () => {
      closing ??= close();
      return closing;
    },
    signOut: async () => {
      closing ??= close();
      await closing;
      if (!options.store && options.offline !== undefined && options.offline !== 'none') await wipeDevice();
    },
  };
}

/** How much the server lets be kept here, and the key of this device. Null while it does not say. */
async function askKey(
  { fetch, log = silentLog }: SessionOptions,
  server: string,
  tokens: TokenKeeper,
  device?: string,
): Promise<DeviceKeyAnswer | null> {
  const api = new Api({ server, tokens, log, timeoutMs: keyTimeoutMs, ...(fetch ? { fetch } : {}) });
  const answer = await api.send('POST', '/api/device-key', device === undefined ? {} : { device }, isDeviceKey);
  if (answer.kind === 'ok') return answer.body;
  // One that does not know the question allows nothing.
  return answer.kind === 'denied' ? { keep: 'none', key: null } : null;
}

/** The day of this device, until the district's time zone is known. */
function ownTimeZone(): string {
  return new Intl.DateTimeFormat().resolvedOptions().timeZone;
}

function refusedBy(answer: {
  readonly status: number;
  readonly body: unknown;
  readonly problem: { readonly code?: string; readonly title: string; readonly detail?: string } | null;
}): Sent {
  if (isCommandResult(answer.body) && !answer.body.ok) return { kind: 'refused', refusal: answer.body };
  const { status, problem } = answer;
  const code = status === 403 || status === 404 ? 'no-right' : status === 409 ? 'stale' : 'invalid-payload';
  const detail = { status, reason: problem?.detail ?? problem?.title ?? '', code: problem?.code ?? '' };
  return { kind: 'refused', refusal: { ok: false, code, unmet: [], detail } };
}

async function storedAnswers(offline: OfflineStore): Promise<Record<string, CaseAnswer>> {
  const answers = await offline.cache.get('answers');
  if (typeof answers !== 'object' || answers === null) return {};
  return Object.fromEntries(
    Object.entries(answers).filter((entry): entry is [string, CaseAnswer] => isCaseAnswer(entry[1])),
  );
}

interface Here {
  /** The token's subject: whose copies on this device are whose. */
  readonly subject: string | null;
  readonly person: Person | null;
  readonly signedOut: boolean;
}

/** Who the token says is here; without a network, who was here last. */
async function whoIsHere(tokens: TokenKeeper, server: string): Promise<Here> {
  const last = lastPerson(server);
  try {
    const claims = readClaims(await tokens.get());
    if (!claims) return { subject: null, person: null, signedOut: false };
    const { sub: subject, name, roles } = claims;
    const same = last?.subject === subject ? last : null;
    // The server may know the person under another id of the roster.
    const person = { id: same?.person.id ?? subject, name, roles };
    return { subject, person, signedOut: false };
  } catch (error) {
    if (error instanceof SignedOut) return { subject: null, person: null, signedOut: true };
    const { subject = null, person = null } = last ?? {};
    return { subject, person, signedOut: false };
  }
}
