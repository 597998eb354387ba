/** The table of decisions for people: who takes one, where it leads from, what has to be there. Markdown. */
export function actionTable({ actions, fields, requirements, states }) {
  const lines = actions.map((row) => {
    const form = fields.filter(({ of, required }) => of === row.id && required).map(({ label }) => label);
    const needed = requirements
      .filter(({ action }) => action === row.id)
      .map(({ label, tracks }) => (tracks ? `${label} (${tracks.join(', ')})` : label));
    return [
      `**${row.label}**<br>\`${row.id}\``,
      `${row.roles.join(', ')}<br>by: ${row.relations.join(', ')}`,
      `${from(row, states)} → ${to(row)}`,
      [...(form.length > 0 ? [`Answers: ${form.join(' · ')}`] : []), ...needed].join('<br>') || 'nothing',
    ];
  });
  const head = ['decision', 'who', 'from → to', 'what is needed'];
  return [head, head.map(() => '---'), ...lines].map((cells) => `| ${cells.map(escaped).join(' | ')} |`).join('\n');
}

function from(row, states) {
  const open = states.filter(({ id }) => id !== 'closed');
  const not = open.filter(({ id }) => !row.from.includes(id));
  if (not.length === 0) return 'everywhere';
  return not.length <= 2 ? `everywhere but ${codes(not.map(({ id }) => id))}` : codes(row.from);
}

function to({ branches }) {
  const targets = [...new Set(branches.map((branch) => branch.to))];
  return targets.map((target) => (target === 'same' ? 'stays' : codes([target]))).join(' or ');
}

function codes(ids) {
  return ids.map((id) => `\`${id}\``).join(', ');
}

function escaped(text) {
  return text.replaceAll('|', '\\|');
}
