/** The seven contents of a prior written notice, in the order of 34 CFR 300.503(b). */
export const noticeElements = ['action', 'why', 'basis', 'safeguards', 'help', 'options', 'factors'] as const;

export type NoticeElement = (typeof noticeElements)[number];

/**
 * A sentence of a drafted notice. Of the rows of one element and topic the first counts that fits and whose every `{name}` is known;
 * what is not recorded leaves its row out. With `each`, one line for each thing recorded under that name. A row in brackets that
 * ends in “…” asks the writer for what nothing records.
 */
export interface NoticeTextRow {
  readonly element: NoticeElement;
  readonly topic: string;
  /** Only for notices about these (ids of the table `notices`). */
  readonly about?: readonly string[];
  /** Only for these rows of the table `notices`. */
  readonly keys?: readonly string[];
  readonly regulation?: 'idea' | 's504';
  /** Only after, or only before, the rights went over to the student. */
  readonly transferred?: boolean;
  /** Only where the notice of the safeguards goes with it. */
  readonly safeguards?: true;
  readonly each?: string;
  /** The line before those of `each`. */
  readonly intro?: string;
  readonly text: string;
  /** For a thing of `each` of which less is known. */
  readonly orElse?: string;
}

const plans = ['plan', 'change'];
const fromMeetings = ['evaluation', 'reevaluation-declined', 'eligibility', 'services', 'plan', 'change', 'placement', 'exit', 'continue', 'review'];
const ofPlans = ['plan', 'change', 'placement', 'continue'];

/** The sentences of every district. They quote nobody. */
export const noticeTexts: readonly NoticeTextRow[] = [
  // 1 What the school proposes or refuses
  { element: 'action', topic: 'what', keys: ['evaluation', 'evaluation-with-assessment'], text: 'The school proposes {anEvaluation} of {student}. It is to show whether {student} has a disability under {law}, and what {student} needs at school.' },
  { element: 'action', topic: 'what', keys: ['evaluation-refused'], text: 'The school has decided not to carry out {anEvaluation} of {student} under {law} at this time.' },
  { element: 'action', topic: 'what', about: ['reevaluation-declined'], text: 'On {agreementDate} you and the school agreed that {student} does not need a reevaluation now. The school will not reevaluate {student} at this time.' },
  { element: 'action', topic: 'what', about: ['reevaluation-declined'], text: 'You and the school agreed that {student} does not need a reevaluation now. The school will not reevaluate {student} at this time.' },
  { element: 'action', topic: 'what', keys: ['eligible'], text: 'The school finds {student} eligible under {law}.' },
  { element: 'action', topic: 'what', keys: ['not-eligible'], text: 'The school finds that {student} {isNotEligible} under {law}.' },
  { element: 'action', topic: 'what', about: ['services'], regulation: 'idea', text: 'The school proposes to start special education and related services for {student}.' },
  { element: 'action', topic: 'what', about: ['services'], regulation: 's504', text: 'The school proposes to start services and accommodations for {student} under {law}.' },
  { element: 'action', topic: 'what', about: ['plan'], text: 'The school proposes to put a first {planName} for {student} into effect.' },
  { element: 'action', topic: 'what', about: ['change'], text: 'The school proposes to change the {planName} of {student}.' },
  { element: 'action', topic: 'what', about: ['placement'], text: 'The school proposes to change where {student} is taught.' },
  { element: 'action', topic: 'what', about: ['exit'], text: 'The school proposes to end the services of {student} under {law}.' },
  { element: 'action', topic: 'what', about: ['continue'], text: 'The school proposes to continue the {planName} of {student} as it is.' },
  { element: 'action', topic: 'what', about: ['review'], text: 'The school proposes to follow the review of the {planName} of {student}: {reviewDecision}.' },
  { element: 'action', topic: 'what', about: ['revocation'], text: 'You withdrew your consent to services in writing. The school received it on {revokedDate}. It will stop all services for {student} under {law} on {stopDate}, after you have this notice.' },
  { element: 'action', topic: 'what', about: ['revocation'], text: 'You withdrew your consent to services in writing. The school will stop all services for {student} under {law} after you have this notice. [Say on which day they stop…]' },
  { element: 'action', topic: 'what', about: ['parent-request'], text: 'You asked the school for this: {request} The school has decided not to do it.' },
  { element: 'action', topic: 'what', text: '[Say what the school proposes or refuses to do…]' },
  { element: 'action', topic: 'areas', keys: ['evaluation-with-assessment'], each: 'areas', intro: 'New assessments are planned in these areas:', text: '– {area}, by: {assessor}', orElse: '– {area}' },
  { element: 'action', topic: 'areas', keys: ['evaluation-with-assessment'], text: '[Say in which areas new assessments are planned…]' },
  { element: 'action', topic: 'consent', keys: ['evaluation-with-assessment'], text: 'The assessments begin only once the school has your consent in writing. You can say no, and you can take a consent back.' },
  { element: 'action', topic: 'consent', keys: ['evaluation'], text: 'No new assessment is planned: the team uses the information that is already there. You have the right to ask for an assessment.' },
  { element: 'action', topic: 'consent', about: ['services'], text: 'The services begin only once the school has your consent in writing. You can say no, and you can take a consent back.' },
  { element: 'action', topic: 'category', keys: ['eligible'], regulation: 'idea', text: 'The category is: {category}.' },
  { element: 'action', topic: 'category', keys: ['eligible'], regulation: 's504', text: 'What it limits: {activity}.' },
  { element: 'action', topic: 'dates', about: plans, text: 'The plan runs from {planStart} to {planEnd}.' },
  { element: 'action', topic: 'dates', about: ['continue'], text: 'The plan runs until {planEnd}.' },
  { element: 'action', topic: 'dates', about: ['exit'], text: 'The last day of services is {exitDate}.' },
  { element: 'action', topic: 'goals', about: ['plan'], each: 'goals', intro: 'Goals:', text: '– {what}, by {due}', orElse: '– {what}' },
  { element: 'action', topic: 'services', about: ['plan'], each: 'services', intro: 'Services:', text: '– {name}: {amount}, {where}, from {from} to {until}', orElse: '– {name}' },
  { element: 'action', topic: 'accommodations', about: ['plan'], each: 'accommodations', intro: 'Accommodations:', text: '– {what}' },
  { element: 'action', topic: 'changed', about: ['change'], each: 'changed', intro: 'What is different from the plan before:', text: '– {label}: {after} (before: {before})', orElse: '– {label}: worded anew' },
  { element: 'action', topic: 'added', about: ['change'], each: 'added', intro: 'What is new:', text: '– {what}' },
  { element: 'action', topic: 'removed', about: ['change'], each: 'removed', intro: 'What is no longer in the plan:', text: '– {what}' },
  { element: 'action', topic: 'nothing', about: ['change'], text: '{sameAsBefore}' },
  { element: 'action', topic: 'placement', about: ['placement'], text: '{student} would spend {percent}% of the school week in the regular class. Before, it was {percentBefore}%.' },
  { element: 'action', topic: 'placement', about: ['placement'], text: '[Say where {student} would be taught, and where until now…]' },

  // 2 Why
  { element: 'why', topic: 'revocation', about: ['revocation'], text: 'Parents can withdraw their consent to services at any time. The school has to follow this and cannot overrule it.' },
  { element: 'why', topic: 'needs', about: ['plan'], each: 'needs', intro: 'The plan answers these needs:', text: '– {need}' },
  { element: 'why', topic: 'summary', about: plans, text: '{changeSummary}' },
  { element: 'why', topic: 'lre', about: ['placement'], text: '{lreReason}' },
  { element: 'why', topic: 'exit', about: ['exit'], text: 'Reason: {exitReason}.' },
  { element: 'why', topic: 'conclusion', about: ['exit', 'continue', 'review', 'change'], text: 'What the team concluded from the review of the plan: {conclusion}' },
  { element: 'why', topic: 'effect', keys: ['eligible'], text: 'How it affects learning: {adverseEffect}' },
  { element: 'why', topic: 'effect', keys: ['eligible'], regulation: 's504', text: 'How it limits {student}: {substantialLimit}' },
  { element: 'why', topic: 'exclusion', keys: ['not-eligible'], each: 'exclusions', intro: 'The law does not allow eligibility when this is the main cause:', text: '– {what}' },
  { element: 'why', topic: 'reason', about: ['evaluation', 'reevaluation-declined'], text: '{evaluationReason}' },
  { element: 'why', topic: 'reason', about: ['eligibility'], text: '{eligibilityReason}' },
  { element: 'why', topic: 'reason', about: ['services'], text: 'The team found {student} eligible. {eligibilityReason}' },
  { element: 'why', topic: 'reason', text: '{reason}' },
  { element: 'why', topic: 'reason', about: ['evaluation', 'reevaluation-declined', 'eligibility', 'parent-request'], text: '[Say why, in words the family uses…]' },
  { element: 'why', topic: 'decided', about: fromMeetings, each: 'decided', intro: 'What was decided at the conference:', text: '– {decision}' },
  { element: 'why', topic: '', text: '[Say why, in words the family uses…]' },

  // 3 What it is based on
  { element: 'basis', topic: 'evidence', about: ['eligibility', 'services'], text: '{evidenceBasis}' },
  { element: 'basis', topic: 'evidence', keys: ['eligible', 'not-eligible'], text: '[Name each evaluation, assessment, record or report that was used…]' },
  { element: 'basis', topic: 'assessments', each: 'assessments', intro: 'Assessments:', text: '– {tool} ({area}), {date}', orElse: '– {tool}' },
  { element: 'basis', topic: 'existing', about: ['evaluation', 'reevaluation-declined'], text: '{existingData}' },
  { element: 'basis', topic: 'existing', about: ['evaluation'], text: '[Name each evaluation, assessment, record or report that was used…]' },
  { element: 'basis', topic: 'items', about: ['evaluation', 'reevaluation-declined', 'plan'], each: 'items', intro: 'What the team had gathered:', text: '– {statement} ({source}, {date})', orElse: '– {statement}' },
  { element: 'basis', topic: 'levels', about: plans, text: 'Where {student} stands: {presentLevels}' },
  { element: 'basis', topic: 'outcomes', about: ['exit', 'continue', 'review', 'change'], each: 'outcomes', intro: 'How the goals went:', text: '– {goal}: {outcome}', orElse: '– {outcome}' },
  { element: 'basis', topic: 'conference', about: fromMeetings, text: 'The conference of {conferenceDate}, where the team looked at this together.' },
  { element: 'basis', topic: 'form', about: ['revocation'], text: 'The signed form by which you withdrew your consent.' },
  { element: 'basis', topic: '', text: '[Name each evaluation, assessment, record or report that was used…]' },

  // 4 Safeguards
  { element: 'safeguards', topic: 'rights', regulation: 'idea', text: 'You are protected by the procedural safeguards of IDEA. You can look at all records, ask questions, ask for a meeting, disagree, and ask for mediation or a due process hearing.' },
  { element: 'safeguards', topic: 'rights', regulation: 's504', text: 'You are protected by Section 504. You can look at the records that matter here, disagree, and ask in writing for an impartial hearing in which you take part and may bring a lawyer, and for a review of it.' },
  { element: 'safeguards', topic: 'transferred', transferred: true, text: 'These rights are now {student}’s own. The parents still get every notice.' },
  { element: 'safeguards', topic: 'copy', safeguards: true, text: 'The notice of your rights comes with this letter. You can have another copy at any time from {contact}.' },
  { element: 'safeguards', topic: 'copy', text: 'You can have a copy of the notice of your rights at any time from {contact}.' },

  // 5 Help
  { element: 'help', topic: 'contact', text: 'If anything in this notice is not clear, ask {coordinator}, the care coordinator. You can ask for an interpreter; it costs nothing.' },
  { element: 'help', topic: 'contact', text: 'If anything in this notice is not clear, ask the school. You can ask for an interpreter; it costs nothing. [Name a person and a telephone number…]' },
  { element: 'help', topic: 'centers', text: 'The parent training and information center of your state helps families to understand their rights, free of charge. So does its protection and advocacy agency for people with disabilities.' },

  // 6 Other options
  { element: 'options', topic: 'rejected', about: fromMeetings, each: 'rejected', intro: 'What else the team considered, and why not:', text: '– {options}' },
  { element: 'options', topic: 'revocation', about: ['revocation'], text: 'There was no other option: after a written revocation of consent the services have to stop.' },
  { element: 'options', topic: 'class', about: ofPlans, text: 'More time in the regular class: {lreReason}' },
  { element: 'options', topic: '', text: '[Say what else was considered, and why it was rejected. If there was nothing else, say so…]' },

  // 7 Other factors
  { element: 'factors', topic: 'family', about: ['evaluation', 'reevaluation-declined', 'eligibility', 'services', 'plan', 'change'], text: 'What the family told the team: {parentInput}' },
  { element: 'factors', topic: 'student', about: ['evaluation', 'reevaluation-declined', 'plan'], text: 'What {student} told the team: {studentInput}' },
  { element: 'factors', topic: 'dissent', each: 'dissent', intro: 'Not everybody saw it the same way:', text: '– {name}: {statement}', orElse: '– {statement}' },
  { element: 'factors', topic: '', text: '[Say what else mattered. If nothing else did, say so…]' },
];

/** Names of Hawaii (not looked up anew: a district checks them); put before the others, they are used in their place. */
export const hawaiiNoticeTexts: readonly NoticeTextRow[] = [{ element: 'help', topic: 'centers', text: 'These help families free of charge: Leadership in Disabilities and Achievement of Hawaiʻi (LDAH), the Special Parent Information Network (SPIN) and the Hawaiʻi Disability Rights Center.' }];
