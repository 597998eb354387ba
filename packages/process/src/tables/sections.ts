import type { Track } from './stages.js';

/** The sections of the long forms, in their order. Short forms have none. */
export interface SectionRow {
  /** Document whose form it is part of. */
  readonly of: string;
  readonly id: string;
  readonly label: string;
  readonly familyLabel: string;
  readonly help?: string;
  /** Only on plans of these tracks. */
  readonly tracks?: readonly Track[];
  /** Only in documents opened about one of these, as with fields. */
  readonly abouts?: readonly string[];
}

export const sections: readonly SectionRow[] = [
  { of: 'concern', id: 'who', label: 'Who and when', familyLabel: 'Who told us, and when' },
  { of: 'concern', id: 'what', label: 'What is happening', familyLabel: 'What worries us' },
  { of: 'concern', id: 'suspicion', label: 'Suspected disability', familyLabel: 'Could there be a disability?' },
  { of: 'concern', id: 'family', label: 'The family', familyLabel: 'You and your language' },
  { of: 'concern', id: 'transfer', label: 'From another school', familyLabel: 'From another school', help: 'Only for a student who comes with a plan.' },

  { of: 'evidence', id: 'performance', label: 'Current performance', familyLabel: 'What we know so far' },
  { of: 'evidence', id: 'interventions', label: 'Interventions tried', familyLabel: 'What was tried' },
  { of: 'evidence', id: 'input', label: 'What family, teachers and student say', familyLabel: 'What you, teachers and your child say' },
  { of: 'evidence', id: 'records', label: 'From the records', familyLabel: 'From the records' },

  { of: 'invitation', id: 'meeting', label: 'What, when and where', familyLabel: 'What, when and where' },
  { of: 'invitation', id: 'people', label: 'Who is invited', familyLabel: 'Who comes' },
  { of: 'invitation', id: 'transition', label: 'Life after school', familyLabel: 'Life after school', help: 'Only if the conference is about transition.' },
  { of: 'invitation', id: 'sent', label: 'How it was sent', familyLabel: 'How you got this' },

  { of: 'conference', id: 'meeting', label: 'What, when and where', familyLabel: 'What, when and where' },
  { of: 'conference', id: 'attendance', label: 'Who came', familyLabel: 'Who came' },
  { of: 'conference', id: 'decisions', label: 'Decisions', familyLabel: 'What was decided' },
  { of: 'conference', id: 'minutes', label: 'Minutes', familyLabel: 'What was said' },
  { of: 'conference', id: 'safeguards', label: 'Safeguards and languages', familyLabel: 'Your rights, and your language' },

  { of: 'evaluation', id: 'agreement', label: 'Triennial agreement', familyLabel: 'Is a new evaluation needed?', abouts: ['reevaluation'] },
  { of: 'evaluation', id: 'decision', label: 'Decision', familyLabel: 'What we decided' },
  { of: 'evaluation', id: 'areas', label: 'What is assessed', familyLabel: 'What we test' },
  { of: 'evaluation', id: 'data', label: 'Existing data', familyLabel: 'What we know already' },

  { of: 'eligibility', id: 'basis', label: 'What it is based on', familyLabel: 'What we looked at' },
  { of: 'eligibility', id: 'idea', label: 'Disability and need', familyLabel: 'The disability, and what it means at school', abouts: ['idea'] },
  { of: 'eligibility', id: 's504', label: 'Impairment and limit', familyLabel: 'What makes it hard, and how much', abouts: ['s504'] },
  { of: 'eligibility', id: 'decision', label: 'Decision', familyLabel: 'What we decided' },
  { of: 'eligibility', id: 'consensus', label: 'Consensus and report', familyLabel: 'Who agrees, and your report' },

  { of: 'notice', id: 'decision', label: 'Decision', familyLabel: 'What this is about' },
  { of: 'notice', id: 'elements', label: 'The seven contents', familyLabel: 'What we decided, and why' },
  { of: 'notice', id: 'provided', label: 'To whom, when and how', familyLabel: 'When and how you got this' },

  { of: 'plan', id: 'dates', label: 'Dates', familyLabel: 'From when until when' },
  { of: 'plan', id: 'present-levels', label: 'Present levels', familyLabel: 'Where things stand today', tracks: ['idea', 's504'] },
  { of: 'plan', id: 'needs', label: 'Needs', familyLabel: 'What is needed' },
  { of: 'plan', id: 'goals', label: 'Goals', familyLabel: 'Goals' },
  { of: 'plan', id: 'services', label: 'Services', familyLabel: 'Help' },
  { of: 'plan', id: 'accommodations', label: 'Accommodations', familyLabel: 'What is made easier', tracks: ['s504', 'idea'] },
  { of: 'plan', id: 'lre', label: 'Least restrictive environment', familyLabel: 'Time with the class', tracks: ['idea'] },
  { of: 'plan', id: 'special-factors', label: 'Special factors', familyLabel: 'Five things to think about', tracks: ['idea'] },
  { of: 'plan', id: 'tests', label: 'State and district tests', familyLabel: 'The big tests', tracks: ['idea'] },
  { of: 'plan', id: 'transition', label: 'Transition', familyLabel: 'Life after school', help: 'Needed if the plan’s year has the 16th birthday; in Hawaii the form has it from 14.', tracks: ['idea'] },
  { of: 'plan', id: 'progress', label: 'Progress reports', familyLabel: 'How you hear about progress', tracks: ['idea', 's504'] },
  { of: 'plan', id: 'family', label: 'With the family', familyLabel: 'What you say', tracks: ['idea', 's504'] },
  { of: 'plan', id: 'revision', label: 'What changes', familyLabel: 'What changes', help: 'Only for a plan that follows another one.', tracks: ['idea', 's504'] },

  { of: 'review', id: 'evidence', label: 'Why, and how it went', familyLabel: 'Why, and how it went' },
  { of: 'review', id: 'outcomes', label: 'Outcome of every goal', familyLabel: 'How each goal went' },
  { of: 'review', id: 'conclusion', label: 'Conclusion', familyLabel: 'What we conclude' },
  { of: 'review', id: 'exit', label: 'Exit', familyLabel: 'The end of the plan', help: 'Only if the team proposes to end the plan.' },
];
