/**
 * Where a student is educated, as it is reported. School age runs from kindergarten to 21; early childhood are the ages 3 to 5
 * before kindergarten. A row with `from` is found by the share of the school day in the regular class, in percent; the rest are named.
 * Sources: codes of CEDS and EDFacts, settings of the Ed-Fi SpecialEducationSettingDescriptor.
 */
export interface LreRow {
  readonly code: string;
  readonly label: string;
  readonly familyLabel: string;
  /** At least this share of the school day in the regular class, in percent; below that of the row before. */
  readonly from?: number;
  /** The place of instruction that it stands for, a code of the vocabulary `school-setting`. */
  readonly setting?: string;
  readonly source: string;
}

/** The rows of both ages. */
export interface LreTable {
  readonly schoolAge: readonly LreRow[];
  readonly earlyChildhood: readonly LreRow[];
}

const settings = 'Ed-Fi SpecialEducationSettingDescriptor; EDFacts';

/** From the largest share to the smallest. */
const schoolAge: readonly LreRow[] = [
  { code: 'RC80', label: 'Inside the regular class 80% or more of the day', familyLabel: 'In class with everyone nearly all day', from: 80, source: settings },
  { code: 'RC79TO40', label: 'Inside the regular class 40% to 79% of the day', familyLabel: 'In class with everyone about half of the day', from: 40, source: settings },
  { code: 'RC39', label: 'Inside the regular class less than 40% of the day', familyLabel: 'In class with everyone for a smaller part of the day', from: 0, source: settings },
  { code: 'SS', label: 'Separate school', familyLabel: 'At a separate school', setting: 'separate-school', source: settings },
  { code: 'RF', label: 'Residential facility', familyLabel: 'At a school where the student lives', setting: 'residential', source: settings },
  { code: 'HH', label: 'Homebound or hospital', familyLabel: 'At home or in a hospital', setting: 'home-hospital', source: settings },
  { code: 'CF', label: 'Correctional facility', familyLabel: 'In a correctional facility', setting: 'correctional', source: settings },
  { code: 'PPPS', label: 'Placed in a private school by the parents', familyLabel: 'At a private school the parents chose', setting: 'private-by-parents', source: settings },
];

const earlyChildhood: readonly LreRow[] = [
  { code: 'REC10YSVCS', label: 'Regular program of 10 hours a week or more, most services there', familyLabel: 'In a regular preschool, with the services there', source: settings },
  { code: 'REC10YOTHLOC', label: 'Regular program of 10 hours a week or more, most services elsewhere', familyLabel: 'In a regular preschool, with the services elsewhere', source: settings },
  { code: 'REC09YSVCS', label: 'Regular program of less than 10 hours a week, most services there', familyLabel: 'Some hours in a regular preschool, with the services there', source: settings },
  { code: 'REC09YOTHLOC', label: 'Regular program of less than 10 hours a week, most services elsewhere', familyLabel: 'Some hours in a regular preschool, with the services elsewhere', source: settings },
  { code: 'SC', label: 'Separate class', familyLabel: 'In a separate class', source: settings },
  { code: 'SS', label: 'Separate school', familyLabel: 'At a separate school', source: settings },
  { code: 'RF', label: 'Residential facility', familyLabel: 'At a school where the child lives', source: settings },
  { code: 'H', label: 'Home', familyLabel: 'At home', source: settings },
  { code: 'SPL', label: 'Service provider’s location', familyLabel: 'Where the service is given', source: settings },
];

export const lre: LreTable = { schoolAge, earlyChildhood };
