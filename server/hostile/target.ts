/** A server under attack. */

/** Where a websocket goes and what it says at the door. */
export interface Address {
  readonly url: string;
  readonly protocols: readonly string[];
}

/** A room of its own for one attack: the same room, by the attacker's and by the victim's right. */
export interface Scene {
  readonly name: string;
  readonly attacker: Address;
  readonly victim: Address;
}

/** What can be asked of a server that this suite has started itself. */
export interface OwnServer {
  /** `http://…` */
  readonly url: string;
  readonly people: { readonly attacker: string; readonly victim: string; readonly parent: string };
  token(who: 'teacher' | 'coordinator' | 'mother' | 'special' | 'system', seconds?: number): Promise<string>;
  api(token: string | null, method: string, path: string, body?: unknown): Promise<{ status: number; body: unknown }>;
  /** The address of a room of a case, with a token. */
  address(caseId: string, document: string, token: string): Address;
  /** Rows of the roster, as an import would write them. */
  write(statements: readonly { sql: string; args?: readonly (string | number | null)[] }[]): Promise<void>;
  /** A student of the school, of whom there is no case yet; the mother is theirs too. Answers their id. */
  student(): Promise<string>;
  /** Rooms in the server's memory. */
  rooms(): Promise<number>;
}

export interface Target {
  readonly name: string;
  /** A room nobody has been in; or the one room there is. */
  scene(label: string): Promise<Scene>;
  /** A room that is never attacked. */
  readonly canary: Address;
  /** Whether rooms are made by asking for them, for anybody. */
  readonly anyRoom: boolean;
  /** The server's memory in bytes, where it can be known. */
  memory(): number | null;
  /** Null while the process lives, else how it ended. */
  ended(): string | null;
  readonly own: OwnServer | null;
  close(): Promise<void>;
}
