import type { CaseSummary } from '@ssp-kit/session/contract';

/** `02` as people say it: `Grade 2`. */
export function gradeInWords(grade: string | null): string {
  if (grade === null || grade === '') return '';
  if (/^(0?K|KG)$/i.test(grade)) return 'Kindergarten';
  return `Grade ${grade.replace(/^0+(?=\d)/, '')}`;
}

/** Grade and, where a person works at more than one, school. */
export function placeOf(student: CaseSummary['student'], withSchool: boolean): string {
  return [gradeInWords(student.grade), withSchool ? (student.schoolName ?? '') : ''].filter(Boolean).join(' · ');
}
