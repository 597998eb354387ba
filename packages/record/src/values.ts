import type { FieldType } from '@ssp-kit/process';
import { isWellFormed } from './characters.js';

/** Longest plain string, in UTF-16 units; longer words belong into a text. */
export const maxString = 2000;
const maxChoices = 100;
const maxCode = 200;

const day = /^[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])$/;
const time = /^([01][0-9]|2[0-3]):[0-5][0-9]$/;

/** Whether a plain value may stand in a field of this type. `null` clears and may stand in any. A `text` has no plain value. */
export function fits(type: FieldType, value: unknown): boolean {
  if (type === 'text') return false;
  if (value === null) return true;
  switch (type) {
    case 'line':
      return isString(value, maxString);
    case 'choice':
    case 'person':
    case 'row':
      return isString(value, maxCode);
    case 'day':
      return typeof value === 'string' && day.test(value);
    case 'time':
      return typeof value === 'string' && time.test(value);
    case 'number':
      return Number.isFinite(value);
    case 'minutes':
      return Number.isSafeInteger(value) && (value as number) >= 0;
    case 'yes-no':
      return typeof value === 'boolean';
    case 'choices':
      return Array.isArray(value) && value.length <= maxChoices && value.every((code) => isString(code, maxCode));
  }
}

function isString(value: unknown, length: number): boolean {
  return typeof value === 'string' && value.length <= length && isWellFormed(value);
}
