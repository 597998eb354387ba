import { expect } from '@open-wc/testing';
import { TokenSource } from './token-source.js';

/** Answers fetch with one response and counts. */
function answering(...answers: (() => Response)[]) {
  const real = globalThis.fetch;
  const asked: { url: string; init: RequestInit | undefined }[] = [];
  globalThis.fetch = async (input, init) => {
    asked.push({ url: String(input), init });
    const answer = answers[Math.min(asked.length, answers.length) - 1];
    if (answer === undefined) throw new TypeError('no answer');
    return answer();
  };
  const restore = () => {
    globalThis.fetch = real;
  };
  return { asked, restore };
}

const json =
  (body: unknown, status = 200) =>
  () =>
    Response.json(body, { status });
const page = () => new Response('<script>location="/login"</script>', { headers: { 'content-type': 'text/html' } });

describe('TokenSource', () => {
  let now = 0;
  let stub: ReturnType<typeof answering> | null = null;
  const source = () =>
    new TokenSource(
      () => ({ getToken: null, tokenUrl: '/sis/token' }),
      () => now,
    );

  afterEach(() => stub?.restore());

  it('takes a token from the page’s own address', async () => {
    stub = answering(json({ token: 'abc' }));
    expect(await source().ask()).to.equal('abc');
    expect(stub.asked[0]?.url).to.equal(`${location.origin}/sis/token`);
    expect(stub.asked[0]?.init?.credentials).to.equal('same-origin');
  });

  it('asks once for many', async () => {
    stub = answering(json({ token: 'abc' }));
    const tokens = source();
    expect(await Promise.all([tokens.ask(), tokens.ask(), tokens.ask()])).to.deep.equal(['abc', 'abc', 'abc']);
    expect(stub.asked).to.have.lengthOf(1);
  });

  for (const [what, answer, problem] of [
    ['a sign-in page with status 200', page, 'not-json'],
    ['JSON of another shape', json({ jwt: 'abc' }), 'bad-shape'],
    ['a refusal', json({ title: 'no' }, 403), 'refused'],
  ] as const) {
    it(`takes ${what} for signed out and does not ask again`, async () => {
      stub = answering(answer);
      const tokens = source();
      expect(await tokens.ask()).to.equal('');
      expect(await tokens.ask()).to.equal('');
      expect(tokens.problem).to.equal(problem);
      expect(stub.asked).to.have.lengthOf(1);
      tokens.again();
      await tokens.ask();
      expect(stub.asked).to.have.lengthOf(2);
    });
  }

  it('asks a failing page more and more rarely', async () => {
    stub = answering(() => new Response('', { status: 502 }));
    const tokens = source();
    const failed = async () => expect(await tokens.ask().catch((error: Error) => error)).to.be.an('error');
    await failed();
    await failed();
    expect(stub.asked).to.have.lengthOf(1);
    now += 2_001;
    await failed();
    now += 2_001;
    await failed();
    expect(stub.asked).to.have.lengthOf(2);
    now += 2_000;
    await failed();
    expect(stub.asked).to.have.lengthOf(3);
  });

  it('says that the page offers none', async () => {
    const tokens = new TokenSource(() => ({ getToken: null, tokenUrl: null }));
    expect(await tokens.ask()).to.equal('');
    expect(tokens.problem).to.equal('missing');
  });
});
