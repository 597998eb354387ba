import { fork } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { SignJWT } from 'jose';
import { api, startCase } from '../test/helpers/client.js';
import { mother, people, student } from '../test/helpers/district.js';
import type { Address, OwnServer, Target } from './target.js';

const persons = {
  teacher: { id: people.teacher.id, role: 'teacher' },
  coordinator: { id: people.coordinator.id, role: 'coordinator' },
  special: { id: people.special.id, role: 'coordinator' },
  mother: { id: mother.id, role: 'parent' },
  system: { id: 'sis', role: 'system' },
};

/** Starts this project's server in a process of its own; a teacher attacks, a coordinator is the victim. */
export async function ownTarget(): Promise<Target> {
  const secret = randomBytes(32).toString('base64url');
  const child = fork(fileURLToPath(new URL('./own-server.js', import.meta.url)), {
    env: { PATH: process.env['PATH'], SSP_JWT_SECRET: secret },
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  });
  let ended: string | null = null;
  const exited = once(child, 'exit').then(([code, signal]) => {
    ended = `code ${code ?? 'none'}, signal ${signal ?? 'none'}`;
  });
  const [{ url }] = (await Promise.race([
    once(child, 'message'),
    exited.then(() => Promise.reject(new Error(`the server did not start: ${ended}`))),
  ])) as [{ url: string }];

  let asked = 0;
  const ask = (question: object) =>
    new Promise<{ student?: string }>((resolve) => {
      const id = ++asked;
      const look = (answer: { id?: number; student?: string }) => {
        if (answer.id !== id) return;
        child.off('message', look);
        resolve(answer);
      };
      child.on('message', look);
      child.send({ id, ...question });
    });
  const own: OwnServer = {
    url,
    people: { attacker: people.teacher.id, victim: people.coordinator.id, parent: mother.id },
    token: (who, seconds = 3_600) =>
      new SignJWT({ name: `Real ${who}`, ssp: { roles: [persons[who].role] } })
        .setProtectedHeader({ alg: 'HS256' })
        .setSubject(persons[who].id)
        .setIssuedAt()
        .setExpirationTime(Math.floor(Date.now() / 1_000) + seconds)
        .sign(new TextEncoder().encode(secret)),
    api: (token, method, path, body) => api(url, token, method, path, body),
    address: (caseId, document, token) => ({
      url: `${url.replace('http', 'ws')}/sync/case/${caseId}/${document}@1`,
      protocols: ['ssp.v1', `bearer.${token}`],
    }),
    async write(statements) {
      await ask({ statements });
    },
    student: async () => (await ask({ student: true })).student ?? '',
    async rooms() {
      const { body } = await api(url, null, 'GET', '/metrics');
      return Number(/^ssp_rooms (\d+)/m.exec(String(body))?.[1] ?? 0);
    },
  };

  /** A room of a case of its own. */
  async function room(attacker: string, victim: string): Promise<{ name: string; attacker: Address; victim: Address }> {
    const { id } = await startCase(url, attacker, student);
    return {
      name: `case/${id}/concern@1`,
      attacker: own.address(id, 'concern', attacker),
      victim: own.address(id, 'concern', victim),
    };
  }

  return {
    name: 'this project’s server',
    anyRoom: false,
    scene: async () => room(await own.token('teacher'), await own.token('coordinator')),
    canary: (await room(await own.token('teacher'), await own.token('coordinator'))).victim,
    memory: () => (ended || !child.pid ? null : residentBytes(child.pid)),
    ended: () => ended,
    own,
    async close() {
      if (!ended) child.kill('SIGTERM');
      await exited;
    },
  };
}

/** Null where the system does not tell. */
function residentBytes(pid: number): number | null {
  try {
    return Number(/^VmRSS:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0) * 1_024;
  } catch {
    return null;
  }
}
