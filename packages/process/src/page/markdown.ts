import { type Block, type Cell, linesOf } from './blocks.js';

/** The page as Markdown. `picture` is the address of the picture, which stands in a file of its own. */
export function markdownOf(blocks: readonly Block[], picture: string): string {
  return `${blocks.map((block) => markdown(block, picture)).join('\n\n')}\n`;
}

function markdown(block: Block, picture: string): string {
  switch (block.kind) {
    case 'heading':
      return `${'#'.repeat(block.level)} ${safe(block.text)}`;
    case 'paragraph':
      return safe(block.text);
    case 'terms':
      return block.rows.map(([term, text]) => `- **${safe(term)}**:${listOf(text)}`).join('\n');
    case 'picture':
      return `![${safe(block.label)}](${picture})`;
    case 'table':
      return [block.head.map(safe), block.head.map(() => '---'), ...block.rows.map((cells) => cells.map(cellOf))]
        .map((cells) => `| ${cells.join(' | ')} |`)
        .join('\n');
  }
}

/** One line behind its term, several as a list below it. */
function listOf(cell: Cell): string {
  const lines = linesOf(cell).map(safe);
  return lines.length === 1 ? ` ${lines[0]}` : lines.map((line) => `\n  - ${line}`).join('');
}

function cellOf(cell: Cell): string {
  return linesOf(cell).map(safe).join('<br>');
}

/** What Markdown would take for markup is shown as it is; code and strong stay. */
function safe(text: string): string {
  return text
    .split(/(`[^`]*`)/)
    .map((part) =>
      part.startsWith('`') && part.length > 1
        ? part.replaceAll('|', '\\|')
        : part.replace(/[<>]/g, (sign) => (sign === '<' ? '&lt;' : '&gt;')).replace(/(?<!\*)\*(?!\*)|[|_[\]]/g, '\\$&'),
    )
    .join('');
}
