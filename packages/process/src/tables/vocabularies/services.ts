import type { Vocabularies } from './term.js';

/** Services and their log. */
export const servicesTerms = {
  'service-type': [
    { code: 'special-education', label: 'Special education' },
    { code: 'related', label: 'Related service' },
    { code: 'supplementary', label: 'Supplementary aid' },
    { code: 'accommodation', label: 'Accommodation' },
    { code: 'support', label: 'Support (level 1 or 2)' },
  ],
  'support-level': [
    { code: '1', label: '1: basic support for all' },
    { code: '2', label: '2: informal additional support' },
    { code: '3', label: '3: school and community programs' },
    { code: '4', label: '4: specialized services' },
    { code: '5', label: '5: intensive, several agencies' },
  ],
  'service-delivery': [
    { code: 'direct', label: 'With the student' },
    { code: 'consult', label: 'Consulting the staff' },
    { code: 'collaborative', label: 'Together in the class' },
  ],
  location: [
    { code: 'regular-class', label: 'Regular class' },
    { code: 'separate-room', label: 'Separate room' },
    { code: 'home', label: 'Home' },
    { code: 'community', label: 'Community' },
    { code: 'remote', label: 'Remote' },
  ],
  'session-status': [
    { code: 'provided', label: 'Provided' },
    { code: 'student-absent', label: 'Student absent' },
    { code: 'provider-absent', label: 'Provider absent' },
    { code: 'school-closed', label: 'School closed' },
    { code: 'refused', label: 'Refused' },
  ],
  'session-group': [
    { code: 'individual', label: 'Individual' },
    { code: 'group', label: 'Group' },
  ],
} as const satisfies Vocabularies;
