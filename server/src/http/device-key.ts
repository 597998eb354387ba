/** How much may be kept in browsers, and the key by which one of them reads what it keeps of a person's. */
import { hkdfSync } from 'node:crypto';
import type { DeviceKeyAnswer } from '@ssp-kit/protocol';
import type { Hono } from 'hono';
import type { Identity } from '../access.js';
import { deviceKeyBody, jsonOf, readBody } from './bodies.js';
import type { HttpServices } from './services.js';

const keyBytes = 32;

/**
 * The key is made of a secret of the person's and the browser's own name: what is on a lost device stays unreadable without somebody's
 * valid token. Whose tokens are revoked gets none; after a new sign-in it is the same again, so that unsent words are not lost.
 */
export function deviceKeyRoutes(
  api: Hono<{ Variables: { identity: Identity } }>,
  { storage, offline, now }: HttpServices,
): void {
  api.post('/device-key', async (context) => {
    const { claims, actor } = context.var.identity;
    const { device } = readBody(deviceKeyBody, await jsonOf(context));
    if (offline !== 'device' || device === undefined) {
      return context.json({ keep: offline, key: null } satisfies DeviceKeyAnswer);
    }
    const secret = await storage.secret(`devices/${claims.sub}`);
    const key = hkdfSync('sha256', secret, new Uint8Array(), `ssp device ${device}`, keyBytes);
    await storage.audit({
      at: now().toISOString(),
      person: actor.person,
      action: 'device.unlock',
      caseId: null,
      document: null,
      detail: { device },
    });
    return context.json({ keep: offline, key: Buffer.from(key).toString('base64url') } satisfies DeviceKeyAnswer);
  });
}
