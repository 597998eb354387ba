/** A server process with the demo's district, and the five people who write its plan. */
import assert from 'node:assert/strict';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freePort, ServerProcess } from '../test/helpers/server-process.js';

/** By their usernames, each with the text of the first goal that is theirs to write: its label and its name. */
export const writers = [
  { person: 'lkealoha', label: 'Given what', field: 'condition' },
  { person: 'hyoshida', label: 'Will do what', field: 'behavior' },
  { person: 'mfonoti', label: 'How well', field: 'criterion' },
  { person: 'jcardoza', label: 'How it is measured', field: 'measure' },
  { person: 'ablake', label: 'Steps on the way', field: 'objectives' },
] as const;

export interface Demo {
  readonly url: string;
  /** The case whose IEP is being written. */
  readonly caseId: string;
  signIn(person: string): Promise<{ readonly token: string; readonly expiresAt: string }>;
  close(): Promise<void>;
}

export async function openDemo(): Promise<Demo> {
  const folder = await mkdtemp(join(tmpdir(), 'ssp-bench-'));
  const server = new ServerProcess(await freePort(), { SSP_DATA_DIR: join(folder, 'data') });
  const close = async () => {
    await server.stop();
    await rm(folder, { recursive: true, force: true });
  };
  const signIn = async (person: string) => {
    const body = JSON.stringify({ person });
    const headers = { 'content-type': 'application/json' };
    const answer = await fetch(`${server.url}/api/demo/sign-in`, { method: 'POST', headers, body });
    return (await answer.json()) as { token: string; expiresAt: string };
  };
  try {
    await server.start();
    const { token } = await signIn(writers[0].person);
    const answer = await fetch(`${server.url}/api/cases`, { headers: { authorization: `Bearer ${token}` } });
    const rows = (await answer.json()) as { id: string; state: string; track: string | null }[];
    const plan = rows.find(({ state, track }) => state === 'develop-plan' && track === 'idea');
    assert.ok(plan, 'the demo has no plan that is being written');
    return { url: server.url, caseId: plan.id, signIn, close };
  } catch (error) {
    await close();
    throw error;
  }
}
