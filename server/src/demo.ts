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

/** Whether a data folder that is made now may be made as a demo. */
export function mayBeDemo({ demo, host, keys }: Settings): boolean {
  return 'secret' in keys && (demo === 'on' || (demo === 'auto' && isLoopback(host)));
}

/** The demo's sign-in, or null where there is none. */
export async function openDemo(settings: Settings, tables: Tables): Promise<Demo | null> {
  if (!mayBeDemo(settings)) return null;
  if (settings.demo === 'on') return demoOn(tables, settings.process);
  const [marked] = await tables.all('SELECT 1 FROM meta WHERE key = ?', [made]);
  return marked ? demoOn(tables, settings.process) : null;
}
