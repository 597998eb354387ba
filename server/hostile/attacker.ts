/** Sockets of an attacker: a websocket that sends what it likes, and a bare connection below it. */
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import { type ClientOptions, WebSocket } from 'ws';
import { syncStep1, syncStep2 } from '../src/frames.js';
import { patience } from './peer.js';
import type { Address } from './target.js';

const nothing = Uint8Array.of(0);

export class Attacker {
  readonly socket: WebSocket;
  readonly closed: Promise<number>;
  closeCode: number | null = null;
  /** Whether the server has asked for what it lacks, but for the handshake. */
  wasAsked = false;
  answers = 0;
  #asks = 0;
  readonly #listeners = new Set<() => void>();

  constructor(address: Address, options: ClientOptions = {}) {
    this.socket = new WebSocket(address.url, [...address.protocols], { perMessageDeflate: false, ...options });
    this.socket.on('error', () => undefined); // 'close' follows
    this.closed = new Promise((resolve) => {
      this.socket.once('close', (code) => {
        this.closeCode = code;
        resolve(code);
        this.#tell();
      });
    });
    this.socket.on('message', (data: Buffer) => {
      if (data[0] === 0 && data[1] === 0) this.#asks++;
      if (data[0] === 0 && data[1] === 1) this.answers++;
      this.#tell();
    });
  }

  /** Comes in and shakes hands like anybody; comes back later when it is told so. Rejects when it is not let in. */
  static async open(address: Address): Promise<Attacker> {
    for (const start = performance.now(); ; ) {
      try {
        return await Attacker.#open(address);
      } catch (error) {
        const { code } = error as { code?: number };
        if ((code !== 4529 && code !== 1013) || performance.now() - start > patience) throw error;
        await new Promise((resolve) => setTimeout(resolve, 1_000));
      }
    }
  }

  static async #open(address: Address): Promise<Attacker> {
    const attacker = new Attacker(address);
    await attacker.opened();
    attacker.send(syncStep1(nothing));
    await attacker.until(() => attacker.answers > 0);
    if (!attacker.isOpen) {
      const code = attacker.closeCode;
      throw Object.assign(new Error(`the attacker was not let in: ${code}`), { code });
    }
    attacker.send(syncStep2(Uint8Array.of(0, 0)));
    await attacker.fence();
    attacker.#asks = 0;
    return attacker;
  }

  /** Questions of the server since the handshake. */
  get asks(): number {
    return this.#asks;
  }

  get isOpen(): boolean {
    return this.closeCode === null;
  }

  /** Resolves once it is open, or closed. */
  async opened(): Promise<void> {
    if (this.socket.readyState !== WebSocket.CONNECTING) return;
    await Promise.race([once(this.socket, 'open').catch(() => undefined), this.closed]);
  }

  send(...messages: readonly (Uint8Array | string)[]): void {
    for (const message of messages) this.socket.send(message, () => undefined);
  }

  /** Resolves when the server has read everything so far: whether the socket is still open. */
  async fence(ms = patience): Promise<boolean> {
    let pong = false;
    this.socket.once('pong', () => {
      pong = true;
      this.#tell();
    });
    this.socket.ping(undefined, undefined, () => undefined);
    return this.until(() => pong, ms);
  }

  /** Resolves when the server has dealt with everything: `closed`, `answered` what was asked behind it, or `silent`. */
  async settle(ms = patience): Promise<'closed' | 'answered' | 'silent'> {
    const isRead = await this.fence(ms);
    if (!this.isOpen) return 'closed';
    if (!isRead) return 'silent';
    if (this.#asks > 0) this.wasAsked = true;
    const before = this.answers;
    this.send(syncStep1(nothing));
    const isAnswered = (await this.until(() => this.answers > before, ms)) && (await this.fence(ms));
    if (!this.isOpen) return 'closed';
    // The question just now is answered with one, too.
    if (this.#asks > 1) this.wasAsked = true;
    return isAnswered ? 'answered' : 'silent';
  }

  /** Whether it came true before the socket closed and the time was over. */
  until(isTrue: () => boolean, ms = patience): Promise<boolean> {
    return new Promise((resolve) => {
      const end = (answer: boolean) => {
        clearTimeout(deadline);
        this.#listeners.delete(look);
        resolve(answer);
      };
      const look = () => {
        if (isTrue()) end(true);
        else if (!this.isOpen) end(false);
      };
      const deadline = setTimeout(() => end(false), ms);
      this.#listeners.add(look);
      look();
    });
  }

  /** Resolves with the code when the server closes it in time, else with null. */
  async closedWithin(ms: number): Promise<number | null> {
    await this.until(() => false, ms);
    return this.closeCode;
  }

  end(): void {
    this.socket.terminate();
  }

  #tell(): void {
    for (const listener of [...this.#listeners]) listener();
  }
}

/** A TCP connection to the server's port. It never throws; `ended` resolves when either side is done. */
export function bare(address: Address): { socket: Socket; ended: Promise<void> } {
  const { hostname, port } = new URL(address.url);
  const socket = connect(Number(port), hostname);
  socket.on('error', () => undefined); // 'close' follows
  const ended = new Promise<void>((resolve) => {
    socket.once('close', () => resolve());
  });
  return { socket, ended };
}

export interface HandshakeOptions {
  readonly headers?: Readonly<Record<string, string>>;
  readonly path?: string;
  /** Sent in the same packet behind the handshake. */
  readonly behind?: Uint8Array;
}

/** Asks for the upgrade by hand. Resolves with the status that is answered; 0 for none. */
export async function handshake(
  address: Address,
  { headers = {}, path, behind }: HandshakeOptions = {},
): Promise<{ socket: Socket; status: number; ended: Promise<void> }> {
  const { socket, ended } = bare(address);
  const url = new URL(address.url);
  const all: Record<string, string> = {
    Host: url.host,
    Connection: 'Upgrade',
    Upgrade: 'websocket',
    'Sec-WebSocket-Version': '13',
    'Sec-WebSocket-Key': randomBytes(16).toString('base64'),
    ...(address.protocols.length > 0 ? { 'Sec-WebSocket-Protocol': address.protocols.join(', ') } : {}),
    ...headers,
  };
  const lines = Object.entries(all).map(([name, value]) => `${name}: ${value}`);
  const head = `GET ${path ?? url.pathname + url.search} HTTP/1.1\r\n${lines.join('\r\n')}\r\n\r\n`;
  socket.write(behind ? Buffer.concat([Buffer.from(head), behind]) : head);
  const answer = new Promise<number>((resolve) => {
    socket.once('data', (data: Buffer) => resolve(Number(/^HTTP\/1\.1 (\d+)/.exec(data.toString('latin1'))?.[1] ?? 0)));
    void ended.then(() => resolve(0));
    setTimeout(() => resolve(0), patience).unref();
  });
  const status = await answer;
  socket.resume();
  return { socket, status, ended };
}

export interface FrameOptions {
  readonly fin?: boolean;
  /** The three reserved bits, 0 to 7. */
  readonly reserved?: number;
  readonly opcode?: number;
  readonly masked?: boolean;
  /** What the frame says its length is. */
  readonly says?: bigint;
}

/** A client's websocket frame, right or wrong. */
export function clientFrame(payload: Uint8Array, options: FrameOptions = {}): Buffer {
  const { fin = true, reserved = 0, opcode = 2, masked = true, says } = options;
  const length = says ?? BigInt(payload.length);
  const mask = masked ? 0x80 : 0;
  const head = [(fin ? 0x80 : 0) | (reserved << 4) | opcode];
  if (length < 126n) head.push(mask | Number(length));
  else if (length < 65_536n) head.push(mask | 126, Number(length >> 8n), Number(length & 255n));
  else {
    head.push(mask | 127);
    for (let shift = 56n; shift >= 0n; shift -= 8n) head.push(Number((length >> shift) & 255n));
  }
  // A mask of zeros leaves the payload as it is.
  return Buffer.concat([Buffer.from(head), masked ? Buffer.alloc(4) : Buffer.alloc(0), payload]);
}
