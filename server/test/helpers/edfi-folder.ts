import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The folder with Ed-Fi 5.2 sample files (`SSP_TEST_EDFI`, else beside the repository), or null where there is none. */
export function edfiFolder(): string | null {
  const folder = process.env.SSP_TEST_EDFI ?? join(repository(), '..', 'shared', 'data', 'edfi-5.2');
  return existsSync(join(folder, 'Student.xml')) ? folder : null;
}

function repository(): string {
  let folder = dirname(fileURLToPath(import.meta.url));
  while (!existsSync(join(folder, 'lerna.json'))) folder = dirname(folder);
  return folder;
}
