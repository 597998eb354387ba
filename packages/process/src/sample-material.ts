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
} as const;

/** Days of the sample case, counted from its first. */
export const sampleDays = {
  received: 0,
  filed: 1,
  needsConference: 10,
  evaluation: 11,
  consent: 15,
  eligibility: 39,
  servicesConsent: 43,
  planConference: 50,
  activation: 53,
  session: 60,
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

/** A conference that can be closed as held. */
export function completeConference(purpose: string, held: Day, person = 'coordinator'): DocumentView {
  return {
    purpose,
    meetingDate: held,
    meetingTime: '14:00',
    place: 'Room 12',
    actualDate: held,
    attendance: [row(sampleRows.attendance, { person, name: 'Leilani Kahale', status: 'in-person' })],
    decisions: [
      row(sampleRows.decision, { decision: 'Work on decoding first.', who: 'The team', due: addDays(held, 14) }),
    ],
    minutes: 'The team agreed on one need.',
    safeguardsGiven: true,
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
        behavior: 'reads aloud without help',
        criterion: 'in two of three tries',
        baseline: 41,
        target: 80,
        unit: 'words a minute',
        direction: 'up',
        dueDate: endDate,
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
    accommodations: [row(sampleRows.accommodation, { what: 'Instructions are read aloud.', where: 'regular-class' })],
    progressReporting: 'With each report card.',
  };
  if (track === 's504') return { ...accommodated, serviceAvailabilityDate: startDate };
  return {
    ...accommodated,
    regularClassMinutes: 1700,
    schoolMinutes: 1800,
    lreReason: 'Decoding practice needs a quiet room.',
    stateTesting: 'Takes the state test with text to speech.',
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

function row(id: string, fields: Omit<RowView, 'id' | 'order'>): RowView {
  return { id, order: 'a0', ...fields };
}
