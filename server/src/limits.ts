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
  /** ClientIDs of a room over its life; each page load makes one. */
  readonly roomClients: number;
  /** Milliseconds from the handshake to the end of sign-in. */
  readonly signInMs: number;
  /** Full answers to SyncStep1 on one socket in ten seconds: a client asks once a connection. */
  readonly syncsPerTenSeconds: number;
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
  roomClients: 16_384,
  signInMs: 5_000,
  syncsPerTenSeconds: 8,
  bodyBytes: 256 * 1024,
  tailUpdates: 200,
  idleRoomMs: 2_000,
  heartbeatMs: 20_000,
  pauseMs: 500,
  storeRetryMs: 2_000,
  refusalsMs: 60_000,
  drainMs: 5_000,
};
