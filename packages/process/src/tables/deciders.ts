import type { Relation } from './relations.js';
import type { Role } from './roles.js';

/** Who may take a decision: one of the roles by one of the relations that count for it (relations.ts). */
export interface DeciderRow {
  readonly roles: readonly Role[];
  readonly relations: readonly Relation[];
  readonly source: string;
}

const lead: readonly Role[] = ['coordinator', 'administrator'];
const teach: readonly Role[] = ['teacher', 'special-educator', 'provider'];
const matrix = 'domain §11';
const stage = `${matrix}: referral, F`;
const recorded = 'F is the administrator’s; the coordinator or the district records it for the team (eCSSS)';

/**
 * Every decision with its deciders. What families sign on paper is recorded by staff. The parents' part ends with the transfer of
 * rights at majority; the student has it then as `adult-self`.
 */
export const deciders = {
  'concern.submit': { roles: [...teach, ...lead, 'parent'], relations: ['starter', 'school', 'team'], source: `${matrix}: concern, C` },
  'referral.return': { roles: lead, relations: ['school', 'team'], source: stage },
  'referral.file': { roles: lead, relations: ['school', 'team'], source: stage },
  'suspicion.raise': { roles: [...lead, ...teach, 'parent', 'student'], relations: ['school', 'team', 'starter', 'child', 'adult-self'], source: `${matrix}: referral, C; 34 CFR 300.301(b)` },
  'team.add': { roles: [...lead, 'district'], relations: ['school', 'team', 'district'], source: `${matrix}: team list, W` },
  'team.remove': { roles: [...lead, 'district'], relations: ['school', 'team', 'district'], source: `${matrix}: team list, W` },
  'team.coordinate': { roles: [...lead, 'district'], relations: ['school', 'team', 'district'], source: `${matrix}: team list, W` },
  'family.admit': { roles: [...lead, 'district'], relations: ['school', 'team', 'district'], source: `${matrix}: team list, W` },
  'conference.schedule': { roles: lead, relations: ['school', 'team'], source: `${matrix}: conference, C` },
  'conference.hold': { roles: lead, relations: ['school', 'team'], source: `${matrix}: conference, C` },
  'invitation.send': { roles: lead, relations: ['school', 'team'], source: `${matrix}: conference announcement, C` },
  'contact.record': { roles: [...lead, ...teach, 'evaluator'], relations: ['school', 'team'], source: `${matrix}: contact efforts, C` },
  'process.abbreviate': { roles: lead, relations: ['school', 'team'], source: stage },
  'evidence.complete': { roles: lead, relations: ['school', 'team'], source: stage },
  'needs.define': { roles: lead, relations: ['school', 'team'], source: stage },
  'evaluation.decide': { roles: [...lead, 'district'], relations: ['school', 'team', 'district'], source: `${matrix}: evaluation status, ${recorded}` },
  'reevaluation.open': { roles: lead, relations: ['school', 'team'], source: `${matrix}: evaluation status, C` },
  'consent.request': { roles: [...lead, 'special-educator'], relations: ['school', 'team'], source: `${matrix}: consent forms, W` },
  'consent.provide': { roles: [...lead, 'special-educator'], relations: ['school', 'team'], source: `${matrix}: consent forms, W` },
  'consent.record': { roles: [...lead, 'special-educator'], relations: ['school', 'team'], source: `${matrix}: consent forms, W; the family signs` },
  'consent.revoke': { roles: [...lead, 'special-educator'], relations: ['school', 'team'], source: `${matrix}: consent forms, W; the family revokes in writing` },
  'assessment.request': { roles: [...lead, 'special-educator'], relations: ['school', 'team'], source: `${matrix}: assessment, C` },
  'assessment.file': { roles: ['evaluator', 'provider', 'special-educator'], relations: ['writer'], source: `${matrix}, hard rule c: its author alone` },
  'eligibility.decide': { roles: [...lead, 'district'], relations: ['school', 'team', 'district'], source: `${matrix}: eligibility, ${recorded}` },
  'notice.draft': { roles: lead, relations: ['school', 'team'], source: `${matrix}: notice, C` },
  'notice.provide': { roles: lead, relations: ['school', 'team'], source: `${matrix}: notice, ${recorded}` },
  'plan.present': { roles: [...lead, 'special-educator'], relations: ['school', 'team'], source: `${matrix}: plan draft, C` },
  'plan.activate': { roles: [...lead, 'district'], relations: ['school', 'team', 'district'], source: `${matrix}: activate plan, F` },
  'plan.revise': { roles: [...lead, 'special-educator', 'district'], relations: ['school', 'team', 'district'], source: `${matrix}: revision, C` },
  'document.correct': { roles: [...lead, 'special-educator', 'district', 'system'], relations: ['school', 'team', 'district', 'break-glass'], source: `${matrix}: new version, C; the system role with a reason` },
  'correction.file': { roles: ['administrator'], relations: ['school', 'team'], source: `${matrix}: new version, approve` },
  'provider.assign': { roles: [...lead, 'district', 'supervisor'], relations: ['school', 'team', 'district'], source: `${matrix}: provider assignment, A` },
  'service.sign': { roles: [...teach, 'coordinator'], relations: ['writer'], source: `${matrix}: service log, own; whoever the plan names as provider` },
  'service.void': { roles: [...teach, 'coordinator', 'supervisor'], relations: ['writer', 'team'], source: 'domain §5.7: void and new entry' },
  'progress.open': { roles: ['coordinator', ...teach], relations: ['school', 'team', 'provider'], source: `${matrix}: progress report, W` },
  'progress.publish': { roles: ['coordinator'], relations: ['school', 'team'], source: `${matrix}: progress report, F` },
  'review.open': { roles: [...lead, 'special-educator', 'teacher'], relations: ['school', 'team'], source: '34 CFR 300.324(b): sooner if a teacher sees the need' },
  'review.decide': { roles: lead, relations: ['school', 'team'], source: `${matrix}: plan evaluation, F` },
  'clock.correct': { roles: [...lead, 'district'], relations: ['school', 'team', 'district'], source: 'eCSSS, 60-day timeline: corrected dates; who is inference' },
  'event.record': { roles: [...lead, 'special-educator'], relations: ['school', 'team'], source: 'inference: as consent forms' },
  'rights.transfer': { roles: [...lead, 'district'], relations: ['school', 'team', 'district'], source: '34 CFR 300.520; who records it is inference' },
  'access.break': { roles: ['system', 'district'], relations: ['anyone'], source: `${matrix}, hard rule e` },
  'access.review': { roles: lead, relations: ['school', 'team'], source: 'hard rule e: the school looks at it afterwards; who is inference' },
  'case.move': { roles: ['district', 'system'], relations: ['district', 'team', 'break-glass'], source: `${matrix}: move` },
  'case.supersede': { roles: lead, relations: ['school', 'team'], source: stage },
  'case.close': { roles: lead, relations: ['school', 'team'], source: stage },
} as const satisfies Readonly<Record<string, DeciderRow>>;
