/** AES-256-GCM as content is kept: a byte for the format, the nonce, the encrypted bytes, the tag. */
import { createCipheriv, createDecipheriv, randomFillSync } from 'node:crypto';

const algorithm = 'aes-256-gcm';
const format = 1;
const nonceLength = 12;
const tagLength = 16;

/** Nonces are drawn many at a time: one draw costs as much as the encryption of a keystroke. */
const pool = Buffer.alloc(nonceLength * 1_024);
let drawn = pool.length;

function nextNonce(): Buffer {
  if (drawn === pool.length) {
    randomFillSync(pool);
    drawn = 0;
  }
  drawn += nonceLength;
  return pool.subarray(drawn - nonceLength, drawn);
}

/** `place` says where the bytes stand: they cannot be read at any other. `key` has 32 bytes. */
export function sealBytes(key: Uint8Array, place: string, bytes: Uint8Array): Uint8Array {
  const nonce = nextNonce();
  const cipher = createCipheriv(algorithm, key, nonce);
  cipher.setAAD(Buffer.from(place));
  const sealed = Buffer.alloc(1 + nonceLength + bytes.length + tagLength);
  sealed[0] = format;
  nonce.copy(sealed, 1);
  sealed.set(cipher.update(bytes), 1 + nonceLength);
  cipher.final();
  cipher.getAuthTag().copy(sealed, sealed.length - tagLength);
  return sealed;
}

/** Throws for bytes that were changed, moved to another place or sealed with another key. */
export function openBytes(key: Uint8Array, place: string, sealed: Uint8Array): Uint8Array {
  if (sealed[0] !== format || sealed.length < 1 + nonceLength + tagLength) throw new Error(`${place} is not readable`);
  const decipher = createDecipheriv(algorithm, key, sealed.subarray(1, 1 + nonceLength));
  decipher.setAAD(Buffer.from(place));
  decipher.setAuthTag(sealed.subarray(sealed.length - tagLength));
  const bytes = decipher.update(sealed.subarray(1 + nonceLength, sealed.length - tagLength));
  try {
    decipher.final();
  } catch {
    throw new Error(`${place} was changed, or belongs to another place or key`);
  }
  return bytes;
}
