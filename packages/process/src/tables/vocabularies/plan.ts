import type { Vocabularies } from './term.js';

/** Plans. */
export const planTerms = {
  'goal-domain': [
    { code: 'academic', label: 'Academic' },
    { code: 'functional', label: 'Functional' },
  ],
  direction: [
    { code: 'up', label: 'should go up' },
    { code: 'down', label: 'should go down' },
  ],
  interval: [
    { code: 'day', label: 'day' },
    { code: 'week', label: 'week' },
    { code: 'month', label: 'month' },
    { code: 'quarter', label: 'quarter' },
  ],
  'accommodation-category': [
    { code: 'presentation', label: 'Presentation' },
    { code: 'response', label: 'Response' },
    { code: 'timing', label: 'Timing and scheduling' },
    { code: 'setting', label: 'Setting' },
    { code: 'other', label: 'Other' },
  ],
  'test-support': [
    { code: 'universal', label: 'Universal tool' },
    { code: 'designated', label: 'Designated support' },
    { code: 'accommodation', label: 'Accommodation' },
  ],
  'school-setting': [
    { code: 'regular-school', label: 'Regular school' },
    { code: 'separate-school', label: 'Separate school' },
    { code: 'residential', label: 'Residential facility' },
    { code: 'home-hospital', label: 'Homebound or hospital' },
    { code: 'correctional', label: 'Correctional facility' },
    { code: 'private-by-parents', label: 'Private school, chosen by the parents' },
  ],
  'lre-school-age': [
    { code: 'RC80', label: 'Inside the regular class 80% or more of the day' },
    { code: 'RC79TO40', label: 'Inside the regular class 40% to 79% of the day' },
    { code: 'RC39', label: 'Inside the regular class less than 40% of the day' },
    { code: 'SS', label: 'Separate school' },
    { code: 'RF', label: 'Residential facility' },
    { code: 'HH', label: 'Homebound or hospital' },
    { code: 'CF', label: 'Correctional facility' },
    { code: 'PPPS', label: 'Parentally placed in a private school' },
  ],
  'lre-early-childhood': [
    { code: 'REC10YSVCS', label: 'Regular program 10 hours a week or more, most services there' },
    { code: 'REC10YOTHLOC', label: 'Regular program 10 hours a week or more, most services elsewhere' },
    { code: 'REC09YSVCS', label: 'Regular program less than 10 hours a week, most services there' },
    { code: 'REC09YOTHLOC', label: 'Regular program less than 10 hours a week, most services elsewhere' },
    { code: 'SC', label: 'Separate class' },
    { code: 'SS', label: 'Separate school' },
    { code: 'RF', label: 'Residential facility' },
    { code: 'H', label: 'Home' },
    { code: 'SPL', label: 'Service provider’s place' },
  ],
  'report-schedule': [
    { code: 'quarterly', label: 'Every quarter' },
    { code: 'trimester', label: 'Every trimester' },
    { code: 'semester', label: 'Every semester' },
    { code: 'report-cards', label: 'With the report cards' },
  ],
  'parent-decision': [
    { code: 'accept', label: 'Accepts the plan' },
    { code: 'partial', label: 'Accepts it in part' },
    { code: 'decline', label: 'Declines the plan' },
  ],
} as const satisfies Vocabularies;
