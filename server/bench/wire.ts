/** The client's side of a websocket, no more than a load needs: one read or write costs next to nothing, so that the driver is not what is measured. */
import { randomBytes } from 'node:crypto';
import { type IncomingMessage, request } from 'node:http';
import type { Socket } from 'node:net';

export class Wire {
  /** Bytes that came in, with their frames' heads. */
  bytesIn = 0;
  /** The server's close code; 1006 when the connection broke without one; null while it is open. */
  closeCode: number | null = null;
  onMessage: (message: Buffer) => void = () => undefined;
  onClose: (code: number) => void = () => undefined;
  #socket: Socket;
  /** What has come of a frame that is not whole yet, and how many bytes it has, as far as that is known. */
  #parts: Buffer[] = [];
  #have = 0;
  #wants = 2;

  /** Rejects where the upgrade is refused. */
  static connect(url: string, protocols: readonly string[]): Promise<Wire> {
    const { hostname, port, pathname } = new URL(url);
    return new Promise((resolve, reject) => {
      const asked = request({
        hostname,
        port,
        path: pathname,
        headers: {
          connection: 'Upgrade',
          upgrade: 'websocket',
          'sec-websocket-version': '13',
          'sec-websocket-key': randomBytes(16).toString('base64'),
          ...(protocols.length > 0 ? { 'sec-websocket-protocol': protocols.join(', ') } : {}),
        },
      });
      asked.on('upgrade', (_response: IncomingMessage, socket: Socket, head: Buffer) => {
        socket.setNoDelay(true);
        resolve(new Wire(socket, head));
      });
      asked.on('response', ({ statusCode }) => reject(new Error(`the upgrade was answered with ${statusCode}`)));
      asked.on('error', reject);
      asked.end();
    });
  }

  private constructor(socket: Socket, head: Buffer) {
    this.#socket = socket;
    socket.on('data', (chunk: Buffer) => this.#onData(chunk));
    socket.on('error', () => undefined); // 'close' follows
    socket.on('close', () => {
      this.closeCode ??= 1006;
      this.onClose(this.closeCode);
    });
    // Whoever connects sets its listeners first.
    if (head.length > 0) setImmediate(() => this.#onData(head));
  }

  /** Sends a frame made by `frameOf`. */
  send(frame: Buffer): void {
    if (!this.#socket.destroyed) this.#socket.write(frame);
  }

  /** Ends the connection as a lost network does. */
  destroy(): void {
    this.#socket.destroy();
  }

  #onData(chunk: Buffer): void {
    this.bytesIn += chunk.length;
    this.#parts.push(chunk);
    this.#have += chunk.length;
    // Once, when all is there: a first sync of megabytes comes in a hundred chunks.
    if (this.#have < this.#wants) return;
    const data = this.#parts.length === 1 ? chunk : Buffer.concat(this.#parts);
    let at = 0;
    let wants = 2;
    while (data.length - at >= wants) {
      let length = (data[at + 1] as number) & 0x7f;
      let head = 2;
      if (length === 126) {
        head = 4;
        if (data.length >= at + head) length = data.readUInt16BE(at + 2);
      } else if (length === 127) {
        head = 10;
        if (data.length >= at + head) length = Number(data.readBigUInt64BE(at + 2));
      }
      wants = data.length < at + head ? head : head + length;
      if (data.length - at < wants) break;
      this.#onFrame((data[at] as number) & 0x0f, data.subarray(at + head, at + wants));
      at += wants;
      wants = 2;
    }
    this.#wants = wants;
    this.#have = data.length - at;
    this.#parts = this.#have > 0 ? [data.subarray(at)] : [];
  }

  #onFrame(opcode: number, payload: Buffer): void {
    if (opcode === 2) this.onMessage(payload);
    else if (opcode === 9) this.send(frameOf(payload, 0x8a));
    else if (opcode === 8) {
      this.closeCode = payload.length >= 2 ? payload.readUInt16BE(0) : 1005;
      this.#socket.end();
    }
  }
}

/** One masked frame, by a mask of zeros. */
export function frameOf(message: Uint8Array, head = 0x82): Buffer {
  const { length } = message;
  const size = length < 126 ? 2 : length < 65_536 ? 4 : 10;
  const bytes = Buffer.alloc(size + 4 + length);
  bytes[0] = head;
  bytes[1] = 0x80 | (size === 2 ? length : size === 4 ? 126 : 127);
  if (size === 4) bytes.writeUInt16BE(length, 2);
  if (size === 10) bytes.writeBigUInt64BE(BigInt(length), 2);
  bytes.set(message, size + 4);
  return bytes;
}
