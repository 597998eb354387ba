import type { Role } from '@ssp-kit/process';

/** Staff classifications of Ed-Fi 5.2 and what the process calls them. Others have no role; they stay as a title. */
const classifications: Readonly<Record<string, Role>> = {
  teacher: 'teacher',
  'substitute teacher': 'teacher',
  'high school support': 'teacher',
  principal: 'administrator',
  'assistant principal': 'administrator',
  'school administrator': 'administrator',
  'school leader': 'administrator',
  counselor: 'coordinator',
  'school counselor': 'coordinator',
  'student services coordinator': 'coordinator',
  'special education teacher': 'special-educator',
  'school psychologist': 'evaluator',
  psychologist: 'evaluator',
  'speech-language pathologist': 'provider',
  'speech therapist': 'provider',
  'occupational therapist': 'provider',
  'physical therapist': 'provider',
  'social worker': 'provider',
  'school nurse': 'provider',
  nurse: 'provider',
  superintendent: 'district',
  'assistant superintendent': 'district',
  'lea administrator': 'district',
  'lea specialist': 'district',
  'lea system administrator': 'system',
};

export function staffRole(classification: string): Role | null {
  return classifications[classification.toLowerCase()] ?? null;
}

/** The title of somebody who teaches in a program of a school. */
export function titleFor(program: string | null): string {
  return program && program !== 'Regular Education' ? `Teacher, ${program}` : 'Teacher';
}
