import { type Block, type Cell, linesOf } from './blocks.js';

/** The page as one HTML document without a script or anything from elsewhere; its styles stand in `style` elements. */
export function htmlOf(blocks: readonly Block[]): string {
  const title = blocks.find((block) => block.kind === 'heading')?.text ?? '';
  const [first, ...rest] = blocks.map(html);
  return `${[
    '<!doctype html>',
    '<html lang="en">',
    '<head>',
    '<meta charset="utf-8">',
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    '<meta name="color-scheme" content="light dark">',
    `<title>${safe(title)}</title>`,
    `<style>${style}</style>`,
    '</head>',
    '<body>',
    '<a class="skip" href="#content">Skip to the content</a>',
    `<header>${first}</header>`,
    contents(blocks),
    '<main id="content">',
    ...rest,
    '</main>',
    '</body>',
    '</html>',
  ].join('\n')}\n`;
}

const style = [
  ':root{color-scheme:light dark;--paper:#fbfaf7;--surface:#fff;--line:#e3dfd6;--ink:#1d2a2f;--quiet:#55646b;--ocean:#0b5c6e}',
  '@media (prefers-color-scheme:dark){:root{--paper:#0f181b;--surface:#172327;--line:#2b3a40;--ink:#e8eeee;--quiet:#a9b6ba;--ocean:#7cc4d3}}',
  'body{margin:0 auto;padding:24px 20px 64px;max-width:1180px;background:var(--paper);color:var(--ink);font:16px/1.55 system-ui,sans-serif}',
  'h1{font-size:28px;line-height:1.25;margin:8px 0 16px}h2{font-size:22px;margin:48px 0 12px;padding-top:16px;border-top:1px solid var(--line)}h3{font-size:18px;margin:32px 0 8px}',
  'p,ul,dl{max-width:75ch}a{color:var(--ocean)}:focus-visible{outline:3px solid var(--ocean);outline-offset:2px}',
  'code{font-family:ui-monospace,monospace;font-size:.875em;color:var(--quiet);overflow-wrap:anywhere}',
  'nav ul{columns:18rem;padding-left:20px}',
  'dl{display:grid;grid-template-columns:minmax(7rem,max-content) 1fr;gap:4px 16px;margin:8px 0}dt{color:var(--quiet)}dd{margin:0}dd ul{margin:0;padding-left:20px}',
  '.wide{overflow-x:auto;margin:12px 0 20px;border:1px solid var(--line);border-radius:10px;background:var(--surface)}',
  'table{border-collapse:collapse;width:100%;font-size:14px}caption{text-align:left;padding:10px 12px 0;color:var(--quiet)}',
  'th,td{padding:8px 12px;text-align:left;vertical-align:top;border-bottom:1px solid var(--line)}tr:last-child>*{border-bottom:0}thead th{font-weight:600;color:var(--quiet)}tbody th{font-weight:600;min-width:9rem}td{min-width:7rem}td:nth-last-child(-n+2){min-width:11rem}',
  'figure{margin:16px 0;overflow-x:auto}figure svg{min-width:900px;max-width:100%;height:auto}',
  '.skip{position:absolute;left:-999px}.skip:focus{left:20px;top:8px}',
  '@media (max-width:40rem){dl{grid-template-columns:1fr;gap:0}dd{margin-bottom:8px}}',
  '@media print{body{max-width:none}.wide,figure{overflow:visible}}',
].join('');

function html(block: Block): string {
  switch (block.kind) {
    case 'heading':
      return `<h${block.level} id="${attribute(block.id)}">${safe(block.text)}</h${block.level}>`;
    case 'paragraph':
      return `<p>${safe(block.text)}</p>`;
    case 'terms':
      return `<dl>${block.rows.map(([term, text]) => `<dt>${safe(term)}</dt><dd>${listOf(text)}</dd>`).join('')}</dl>`;
    case 'picture':
      return `<figure tabindex="0">${block.svg.trim()}</figure>`;
    case 'table':
      return [
        `<div class="wide" role="region" tabindex="0" aria-label="${attribute(block.label)}"><table>`,
        `<caption>${safe(block.label)}</caption>`,
        `<thead><tr>${block.head.map((cell) => `<th scope="col">${safe(cell)}</th>`).join('')}</tr></thead>`,
        `<tbody>${block.rows.map(rowOf).join('')}</tbody></table></div>`,
      ].join('');
  }
}

function rowOf([first = '', ...cells]: readonly Cell[]): string {
  return `<tr><th scope="row">${cellOf(first)}</th>${cells.map((cell) => `<td>${cellOf(cell)}</td>`).join('')}</tr>`;
}

/** One line as it is, several as a list. */
function listOf(cell: Cell): string {
  const lines = linesOf(cell).map(safe);
  return lines.length === 1 ? (lines[0] ?? '') : `<ul>${lines.map((line) => `<li>${line}</li>`).join('')}</ul>`;
}

function cellOf(cell: Cell): string {
  return linesOf(cell).map(safe).join('<br>');
}

function contents(blocks: readonly Block[]): string {
  const items = blocks.flatMap((block) =>
    block.kind === 'heading' && block.level === 2
      ? [`<li><a href="#${attribute(block.id)}">${safe(block.text)}</a></li>`]
      : [],
  );
  return `<nav aria-label="Contents"><ul>${items.join('')}</ul></nav>`;
}

function safe(text: string): string {
  return escaped(text)
    .replace(/`([^`]*)`/g, '<code>$1</code>')
    .replace(/\*\*([^*]*)\*\*/g, '<strong>$1</strong>');
}

function attribute(text: string): string {
  return escaped(text).replaceAll('"', '&quot;');
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
