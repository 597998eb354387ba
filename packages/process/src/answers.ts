import { isDay } from './days.js';
import { isTerm } from './select.js';
import type { Process } from './process.js';
import type { FieldRow } from './tables/fields/index.js';
import type { Plain } from './types.js';

const longestLine = 2000;
const longestId = 200;
const time = /^([01][0-9]|2[0-3]):[0-5][0-9]$/;

/** The names of a payload that the decision's form does not ask for, or whose value is not of the kind it asks for. */
export function unknownAnswers(
  process: Process,
  action: string,
  payload: Readonly<Record<string, Plain>>,
): readonly string[] {
  const asked = process.fields.filter(({ of }) => of === action);
  return Object.entries(payload)
    .filter(([name, value]) => !isAnswer(process, asked, name, value))
    .map(([name]) => name);
}

function isAnswer(process: Process, asked: readonly FieldRow[], name: string, value: Plain): boolean {
  const row = asked.find((field) => field.name === name);
  if (row) return value === null || value === '' || fits(process, row, value);
  // A person comes with the name that the asker took from the roster.
  return name === 'name' && asked.some(({ type }) => type === 'person') && isText(value, longestId);
}

function fits(process: Process, { type, vocabulary }: FieldRow, value: Plain): boolean {
  switch (type) {
    case 'yes-no':
      return typeof value === 'boolean';
    case 'number':
      return Number.isFinite(value);
    case 'minutes':
      return Number.isSafeInteger(value) && (value as number) >= 0;
    case 'day':
      return isDay(value);
    case 'time':
      return isText(value, 5) && time.test(value);
    case 'choice':
      return isText(value, longestId) && (vocabulary === undefined || isTerm(process, vocabulary, value));
    case 'choices':
      return (
        Array.isArray(value) && value.every((code) => vocabulary === undefined || isTerm(process, vocabulary, code))
      );
    case 'person':
    case 'row':
      return isText(value, longestId);
    case 'line':
    case 'text':
      return isText(value, longestLine);
  }
}

function isText(value: Plain, longest: number): value is string {
  return typeof value === 'string' && value.length <= longest;
}
