import { defineTerms } from '../shared/terms.js';

export const terms = defineTerms('ssp-referral-form', {
  family: 'The family',
  familyLead: 'So that the school can write and talk to them in their language.',
  heading: 'Concern about {name}',
  headingPlain: 'A concern',
  origin: 'How the concern came to the school',
  seen: 'What you see',
  seenLead: 'A few plain sentences are enough. Others can add to it.',
  startHeading: 'Log a concern',
  startLead: 'Find the student by name. What you write is kept on this device until it is saved.',
  startSearch: 'Student’s name',
  startNone: 'No student of this name. Check the spelling, or ask the office.',
  suspicion: 'The question that sets the path',
  suspicionLead:
    'The answer decides which rules and dates apply. It is no diagnosis: a reason to look closer is enough for yes.',
});
