import { formatGrade } from '@ssp-kit/elements';
import type { CaseSummary } from '@ssp-kit/session/contract';

/** Grade and, where a person works at more than one, school. */
export function placeOf(student: CaseSummary['student'], withSchool: boolean): string {
  return [formatGrade(student.grade), withSchool ? (student.schoolName ?? '') : ''].filter(Boolean).join(' · ');
}
