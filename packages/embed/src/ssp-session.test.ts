import './context-root.js';
import { expect, fixtureCleanup, oneEvent } from '@open-wc/testing';
import { SspElement } from '@ssp-kit/elements';
import type { CaseSummary, Session } from '@ssp-kit/session/contract';
import { FakeSession } from '@ssp-kit/session/fake';
import { html } from 'lit';
import { type SessionSetup, SspSession } from './ssp-session.js';

/** Gives a session in memory, and remembers what it was asked for. */
class TestSession extends SspSession {
  readonly setups: SessionSetup[] = [];
  readonly made: FakeSession[] = [];

  protected override async makeSession(setup: SessionSetup): Promise<Session> {
    this.setups.push(setup);
    const session = new FakeSession();
    this.made.push(session);
    return session;
  }
}
customElements.define('test-session', TestSession);

/** An element that shows who is signed in. */
class TestPerson extends SspElement {
  get used(): Session | null {
    return this.usedSession;
  }

  protected override render() {
    return html`${this.sessionState.value?.person?.name ?? 'nobody'}`;
  }
}
customElements.define('test-person', TestPerson);

function make(attributes: Record<string, string> = {}): { host: TestSession; person: TestPerson } {
  const host = document.createElement('test-session') as TestSession;
  for (const [name, value] of Object.entries(attributes)) host.setAttribute(name, value);
  const person = document.createElement('test-person') as TestPerson;
  host.append(person);
  return { host, person };
}

async function mount(attributes: Record<string, string> = {}) {
  const { host, person } = make(attributes);
  const ready = oneEvent(host, 'ssp-ready');
  document.body.append(host);
  await ready;
  await person.updateComplete;
  return { host, person };
}

const summary = (patch: Partial<CaseSummary>): CaseSummary => ({
  id: 'case-1',
  student: { id: 's1', name: 'Noa', grade: '3', school: null, schoolName: null },
  state: 'gather-data',
  stage: 'gather-data',
  track: null,
  coordinator: null,
  says: '',
  nextSteps: [],
  deadlines: [],
  conferences: [],
  plan: null,
  updatedAt: '2026-11-24T00:00:00Z',
  local: false,
  ...patch,
});

describe('<ssp-session>', () => {
  afterEach(() => {
    fixtureCleanup();
    for (const host of document.querySelectorAll('test-session')) host.remove();
  });

  describe('providing', () => {
    it('gives its session to elements below it', async () => {
      const { host, person } = await mount();
      expect(person.used).to.equal(host.session);
      expect(person).shadowDom.to.equal('Ana Kealoha');
    });

    it('reaches elements that woke up before it', async () => {
      const early = document.createElement('late-session');
      const person = document.createElement('test-person') as TestPerson;
      early.append(person);
      document.body.append(early);
      await person.updateComplete;
      expect(person.used).to.equal(null);
      const ready = oneEvent(early, 'ssp-ready');
      customElements.define('late-session', class extends TestSession {});
      await ready;
      await person.updateComplete;
      expect(person).shadowDom.to.equal('Ana Kealoha');
      early.remove();
    });

    it('takes the server from its attribute, without a slash at the end', async () => {
      const { host } = await mount({ server: 'https://ssp.example.org/base/' });
      expect(host.setups[0]?.server).to.equal('https://ssp.example.org/base');
    });

    it('keeps nothing on the device unless it is told to', async () => {
      const { host } = await mount();
      expect(host.setups[0]?.offline).to.equal('none');
      const other = await mount({ offline: 'device' });
      expect(other.host.setups[0]?.offline).to.equal('device');
    });
  });

  describe('signing out', () => {
    it('ends the session, wipes the device and asks for nothing until somebody signs in', async () => {
      let asked = 0;
      const { host, person } = await mount();
      host.getToken = () => {
        asked += 1;
        return '';
      };
      await host.updateComplete;
      await host.signOut();
      await host.updateComplete;
      await person.updateComplete;
      expect(host.made[0]?.signedOut).to.equal(true);
      expect(person).shadowDom.to.equal('nobody');
      expect([host.session, host.made.length, asked]).to.deep.equal([null, 1, 0]);
      const ready = oneEvent(host, 'ssp-ready');
      host.signIn();
      await ready;
      await person.updateComplete;
      expect(person).shadowDom.to.equal('Ana Kealoha');
    });

    it('makes its session anew, once, when the server can be asked for the key of what is kept here', async () => {
      const { host } = await mount({ offline: 'device' });
      const locked = { offlineStore: 'locked', connection: 'offline' } as const;
      host.made[0]?.patch(locked);
      await host.updateComplete;
      expect(host.made.length).to.equal(1);
      const ready = oneEvent(host, 'ssp-ready');
      host.made[0]?.patch({ connection: 'online' });
      await ready;
      expect([host.made.length, host.made[0]?.closed]).to.deep.equal([2, true]);
      host.made[1]?.patch({ offlineStore: 'locked', connection: 'online' });
      await host.updateComplete;
      expect(host.made.length).to.equal(2);
    });
  });

  describe('removal and return', () => {
    it('ends its session when it is removed, and releases everything', async () => {
      const { host } = await mount();
      host.remove();
      await Promise.resolve();
      expect(host.made[0]?.closed).to.equal(true);
      expect(host.made[0]?.held).to.equal(0);
      expect(host.session).to.equal(null);
    });

    it('keeps its session when it is only moved', async () => {
      const { host } = await mount();
      const elsewhere = document.createElement('div');
      document.body.append(elsewhere);
      elsewhere.append(host);
      await host.updateComplete;
      expect(host.made).to.have.lengthOf(1);
      expect(host.made[0]?.closed).to.equal(false);
      elsewhere.remove();
    });

    it('makes a new session when the same node comes back', async () => {
      const { host, person } = await mount();
      host.remove();
      await Promise.resolve();
      const ready = oneEvent(host, 'ssp-ready');
      document.body.append(host);
      await ready;
      await person.updateComplete;
      expect(host.made).to.have.lengthOf(2);
      expect(person.used).to.equal(host.made[1]);
    });

    it('ends a session that was still being made when the node was removed', async () => {
      const { host } = make();
      document.body.append(host);
      await Promise.resolve();
      host.remove();
      await new Promise((resolve) => setTimeout(resolve));
      expect(host.session).to.equal(null);
      for (const session of host.made) expect(session.closed).to.equal(true);
    });

    it('leaves nothing behind after 50 times', async () => {
      const nodes = document.body.childNodes.length;
      const made: FakeSession[] = [];
      for (let round = 0; round < 50; round += 1) {
        const { host } = await mount();
        host.remove();
        await Promise.resolve();
        made.push(...host.made);
      }
      expect(made).to.have.lengthOf(50);
      expect(made.every(({ closed, held }) => closed && held === 0)).to.equal(true);
      expect(document.body.childNodes.length).to.equal(nodes);
    });
  });

  describe('token', () => {
    it('reads the attribute once and removes it', async () => {
      const { host } = await mount({ token: 'a.b.c' });
      expect(host.hasAttribute('token')).to.equal(false);
      expect(host.outerHTML).not.to.contain('a.b.c');
      expect(await host.setups[0]?.getToken()).to.equal('a.b.c');
    });

    it('asks the page again, once for many, when the first token was used', async () => {
      const { host } = await mount({ token: 'first' });
      let asked = 0;
      host.getToken = () => {
        asked += 1;
        return Promise.resolve('second');
      };
      await host.updateComplete;
      const ask = host.setups[0]?.getToken ?? (() => Promise.resolve(''));
      expect(await ask()).to.equal('first');
      expect(await Promise.all([ask(), ask()])).to.deep.equal(['second', 'second']);
      expect(asked).to.equal(1);
    });

    it('does not ask a page that said no, until signIn()', async () => {
      const { host } = await mount();
      let asked = 0;
      host.getToken = () => {
        asked += 1;
        return '';
      };
      await host.updateComplete;
      const ask = host.setups[0]?.getToken ?? (() => Promise.resolve('?'));
      expect([await ask(), await ask()]).to.deep.equal(['', '']);
      expect(asked).to.equal(1);
      host.signIn();
      await ask();
      expect(asked).to.equal(2);
    });
  });

  describe('events', () => {
    it('tells who is ready, also outside a shadow tree', async () => {
      const outer = document.createElement('div');
      const { host } = make();
      outer.attachShadow({ mode: 'open' }).append(host);
      const ready = oneEvent(document, 'ssp-ready');
      document.body.append(outer);
      const { detail } = (await ready) as CustomEvent<{ person: { name: string } }>;
      expect(detail.person.name).to.equal('Ana Kealoha');
      outer.remove();
    });

    it('says when a token is needed', async () => {
      const { host } = await mount();
      const needed = oneEvent(host, 'ssp-auth-required');
      host.made[0]?.setConnection('signed-out');
      const { detail, bubbles, composed } = (await needed) as CustomEvent<{ problem: string }>;
      expect([detail.problem, bubbles, composed]).to.deep.equal(['refused', true, true]);
    });

    it('tells of changed cases and of new stages, but not of the first caseload', async () => {
      const { host } = await mount();
      const [session] = host.made;
      const told: string[] = [];
      for (const type of ['ssp-case-changed', 'ssp-stage-changed']) {
        host.addEventListener(type, (event) => told.push(`${type} ${JSON.stringify((event as CustomEvent).detail)}`));
      }
      session?.patch({ caseload: { state: 'loading', cases: [] } });
      session?.patch({ caseload: { state: 'ready', cases: [summary({})] } });
      expect(told).to.deep.equal([]);
      session?.patch({
        caseload: {
          state: 'ready',
          cases: [summary({ state: 'develop-plan', stage: 'develop-plan', updatedAt: '2026-11-25T00:00:00Z' })],
        },
      });
      expect(told).to.deep.equal([
        'ssp-case-changed {"caseId":"case-1","student":"s1","state":"develop-plan","stage":"develop-plan","track":null}',
        'ssp-stage-changed {"caseId":"case-1","student":"s1","from":"gather-data","to":"develop-plan"}',
      ]);
    });

    it('offers a navigation that the page may take over', async () => {
      const { host, person } = await mount();
      host.addEventListener('ssp-navigate', (event) => event.preventDefault());
      const navigated = oneEvent(host, 'ssp-navigate');
      const request = new CustomEvent('ssp-case-open-request', {
        detail: { caseId: 'case-7', student: 's7' },
        cancelable: true,
      });
      person.dispatchEvent(request);
      const { detail } = (await navigated) as CustomEvent<unknown>;
      expect(detail).to.deep.equal({ to: 'case', caseId: 'case-7', student: 's7' });
      expect(request.defaultPrevented).to.equal(true);
    });

    it('tells of a server address that is none', async () => {
      const { host } = make({ server: 'http://' });
      const told = oneEvent(host, 'ssp-error');
      document.body.append(host);
      const { detail } = (await told) as CustomEvent<{ code: string }>;
      expect(detail.code).to.equal('bad-server-address');
    });
  });

  it('changes nothing in the page', async () => {
    const head = document.head.innerHTML;
    const sheets = document.adoptedStyleSheets.length;
    await mount();
    expect(document.head.innerHTML).to.equal(head);
    expect(document.adoptedStyleSheets.length).to.equal(sheets);
  });
});
