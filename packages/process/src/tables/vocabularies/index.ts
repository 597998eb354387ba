import { concernTerms } from './concern.js';
import { conferenceTerms } from './conference.js';
import { evaluationTerms } from './evaluation.js';
import { noticeTerms } from './notice.js';
import { planTerms } from './plan.js';
import { reviewTerms } from './review.js';
import { servicesTerms } from './services.js';
import type { Vocabularies } from './term.js';

export type { Term } from './term.js';

/** Pick lists: code and what a person reads. */
export const vocabularies = {
  ...concernTerms,
  ...conferenceTerms,
  ...evaluationTerms,
  ...noticeTerms,
  ...planTerms,
  ...servicesTerms,
  ...reviewTerms,
} as const satisfies Vocabularies;
