/**
 * What of a document is its substance: a change there makes it another decision, which needs a revision or a new determination and
 * a notice. Everything else of it can be corrected. A field is named here or it is not substance.
 */
export interface SubstanceRow {
  readonly of: string;
  /** The list whose rows have the fields; absent for fields of the document itself. */
  readonly list?: string;
  readonly fields: readonly string[];
  /** A row more or a row less is a change of substance too. */
  readonly rows?: boolean;
  readonly source: string;
}

export const substance: readonly SubstanceRow[] = [
  { of: 'plan', fields: ['startDate', 'endDate'], source: '34 CFR 300.320(a)(7), 300.324(a)(4)' },
  { of: 'plan', fields: ['regularClassMinutes', 'schoolMinutes', 'schoolSetting', 'earlyChildhoodSetting', 'lreReason'], source: '34 CFR 300.320(a)(5), 300.503(a): placement' },
  { of: 'plan', fields: ['presentLevels'], source: '34 CFR 300.320(a)(1)' },
  { of: 'plan', fields: ['stateTesting', 'alternateAssessment', 'alternateAssessmentReason'], source: '34 CFR 300.320(a)(6)' },
  { of: 'plan', fields: ['programModifications', 'personnelSupports', 'esyReason'], source: '34 CFR 300.320(a)(4), 300.106' },
  { of: 'plan', fields: ['factorBehavior', 'factorBehaviorPlan', 'factorLanguage', 'factorLanguagePlan', 'factorBraille', 'factorBraillePlan', 'factorCommunication', 'factorCommunicationPlan', 'factorTechnology', 'factorTechnologyPlan'], source: '34 CFR 300.324(a)(2)' },
  { of: 'plan', fields: ['postEducation', 'postEmployment', 'postLiving', 'coursesOfStudy', 'transitionServices', 'agencies'], source: '34 CFR 300.320(b)' },
  { of: 'plan', fields: ['reportSchedule', 'progressReporting'], source: '34 CFR 300.320(a)(3)' },
  { of: 'plan', fields: ['serviceAvailabilityDate'], source: 'eCSSS, 504 Plan: Service Availability Date' },
  { of: 'plan', list: 'needs', fields: ['area', 'statement', 'waived'], rows: true, source: '34 CFR 300.320(a)(2)' },
  { of: 'plan', list: 'goals', fields: ['need', 'condition', 'behavior', 'criterion', 'baseline', 'target', 'unit', 'direction', 'accuracy', 'attempts', 'successes', 'dueDate', 'measure', 'schedule', 'domain', 'objectives'], rows: true, source: '34 CFR 300.320(a)(2), (3)' },
  { of: 'plan', list: 'objectives', fields: ['goal', 'text', 'criterion', 'dueDate'], rows: true, source: 'HAR 8-60-44(a)(2)' },
  {
    of: 'plan',
    list: 'services',
    fields: ['goal', 'type', 'name', 'focus', 'level', 'role', 'minutes', 'count', 'interval', 'location', 'delivery', 'group', 'groupSize', 'startDate', 'endDate', 'esy', 'transport'],
    rows: true,
    source: '34 CFR 300.320(a)(4), (7); the person who gives a service can change, the kind of provider cannot',
  },
  { of: 'plan', list: 'accommodations', fields: ['what', 'where', 'category', 'forTests', 'testSupport'], rows: true, source: '34 CFR 300.320(a)(4), (6); 34 CFR 104.33' },
  { of: 'evaluation', fields: ['regulation', 'willEvaluate', 'assessmentNeeded', 'agreedUnnecessary', 'decisionDate', 'reason'], source: '34 CFR 300.503(a), 300.303' },
  { of: 'evaluation', list: 'areas', fields: ['area', 'assessorRole', 'tools'], rows: true, source: '34 CFR 300.304(c)(4)' },
  { of: 'eligibility', fields: ['eligible', 'category', 'secondary', 'decisionDate', 'adverseEffect', 'needsSpecialEducation', 'exclusionReading', 'exclusionMath', 'exclusionLanguage', 'sldAreas', 'sldBasis', 'impairment', 'majorLifeActivity', 'substantialLimit', 'reason'], source: '34 CFR 300.306; 34 CFR 104.3(j)' },
  { of: 'eligibility', list: 'dissent', fields: ['agrees', 'statement'], rows: true, source: '34 CFR 300.311(b)' },
  { of: 'notice', fields: ['verb', 'mode', 'subject', 'action', 'why', 'basis', 'options', 'factors'], source: '34 CFR 300.503(b)' },
  { of: 'review', fields: ['exitReason', 'exitDate', 'conclusion', 'fidelity'], source: 'domain 15.9' },
  { of: 'review', list: 'outcomes', fields: ['goal', 'outcome', 'measured'], rows: true, source: 'domain 15.9' },
  { of: 'progress', list: 'goals', fields: ['goal', 'code', 'value'], rows: true, source: '34 CFR 300.320(a)(3)' },
];

/** How much of a text of substance may change and still be a correction. */
export interface CorrectionSettings {
  /** Share of the words that changed, 0 to 1; a word that changed by a letter counts as part of one. */
  readonly share: number;
  /** Words that may change in a short text, where one is already a large share. */
  readonly words: number;
  /** Words that turn a sentence around: one more or one less is never a correction. */
  readonly turning: readonly string[];
  readonly source: string;
}

export const correction: CorrectionSettings = {
  share: 0.08,
  words: 0.5,
  turning: ['no', 'not', 'never', 'none', 'without', 'cannot', 'except', 'only', 'unless', 'all', 'always', 'may', 'must', 'will', 'can'],
  source: 'inference from eCSSS: a new version is for corrections only',
};
