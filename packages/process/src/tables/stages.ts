/** The six stages of the Student Support Process, in order. Source: eCSSS, About the Student Support Process. */
export const stageIds = ['express-concern', 'gather-data', 'define-needs', 'develop-plan', 'implement-plan', 'evaluate-plan'] as const;

export const stages: readonly StageRow[] = [
  { id: 'express-concern', label: 'Express Concern', familyLabel: 'A concern is raised', yields: 'a referral' },
  { id: 'gather-data', label: 'Gather Data', familyLabel: 'The team gathers information', yields: 'a team, data, a scheduled conference' },
  { id: 'define-needs', label: 'Define Needs', familyLabel: 'The team agrees on what is needed', yields: 'defined needs' },
  { id: 'develop-plan', label: 'Develop Plan', familyLabel: 'A plan is written', yields: 'a plan' },
  { id: 'implement-plan', label: 'Implement Plan', familyLabel: 'The plan is put to work', yields: 'services and their log' },
  { id: 'evaluate-plan', label: 'Evaluate Plan', familyLabel: 'The plan is reviewed', yields: 'a decision on the plan' },
];

export type Stage = (typeof stageIds)[number];

export interface StageRow {
  readonly id: Stage;
  readonly label: string;
  readonly familyLabel: string;
  /** What the stage leaves behind. */
  readonly yields: string;
}

/**
 * The states of a case. A state belongs to the stage that its id begins with; `closed` belongs to none.
 * `says` is the sentence a person reads about a case that stands here.
 */
export const states = [
  { id: 'express-concern.draft', stage: 'express-concern', says: 'The concern is being written.' },
  { id: 'express-concern.submitted', stage: 'express-concern', says: 'The concern waits for the care coordinator to file it.' },
  { id: 'gather-data', stage: 'gather-data', says: 'The team gathers data.' },
  { id: 'define-needs.defining', stage: 'define-needs', says: 'The team defines the needs.' },
  { id: 'define-needs.evaluation', stage: 'define-needs', says: 'The team decides whether to evaluate.' },
  { id: 'define-needs.consent', stage: 'define-needs', says: 'The school waits for consent to assess.' },
  { id: 'define-needs.eligibility', stage: 'define-needs', says: 'The team decides on eligibility.' },
  { id: 'develop-plan', stage: 'develop-plan', says: 'The team writes the plan.' },
  { id: 'implement-plan', stage: 'implement-plan', says: 'The plan is active.' },
  { id: 'evaluate-plan', stage: 'evaluate-plan', says: 'The plan is being reviewed.' },
  { id: 'closed', stage: null, says: 'The case is closed.' },
] as const satisfies readonly { id: string; stage: Stage | null; says: string }[];

export type StateId = (typeof states)[number]['id'];

export interface StateRow {
  readonly id: StateId;
  readonly stage: Stage | null;
  readonly says: string;
}

/** Purposes of the conferences that develop or change a track's plan, the first plan's first. Folding reads them, too. */
export const planConferences = { action: ['action-plan', 'review'], idea: ['iep', 'annual-review', 'iep-revision'], s504: ['s504', 's504-review'] } as const;

/**
 * The tracks a case can take. `action` has no suspected disability; the eligibility decision leads to the others.
 */
export const tracks = [
  { id: 'action', planKind: 'action-plan', conferences: planConferences.action, label: 'Action Plan', source: 'eCSSS classic: not suspected of a disability, but needing support' },
  { id: 'idea', planKind: 'iep', conferences: planConferences.idea, label: 'Individualized Education Program (IEP)', source: '34 CFR 300.320' },
  { id: 's504', planKind: 'modification-plan', conferences: planConferences.s504, label: 'Modification Plan', source: '34 CFR 104.33' },
] as const;

export type Track = (typeof tracks)[number]['id'];

export interface TrackRow {
  readonly id: Track;
  readonly planKind: PlanKind;
  /** Purposes of the conferences that develop or change its plan, the first plan's first. */
  readonly conferences: readonly string[];
  readonly label: string;
  readonly source: string;
}

export type PlanKind = (typeof tracks)[number]['planKind'];
