import { servicesForm } from './consents.js';
import { type EnrollmentTable, enrollment } from './tables/enrollment.js';
import type { Day } from './types.js';

/** What the eligibility status is computed from. Everything is recorded elsewhere; nothing is asked anew. */
export interface EligibilityMaterial {
  readonly decisions: readonly EligibilityDecision[];
  /** Consents to services (form 102b); those of other forms are passed over. */
  readonly consents: readonly ServicesConsent[];
  /** The day the parents declined a reevaluation that still stands, else null. */
  readonly reevaluationDeclined: Day | null;
  readonly enrollment: {
    /** Blank or null while enrolled; `H`, `I` and what else the table `enrollment` knows. */
    readonly status: string | null;
    readonly exitCode: string | null;
  };
  /** The parents declined a free appropriate public education. */
  readonly fapeDeclined: boolean;
}

/** An eligibility determination of one regulation, with the notices that tell of it. */
export interface EligibilityDecision {
  readonly regulation: 'idea' | 's504';
  readonly decided: Day | null;
  /** Null while it is a draft. */
  readonly filed: Day | null;
  readonly eligible: boolean;
  /** Its place in the official log; the later of two of the same day counts. */
  readonly seq: number;
  readonly notices: readonly { readonly provided: Day | null; readonly seq: number }[];
}

export interface ServicesConsent {
  readonly form: string;
  /** Null until the answer is here. */
  readonly result: string | null;
  /** The day the signed revocation was received. */
  readonly revoked: Day | null;
  readonly seq: number;
  /** The notice it hangs on (its `seq`), where that is known; else a consent counts for the decision it follows. */
  readonly notice?: number | null;
}

export type EligibilityTermId = 'determination' | 'notice' | 'consent' | 'reevaluation' | 'enrollment' | 'services';

/** One term of the status: whether it holds, and why in words. */
export interface EligibilityTerm {
  readonly id: EligibilityTermId;
  /** `services` decides only whether the student receives them. */
  readonly for: 'eligible' | 'receiving';
  readonly met: boolean;
  readonly says: string;
  /** The decision it comes from. */
  readonly seq: number | null;
  readonly source: string;
}

export interface RegulationStatus {
  readonly eligible: boolean;
  readonly receiving: boolean;
  readonly because: readonly EligibilityTerm[];
}

export interface EligibilityStatus {
  readonly idea: RegulationStatus;
  readonly s504: RegulationStatus;
}

/**
 * Whether a student is eligible under each regulation, and receives services, with every term of the answer.
 * Source: eCSSS, Data Requirements for 504/IDEA Eligibility.
 */
export function eligibilityStatus(
  material: EligibilityMaterial,
  codes: EnrollmentTable = enrollment,
): EligibilityStatus {
  return { idea: statusOf('idea', material, codes), s504: statusOf('s504', material, codes) };
}

const source = 'eCSSS, Data Requirements for 504/IDEA Eligibility';
const names = { idea: 'IDEA', s504: 'Section 504' } as const;

function statusOf(
  regulation: 'idea' | 's504',
  material: EligibilityMaterial,
  codes: EnrollmentTable,
): RegulationStatus {
  const decision = newest(
    material.decisions.filter((row) => row.regulation === regulation && row.filed !== null && row.decided !== null),
  );
  const terms = [determination(regulation, decision), notice(decision)];
  if (regulation === 'idea') terms.push(consent(decision, material.consents), reevaluation(material));
  terms.push(enrolled(material, codes));
  const eligible = terms.every(({ met }) => met);
  const served = services(material, codes);
  return { eligible, receiving: eligible && served.met, because: [...terms, served] };
}

function newest(decisions: readonly EligibilityDecision[]): EligibilityDecision | undefined {
  return [...decisions].sort((a, b) => String(a.decided).localeCompare(String(b.decided)) || a.seq - b.seq).at(-1);
}

function determination(regulation: 'idea' | 's504', decision: EligibilityDecision | undefined): EligibilityTerm {
  const name = names[regulation];
  if (!decision) return term('determination', false, `No eligibility determination for ${name} is filed.`, null);
  const says = decision.eligible
    ? `The newest filed determination for ${name}, of ${decision.decided}, says eligible.`
    : `The newest filed determination for ${name}, of ${decision.decided}, says not eligible.`;
  return term('determination', decision.eligible, says, decision.seq);
}

function notice(decision: EligibilityDecision | undefined): EligibilityTerm {
  if (!decision) return term('notice', false, 'There is no determination that a notice could tell of.', null);
  const last = lastNotice(decision);
  if (!last) return term('notice', false, 'No prior written notice tells of the determination.', null);
  return last.provided === null
    ? term('notice', false, 'The prior written notice of the determination was not provided yet.', last.seq)
    : term('notice', true, `The prior written notice of the determination was provided on ${last.provided}.`, last.seq);
}

function lastNotice(decision: EligibilityDecision) {
  return [...decision.notices].sort((a, b) => a.seq - b.seq).at(-1);
}

function consent(decision: EligibilityDecision | undefined, consents: readonly ServicesConsent[]): EligibilityTerm {
  const last = decision
    ? [...consents]
        .filter((row) => row.form === servicesForm && isAbout(row, decision))
        .sort((a, b) => a.seq - b.seq)
        .at(-1)
    : undefined;
  if (!last) return term('consent', true, 'No consent to services (102b) hangs on that notice.', null);
  if (last.revoked !== null)
    return term('consent', false, `Consent to services was revoked on ${last.revoked}.`, last.seq);
  if (last.result === 'given') return term('consent', true, 'Consent to services was given.', last.seq);
  const says = last.result === null ? 'The answer on services is not here yet.' : 'Consent to services was not given.';
  return term('consent', false, says, last.seq);
}

/** A revocation counts for the decision it ends, even where the consent itself was given before it. */
function isAbout(consent: ServicesConsent, decision: EligibilityDecision): boolean {
  if (consent.revoked !== null && decision.decided !== null && consent.revoked >= decision.decided) return true;
  if (consent.notice === undefined || consent.notice === null) return consent.seq > decision.seq;
  return decision.notices.some(({ seq }) => seq === consent.notice);
}

function reevaluation({ reevaluationDeclined }: EligibilityMaterial): EligibilityTerm {
  return reevaluationDeclined === null
    ? term('reevaluation', true, 'No reevaluation was declined.', null)
    : term('reevaluation', false, `The reevaluation was declined on ${reevaluationDeclined}.`, null);
}

function enrolled({ enrollment: { status } }: EligibilityMaterial, { statuses }: EnrollmentTable): EligibilityTerm {
  if (isBlank(status)) return term('enrollment', true, 'The student is enrolled.', null);
  const row = statuses.find(({ code }) => code === status);
  const named = row ? row.label : `Enrollment status ${status}`;
  return row?.ends
    ? term('enrollment', false, `${named}: eligibility has ended.`, null)
    : term('enrollment', true, `${named}: this does not end eligibility.`, null);
}

function services(material: EligibilityMaterial, { exitCodes }: EnrollmentTable): EligibilityTerm {
  const { status, exitCode } = material.enrollment;
  if (isBlank(status)) return served(true, 'The student is enrolled and can receive services.');
  const row = exitCodes.find(({ code }) => code === exitCode);
  const named = row
    ? `Exit code ${row.code} (${row.label})`
    : isBlank(exitCode)
      ? 'No exit code'
      : `Exit code ${exitCode}`;
  if (row?.serves === 'yes') return served(true, `${named}: services go on.`);
  if (row?.serves !== 'unless-declined') return served(false, `${named}: no services outside enrollment.`);
  return material.fapeDeclined
    ? served(false, `${named}: the parents declined a free appropriate public education.`)
    : served(true, `${named}: the parents accepted a free appropriate public education.`);
}

function isBlank(value: string | null): boolean {
  return value === null || value.trim() === '';
}

function term(id: EligibilityTermId, met: boolean, says: string, seq: number | null): EligibilityTerm {
  return { id, for: 'eligible', met, says, seq, source };
}

function served(met: boolean, says: string): EligibilityTerm {
  return { id: 'services', for: 'receiving', met, says, seq: null, source };
}
