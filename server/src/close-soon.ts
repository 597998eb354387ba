import type { WebSocket } from 'ws';

/** Closes a websocket with a code, and cuts it when the other side does not answer in time (milliseconds). */
export function closeSoon(socket: WebSocket, code: number, reason: string, ms: number): void {
  socket.close(code, reason);
  const deadline = setTimeout(() => socket.terminate(), ms);
  deadline.unref();
  socket.once('close', () => clearTimeout(deadline));
}
