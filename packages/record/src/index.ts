export { canonicalJson, contentHash, viewOfCanonical } from './canonical.js';
export { isWellFormed } from './characters.js';
export { type AddRow, type Edits, edits } from './edits.js';
export { fill } from './fill.js';
export { assertShapeVersion, shapeVersion } from './migrate.js';
export { appendDecision, projectOfficial } from './official.js';
export { type Origin, origins } from './origins.js';
export { type FieldPlace, pathsOf, rowsIn } from './paths.js';
export { project } from './project.js';
export { RecordError, type RecordErrorCode } from './record-error.js';
export { newRowId } from './row-id.js';
export { putEntry, projectServices, type SignedEntry } from './services.js';
export {
  decisionsRoot,
  entriesRoot,
  fieldsRoot,
  isRowId,
  parsePath,
  type Place,
  rowPath,
  type Shape,
  shapeOf,
} from './shape.js';
export { applyChange, diffText, onBorders, type TextChange } from './text.js';
export { type LostWords, wordsLost } from './words-lost.js';
