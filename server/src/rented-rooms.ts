import type { Room } from './room.js';
import type { Rooms } from './rooms.js';

/** The rooms a decision reads, each at the head it was first read at; held still until released when asked to. */
export class RentedRooms {
  readonly #rooms: Rooms;
  readonly #caseId: string;
  readonly #hold: boolean;
  readonly #pauseMs: number;
  readonly #read = new Map<string, { readonly room: Room; head: number }>();
  #held: Room[] = [];
  #timer: NodeJS.Timeout | undefined;

  constructor(rooms: Rooms, caseId: string, hold: boolean, pauseMs: number) {
    this.#rooms = rooms;
    this.#caseId = caseId;
    this.#hold = hold;
    this.#pauseMs = pauseMs;
  }

  async read(documents: readonly string[]): Promise<Room[]> {
    const rooms: Room[] = [];
    for (const document of documents) {
      let read = this.#read.get(document);
      if (!read) {
        const room = await this.#rooms.open({ caseId: this.#caseId, document });
        if (!room) throw new Error('a document of the case has no room');
        room.retain();
        read = { room, head: 0 };
        this.#read.set(document, read);
        if (this.#hold) this.#pause(room);
        await room.flushed();
        read.head = room.head;
      }
      rooms.push(read.room);
    }
    return rooms;
  }

  heads(): { room: number; head: number }[] {
    return [...this.#read.values()].map(({ room, head }) => ({ room: room.id, head }));
  }

  release(): void {
    this.#resume();
    for (const { room } of this.#read.values()) room.release();
    this.#read.clear();
  }

  #resume(): void {
    clearTimeout(this.#timer);
    const held = this.#held;
    this.#held = [];
    for (const room of held) room.resume();
  }

  #pause(room: Room): void {
    room.pause();
    this.#held.push(room);
    this.#timer ??= setTimeout(() => this.#resume(), this.#pauseMs);
  }
}
