import type { DocumentKind } from '../documents.js';
import type { VocabularyId } from '../vocabularies/index.js';

/**
 * What a field holds.
 * `text`: words written together, merged letter by letter. All others are plain values set on commit:
 * `line` a short string, `day` an ISO date, `time` `HH:MM`, `number`, `minutes` a whole number,
 * `yes-no` a boolean, `choice` a code, `choices` codes, `person` a person's id, `row` the id of a row of another list.
 */
export type FieldType = 'text' | 'line' | 'day' | 'time' | 'number' | 'minutes' | 'yes-no' | 'choice' | 'choices' | 'person' | 'row';

export interface FieldRow {
  /** The document the field stands in, or the action whose form asks for it. */
  readonly of: DocumentKind | (string & {});
  /** The list whose rows have the field; absent for a field of the document itself. */
  readonly list?: string;
  readonly name: string;
  readonly type: FieldType;
  readonly label: string;
  /** The same question in the family's words, where they differ. */
  readonly familyLabel?: string;
  readonly help?: string;
  readonly vocabulary?: VocabularyId;
  /** For `row`: the list the id points into. */
  readonly refersTo?: string;
  /** Asked only while another field of the same place has one of these values. */
  readonly when?: { readonly field: string; readonly is: readonly (string | boolean)[] };
  /** Only on plans of these tracks. */
  readonly tracks?: readonly ('action' | 'idea' | 's504')[];
  /** Must be answered before the form of a decision is sent. In documents, the requirement rows say what is needed. */
  readonly required?: boolean;
  readonly source: string;
}

/** Every field of the main job. Source letters are the provenance of the data dictionary: E eCSSS, H Hawaii form, P peer product, L law, I our inference. */
export const fields: readonly FieldRow[] = [
  // Concern and referral
  { of: 'concern', name: 'raisedBy', type: 'line', label: 'Who raised the concern', familyLabel: 'Who told us', source: 'P' },
  { of: 'concern', name: 'raisedByRole', type: 'choice', vocabulary: 'raised-by-role', label: 'Their relation to the student', source: 'P' },
  { of: 'concern', name: 'raisedVia', type: 'choice', vocabulary: 'raised-via', label: 'How it reached the school', help: 'A spoken request counts and starts the clock too.', source: 'L HAR 8-60-10(d)' },
  { of: 'concern', name: 'receivedDate', type: 'day', label: 'Date the school received it', help: 'The 15 days for an answer count from this day.', source: 'E referral received date' },
  { of: 'concern', name: 'areas', type: 'choices', vocabulary: 'concern-areas', label: 'Areas of concern', source: 'I' },
  { of: 'concern', name: 'description', type: 'text', label: 'What is happening', familyLabel: 'What worries us', help: 'Say what you see and hear, where, and how often.', source: 'I' },
  { of: 'concern', name: 'priorSupports', type: 'text', label: 'What has been tried so far', source: 'E' },
  { of: 'concern', name: 'suspicion', type: 'choice', vocabulary: 'suspicion', label: 'Is a disability suspected?', help: 'If you are not sure, say so: it is handled as yes.', source: 'E suspicion of 504/IDEA disability' },
  { of: 'concern', name: 'suspicionReason', type: 'text', label: 'Why a disability is suspected', when: { field: 'suspicion', is: ['yes', 'unsure'] }, source: 'E' },
  { of: 'concern', name: 'parentNotifiedDate', type: 'day', label: 'Date the family was told', source: 'L' },
  { of: 'concern', name: 'homeLanguage', type: 'choice', vocabulary: 'language', label: 'Family’s language', source: 'P' },
  { of: 'concern', name: 'interpreterNeeded', type: 'yes-no', label: 'Does the family need an interpreter?', source: 'P' },

  // Evidence (current performance)
  { of: 'evidence', list: 'items', name: 'kind', type: 'choice', vocabulary: 'evidence-kind', label: 'Strength, challenge or need', source: 'E' },
  { of: 'evidence', list: 'items', name: 'area', type: 'choice', vocabulary: 'concern-areas', label: 'Area', source: 'E' },
  { of: 'evidence', list: 'items', name: 'dataSource', type: 'choice', vocabulary: 'data-source', label: 'Where it comes from', source: 'E' },
  { of: 'evidence', list: 'items', name: 'observedDate', type: 'day', label: 'Date', source: 'E' },
  { of: 'evidence', list: 'items', name: 'statement', type: 'text', label: 'What the data shows', source: 'E' },
  { of: 'evidence', list: 'interventions', name: 'what', type: 'line', label: 'What was tried', source: 'E interventions tried' },
  { of: 'evidence', list: 'interventions', name: 'from', type: 'day', label: 'From', source: 'E' },
  { of: 'evidence', list: 'interventions', name: 'until', type: 'day', label: 'Until', source: 'E' },
  { of: 'evidence', list: 'interventions', name: 'result', type: 'choice', vocabulary: 'intervention-result', label: 'How it went', source: 'E' },
  { of: 'evidence', name: 'parentAskedDate', type: 'day', label: 'Date the family was asked for input', source: 'L' },
  { of: 'evidence', name: 'teacherInput', type: 'text', label: 'Teachers’ input', source: 'L' },
  { of: 'evidence', name: 'studentInput', type: 'text', label: 'Student’s input, as told to the team', source: 'L' },

  // Conference
  { of: 'conference', name: 'purpose', type: 'choice', vocabulary: 'conference-purpose', label: 'Purpose', source: 'E conference announcement' },
  { of: 'conference', name: 'meetingDate', type: 'day', label: 'Planned date', source: 'E' },
  { of: 'conference', name: 'meetingTime', type: 'time', label: 'Time', source: 'E' },
  { of: 'conference', name: 'place', type: 'line', label: 'Place or link', source: 'E' },
  { of: 'conference', name: 'actualDate', type: 'day', label: 'Date it was held', help: 'The plan’s conference date comes from here.', source: 'E actual conference' },
  { of: 'conference', list: 'attendance', name: 'person', type: 'person', label: 'Person', source: 'L 34 CFR 300.321' },
  { of: 'conference', list: 'attendance', name: 'name', type: 'line', label: 'Name', source: 'L' },
  { of: 'conference', list: 'attendance', name: 'status', type: 'choice', vocabulary: 'attendance', label: 'Attendance', source: 'L' },
  { of: 'conference', list: 'decisions', name: 'decision', type: 'text', label: 'What was decided', source: 'I' },
  { of: 'conference', list: 'decisions', name: 'who', type: 'line', label: 'Who does it', source: 'I' },
  { of: 'conference', list: 'decisions', name: 'due', type: 'day', label: 'By when', source: 'I' },
  { of: 'conference', name: 'minutes', type: 'text', label: 'Minutes', source: 'I' },
  { of: 'conference', name: 'safeguardsGiven', type: 'yes-no', label: 'Was the notice of safeguards given?', source: 'L' },

  // Needs
  { of: 'needs', list: 'needs', name: 'area', type: 'choice', vocabulary: 'concern-areas', label: 'Area', source: 'E' },
  { of: 'needs', list: 'needs', name: 'statement', type: 'text', label: 'Need', familyLabel: 'What is needed', help: 'What the student needs in order to succeed, in one or two sentences.', source: 'E' },
  { of: 'needs', list: 'needs', name: 'evidence', type: 'text', label: 'What shows it', source: 'E' },
  { of: 'needs', name: 'strengths', type: 'text', label: 'Strengths to build on', source: 'E' },
  { of: 'needs', name: 'summary', type: 'text', label: 'How the challenge is defined', source: 'E' },

  // Plan
  { of: 'plan', name: 'startDate', type: 'day', label: 'Plan starts', source: 'H' },
  { of: 'plan', name: 'endDate', type: 'day', label: 'Plan ends', source: 'H' },
  { of: 'plan', name: 'reviewDate', type: 'day', label: 'Next review', source: 'I' },
  { of: 'plan', name: 'presentLevels', type: 'text', label: 'Present levels', familyLabel: 'Where things stand today', tracks: ['idea', 's504'], source: 'L 34 CFR 300.320(a)(1)' },
  { of: 'plan', list: 'needs', name: 'area', type: 'choice', vocabulary: 'concern-areas', label: 'Area', source: 'E' },
  { of: 'plan', list: 'needs', name: 'statement', type: 'text', label: 'Need', familyLabel: 'What is needed', source: 'E' },
  { of: 'plan', list: 'goals', name: 'need', type: 'row', refersTo: 'needs', label: 'For the need', source: 'E' },
  { of: 'plan', list: 'goals', name: 'condition', type: 'text', label: 'Given what', help: 'The situation or material, for instance a second-grade passage.', source: 'L' },
  { of: 'plan', list: 'goals', name: 'behavior', type: 'text', label: 'Will do what', help: 'Something one can see or hear.', source: 'L' },
  { of: 'plan', list: 'goals', name: 'criterion', type: 'text', label: 'How well', source: 'L' },
  { of: 'plan', list: 'goals', name: 'baseline', type: 'number', label: 'Baseline', familyLabel: 'Today', source: 'L' },
  { of: 'plan', list: 'goals', name: 'target', type: 'number', label: 'Target', familyLabel: 'Goal', source: 'L' },
  { of: 'plan', list: 'goals', name: 'unit', type: 'line', label: 'Unit', help: 'What is counted, for instance words per minute.', source: 'I CEDS 001693' },
  { of: 'plan', list: 'goals', name: 'direction', type: 'choice', vocabulary: 'direction', label: 'Direction', source: 'I' },
  { of: 'plan', list: 'goals', name: 'dueDate', type: 'day', label: 'By when', source: 'L' },
  { of: 'plan', list: 'goals', name: 'measure', type: 'text', label: 'How it is measured', help: 'With what, how often, by whom.', source: 'L 34 CFR 300.320(a)(3)' },
  { of: 'plan', list: 'goals', name: 'objectives', type: 'text', label: 'Steps on the way', tracks: ['idea'], source: 'L HAR 8-60-44(a)(2)' },
  { of: 'plan', list: 'services', name: 'goal', type: 'row', refersTo: 'goals', label: 'For the goal', source: 'E' },
  { of: 'plan', list: 'services', name: 'type', type: 'choice', vocabulary: 'service-type', label: 'Kind of service', source: 'L' },
  { of: 'plan', list: 'services', name: 'name', type: 'line', label: 'Service', help: 'For instance reading support or speech therapy.', source: 'L' },
  { of: 'plan', list: 'services', name: 'minutes', type: 'minutes', label: 'Minutes a session', source: 'L 34 CFR 300.320(a)(7)' },
  { of: 'plan', list: 'services', name: 'count', type: 'number', label: 'How many times', source: 'L' },
  { of: 'plan', list: 'services', name: 'interval', type: 'choice', vocabulary: 'interval', label: 'Every', source: 'L' },
  { of: 'plan', list: 'services', name: 'location', type: 'choice', vocabulary: 'location', label: 'Where', source: 'L' },
  { of: 'plan', list: 'services', name: 'provider', type: 'person', label: 'Provider', source: 'L' },
  { of: 'plan', list: 'services', name: 'startDate', type: 'day', label: 'From', source: 'L' },
  { of: 'plan', list: 'services', name: 'endDate', type: 'day', label: 'Until', source: 'L' },
  { of: 'plan', list: 'accommodations', name: 'what', type: 'text', label: 'Accommodation', tracks: ['s504', 'idea'], source: 'E' },
  { of: 'plan', list: 'accommodations', name: 'where', type: 'choice', vocabulary: 'location', label: 'Where', tracks: ['s504', 'idea'], source: 'E' },
  { of: 'plan', name: 'serviceAvailabilityDate', type: 'day', label: 'Date all services are available', tracks: ['s504'], source: 'E' },
  { of: 'plan', name: 'regularClassMinutes', type: 'minutes', label: 'Minutes a week in the regular class', tracks: ['idea'], source: 'L 34 CFR 300.320(a)(5)' },
  { of: 'plan', name: 'schoolMinutes', type: 'minutes', label: 'Minutes of school a week', tracks: ['idea'], source: 'L' },
  { of: 'plan', name: 'lreReason', type: 'text', label: 'Why not more time with the class', tracks: ['idea'], source: 'L 34 CFR 300.320(a)(5)' },
  { of: 'plan', name: 'stateTesting', type: 'text', label: 'State and district tests', tracks: ['idea'], source: 'L 34 CFR 300.320(a)(6)' },
  { of: 'plan', name: 'progressReporting', type: 'text', label: 'How and when progress is reported', tracks: ['idea', 's504'], source: 'L 34 CFR 300.320(a)(3)' },
  { of: 'plan', name: 'parentExplainedDate', type: 'day', label: 'Date the plan was explained to the family', tracks: ['idea'], source: 'E' },
  { of: 'plan', name: 'parentCopyDate', type: 'day', label: 'Date the family got a copy', tracks: ['idea'], source: 'E' },

  // Plan review
  { of: 'review', name: 'reviewDate', type: 'day', label: 'Date of the review', source: 'E' },
  { of: 'review', list: 'outcomes', name: 'goal', type: 'row', refersTo: 'plan/goals', label: 'Goal', source: 'L' },
  { of: 'review', list: 'outcomes', name: 'outcome', type: 'choice', vocabulary: 'goal-outcome', label: 'Outcome', source: 'L' },
  { of: 'review', list: 'outcomes', name: 'measured', type: 'number', label: 'Measured', source: 'L' },
  { of: 'review', list: 'outcomes', name: 'comment', type: 'text', label: 'What the evidence shows', source: 'L' },
  { of: 'review', name: 'fidelity', type: 'choice', vocabulary: 'fidelity', label: 'Were the services delivered as planned?', source: 'E' },
  { of: 'review', name: 'conclusion', type: 'text', label: 'What the team concludes', source: 'E' },
  { of: 'review', name: 'parentInformedDate', type: 'day', label: 'Date the family was told', source: 'L' },

  // Family
  { of: 'family', name: 'hopes', type: 'text', label: 'What the family hopes for', familyLabel: 'What do you hope for?', source: 'I' },
  { of: 'family', name: 'worries', type: 'text', label: 'What worries the family', familyLabel: 'What worries you?', source: 'I' },
  { of: 'family', name: 'helps', type: 'text', label: 'What helps at home', familyLabel: 'What helps at home?', source: 'I' },

  // Service log drafts: one row a session
  { of: 'log', list: 'sessions', name: 'service', type: 'row', refersTo: 'plan/services', label: 'Service', source: 'E' },
  { of: 'log', list: 'sessions', name: 'date', type: 'day', label: 'Date', source: 'E' },
  { of: 'log', list: 'sessions', name: 'startTime', type: 'time', label: 'Began', source: 'L Medicaid' },
  { of: 'log', list: 'sessions', name: 'minutes', type: 'minutes', label: 'Minutes', source: 'E' },
  { of: 'log', list: 'sessions', name: 'status', type: 'choice', vocabulary: 'session-status', label: 'What happened', source: 'P' },
  { of: 'log', list: 'sessions', name: 'group', type: 'choice', vocabulary: 'session-group', label: 'Individual or group', source: 'E' },
  { of: 'log', list: 'sessions', name: 'groupSize', type: 'number', label: 'Students in the group', when: { field: 'group', is: ['group'] }, source: 'E' },
  { of: 'log', list: 'sessions', name: 'location', type: 'choice', vocabulary: 'location', label: 'Where', source: 'L' },
  { of: 'log', list: 'sessions', name: 'note', type: 'text', label: 'Note', help: 'What you did and how the student responded.', source: 'E' },

  // Decision forms: the payload a command carries
  { of: 'referral.return', name: 'reason', type: 'line', label: 'What is missing', required: true, source: 'I' },
  { of: 'team.add', name: 'person', type: 'person', label: 'Person', required: true, source: 'E' },
  { of: 'team.add', name: 'role', type: 'line', label: 'Role on the team', required: true, source: 'E' },
  { of: 'team.remove', name: 'person', type: 'person', label: 'Person', required: true, source: 'E' },
  { of: 'team.coordinate', name: 'person', type: 'person', label: 'Care coordinator', required: true, source: 'E named to activate an IEP' },
  { of: 'family.admit', name: 'person', type: 'person', label: 'Family member', required: true, source: 'L 34 CFR 300.30' },
  { of: 'family.admit', name: 'relation', type: 'line', label: 'Relation to the student', required: true, source: 'P' },
  { of: 'conference.schedule', name: 'purpose', type: 'choice', vocabulary: 'conference-purpose', label: 'Purpose', required: true, source: 'E' },
  { of: 'conference.schedule', name: 'date', type: 'day', label: 'Date', required: true, source: 'E' },
  { of: 'conference.schedule', name: 'time', type: 'time', label: 'Time', source: 'L' },
  { of: 'conference.schedule', name: 'place', type: 'line', label: 'Place or link', source: 'L' },
  { of: 'conference.hold', name: 'document', type: 'row', label: 'Conference', required: true, source: 'E' },
  { of: 'process.abbreviate', name: 'reason', type: 'line', label: 'Why the team goes straight to a plan', required: true, source: 'E abbreviated for low needs' },
  { of: 'evaluation.decide', name: 'regulation', type: 'choice', vocabulary: 'regulation', label: 'Under which rule', required: true, source: 'E' },
  { of: 'evaluation.decide', name: 'decisionDate', type: 'day', label: 'Date of the decision', required: true, source: 'E' },
  { of: 'evaluation.decide', name: 'willEvaluate', type: 'yes-no', label: 'Will the student be evaluated?', required: true, source: 'E' },
  { of: 'evaluation.decide', name: 'assessmentNeeded', type: 'yes-no', label: 'Is an assessment needed?', when: { field: 'willEvaluate', is: [true] }, required: true, source: 'E' },
  { of: 'evaluation.decide', name: 'reason', type: 'line', label: 'Why', required: true, source: 'E' },
  { of: 'consent.record', name: 'form', type: 'choice', vocabulary: 'consent-form', label: 'Which consent', required: true, source: 'E' },
  { of: 'consent.record', name: 'providedDate', type: 'day', label: 'Date given to the family', required: true, source: 'E' },
  { of: 'consent.record', name: 'result', type: 'choice', vocabulary: 'consent-result', label: 'Answer', required: true, source: 'E' },
  { of: 'consent.record', name: 'receivedDate', type: 'day', label: 'Date the school received it', when: { field: 'result', is: ['given', 'denied'] }, required: true, source: 'E starts the 60 days' },
  { of: 'eligibility.decide', name: 'decisionDate', type: 'day', label: 'Date of the decision', required: true, source: 'E' },
  { of: 'eligibility.decide', name: 'reportsReviewed', type: 'yes-no', label: 'Were all assessment reports reviewed?', required: true, source: 'L' },
  { of: 'eligibility.decide', name: 'eligibleIdea', type: 'yes-no', label: 'Eligible under IDEA?', required: true, source: 'E' },
  { of: 'eligibility.decide', name: 'category', type: 'choice', vocabulary: 'disability-category', label: 'Category', when: { field: 'eligibleIdea', is: [true] }, required: true, source: 'L HAR 8-60-39' },
  { of: 'eligibility.decide', name: 'eligible504', type: 'yes-no', label: 'Eligible under Section 504?', required: true, source: 'E' },
  { of: 'eligibility.decide', name: 'reason', type: 'line', label: 'Reason of the team’s consensus', required: true, source: 'E' },
  { of: 'notice.record', name: 'about', type: 'choice', vocabulary: 'notice-about', label: 'What the notice is about', required: true, source: 'L 34 CFR 300.503' },
  { of: 'notice.record', name: 'providedDate', type: 'day', label: 'Date the family received it', required: true, source: 'E' },
  { of: 'notice.record', name: 'method', type: 'choice', vocabulary: 'notice-method', label: 'How', required: true, source: 'L' },
  { of: 'notice.record', name: 'language', type: 'choice', vocabulary: 'language', label: 'Language', required: true, source: 'L' },
  { of: 'notice.record', name: 'safeguardsDate', type: 'day', label: 'Date they received the safeguards notice', source: 'L HAR 8-60-10(d)(2)' },
  { of: 'notice.record', name: 'consentRequestDate', type: 'day', label: 'Date they received the consent request', when: { field: 'about', is: ['evaluation'] }, source: 'L HAR 8-60-10(d)(2)' },
  { of: 'provider.assign', name: 'service', type: 'row', label: 'Service', required: true, source: 'E' },
  { of: 'provider.assign', name: 'person', type: 'person', label: 'Provider', required: true, source: 'E' },
  { of: 'service.sign', name: 'document', type: 'row', label: 'Log', required: true, source: 'E' },
  { of: 'service.sign', name: 'session', type: 'row', label: 'Session', required: true, source: 'E' },
  { of: 'service.void', name: 'session', type: 'row', label: 'Session', required: true, source: 'I' },
  { of: 'service.void', name: 'reason', type: 'line', label: 'Why it is void', required: true, source: 'I' },
  { of: 'review.open', name: 'trigger', type: 'choice', vocabulary: 'review-trigger', label: 'Why now', required: true, source: 'E' },
  { of: 'review.decide', name: 'decision', type: 'choice', vocabulary: 'review-decision', label: 'Decision', required: true, source: 'E' },
  { of: 'case.close', name: 'reason', type: 'choice', vocabulary: 'close-reason', label: 'Why the case is closed', required: true, source: 'E' },
];
