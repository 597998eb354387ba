import assert from 'node:assert/strict';
import axe from 'axe-core';
import type { Person } from './person.js';

interface Violation {
  readonly id: string;
  readonly help: string;
  readonly nodes: readonly { readonly target: unknown; readonly html: string }[];
}

/** Fails where axe finds something on the page as it stands, shadow roots and all. */
export async function isAccessible({ page, name }: Person, where: string): Promise<void> {
  await page.evaluate(axe.source);
  const violations = await page.evaluate(async () => {
    const { run } = (globalThis as unknown as { axe: { run(): Promise<{ violations: Violation[] }> } }).axe;
    return (await run()).violations.map(({ id, help, nodes }) => ({
      id,
      help,
      nodes: nodes.slice(0, 3).map(({ target, html }) => ({ target, html })),
    }));
  });
  assert.deepEqual(violations, [], `${where}, as ${name} sees it, is not accessible`);
}
