import { addYears, type CaseState, type FamilyMember, type Process } from '@ssp-kit/process';

/** A read of the case by somebody who does not belong to it. */
export interface EmergencyRead {
  readonly seq: number;
  readonly name: string;
  readonly reason: string;
  readonly day: string;
  readonly until: string;
  /** It is still open to them. */
  readonly isOpen: boolean;
}

/** Reads in an emergency, the newest first. */
export function emergencyReads({ breaks, decisions }: CaseState, today: string): readonly EmergencyRead[] {
  return breaks
    .map(({ person, until, seq }) => {
      const decision = decisions.find((one) => one.seq === seq);
      return {
        seq,
        name: decision?.actor.name ?? person,
        reason: decision?.words['reason'] ?? '',
        day: decision?.day ?? '',
        until,
        isOpen: today <= until,
      };
    })
    .reverse();
}

/** Words of a relation that make somebody a helper of the family, who decides nothing for them. */
const helpers = ['interpreter', 'advocate'];

export function isHelper({ relation }: FamilyMember): boolean {
  return helpers.includes(relation.trim().toLowerCase());
}

/** The day the student is of age; null while nobody told the birthday. */
export function majority({ profile }: Process, { student }: CaseState): string | null {
  return student.birthDate ? addYears(student.birthDate, profile.majorityAge ?? 18) : null;
}

/** Whether the transfer of the rights is worth asking for: in the year before the student is of age, and afterwards. */
export function isNearMajority(process: Process, state: CaseState, today: string): boolean {
  const day = majority(process, state);
  return day !== null && state.rightsTransferred === null && today >= addYears(day, -1);
}
