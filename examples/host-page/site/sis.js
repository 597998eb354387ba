// Kea SIS' own script, in the manner of its time: pages change by fetch and innerHTML, links and forms are taken over by
// delegated handlers on the document.
const current = { student: null };

async function load(address, target) {
  const answer = await fetch(address);
  // What jQuery's .html() does, and what an element must live with.
  target.innerHTML = await answer.text();
}

function show(tab) {
  for (const link of document.querySelectorAll('[data-tab]')) {
    link.className = link.dataset.tab === tab ? 'selected' : '';
  }
  const address =
    tab === 'support' ? `/tabs/support?student=${encodeURIComponent(current.student)}` : `/tabs/${tab}.html`;
  return load(address, document.getElementById('tab'));
}

function open(student) {
  current.student = student.id;
  document.getElementById('name').textContent = `${student.name} - ${student.grade ?? ''}`;
  return show('support');
}

document.addEventListener('click', (event) => {
  const link = event.target.closest('a');
  if (!link) return;
  event.preventDefault();
  if (link.dataset.tab) show(link.dataset.tab);
});

document.addEventListener('submit', async (event) => {
  event.preventDefault();
  await fetch(event.target.action, { method: 'POST', body: new FormData(event.target) });
  await load('/tabs/general.html', document.getElementById('tab'));
});

const students = await (await fetch('/students')).json();
for (const student of students) {
  const button = document.createElement('button');
  button.type = 'button';
  button.textContent = student.name;
  button.addEventListener('click', () => open(student));
  document.getElementById('menu').append(button);
}
const first = students.find(({ active }) => active) ?? students[0];
if (first) await open(first);
