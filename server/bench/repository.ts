import { fileURLToPath } from 'node:url';

/** The repository's folder, seen from the compiled bench. */
export const repository = fileURLToPath(new URL('../../../', import.meta.url));
