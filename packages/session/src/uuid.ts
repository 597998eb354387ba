/** A UUID whose first 48 bits are the time in milliseconds (RFC 9562, version 7), so that keys sort by when they were made. */
export function uuidv7(now: number = Date.now()): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  const time = Math.max(now, lastTime);
  if (time === lastTime) counter += 1;
  else counter = 0;
  lastTime = time + (counter > 0xfff ? 1 : 0);
  counter &= 0xfff;
  for (let index = 0; index < 6; index += 1) {
    bytes[index] = Math.floor(lastTime / 2 ** (8 * (5 - index))) % 256;
  }
  // The 12 bits behind the version count keys of one millisecond: their order is the order of making.
  bytes[6] = 0x70 | (counter >> 8);
  bytes[7] = counter & 0xff;
  bytes[8] = 0x80 | ((bytes[8] as number) & 0x3f);
  const hex = Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
}

let lastTime = 0;
let counter = 0;
