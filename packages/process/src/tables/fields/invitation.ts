import type { FieldRow } from './field-row.js';

/** The announcement of a conference: what the notice of meeting must say, who is invited, and when and how each was told. */
export const invitationFields: readonly FieldRow[] = [
  { of: 'invitation', section: 'meeting', name: 'purpose', type: 'choice', vocabulary: 'conference-purpose', label: 'Purpose', familyLabel: 'What the meeting is for', needed: true, source: 'E conference announcement; L 34 CFR 300.322(b)(1)(i)' },
  { of: 'invitation', section: 'meeting', name: 'meetingDate', type: 'day', label: 'Date', familyLabel: 'Day', help: 'Early enough for the family to come, at a time agreed with them.', needed: true, source: 'L 34 CFR 300.322(a)' },
  { of: 'invitation', section: 'meeting', name: 'meetingTime', type: 'time', label: 'Time', familyLabel: 'Time', needed: true, source: 'L 34 CFR 300.322(b)(1)(i)' },
  { of: 'invitation', section: 'meeting', name: 'place', type: 'line', label: 'Place', familyLabel: 'Place', needed: true, source: 'L 34 CFR 300.322(b)(1)(i)' },
  { of: 'invitation', section: 'meeting', name: 'link', type: 'line', label: 'Link or phone number', familyLabel: 'Link or phone number', help: 'The family may take part by video or phone.', source: 'L 34 CFR 300.328' },
  { of: 'invitation', section: 'people', list: 'invitees', name: 'person', type: 'person', label: 'Person', familyLabel: 'Person', source: 'L 34 CFR 300.322(b)(1)(i)' },
  { of: 'invitation', section: 'people', list: 'invitees', name: 'name', type: 'line', label: 'Name', familyLabel: 'Name', needed: true, source: 'L 34 CFR 300.322(b)(1)(i)' },
  { of: 'invitation', section: 'people', list: 'invitees', name: 'memberType', type: 'choice', vocabulary: 'member-type', label: 'Invited as', familyLabel: 'Why they come', help: 'In Hawaii the representative has authority to commit resources.', needed: true, source: 'L 34 CFR 300.321(a); HAR 8-60-45' },
  { of: 'invitation', section: 'people', list: 'invitees', name: 'external', type: 'yes-no', label: 'From outside the school?', familyLabel: 'From outside the school?', source: 'I' },
  { of: 'invitation', section: 'people', name: 'mayBringOthers', type: 'yes-no', label: 'Does the invitation say that the family may bring others?', familyLabel: 'You may bring people who know your child', needed: true, source: 'L 34 CFR 300.322(b)(1)(ii)' },
  {
    of: 'invitation',
    section: 'people',
    name: 'partCInvited',
    type: 'yes-no',
    label: 'Does it say that the early intervention coordinator can be invited?',
    familyLabel: 'You may ask us to invite the early intervention coordinator',
    help: 'Only for a first plan of a child who had early intervention.',
    source: 'L 34 CFR 300.321(f), 300.322(b)(1)(ii)',
  },
  { of: 'invitation', section: 'transition', name: 'studentInvited', type: 'yes-no', label: 'Is the student invited?', familyLabel: 'Is the student invited?', help: 'A must when life after school is on the agenda.', source: 'L 34 CFR 300.321(b)(1), 300.322(b)(2)' },
  { of: 'invitation', section: 'transition', name: 'agencies', type: 'text', label: 'Agencies invited for the time after school', familyLabel: 'Others who could help after school', source: 'L 34 CFR 300.321(b)(3), 300.322(b)(2)(ii)' },
  { of: 'invitation', section: 'transition', name: 'agencyConsentDate', type: 'day', label: 'Date the family agreed to invite them', familyLabel: 'Day you agreed to invite them', help: 'Agencies come only with the consent of the family or the adult student.', source: 'L 34 CFR 300.321(b)(3)' },
  { of: 'invitation', section: 'sent', name: 'announcedDate', type: 'day', label: 'Date of the announcement', familyLabel: 'Day of this invitation', needed: true, source: 'E conference announcement' },
  { of: 'invitation', section: 'sent', list: 'notices', name: 'to', type: 'line', label: 'Sent to', familyLabel: 'Sent to', help: 'Guardians at different addresses get a letter each.', needed: true, source: 'L 34 CFR 300.322(a)(1); P' },
  { of: 'invitation', section: 'sent', list: 'notices', name: 'date', type: 'day', label: 'Date', familyLabel: 'Day', needed: true, source: 'L 34 CFR 300.322(a)(1)' },
  { of: 'invitation', section: 'sent', list: 'notices', name: 'method', type: 'choice', vocabulary: 'notice-method', label: 'How this copy was sent', familyLabel: 'How this copy came', needed: true, source: 'L' },
  { of: 'invitation', section: 'sent', list: 'notices', name: 'language', type: 'choice', vocabulary: 'language', label: 'Language', familyLabel: 'Language', needed: true, source: 'L' },
  { of: 'invitation', section: 'sent', list: 'notices', name: 'address', type: 'line', label: 'Address', familyLabel: 'Address', when: { field: 'method', is: ['mail', 'email'] }, needed: true, source: 'L; P separate letter for each address' },
];
