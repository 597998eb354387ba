/** Everything that the databases of this origin hold, as a thief of the disk would read it. */
export async function dumpDatabases(): Promise<string> {
  const parts: string[] = [];
  for (const { name } of await indexedDB.databases()) {
    if (name === undefined) continue;
    const db = await done(indexedDB.open(name));
    for (const store of db.objectStoreNames) {
      const all = db.transaction(store).objectStore(store);
      parts.push(name, store, ...((await done(all.getAll())) as unknown[]).map(text));
      parts.push(...((await done(all.getAllKeys())) as unknown[]).map(text));
    }
    db.close();
  }
  return parts.join('\n');
}

/** Bytes as the letters they stand for; a key that cannot be taken out as nothing. */
function text(value: unknown): string {
  if (value instanceof CryptoKey) return value.extractable ? 'EXTRACTABLE' : '';
  if (value instanceof Uint8Array) return new TextDecoder('latin1').decode(value);
  if (typeof value !== 'object' || value === null) return String(value);
  return Object.entries(value)
    .map(([name, part]) => `${name}=${text(part)}`)
    .join(' ');
}

function done<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
}
