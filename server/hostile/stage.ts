/** One room under attack: the victim writes in it, before, while and after. */
import * as Y from 'yjs';
import { Attacker } from './attacker.js';
import { broken, type Outcome } from './outcome.js';
import { faultOf, Peer } from './peer.js';
import type { Scene, Target } from './target.js';

export class Stage {
  readonly target: Target;
  readonly scene: Scene;
  readonly victim: Peer;
  readonly #marks: string[] = [];
  readonly #attackers: Attacker[] = [];

  private constructor(target: Target, scene: Scene, victim: Peer) {
    this.target = target;
    this.scene = scene;
    this.victim = victim;
  }

  /** Sets a room up: the victim has written two words and is visible. */
  static async set(target: Target, label: string): Promise<Stage> {
    const scene = await target.scene(label);
    const stage = new Stage(target, scene, await Peer.open(scene.victim));
    stage.victim.appear('Victim');
    await stage.victimWrites();
    await stage.victimWrites();
    return stage;
  }

  /** The victim's last clientID and its next clock. */
  get victimAt(): { client: number; clock: number } {
    const client = this.victim.doc.clientID;
    return { client, clock: Y.getState(this.victim.doc.store, client) };
  }

  /** Everything that the victim sees, as an update. */
  get state(): Uint8Array {
    return Y.encodeStateAsUpdate(this.victim.doc);
  }

  async attacker(): Promise<Attacker> {
    const attacker = await Attacker.open(this.scene.attacker);
    this.#attackers.push(attacker);
    return attacker;
  }

  /** Somebody who opens the room now. */
  reader(): Promise<Peer> {
    return Peer.open(this.scene.victim);
  }

  /** The victim writes a word, which a reader who comes later has to see. */
  async victimWrites(): Promise<void> {
    const mark = `«${this.#marks.length}😀» `;
    this.victim.type(mark);
    const reader = await this.reader();
    try {
      await reader.until(() => reader.words.includes(mark), 'the victim’s word');
      this.#marks.push(mark);
    } finally {
      reader.close();
    }
  }

  /** What is wrong with the room now; null when the victim can work as if nothing had been. */
  async fault(): Promise<Outcome | null> {
    const ended = this.target.ended();
    if (ended) return broken(`the server ended: ${ended}`);
    if (!this.victim.isOpen) return broken(`the victim was disconnected (${this.victim.closeCode})`);
    let reader: Peer;
    try {
      await this.victimWrites();
      reader = await this.reader();
    } catch (error) {
      const now = this.target.ended();
      return broken(now ? `the server ended: ${now}` : (error as Error).message);
    }
    try {
      const fault = faultOf(reader.doc) ?? faultOf(this.victim.doc);
      if (fault) return broken(`the room is poisoned: ${fault}`);
      const missing = this.#marks.filter((mark) => !reader.words.includes(mark));
      if (missing.length > 0) return broken(`${missing.length} of the victim’s words are lost`);
      await reader.until(() => reader.words === this.victim.words, 'one text for the reader and the victim');
      return null;
    } catch (error) {
      return broken((error as Error).message);
    } finally {
      reader.close();
    }
  }

  /** Everybody goes. */
  close(): void {
    for (const attacker of this.#attackers) attacker.end();
    this.victim.close();
  }

  /** Opens the room again when nobody has been in it: whether the victim's words are still there. */
  async reopens(): Promise<Outcome | null> {
    try {
      const reader = await this.reader();
      const missing = this.#marks.filter((mark) => !reader.words.includes(mark));
      const fault = faultOf(reader.doc);
      reader.close();
      if (fault) return broken(`the room is poisoned when it is opened again: ${fault}`);
      return missing.length > 0 ? broken('words are lost when it is opened again') : null;
    } catch (error) {
      return broken(`the room does not open again: ${(error as Error).message}`);
    }
  }
}
