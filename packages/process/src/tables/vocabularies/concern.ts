import type { Vocabularies } from './term.js';

/** Concern and gathered data. */
export const concernTerms = {
  'raised-via': [
    { code: 'in-person', label: 'In person' },
    { code: 'phone', label: 'Phone' },
    { code: 'letter', label: 'Letter' },
    { code: 'fax', label: 'Fax' },
    { code: 'email', label: 'E-mail' },
    { code: 'form', label: 'Form' },
    { code: 'part-c', label: 'Early intervention (Part C) notice' },
    { code: 'screening', label: 'Screening' },
  ],
  'raised-by-role': [
    { code: 'teacher', label: 'Teacher' },
    { code: 'parent', label: 'Parent or guardian' },
    { code: 'student', label: 'Student' },
    { code: 'staff', label: 'Other school staff' },
    { code: 'agency', label: 'Outside agency' },
  ],
  'concern-areas': [
    { code: 'academic', label: 'Academic' },
    { code: 'behavior', label: 'Behavior' },
    { code: 'social-emotional', label: 'Social and emotional' },
    { code: 'attendance', label: 'Attendance' },
    { code: 'communication', label: 'Communication' },
    { code: 'health', label: 'Physical or health' },
    { code: 'sensory', label: 'Hearing or vision' },
    { code: 'other', label: 'Other' },
  ],
  suspicion: [
    { code: 'yes', label: 'Yes, a disability is suspected' },
    { code: 'no', label: 'No' },
    { code: 'unsure', label: 'Not sure (handled as yes)' },
  ],
  'transfer-from': [
    { code: 'none', label: 'No' },
    { code: 'hawaii-school', label: 'Yes, from another school in Hawaii' },
    { code: 'other-state-iep', label: 'Yes, an IEP of another state' },
    { code: 'other-state-504', label: 'Yes, a 504 plan of another state' },
  ],
  'data-source': [
    { code: 'assessment', label: 'Assessment' },
    { code: 'classwork', label: 'Classwork and grades' },
    { code: 'attendance', label: 'Attendance' },
    { code: 'behavior', label: 'Behavior records' },
    { code: 'observation', label: 'Observation' },
    { code: 'health', label: 'Health information' },
    { code: 'family', label: 'Family’s input' },
    { code: 'student', label: 'Student’s input' },
  ],
  'evidence-kind': [
    { code: 'strength', label: 'Strength' },
    { code: 'challenge', label: 'Challenge' },
    { code: 'need', label: 'Need' },
  ],
  'intervention-result': [
    { code: 'worked', label: 'Worked' },
    { code: 'some', label: 'Helped somewhat' },
    { code: 'no-change', label: 'No change' },
    { code: 'worse', label: 'Made it worse' },
  ],
} as const satisfies Vocabularies;
