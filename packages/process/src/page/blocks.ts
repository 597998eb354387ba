/**
 * A page as plain data, which becomes Markdown or HTML. In texts, `words` between backticks are code and **words** between two
 * asterisks are strong; nothing else is markup.
 */
export type Block =
  | { readonly kind: 'heading'; readonly level: 1 | 2 | 3; readonly text: string; readonly id: string }
  | { readonly kind: 'paragraph'; readonly text: string }
  | { readonly kind: 'terms'; readonly rows: readonly (readonly [term: string, text: Cell])[] }
  | {
      readonly kind: 'table';
      readonly label: string;
      readonly head: readonly string[];
      readonly rows: readonly (readonly Cell[])[];
    }
  | { readonly kind: 'picture'; readonly svg: string; readonly label: string };

/** Lines of a cell. */
export type Cell = string | readonly string[];

export function heading(level: 1 | 2 | 3, text: string, id: string): Block {
  return { kind: 'heading', level, text, id };
}

export function paragraph(text: string): Block {
  return { kind: 'paragraph', text };
}

/** Terms with what is said of each; those without anything to say are left out. */
export function terms(rows: readonly (readonly [string, Cell])[]): Block {
  return { kind: 'terms', rows: rows.filter(([, text]) => linesOf(text).length > 0) };
}

export function table(label: string, head: readonly string[], rows: readonly (readonly Cell[])[]): Block {
  return { kind: 'table', label, head, rows };
}

export function code(id: string): string {
  return `\`${id}\``;
}

export function codes(ids: readonly string[]): string {
  return ids.map(code).join(', ');
}

export function linesOf(cell: Cell): readonly string[] {
  return (typeof cell === 'string' ? [cell] : cell).filter((line) => line !== '');
}

/** A condition on a fact or a field as words. */
export function whenOf(name: string, is: readonly (string | boolean)[]): string {
  if (is.length === 1 && typeof is[0] === 'boolean') return `if ${code(name)} is ${is[0] ? 'yes' : 'no'}`;
  return `if ${code(name)} is ${is.map(String).join(' or ')}`;
}
