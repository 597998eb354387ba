// "Kea SIS", a made-up student information system that shows SSP Kit in one of its tabs. It stands for a system that
// exists already: own pages, own styles, own sign-in, and three things for SSP Kit:
//   1. a token address for the person who is signed in here (/token),
//   2. the SSP server under a path of its own (/ssp/…, as a reverse proxy does it), so that no cookie and no origin changes,
//   3. one script tag and the elements in a tab's fragment.
//
// node server.mjs   settings: PORT (default 4500), SSP_SERVER (default http://127.0.0.1:4400), SSP_JWT_SECRET or
// SSP_DATA_DIR (default ../../data: the secret the server made there), KEA_USER (a username of the roster).
import { createHmac } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { createServer, request } from 'node:http';
import { extname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const here = fileURLToPath(new URL('.', import.meta.url));
const { env } = process;
const sspServer = new URL(env.SSP_SERVER || 'http://127.0.0.1:4400');
const secret = env.SSP_JWT_SECRET || readSecret(join(env.SSP_DATA_DIR || join(here, '../../data'), 'jwt-secret'));

/** Who is signed in to Kea SIS. A real system reads this from its session. */
const users = {
  mfonoti: { name: 'Malia Fonoti', roles: ['provider'] },
  hyoshida: { name: 'Hana Yoshida', roles: ['special-educator'] },
  lkealoha: { name: 'Leilani Kealoha', roles: ['coordinator'] },
};
const user = env.KEA_USER || 'mfonoti';
if (!users[user]) throw new Error(`KEA_USER must be one of ${Object.keys(users).join(', ')}.`);

/** Saves of the student's form since the start: the tests look whether an element of ours caused one. */
let saves = 0;

const policy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data:",
  "connect-src 'self'",
  "form-action 'self'",
  "base-uri 'none'",
].join('; ');

const types = { '.html': 'text/html; charset=utf-8', '.css': 'text/css', '.js': 'text/javascript' };

const server = createServer(async (incoming, answer) => {
  const { pathname, searchParams } = new URL(incoming.url, 'http://kea');
  try {
    if (pathname.startsWith('/ssp/')) return forward(incoming, answer);
    if (pathname === '/token') return json(answer, { token: token() });
    if (pathname === '/saves') return json(answer, { saves });
    if (pathname === '/students') return json(answer, await students());
    if (pathname === '/save' && incoming.method === 'POST') {
      saves += 1;
      incoming.resume();
      return html(answer, '<p>Saved.</p>');
    }
    if (pathname === '/tabs/support') return html(answer, await supportTab(searchParams.get('student') ?? ''));
    const file = pathname === '/' ? 'index.html' : pathname.slice(1);
    if (!/^[a-z]+(\/[a-z]+)?\.(html|css|js)$/.test(file)) throw new Error('no such page');
    const body = readFileSync(join(here, 'site', file));
    answer.writeHead(200, { 'content-type': types[extname(file)], 'content-security-policy': policy }).end(body);
  } catch (error) {
    answer.writeHead(error.status ?? 404, { 'content-type': 'text/plain' }).end(String(error.message));
  }
});

// The sync sockets go the same way as everything else.
server.on('upgrade', (incoming, socket, head) => {
  if (!incoming.url.startsWith('/ssp/')) return socket.destroy();
  const outgoing = request(target(incoming));
  outgoing.on('upgrade', (reply, upstream, rest) => {
    const headers = reply.rawHeaders.reduce((text, part, at) => text + (at % 2 ? `${part}\r\n` : `${part}: `), '');
    socket.write(`HTTP/1.1 101 Switching Protocols\r\n${headers}\r\n`);
    socket.write(rest);
    upstream.write(head);
    upstream.pipe(socket).pipe(upstream);
    for (const [one, other] of [
      [socket, upstream],
      [upstream, socket],
    ]) {
      one.on('error', () => other.destroy());
      one.on('close', () => other.destroy());
    }
  });
  outgoing.on('response', () => socket.destroy());
  outgoing.on('error', () => socket.destroy());
  outgoing.end();
});

server.listen(Number(env.PORT ?? 4500), '127.0.0.1', () => {
  console.log(`Kea SIS: http://127.0.0.1:${server.address().port}/ as ${users[user].name}`);
});

/** A JWT for the person who is signed in here, good for five minutes. */
function token() {
  const now = Math.floor(Date.now() / 1000);
  const { name, roles } = users[user];
  const part = (value) => Buffer.from(JSON.stringify(value)).toString('base64url');
  const body = `${part({ alg: 'HS256', typ: 'JWT' })}.${part({ sub: user, name, iat: now, exp: now + 300, ssp: { roles } })}`;
  return `${body}.${createHmac('sha256', secret).update(body).digest('base64url')}`;
}

function readSecret(file) {
  try {
    return readFileSync(file, 'utf8').trim();
  } catch {
    throw new Error(
      `No secret: start the SSP server first, or set SSP_JWT_SECRET to the one it uses (looked for ${file}).`,
    );
  }
}

/** Everything below /ssp/, as it came; the host stays, so that the server sees pages of this origin as its own. */
function target({ url, method, headers }) {
  const { hostname, port } = sspServer;
  return { hostname, port, method, path: url.slice('/ssp'.length), headers };
}

function forward(incoming, answer) {
  const outgoing = request(target(incoming), (reply) => {
    answer.writeHead(reply.statusCode, reply.headers);
    reply.pipe(answer);
  });
  outgoing.on('error', () => answer.writeHead(502).end());
  incoming.pipe(outgoing);
}

async function ask(path) {
  const reply = await fetch(new URL(path, sspServer), { headers: { authorization: `Bearer ${token()}` } });
  if (!reply.ok) throw Object.assign(new Error(`The SSP server answered ${reply.status}.`), { status: 502 });
  return reply.json();
}

/** The students of this person that have a case with a plan, for the page's list. */
async function students() {
  const cases = await ask('/api/cases');
  return cases
    .filter(({ state }) => ['develop-plan', 'implement-plan', 'evaluate-plan'].includes(state))
    .map(({ student, plan }) => ({ id: student.id, name: student.name, grade: student.grade, active: plan !== null }));
}

/** The tab's fragment: the student comes from the address, never from what this session showed last. */
async function supportTab(student) {
  const row = (await ask('/api/cases')).find((one) => one.student.id === student);
  if (!row) return '<p>No support plan.</p>';
  const caseId = escapeText(row.id);
  return `<table class="layout"><tr><td>
  <ssp-session token-url="/token">
    <fieldset><legend>Support plan</legend><ssp-plan-builder case-id="${caseId}"></ssp-plan-builder></fieldset>
    <fieldset><legend>Service log</legend><ssp-service-log case-id="${caseId}"></ssp-service-log></fieldset>
  </ssp-session>
</td></tr></table>`;
}

function escapeText(text) {
  return text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);
}

function json(answer, body) {
  answer.writeHead(200, { 'content-type': 'application/json', 'cache-control': 'no-store' }).end(JSON.stringify(body));
}

function html(answer, body) {
  answer.writeHead(200, { 'content-type': 'text/html; charset=utf-8' }).end(body);
}
