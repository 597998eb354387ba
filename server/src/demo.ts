/** Whether this server is a demo: only while its data folder was made as one and nobody else can reach it, or where that is said. */
import { demoOn } from './demo/sign-in.js';
import type { Demo } from './demo-port.js';
import { isLoopback, type Settings } from './settings.js';
import type { Tables } from './storage/tables.js';

const made = 'demo';

/** Marks the data folder as made as a demo. */
export async function markDemo(tables: Tables): Promise<void> {
  await tables.write([{ sql: "INSERT OR REPLACE INTO meta (key, value) VALUES (?, '1')", args: [made] }]);
}

/** The demo's sign-in, or null where there is none. */
export async function openDemo(settings: Settings, tables: Tables): Promise<Demo | null> {
  if (settings.demo === 'off' || 'jwks' in settings.keys) return null;
  if (settings.demo === 'on') return demoOn(tables);
  const [marked] = await tables.all('SELECT 1 FROM meta WHERE key = ?', [made]);
  return marked && isLoopback(settings.host) ? demoOn(tables) : null;
}
