import { assessmentFields } from './assessment.js';
import { concernFields } from './concern.js';
import { conferenceFields } from './conference.js';
import { consentFields } from './consent.js';
import { decisionFields } from './decisions.js';
import { eligibilityFields } from './eligibility.js';
import { evaluationFields } from './evaluation.js';
import { evidenceFields } from './evidence.js';
import { familyFields } from './family.js';
import type { FieldRow } from './field-row.js';
import { invitationFields } from './invitation.js';
import { logFields } from './log.js';
import { needsFields } from './needs.js';
import { noticeFields } from './notice.js';
import { planFields } from './plan.js';
import { progressFields } from './progress.js';
import { reviewFields } from './review.js';

export type { FieldRow, FieldType } from './field-row.js';

/** Every field of every document and of every decision's form. Source letters: field-row.ts. */
export const fields: readonly FieldRow[] = [
  ...concernFields,
  ...evidenceFields,
  ...invitationFields,
  ...conferenceFields,
  ...needsFields,
  ...evaluationFields,
  ...consentFields,
  ...assessmentFields,
  ...eligibilityFields,
  ...noticeFields,
  ...planFields,
  ...progressFields,
  ...reviewFields,
  ...familyFields,
  ...logFields,
  ...decisionFields,
];
