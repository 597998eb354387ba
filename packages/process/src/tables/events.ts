/**
 * What a person records as done on a day, outside of the process’s own decisions (`event.record`). `id` is the code in the
 * vocabulary `case-event`. It sets the named date of the case; of an event that happens again the latest day counts.
 */
export interface EventRow {
  readonly id: string;
  readonly label: string;
  /** The date it sets (tables/dates.ts). */
  readonly sets: string;
  /** What it says of the enrollment: codes of tables/enrollment.ts, null for enrolled. */
  readonly enrollment?: { readonly status: string | null; readonly exitCode: string | null };
  readonly source: string;
}

export const events: readonly EventRow[] = [
  { id: 'safeguards-given', label: 'Procedural safeguards notice given to the parents', sets: 'safeguardsGivenDate', source: '34 CFR 300.504(a)' },
  { id: 'safeguards-requested', label: 'Parents asked for the procedural safeguards notice', sets: 'safeguardsRequestedDate', source: '34 CFR 300.504(a)(4)' },
  { id: 'medicaid-notice', label: 'Written notice about public insurance given', sets: 'medicaidNoticeDate', source: '34 CFR 300.154(d)(2)(v)' },
  { id: 'records-requested', label: 'Parents asked to inspect the records', sets: 'recordsRequestedDate', source: '34 CFR 300.613(a)' },
  { id: 'records-provided', label: 'Parents inspected the records', sets: 'recordsProvidedDate', source: '34 CFR 300.613(a)' },
  { id: 'discipline-decision', label: 'Decision to change the placement because of conduct', sets: 'disciplineDecisionDate', source: '34 CFR 300.530(h), 300.536' },
  { id: 'discipline-notice', label: 'Parents told of the disciplinary decision', sets: 'disciplineNoticeDate', source: '34 CFR 300.530(h)' },
  { id: 'manifestation-determined', label: 'Manifestation determined', sets: 'manifestationDate', source: '34 CFR 300.530(e)' },
  { id: 'parent-request-iep', label: 'Parents asked for an IEP meeting', sets: 'parentRequestDate', source: '34 CFR 300.324(b)(1)' },
  { id: 'parent-request-refused', label: 'A request of the parents was refused', sets: 'parentRequestRefusedDate', source: '34 CFR 300.503(a)(2)' },
  { id: 'child-not-produced', label: 'Parents repeatedly did not bring the child to the evaluation', sets: 'childNotProducedDate', source: '34 CFR 300.301(d)(1)' },
  { id: 'evaluation-agreed', label: 'After a transfer, the agreed last day of the evaluation', sets: 'evaluationAgreedDate', source: '34 CFR 300.301(e)' },
  { id: 'reevaluation-agreed', label: 'Parents and school agreed on an early reevaluation', sets: 'reevaluationAgreedDate', source: '34 CFR 300.303(b)(1)' },
  { id: 'rights-informed', label: 'Student told of the rights that go over at the age of majority', sets: 'rightsInformedDate', source: '34 CFR 300.320(c)' },
  { id: 'summary-given', label: 'Summary of performance given', sets: 'summaryOfPerformanceDate', source: '34 CFR 300.305(e)(3)' },
  { id: 'fape-declined', label: 'Parents declined a free appropriate public education', sets: 'fapeDeclinedDate', source: 'eCSSS, Student Profile: Program' },
  { id: 'fape-offered', label: 'A free appropriate public education offered again', sets: 'fapeReofferedDate', source: 'eCSSS, Student Profile: Program' },
  { id: 'fape-accepted', label: 'Parents accepted a free appropriate public education', sets: 'fapeAcceptedDate', source: 'eCSSS, Data Requirements for 504/IDEA Eligibility' },
  { id: 'home-schooled', label: 'Student is home-schooled from now on', sets: 'homeSchooledDate', enrollment: { status: 'H', exitCode: '055' }, source: 'eCSSS, Student Profile: Status' },
  { id: 'left-served', label: 'Student left the school; the district goes on with the services', sets: 'leftServedDate', enrollment: { status: 'I', exitCode: '053' }, source: 'eCSSS, Data Requirements for 504/IDEA Eligibility' },
  { id: 'left', label: 'Student left the school and is not enrolled again yet', sets: 'leftDate', enrollment: { status: 'I', exitCode: null }, source: 'eCSSS, Student Profile: Status' },
  { id: 'enrolled-again', label: 'Student is enrolled again', sets: 'enrolledAgainDate', enrollment: { status: null, exitCode: null }, source: 'eCSSS, Student Profile: Status' },
  { id: 'graduated', label: 'Student graduated', sets: 'graduatedDate', enrollment: { status: 'graduated', exitCode: null }, source: 'eCSSS, Data Requirements for 504/IDEA Eligibility' },
  { id: 'deceased', label: 'Student died', sets: 'deceasedDate', enrollment: { status: 'deceased', exitCode: null }, source: 'eCSSS, Data Requirements for 504/IDEA Eligibility' },
];
