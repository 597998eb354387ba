import { issue, type RosterItem, row } from '../items.js';
import type { ProgramRow } from '../rows.js';
import { textWithin, type XmlNode } from '../xml-records.js';
import { dayAt, describeReference, descriptor, type EdfiMap, referenced } from './node.js';

/** What of a program row is its key or stands in columns of its own. */
const ownColumns = new Set([
  'StudentReference',
  'ProgramReference',
  'EducationOrganizationReference',
  'BeginDate',
  'EndDate',
]);

/** Every `Student…ProgramAssociation`. */
export const mapProgram: EdfiMap = function* (node, at, lookup): Iterable<RosterItem> {
  if (!/^Student\w*ProgramAssociation$/.test(node.name)) return;
  const student = referenced(node, 'StudentReference', 'StudentUniqueId', at.file, lookup);
  if (!student) return yield issue(at, `It has ${describeReference(node, 'StudentReference')}.`);
  const place = { ...at, row: `${student}, ${node.name}` };
  const name = textWithin(node, 'ProgramName');
  if (!name) return yield issue(place, 'It names no program.');
  const begin = dayAt(node, 'BeginDate');
  if (!begin.day) return yield issue(place, `The BeginDate "${begin.bad ?? ''}" is no date.`);
  const end = dayAt(node, 'EndDate');
  const exit = dayAt(node, 'SpecialEducationExitDate');
  const bad = end.bad ?? exit.bad;
  if (bad) yield issue(place, `The end "${bad}" is no date; it was left out.`);
  yield row(place, {
    is: 'program',
    student,
    kind: kindOf(node.name, name),
    name,
    begin: begin.day,
    end: end.day ?? exit.day,
    detail: detailOf(node),
    active: true,
  });
};

function kindOf(association: string, program: string): ProgramRow['kind'] {
  if (association === 'StudentSpecialEducationProgramAssociation') return 'special-education';
  if (association === 'StudentSection504ProgramAssociation') return 'section-504';
  if (/section 504/i.test(program)) return 'section-504';
  if (association === 'StudentLanguageInstructionProgramAssociation') return 'language';
  return 'other';
}

function detailOf(node: XmlNode): Record<string, string | string[]> {
  const detail: Record<string, string | string[]> = {};
  for (const child of node.children) {
    if (ownColumns.has(child.name)) continue;
    const text = descriptor(child.text || textWithin(child, child.name));
    if (!text) continue;
    const before = detail[child.name];
    if (before === undefined) detail[child.name] = text;
    else detail[child.name] = [...(Array.isArray(before) ? before : [before]), text];
  }
  return detail;
}
