import { addDays } from './days.js';
import type { Track } from './tables/stages.js';
import type { Day, DocumentView, RowView } from './types.js';

/** The day the sample case begins, a Monday in the first weeks of a school year. */
export const sampleStart: Day = '2026-08-17';

/** Ids of the sample rows: a need, a goal and a service that refer to each other, and one session. */
export const sampleRows = {
  evidence: '00000000-0000-4000-8000-000000000001',
  need: '00000000-0000-4000-8000-000000000002',
  goal: '00000000-0000-4000-8000-000000000003',
  service: '00000000-0000-4000-8000-000000000004',
  accommodation: '00000000-0000-4000-8000-000000000005',
  attendance: '00000000-0000-4000-8000-000000000006',
  decision: '00000000-0000-4000-8000-000000000007',
  outcome: '00000000-0000-4000-8000-000000000008',
  session: '00000000-0000-4000-8000-000000000009',
  area: '00000000-0000-4000-8000-00000000000a',
  notice: '00000000-0000-4000-8000-00000000000b',
  progress: '00000000-0000-4000-8000-00000000000c',
} as const;

/** Days of the sample case, counted from its first. */
export const sampleDays = {
  received: 0,
  filed: 1,
  needsConference: 10,
  evaluation: 11,
  consent: 15,
  assessment: 25,
  eligibilityConference: 38,
  eligibility: 39,
  servicesConsent: 43,
  planConference: 50,
  activation: 53,
  session: 60,
  progress: 80,
  review: 91,
} as const;

type Suspicion = 'yes' | 'no' | 'unsure';

/** A concern that can be filed. */
export function completeConcern(suspicion: Suspicion = 'no', start: Day = sampleStart): DocumentView {
  return {
    raisedBy: 'Ms. Akana, grade 3 teacher',
    raisedByRole: 'teacher',
    raisedVia: 'in-person',
    receivedDate: addDays(start, sampleDays.received),
    areas: ['academic'],
    description: 'Reads 41 words a minute and stops at words of two syllables. Avoids reading aloud.',
    priorSupports: 'Six weeks of a small group, twenty minutes a day.',
    suspicion,
    suspicionReason: suspicion === 'no' ? '' : 'The gap did not close in six weeks of daily help.',
    parentNotifiedDate: addDays(start, sampleDays.received),
    parentNotifiedMethod: 'phone',
    parentNotifiedLanguage: 'en',
    homeLanguage: 'en',
    interpreterNeeded: false,
  };
}

/** Evidence with which data gathering can be closed. */
export function completeEvidence(start: Day = sampleStart): DocumentView {
  return {
    items: [
      row(sampleRows.evidence, {
        kind: 'challenge',
        area: 'academic',
        dataSource: 'assessment',
        observedDate: addDays(start, 2),
        statement: 'Fall screening: 41 words a minute, the class median is 74.',
      }),
    ],
    interventions: [],
    parentAskedDate: addDays(start, 3),
    teacherInput: 'Follows a story well when it is read to the class.',
    studentInput: '',
  };
}

/** The members whom the law calls to a conference on eligibility or an IEP, and the family. */
const called = ['representative', 'regular-teacher', 'special-teacher', 'evaluation-interpreter', 'parent'];

/** An invitation that can be sent. */
export function completeInvitation(purpose: string, meeting: Day): DocumentView {
  const sent = addDays(meeting, -6);
  return {
    purpose,
    meetingDate: meeting,
    meetingTime: '14:00',
    place: 'Room 12',
    mayBringOthers: true,
    invitees: called.map((memberType, index) =>
      row(memberId(index), { name: `Member ${index + 1}`, memberType, external: false }),
    ),
    notices: [row(sampleRows.notice, { to: 'Noelani Palakiko', date: sent, method: 'hand', language: 'en' })],
    announcedDate: sent,
  };
}

/** A conference that can be closed as held. */
export function completeConference(purpose: string, held: Day, person = 'coordinator'): DocumentView {
  return {
    purpose,
    meetingDate: held,
    meetingTime: '14:00',
    place: 'Room 12',
    actualDate: held,
    attendance: [
      row(sampleRows.attendance, { person, name: 'Leilani Kahale', status: 'in-person', memberType: 'representative' }),
      ...called
        .slice(1)
        .map((memberType, index) =>
          row(memberId(index), { name: `Member ${index + 2}`, status: 'in-person', memberType }),
        ),
    ],
    decisions: [
      row(sampleRows.decision, { decision: 'Work on decoding first.', who: 'The team', due: addDays(held, 14) }),
    ],
    minutes: 'The team agreed on one need.',
    safeguardsGiven: true,
    safeguardsDate: held,
    safeguardsLanguage: 'en',
  };
}

/** Needs that can be recorded. */
export function completeNeeds(): DocumentView {
  return {
    needs: [
      row(sampleRows.need, {
        area: 'academic',
        statement: 'Needs to decode words of two syllables fluently.',
        evidence: 'Fall screening and the teacher’s notes.',
      }),
    ],
    strengths: 'Curious, listens well, likes to draw what was read.',
    summary: 'Decoding, not understanding, holds the reading back.',
  };
}

/** An evaluation that can be decided: with an assessment, without one, or refused. */
export function completeEvaluation(
  decided: Day,
  answer: 'assess' | 'no-assessment' | 'refuse' = 'assess',
  regulation = 'both',
): DocumentView {
  return {
    regulation,
    decisionDate: decided,
    agreedUnnecessary: false,
    willEvaluate: answer !== 'refuse',
    ...(answer === 'refuse' ? {} : { assessmentNeeded: answer === 'assess' }),
    reason: 'Daily help did not close the gap.',
    areas:
      answer === 'assess'
        ? [
            row(sampleRows.area, {
              area: 'academic',
              assessorRole: 'evaluator',
              tools: 'A reading test and two observations.',
            }),
          ]
        : [],
    existingData: 'Screenings, classwork and the teachers’ observations.',
    withoutMeeting: false,
    assessmentRightTold: true,
  };
}

/** A consent form that can be given to the family. */
export function completeConsent(provided: Day): DocumentView {
  return {
    activity: 'A reading test and two observations in class.',
    recordsReviewed: 'Report cards and screenings.',
    reviewerPositions: 'Psychologist, special education teacher.',
    providedDate: provided,
    method: 'hand',
    language: 'en',
  };
}

/** An assessment report that its author can file. */
export function completeAssessment(reported: Day): DocumentView {
  return {
    area: 'academic',
    tool: 'A standardized reading test',
    assessedDate: reported,
    findings: 'Decodes at a grade 1 level; understands what is read to him.',
    recommendations: 'Daily practice in decoding.',
    reportDate: reported,
  };
}

/** A determination under one rule that can be filed. */
export function completeEligibility(regulation: string, eligible: boolean, decided: Day): DocumentView {
  const shared: DocumentView = {
    decisionDate: decided,
    reportsReviewed: true,
    evidenceBasis: 'The reading test, two observations, the screenings.',
    eligible,
    reason: 'All reports point the same way.',
    dissent: [],
    reportGivenDate: decided,
  };
  if (regulation === 's504')
    return {
      ...shared,
      impairment: 'A reading disorder.',
      majorLifeActivity: 'reading',
      substantialLimit: 'Reads at half the speed of the class.',
    };
  return {
    ...shared,
    exclusionReading: false,
    exclusionMath: false,
    exclusionLanguage: false,
    category: 'sld',
    sldAreas: ['basic-reading'],
    sldBasis: ['low-achievement', 'response'],
    sldObservation: 'Stops at words of two syllables.',
    adverseEffect: 'Cannot follow written tasks alone.',
    needsSpecialEducation: eligible,
  };
}

/** A notice with its seven contents that can be given to the family. */
export function completeNotice(provided: Day): DocumentView {
  return {
    regulation: 'idea',
    verb: 'proposes',
    mode: 'initiate',
    subject: 'evaluation',
    action: 'The school proposes to evaluate.',
    why: 'Daily help did not close the gap.',
    basis: 'Screenings and observations.',
    safeguards: 'You have rights. The care coordinator gives you the notice of safeguards.',
    help: 'Ask the care coordinator.',
    options: 'More weeks of the same help; it was tried for six weeks.',
    factors: 'None.',
    addressee: 'Noelani Palakiko',
    language: 'en',
    translation: 'not-needed',
    providedDate: provided,
    method: 'hand',
    safeguardsDate: provided,
    consentRequestDate: provided,
  };
}

/** A progress report of the sample plan that can be sent. */
export function completeProgress(periodEnd: Day): DocumentView {
  return {
    periodStart: addDays(periodEnd, -60),
    periodEnd,
    goals: [row(sampleRows.progress, { goal: sampleRows.goal, code: '2', value: 60, comment: 'On its way.' })],
    points: [],
    sentDate: periodEnd,
    method: 'hand',
    language: 'en',
  };
}

/** A plan of this track that can be activated, starting on `startDate`. */
export function completePlan(
  track: Track,
  startDate: Day = addDays(sampleStart, sampleDays.activation),
  provider = 'provider',
): DocumentView {
  const endDate = addDays(startDate, 180);
  const shared: DocumentView = {
    startDate,
    endDate,
    reviewDate: addDays(startDate, 60),
    presentLevels:
      track === 'action'
        ? ''
        : 'Reads 41 words a minute at grade 2 level; understands grade 4 texts that are read to him.',
    needs: completeNeeds()['needs'],
    goals: [
      row(sampleRows.goal, {
        need: sampleRows.need,
        condition: 'Given a grade 3 passage',
        behavior: 'read aloud without help',
        criterion: 'in two of three tries',
        baseline: 41,
        target: 80,
        unit: 'words a minute',
        direction: 'up',
        dueDate: endDate,
        schedule: 'week',
        owner: provider,
        domain: 'academic',
        startDate,
        measure: 'One-minute probe, every second week, by the provider',
        objectives: track === 'idea' ? '55 words a minute by November; 68 by January.' : '',
      }),
    ],
    services: [
      row(sampleRows.service, {
        goal: sampleRows.goal,
        type: track === 'idea' ? 'special-education' : 'support',
        name: 'Reading support',
        minutes: 30,
        count: 3,
        interval: 'week',
        location: 'separate-room',
        delivery: 'direct',
        group: 'individual',
        role: 'Reading specialist',
        level: '2',
        esy: false,
        provider,
        startDate,
        endDate,
      }),
    ],
    accommodations: [],
  };
  if (track === 'action') return shared;
  const accommodated = {
    ...shared,
    accommodations: [
      row(sampleRows.accommodation, {
        what: 'Instructions are read aloud.',
        where: 'regular-class',
        category: 'presentation',
        forTests: false,
      }),
    ],
    progressReporting: 'With each report card.',
    reportSchedule: 'quarterly',
  };
  if (track === 's504') return { ...accommodated, serviceAvailabilityDate: startDate };
  return {
    ...accommodated,
    regularClassMinutes: 1700,
    schoolMinutes: 1800,
    lreReason: 'Decoding practice needs a quiet room.',
    stateTesting: 'Takes the state test with text to speech.',
    factorBehavior: false,
    factorLanguage: false,
    factorBraille: false,
    factorCommunication: false,
    factorTechnology: true,
    factorTechnologyPlan: 'Text to speech on the class tablets.',
    alternateAssessment: false,
    parentExplainedDate: startDate,
    parentCopyDate: startDate,
  };
}

/** A log with one session of the sample plan that its provider can sign. */
export function completeLog(date: Day = addDays(sampleStart, sampleDays.session)): DocumentView {
  return {
    sessions: [
      row(sampleRows.session, {
        service: sampleRows.service,
        date,
        startTime: '09:00',
        minutes: 30,
        status: 'provided',
        group: 'individual',
        location: 'separate-room',
        note: 'Two-syllable words with open syllables; 34 of 40 right.',
      }),
    ],
  };
}

/** A review of the sample plan that can be decided. */
export function completeReview(reviewDate: Day = addDays(sampleStart, sampleDays.review)): DocumentView {
  return {
    reviewDate,
    outcomes: [
      row(sampleRows.outcome, {
        goal: sampleRows.goal,
        outcome: 'met',
        measured: 83,
        comment: 'Above the target three times in a row.',
      }),
    ],
    trigger: 'team-request',
    effectiveness: 'positive',
    proposal: 'exit',
    exitReason: 'other',
    exitDate: reviewDate,
    fidelity: 'full',
    conclusion: 'The support worked.',
    parentInformedDate: reviewDate,
  };
}

/** What a family member wrote. */
export function completeFamily(): DocumentView {
  return {
    hopes: 'That he reads to his little sister.',
    worries: 'He says he is slow.',
    helps: 'Reading together after dinner.',
  };
}

/** A row's id for the n-th further member. */
function memberId(index: number): string {
  return `00000000-0000-4000-8000-0000000001${String(index).padStart(2, '0')}`;
}

function row(id: string, fields: Omit<RowView, 'id' | 'order'>): RowView {
  return { id, order: 'a0', ...fields };
}
