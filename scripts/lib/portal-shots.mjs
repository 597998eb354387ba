/** Every page of the portal as its people meet it: `{ name, person, hash, wait }`; `person` null is nobody signed in. */
const people = {
  coordinator: 'lkealoha',
  teacher: 'gdomingo',
  provider: 'mfonoti',
  parent: 'kpualoa',
  late: 'kamaral',
  district: 'dokamura',
};

/** Lists the pages of a demo that runs at `url`, with an account for each person. */
export async function portalPages(url) {
  const listed = await json(`${url}/api/demo/people`);
  const pages = [{ name: 'sign-in', account: null, hash: '#/' }];
  for (const [role, person] of Object.entries(people)) {
    const { token, expiresAt } = await json(`${url}/api/demo/sign-in`, { person });
    const known = listed.find(({ id }) => id === person);
    const account = { ...known, person, token, expiresAt, demo: true };
    for (const page of ['today', 'caseload', 'students']) {
      if (page !== 'today' && !['coordinator', 'parent'].includes(role)) continue;
      pages.push({ name: `${role}-${page}`, account, hash: page === 'today' ? '#/' : `#/${page}` });
    }
    const cases = await json(`${url}/api/cases`, undefined, token);
    for (const { id, state } of firstOfEach(cases, role)) {
      pages.push({ name: `${role}-case-${state.replace('.', '-')}`, account, hash: `#/case/${id}` });
    }
  }
  return pages;
}

/** For the coordinators a case in each state, for the others their first. */
function firstOfEach(cases, role) {
  if (!['coordinator', 'late'].includes(role)) return cases.slice(0, 1);
  return cases.filter(({ state }, at) => cases.findIndex((one) => one.state === state) === at);
}

async function json(address, body, token) {
  const answer = await fetch(address, {
    method: body === undefined ? 'GET' : 'POST',
    headers: {
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
    },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  if (!answer.ok) throw new Error(`${address} answered ${answer.status}.`);
  return answer.json();
}
