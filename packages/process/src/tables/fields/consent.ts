import type { FieldRow } from './field-row.js';

const assessing = ['102a', '102c'];

/** A request for consent (102a, 102b, 102c). The answer is the decision consent.record, a withdrawal consent.revoke, attempts to get it back contact.record. */
export const consentFields: readonly FieldRow[] = [
  { of: 'consent', name: 'activity', type: 'text', label: 'What the family is asked to consent to', familyLabel: 'What we ask you to agree to', help: 'In words that the family understands. Consent is voluntary and can be withdrawn.', needed: true, source: 'L 34 CFR 300.9(b)' },
  { of: 'consent', name: 'recordsReviewed', type: 'text', label: 'Records to be reviewed', familyLabel: 'Papers we want to look at', abouts: assessing, needed: true, source: 'E; L 34 CFR 300.9(b)' },
  { of: 'consent', name: 'reviewerPositions', type: 'text', label: 'Who reviews them', familyLabel: 'Who looks at them', help: 'Positions, not names.', abouts: assessing, needed: true, source: 'E' },
  { of: 'consent', name: 'providedDate', type: 'day', label: 'Date given to the family', familyLabel: 'Day you got this', help: 'With it the form is final.', needed: true, source: 'E' },
  { of: 'consent', name: 'method', type: 'choice', vocabulary: 'notice-method', label: 'How it was given', familyLabel: 'How you got it', needed: true, source: 'L' },
  { of: 'consent', name: 'language', type: 'choice', vocabulary: 'language', label: 'Language', familyLabel: 'Language', needed: true, source: 'L 34 CFR 300.9(a)' },
];
