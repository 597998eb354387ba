/** Whether an answer of the API has the shape the session relies on. */
import { type CaseState, noProcess, type Process } from '@ssp-kit/process';
import type {
  CaseAnswer,
  CaseRow,
  CommandResult,
  DeviceKeyAnswer,
  MeAnswer,
  PersonRow,
  StudentRow,
} from '@ssp-kit/protocol';

type Fields = Record<string, unknown>;

const isObject = (value: unknown): value is Fields => typeof value === 'object' && value !== null;
const has = (value: unknown, ...names: string[]): value is Fields =>
  isObject(value) && names.every((name) => name in value);

export const isMe = (body: unknown): body is MeAnswer =>
  has(body, 'person', 'profile', 'today') &&
  has(body.person, 'id', 'name', 'roles') &&
  has(body.profile, 'id', 'version', 'timeZone');

export const isDeviceKey = (body: unknown): body is DeviceKeyAnswer =>
  has(body, 'keep', 'key') &&
  ['none', 'session', 'device'].includes(String(body.keep)) &&
  (body.key === null || typeof body.key === 'string');

/** Rows that this code knows and the answer does not have are none; what it has is of the kind that it should be. */
export const isProcess = (body: unknown): body is Process =>
  has(body, 'version', 'profile') &&
  typeof body.version === 'string' &&
  body.version !== '' &&
  has(body.profile, 'id', 'timeZone') &&
  Object.entries(noProcess).every(([name, rows]) => {
    const given = body[name];
    return given === undefined || (typeof given === typeof rows && Array.isArray(given) === Array.isArray(rows));
  });

export const isCaseAnswer = (body: unknown): body is CaseAnswer =>
  has(body, 'id', 'student', 'rooms', 'seq') &&
  Array.isArray(body.rooms) &&
  body.rooms.every((room) => has(room, 'room', 'document', 'may', 'state'));

export const isCommandResult = (body: unknown): body is CommandResult =>
  has(body, 'ok') && (body.ok === true ? has(body.decision, 'seq', 'action') : 'code' in body);

/** Lists come bare or under a name of their own; both are read. */
function list(body: unknown, name: string): readonly unknown[] | null {
  if (Array.isArray(body)) return body;
  return isObject(body) && Array.isArray(body[name]) ? body[name] : null;
}

const rowsOf =
  <T>(name: string, ...fields: string[]) =>
  (body: unknown): readonly T[] | null => {
    const rows = list(body, name);
    return rows?.every((row) => has(row, ...fields)) ? (rows as readonly T[]) : null;
  };

export const caseRows = rowsOf<CaseRow>('cases', 'id', 'student', 'state' satisfies keyof CaseState);
export const studentRows = rowsOf<StudentRow>('students', 'id', 'name');
export const personRows = rowsOf<PersonRow>('people', 'id', 'name', 'kind');

/** For `Api.get`: the rows are taken out afterwards by the functions above. */
export const isList =
  (rows: (body: unknown) => readonly unknown[] | null) =>
  (body: unknown): body is unknown =>
    rows(body) !== null;
