import { RecordError } from './record-error.js';

/** Version of the documents' names and types. Clients tell theirs in their hello; the server alone migrates. */
export const shapeVersion = 1;

/** Throws `unknown-schema` when a stored or a client's version is one that this code cannot read. */
export function assertShapeVersion(version: unknown): asserts version is typeof shapeVersion {
  if (version !== shapeVersion) {
    throw new RecordError(
      'unknown-schema',
      `documents of version ${String(version).slice(0, 20)} cannot be read: this code knows version ${shapeVersion}`,
    );
  }
}
