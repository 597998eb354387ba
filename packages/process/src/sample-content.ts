import type { CaseDocument } from './case-state.js';
import {
  completeAssessment,
  completeConcern,
  completeConference,
  completeConsent,
  completeEligibility,
  completeEvaluation,
  completeEvidence,
  completeFamily,
  completeInvitation,
  completeLog,
  completeNeeds,
  completeNotice,
  completePlan,
  completeProgress,
  completeReview,
} from './sample-material.js';
import type { Track } from './tables/stages.js';
import type { Day, DocumentView } from './types.js';

/** What a sample case says where documents differ. */
export interface SampleCourse {
  readonly track: Track;
  readonly suspicion: 'yes' | 'no' | 'unsure';
  readonly evaluation?: 'assess' | 'refuse';
  /** By which rules the student is found eligible; by every one without it. */
  readonly eligible?: readonly string[];
  /** Who gives the plan's service. */
  readonly provider?: string;
}

/** The content that a document needs to be sealed, with the one day that it is about; empty for what nobody writes in. */
export function completeContent(
  { kind, about = '' }: Pick<CaseDocument, 'kind' | 'about'>,
  day: Day,
  { track, suspicion, evaluation, eligible, provider }: SampleCourse,
): DocumentView {
  switch (kind) {
    case 'concern':
      return completeConcern(suspicion, day);
    case 'evidence':
      return completeEvidence(day);
    case 'invitation':
      return completeInvitation(about, day);
    case 'conference':
      return completeConference(about, day);
    case 'needs':
      return completeNeeds();
    case 'evaluation':
      return completeEvaluation(day, evaluation);
    case 'consent':
      return completeConsent(day);
    case 'assessment':
      return completeAssessment(day);
    case 'eligibility':
      return completeEligibility(about, eligible?.includes(about) ?? true, day);
    case 'notice':
      return completeNotice(day);
    case 'plan':
      return completePlan(track, day, provider);
    case 'progress':
      return completeProgress(day);
    case 'review':
      return completeReview(day);
    case 'family':
      return completeFamily();
    case 'log':
      return completeLog(day);
    default:
      return {};
  }
}
