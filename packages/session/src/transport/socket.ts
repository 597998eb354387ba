/** A WebSocket that counts the sync frames it sends, as the server counts the ones it gets. */
import { messageTypes } from '@ssp-kit/protocol';

const syncStep2 = 1;
const update = 2;

export type SocketClass = typeof WebSocket;

/** `n` from 1 on each connection; `step2` when the frame carries everything the client has. */
export type OnFrame = (socket: WebSocket, n: number, step2: boolean) => void;

/** The given WebSocket class, made to call `onFrame` behind each SyncStep2 and Update frame it sends. */
export function countingSocket(Base: SocketClass, onFrame: OnFrame): SocketClass {
  return class CountingSocket extends Base {
    #sent = 0;

    override send(data: string | ArrayBufferLike | Blob | ArrayBufferView<ArrayBuffer>): void {
      super.send(data as ArrayBuffer);
      if (!(data instanceof Uint8Array) || data[0] !== messageTypes.sync) return;
      if (data[1] !== syncStep2 && data[1] !== update) return;
      this.#sent += 1;
      onFrame(this, this.#sent, data[1] === syncStep2);
    }
  };
}
