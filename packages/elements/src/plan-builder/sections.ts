import { type DocumentView, fieldsOf, type Process, type RequirementResult, type Track } from '@ssp-kit/process';

export type SectionId =
  | 'dates'
  | 'levels'
  | 'needs'
  | 'goals'
  | 'services'
  | 'accommodations'
  | 'setting'
  | 'tests'
  | 'reporting'
  | 'family';

export type SectionState = 'empty' | 'begun' | 'complete';

export interface Section {
  readonly id: SectionId;
  /** Fields and lists of the plan that stand in it. */
  readonly holds: readonly string[];
}

const all: readonly Section[] = [
  { id: 'dates', holds: ['startDate', 'endDate', 'reviewDate', 'serviceAvailabilityDate'] },
  { id: 'levels', holds: ['presentLevels'] },
  { id: 'needs', holds: ['needs'] },
  { id: 'goals', holds: ['goals'] },
  { id: 'services', holds: ['services'] },
  { id: 'accommodations', holds: ['accommodations'] },
  { id: 'setting', holds: ['regularClassMinutes', 'schoolMinutes', 'lreReason'] },
  { id: 'tests', holds: ['stateTesting'] },
  { id: 'reporting', holds: ['progressReporting'] },
  { id: 'family', holds: ['parentExplainedDate', 'parentCopyDate'] },
];

/** The sections that a plan of this track has, by the rows of the fields table. */
export function sectionsFor(process: Process, track: Track | null): readonly Section[] {
  return all.filter(({ holds }) => holds.some((name) => isOnTrack(process, name, track)));
}

function isOnTrack(process: Process, name: string, track: Track | null): boolean {
  const row = fieldsOf(process, 'plan').find((field) => field.name === name) ?? fieldsOf(process, 'plan', name)[0];
  if (row?.tracks === undefined) return row !== undefined;
  return track !== null && row.tracks.includes(track);
}

/** How far a section is: complete by the requirements of activating the plan, begun when anything stands in it. */
export function sectionState(
  section: Section,
  data: DocumentView,
  requirements: readonly RequirementResult[],
): SectionState {
  const asked = requirements.filter(({ at }) => at !== undefined && section.holds.includes(at.field));
  const begun = section.holds.some((name) => isWritten(data[name]));
  if (begun && asked.every(({ met }) => met)) return 'complete';
  return begun ? 'begun' : 'empty';
}

function isWritten(value: DocumentView[string]): boolean {
  if (Array.isArray(value)) return value.length > 0;
  return typeof value === 'string' ? value.trim() !== '' : value != null;
}
