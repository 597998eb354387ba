/**
 * Codes of the student information system that the eligibility status looks at. A case learns of them by the events that name one
 * (tables/events.ts). A blank enrollment status means enrolled.
 */
export interface EnrollmentStatusRow {
  readonly code: string;
  readonly label: string;
  /** The student will not come back: no eligibility remains. */
  readonly ends: boolean;
  readonly source: string;
}

export interface ExitCodeRow {
  readonly code: string;
  readonly label: string;
  /** Whether services go on after this exit: always, or only while the parents have not declined a free appropriate public education. */
  readonly serves: 'yes' | 'unless-declined' | 'no';
  readonly source: string;
}

export interface EnrollmentTable {
  readonly statuses: readonly EnrollmentStatusRow[];
  readonly exitCodes: readonly ExitCodeRow[];
}

export const enrollment: EnrollmentTable = {
  statuses: [
    { code: 'H', label: 'Home-schooled by a parent', ends: false, source: 'eCSSS, Student Profile: Status' },
    { code: 'I', label: 'In flight: withdrawn, not yet enrolled again', ends: false, source: 'eCSSS, Student Profile: Status' },
    { code: 'deceased', label: 'Deceased', ends: true, source: 'eCSSS names the case without its code; the code is ours, a district maps its own' },
    { code: 'graduated', label: 'Graduated', ends: true, source: 'eCSSS names the case without its code; the code is ours, a district maps its own' },
  ],
  exitCodes: [
    { code: '053', label: 'Left the school, services go on', serves: 'yes', source: 'eCSSS, Data Requirements for 504/IDEA Eligibility' },
    { code: '055', label: 'Home-schooled', serves: 'unless-declined', source: 'eCSSS, Data Requirements for 504/IDEA Eligibility' },
    { code: '060', label: 'Known to the school for an evaluation only', serves: 'no', source: 'eCSSS, Student Profile: Status' },
    { code: '068', label: 'Left the school, services go on', serves: 'yes', source: 'eCSSS, Data Requirements for 504/IDEA Eligibility' },
    { code: '075', label: 'Left the school, services go on', serves: 'yes', source: 'eCSSS, Data Requirements for 504/IDEA Eligibility' },
  ],
};
