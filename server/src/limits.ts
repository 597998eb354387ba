/** How much one person, socket or message may take. An option each, with its reason; who breaks one is closed, others do not notice. */
export interface Limits {
  /** Bytes of a websocket message. The largest honest one is a SyncStep2; above it the frame is not even read (1009). */
  readonly messageBytes: number;
  /** Bytes of one Update: a pasted text of 250,000 letters is the most a person does at once. */
  readonly updateBytes: number;
  /** Bytes of a room and so of a SyncStep2; five years of a busy plan are below 2 MB. */
  readonly roomBytes: number;
  /** Messages a second on one socket over time; fast typing with presence is below 40. */
  readonly messagesPerSecond: number;
  /** Messages at once, before the rate counts: a page that comes back from a day offline. */
  readonly messageBurst: number;
  /** Open sockets of one person: several tabs of a case with all its documents. */
  readonly socketsPerPerson: number;
  /** Sockets of the whole server. */
  readonly sockets: number;
  /** Bytes that may wait for a slow reader before it is closed with 4529. */
  readonly queuedBytes: number;
  /** Bytes of one presence state. */
  readonly presenceBytes: number;
  /** ClientIDs a socket may name without having written under them: a page has one, a rebuilt document another. */
  readonly presenceClaims: number;
  /** Bytes of one presence message: every entry of a full room, as a page may echo them. */
  readonly presenceMessageBytes: number;
  /** Messages a second of one person over all sockets, and at once: twenty tabs of somebody who types without a pause. */
  readonly personMessagesPerSecond: number;
  readonly personMessageBurst: number;
  /** Bytes a second of one person over all sockets, and at once: a device that was offline for months brings a dozen whole documents. */
  readonly personBytesPerSecond: number;
  readonly personByteBurst: number;
  /** Bytes of rooms read for one person's first syncs a second, and at once: forty documents of a case, opened several times in a row. An
   * answer that has to be cut to what the client lacks counts six times. */
  readonly personSyncBytesPerSecond: number;
  readonly personSyncBurst: number;
  /** Bytes that all sockets of one person may have waiting, half a message in or unread answers out. */
  readonly personHeldBytes: number;
  /** The same over everybody: above it the largest are closed, so that memory has an end. */
  readonly heldBytes: number;
  /** Milliseconds between looks at what sockets hold. */
  readonly watchMs: number;
  /** Parts of one websocket message: Chromium cuts 8 MB into fewer than 300. */
  readonly fragments: number;
  /** Milliseconds a client has to answer a close before the connection is cut. */
  readonly closeMs: number;
  /** TCP connections, sockets and requests together. */
  readonly connections: number;
  /** Milliseconds until a request's head is there, looked at every second. */
  readonly headersMs: number;
  /** Milliseconds from the handshake to the end of sign-in. */
  readonly signInMs: number;
  /** Full answers to SyncStep1 on one socket in ten seconds: a client asks once a connection. */
  readonly syncsPerTenSeconds: number;
  /** Questions of the server for what it lacks, on one socket in ten seconds: an honest client answers the first. */
  readonly asksPerTenSeconds: number;
  /** Bytes of a state vector: the clientIDs a room may have. */
  readonly stateVectorBytes: number;
  /** Bytes of a JSON body. */
  readonly bodyBytes: number;
  /** Updates behind a snapshot before the room is folded. */
  readonly tailUpdates: number;
  /** Milliseconds a room stays in memory after the last one left. */
  readonly idleRoomMs: number;
  /** Milliseconds between the empty presence messages that tell a client that the server lives (its watchdog waits 30 s). */
  readonly heartbeatMs: number;
  /** Milliseconds a room holds updates back while a decision is taken. */
  readonly pauseMs: number;
  /** Milliseconds until the server asks again for words that the disk did not take. */
  readonly storeRetryMs: number;
  /** Milliseconds in which refused sign-ins of one kind make one row of the audit log. */
  readonly refusalsMs: number;
  /** Milliseconds until a failed self-check is tried again. */
  readonly selfCheckMs: number;
  /** Milliseconds a stop waits for what is on its way to the disk. */
  readonly drainMs: number;
}

export const defaultLimits: Limits = {
  messageBytes: 8 * 1024 * 1024,
  updateBytes: 256 * 1024,
  roomBytes: 5 * 1024 * 1024,
  messagesPerSecond: 240,
  messageBurst: 2_000,
  socketsPerPerson: 120,
  sockets: 5_000,
  queuedBytes: 8 * 1024 * 1024,
  presenceBytes: 2_048,
  presenceClaims: 8,
  presenceMessageBytes: 1024 * 1024,
  personMessagesPerSecond: 2_000,
  personMessageBurst: 20_000,
  personBytesPerSecond: 2 * 1024 * 1024,
  personByteBurst: 64 * 1024 * 1024,
  personSyncBytesPerSecond: 8 * 1024 * 1024,
  personSyncBurst: 96 * 1024 * 1024,
  personHeldBytes: 48 * 1024 * 1024,
  heldBytes: 384 * 1024 * 1024,
  watchMs: 250,
  fragments: 1_024,
  closeMs: 5_000,
  connections: 6_000,
  headersMs: 5_000,
  signInMs: 5_000,
  syncsPerTenSeconds: 8,
  asksPerTenSeconds: 8,
  stateVectorBytes: 16_384 * 12,
  bodyBytes: 256 * 1024,
  tailUpdates: 500,
  idleRoomMs: 2_000,
  heartbeatMs: 20_000,
  pauseMs: 500,
  storeRetryMs: 2_000,
  refusalsMs: 60_000,
  selfCheckMs: 5_000,
  drainMs: 5_000,
};

/** What one document takes, whoever writes: the gate judges by it, and its stored index relies on it. */
export const gateLimits = {
  /** ClientIDs of a room over its life. Each page load that writes has one of its own: 40 people, 400 loads each. */
  clients: 16_384,
  /** ClientIDs of one person in a room, so that nobody uses up everybody's: a page load on every school day of twenty years. */
  clientsPerPerson: 4_096,
  /** Bytes of an update: a first sync as large as a room. */
  updateBytes: 5_000_000,
  /** An offline client tells text it wrote and deleted by its length alone: the work of weeks, not the end of the numbers. */
  deletedGrowth: 2 ** 24,
  /** Values one over the other in one struct: what a person sets in one field while offline. */
  overwrites: 10_000,
  /** Values of one field over its life: somebody sets it on every school day of thirty years. What was set when is a chain that is walked. */
  values: 10_240,
  /** Ranges that one update deletes anew. Each may cut a run of letters in two, which takes the longer in every page the more there are. */
  newDeletes: 20_000,
  /** Structs and ranges of one update: 40 times what an hour of writing offline makes. */
  structs: 200_000,
} as const;
