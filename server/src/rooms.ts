import { Room, type RoomServices } from './room.js';
import type { RoomKey } from './storage/port.js';

/** The rooms in memory. A room is loaded once, however many ask; one that nobody uses is folded and forgotten. */
export class Rooms {
  readonly #services: RoomServices;
  readonly #rooms = new Map<string, Promise<Room | null>>();
  readonly #idle = new Map<Room, NodeJS.Timeout>();

  constructor(services: RoomServices) {
    this.#services = services;
  }

  get size(): number {
    return this.#rooms.size;
  }

  /** The room of a document at its newest epoch; null when there is none. Rejects when it cannot be read. */
  async open(key: RoomKey): Promise<Room | null> {
    const name = nameOf(key);
    let opening = this.#rooms.get(name);
    if (!opening) {
      opening = this.#load(key);
      this.#rooms.set(name, opening);
    }
    try {
      const room = await opening;
      if (room) this.#rest(room);
      else this.#rooms.delete(name);
      return room;
    } catch (error) {
      this.#rooms.delete(name);
      throw error;
    }
  }

  /** The room if it is in memory already. */
  async loaded(key: RoomKey): Promise<Room | null> {
    return (await this.#rooms.get(nameOf(key))) ?? null;
  }

  /** Every connection of a case's rooms. */
  async ofCase(caseId: string): Promise<Room[]> {
    const rooms = await Promise.allSettled([...this.#rooms.values()]);
    return rooms.flatMap((result) =>
      result.status === 'fulfilled' && result.value?.key.caseId === caseId ? [result.value] : [],
    );
  }

  /** Takes the rooms of a case out of memory without a word to the disk. Answers them: somebody may still be connected. */
  async forget(caseId: string): Promise<Room[]> {
    const rooms = await this.ofCase(caseId);
    for (const room of rooms) {
      this.#drop(room);
      room.close();
    }
    return rooms;
  }

  async all(): Promise<Room[]> {
    const rooms = await Promise.allSettled([...this.#rooms.values()]);
    return rooms.flatMap((result) => (result.status === 'fulfilled' && result.value ? [result.value] : []));
  }

  /** Starts the room's rest: it is forgotten when nobody has come until its end. */
  rest(room: Room): void {
    this.#rest(room);
  }

  async close(): Promise<void> {
    for (const timer of this.#idle.values()) clearTimeout(timer);
    this.#idle.clear();
    const rooms = await this.all();
    await Promise.all(rooms.map((room) => room.flushed()));
    for (const room of rooms) room.close();
    this.#rooms.clear();
  }

  async #load(key: RoomKey): Promise<Room | null> {
    const loaded = await this.#services.storage.load(key);
    return loaded ? Room.load(this.#services, loaded, (room) => this.#drop(room)) : null;
  }

  /** Gives a room to nobody any more: who asks next gets it from the disk. */
  #drop(room: Room): void {
    clearTimeout(this.#idle.get(room));
    this.#idle.delete(room);
    const name = nameOf(room.key);
    void this.#rooms.get(name)?.then(
      (known) => known === room && this.#rooms.delete(name),
      () => undefined,
    );
  }

  #rest(room: Room): void {
    clearTimeout(this.#idle.get(room));
    const timer = setTimeout(() => {
      this.#forget(room).catch((error: Error) => {
        this.#services.log.error({ room: room.id, reason: error.message }, 'a room could not be put away');
      });
    }, this.#services.limits.idleRoomMs);
    timer.unref();
    this.#idle.set(room, timer);
  }

  async #forget(room: Room): Promise<void> {
    this.#idle.delete(room);
    if (room.connections.size > 0) return;
    if (!room.busy) await room.fold();
    if (room.connections.size > 0) return;
    if (room.busy) {
      this.#rest(room);
      return;
    }
    // Nothing is awaited between the check and the end, and whoever asked meanwhile has started the rest anew.
    if (this.#idle.has(room)) return;
    room.close();
    this.#rooms.delete(nameOf(room.key));
  }
}

function nameOf({ caseId, document }: RoomKey): string {
  return `${caseId}/${document}`;
}
