import type { Track } from './stages.js';

/** What kind of cycle a plan is. It is computed from what is recorded, never chosen. */
export const cycles = [
  { id: 'initial', label: 'Initial', familyLabel: 'First plan', says: 'No plan of this kind was active before.', tracks: ['action', 'idea', 's504'], source: 'eCSSS, About IEP' },
  { id: 'annual', label: 'Annual', familyLabel: 'Plan for another year', says: 'It goes on after the active plan ends.', tracks: ['idea'], source: 'eCSSS, About IEP; 34 CFR 300.324(b)' },
  { id: 'revision', label: 'Revision', familyLabel: 'Changed plan', says: 'It changes the active plan within its time.', tracks: ['action', 'idea'], source: 'eCSSS, About IEP' },
  { id: 'review', label: 'Review', familyLabel: 'Reviewed plan', says: 'It follows from a review of the active plan.', tracks: ['action', 's504'], source: 'eCSSS, About Modification Plan' },
  { id: 'reevaluation', label: 'Reevaluation', familyLabel: 'Plan after a new evaluation', says: 'A reevaluation was decided since the active plan began.', tracks: ['idea', 's504'], source: 'eCSSS, About IEP, About Modification Plan' },
  { id: 'amendment', label: 'Amendment', familyLabel: 'Change agreed without a meeting', says: 'It changes the active plan by agreement, without a conference.', tracks: ['idea'], source: '34 CFR 300.324(a)(4)' },
  { id: 'transfer', label: 'Transfer', familyLabel: 'Plan after a move', says: 'The student came with a plan from another state.', tracks: ['idea', 's504'], source: '34 CFR 300.323(f); HAR 8-60-47(e)' },
] as const satisfies readonly { id: string; label: string; familyLabel: string; says: string; tracks: readonly Track[]; source: string }[];

export type CycleType = (typeof cycles)[number]['id'];
