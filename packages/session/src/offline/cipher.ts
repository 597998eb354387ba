/** AES-256-GCM as content is kept in a browser: the nonce, then what WebCrypto makes of the bytes. */
export interface Cipher {
  /** `place` says where the bytes stand: they cannot be read at any other. */
  seal(place: string, bytes: Uint8Array): Promise<Uint8Array>;
  /** Rejects for bytes that were changed, moved to another place or sealed with another key. */
  open(place: string, sealed: Uint8Array): Promise<Uint8Array>;
}

const algorithm = 'AES-GCM';
const nonceLength = 12;
const encoder = new TextEncoder();
const decoder = new TextDecoder();

export function cipherOf(key: CryptoKey): Cipher {
  return {
    async seal(place, bytes) {
      const nonce = crypto.getRandomValues(new Uint8Array(nonceLength));
      const sealed = await crypto.subtle.encrypt(paramsOf(place, nonce), key, plainBytes(bytes));
      const row = new Uint8Array(nonceLength + sealed.byteLength);
      row.set(nonce);
      row.set(new Uint8Array(sealed), nonceLength);
      return row;
    },
    async open(place, row) {
      const params = paramsOf(place, row.slice(0, nonceLength));
      return new Uint8Array(await crypto.subtle.decrypt(params, key, row.slice(nonceLength)));
    },
  };
}

export async function sealJson(cipher: Cipher, place: string, value: unknown): Promise<Uint8Array> {
  return cipher.seal(place, encoder.encode(JSON.stringify(value)));
}

export async function openJson(cipher: Cipher, place: string, sealed: Uint8Array): Promise<unknown> {
  return JSON.parse(decoder.decode(await cipher.open(place, sealed)));
}

/** A key that nobody can take out of the browser again. `bytes` has 32. */
export function keyFrom(bytes: Uint8Array): Promise<CryptoKey> {
  return crypto.subtle.importKey('raw', plainBytes(bytes), algorithm, false, ['encrypt', 'decrypt']);
}

function paramsOf(place: string, nonce: Uint8Array): AesGcmParams {
  return { name: algorithm, iv: plainBytes(nonce), additionalData: encoder.encode(place) };
}

/** WebCrypto takes no view of shared memory; none of ours is. */
function plainBytes(bytes: Uint8Array): Uint8Array<ArrayBuffer> {
  return bytes as Uint8Array<ArrayBuffer>;
}
