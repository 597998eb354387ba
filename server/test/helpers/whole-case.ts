/**
 * One whole IEP case over the wire, as its people take it: every document is written on its own socket by somebody who may, every
 * decision is a command: three conferences to the first IEP, a change of it, and a reevaluation to the third.
 */
import { randomUUID } from 'node:crypto';
import {
  type CaseState,
  type Decision,
  type DocumentView,
  fold,
  isPrompt,
  localDay,
  type Plain,
  type RowView,
} from '@ssp-kit/process';
import { hawaiiClassic } from '@ssp-kit/process/profiles';
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
  sampleRows,
} from '@ssp-kit/process/testing';
import { type CommandResult, documentKind, formatRoom } from '@ssp-kit/protocol';
import { edits } from '@ssp-kit/record';
import { api, decideOk, openDocument, startCase, stored } from './client.js';
import { writeView } from './contents.js';

export const parts = ['teacher', 'coordinator', 'special', 'provider', 'evaluator', 'administrator', 'mother'] as const;
export type Part = (typeof parts)[number];

/** Who plays a case on which server. `persons` are ids of the roster. */
export interface Cast {
  readonly url: string;
  readonly tokens: Readonly<Record<Part, string>>;
  readonly persons: Readonly<Record<Part, string>>;
  readonly student: string;
}

type Payload = Record<string, Plain>;

/** A case of the cast's student, to be written and decided by its parts. Days are today. */
export class WireCase {
  readonly id: string;
  readonly cast: Cast;
  readonly today = localDay(new Date(), hawaiiClassic.profile.timeZone);

  private constructor(id: string, cast: Cast) {
    this.id = id;
    this.cast = cast;
  }

  static async begin(cast: Cast, by: Part = 'teacher'): Promise<WireCase> {
    const { id } = await startCase(cast.url, cast.tokens[by], cast.student, randomUUID());
    return new WireCase(id, cast);
  }

  /** A case that stands already, wherever it was begun. */
  static at(cast: Cast, id: string): WireCase {
    return new WireCase(id, cast);
  }

  room(document: string): string {
    return formatRoom({ caseId: this.id, document, epoch: 1 });
  }

  async state(): Promise<CaseState> {
    const { url, tokens } = this.cast;
    const { body } = await api(url, tokens.coordinator, 'GET', `/api/cases/${this.id}/history`);
    return fold((body as { decisions: Decision[] }).decisions) as CaseState;
  }

  /** The newest open document of a kind, opened about this. */
  async open(kind: string, about?: string): Promise<string> {
    const found = Object.values((await this.state()).documents).findLast(
      (row) => row.kind === kind && row.state === 'open' && (about === undefined || row.about === about),
    );
    if (!found) throw new Error(`no open ${kind} ${about ?? ''}`);
    return found.id;
  }

  async read(by: Part, document: string): Promise<DocumentView> {
    const { url, tokens } = this.cast;
    const opened = await openDocument(url, tokens[by], this.room(document));
    const view = opened.view();
    opened.close();
    return view;
  }

  /** Writes a view on the part's own socket; the rows of `replace` take the place of those that are there. */
  async write(by: Part, document: string, view: DocumentView, replace: readonly string[] = []): Promise<void> {
    const { url, tokens } = this.cast;
    const room = this.room(document);
    const opened = await openDocument(url, tokens[by], room);
    const kind = documentKind(document);
    const edit = edits(hawaiiClassic, opened.doc, kind);
    for (const list of replace) {
      for (const { id } of (opened.view()[list] ?? []) as readonly RowView[]) edit.removeRow(list, id);
    }
    writeView(opened.doc, kind, view);
    await stored(url, tokens[by], room, opened);
    opened.close();
  }

  decide(by: Part, action: string, payload: Payload = {}): Promise<CommandResult & { ok: true }> {
    return decideOk(this.cast.url, this.cast.tokens[by], this.id, action, payload);
  }

  /** From the concern to the filed referral, with everybody on the team and the mother admitted. */
  async refer(suspicion: 'yes' | 'no' = 'yes'): Promise<void> {
    const { persons } = this.cast;
    await this.write('teacher', 'concern', completeConcern(suspicion, this.today));
    await this.decide('teacher', 'concern.submit');
    await this.decide('coordinator', 'referral.file');
    for (const part of parts.filter((one) => one !== 'mother')) {
      await this.decide('coordinator', 'team.add', { person: persons[part], role: part });
    }
    await this.decide('coordinator', 'team.coordinate', { person: persons.coordinator });
    await this.decide('coordinator', 'family.admit', { person: persons.mother, relation: 'Mother' });
  }

  /** Evidence, the conference on needs, and the needs. */
  async defineNeeds(): Promise<void> {
    await this.write('teacher', 'evidence', completeEvidence(this.today));
    await this.decide('coordinator', 'evidence.complete');
    await this.confer('student-needs');
    await this.write('special', 'needs', completeNeeds());
    await this.decide('coordinator', 'needs.define');
  }

  /** A conference from its invitation to its end. */
  async confer(purpose: string): Promise<void> {
    const { today } = this;
    await this.decide('coordinator', 'conference.schedule', { purpose, date: today, time: '14:00', place: 'Room 12' });
    const invitation = await this.open('invitation');
    await this.write('coordinator', invitation, completeInvitation(purpose, today), ['invitees']);
    await this.decide('coordinator', 'invitation.send', { document: invitation });
    const document = await this.open('conference');
    const held = completeConference(purpose, today, this.cast.persons.coordinator);
    await this.write('coordinator', document, held, ['attendance']);
    await this.decide('coordinator', 'conference.hold', { document });
  }

  /** The oldest notice about this that waits: its draft is completed where it asks for something, and given to the family. */
  async notify(about: string): Promise<void> {
    const { notices } = await this.state();
    const document = notices.find((row) => row.about === about && row.provided === null)?.document;
    if (!document) throw new Error(`no notice about ${about} waits`);
    const draft = await this.read('coordinator', document);
    const complete = Object.entries(completeNotice(this.today));
    const missing = complete.filter(([name]) => isPrompt(draft[name]) || draft[name] === undefined);
    await this.write('coordinator', document, Object.fromEntries(missing));
    await this.decide('coordinator', 'notice.provide', { document });
  }

  /** The team evaluates in one area, and needs an assessment. */
  async decideEvaluation(): Promise<void> {
    await this.write('coordinator', 'evaluation', completeEvaluation(this.today));
    await this.decide('coordinator', 'evaluation.decide');
  }

  /** A form of consent that is given out, then signed once the notices that come before it are given. */
  async consent(form: string, ...notices: readonly string[]): Promise<void> {
    const document = await this.open('consent', form);
    await this.write('coordinator', document, completeConsent(this.today));
    await this.decide('coordinator', 'consent.provide', { document });
    for (const about of notices) await this.notify(about);
    const answer = { document, result: 'given', receivedDate: this.today, signer: 'Mona Tester' };
    await this.decide('coordinator', 'consent.record', answer);
  }

  /** An assessment by its evaluator alone. */
  async assess(area: string, by: 'evaluator' | 'provider' | 'special' = 'evaluator'): Promise<void> {
    const { today, cast } = this;
    await this.decide('coordinator', 'assessment.request', { person: cast.persons[by], area, due: today });
    const document = await this.open('assessment', area);
    await this.write(by, document, { ...completeAssessment(today), area });
    await this.decide(by, 'assessment.file', { document });
  }

  async determine(regulation: string, eligible: boolean): Promise<void> {
    const document = await this.open('eligibility', regulation);
    await this.write('coordinator', document, completeEligibility(regulation, eligible, this.today));
    await this.decide('coordinator', 'eligibility.decide', { document });
  }

  /** The plan's conference, its draft, its notice, and its activation. */
  async activate(about: 'plan' | 'change'): Promise<void> {
    await this.confer('iep');
    const plan = await this.open('plan');
    await this.write('special', plan, completePlan('idea', this.today, this.cast.persons.provider));
    await this.decide('coordinator', 'plan.present');
    await this.notify(about);
    await this.decide('coordinator', 'plan.activate');
  }

  async report(): Promise<void> {
    const { today } = this;
    await this.decide('coordinator', 'progress.open', { periodEnd: today });
    const document = await this.open('progress');
    await this.write('special', document, completeProgress(today), ['goals']);
    await this.decide('coordinator', 'progress.publish', { document });
  }
}

/** A case with an active first IEP. */
export async function activeIep(cast: Cast): Promise<WireCase> {
  const told = await WireCase.begin(cast);
  await told.refer();
  await told.write('mother', await told.open('family'), completeFamily());
  await told.defineNeeds();
  await told.decideEvaluation();
  await told.consent('102a', 'evaluation');
  await told.assess('academic');
  await told.assess('communication', 'provider');
  await told.assess('cognitive');
  await told.confer('eligibility');
  await told.determine('idea', true);
  await told.determine('s504', false);
  await told.notify('eligibility');
  await told.notify('eligibility');
  await told.consent('102b', 'services');
  await told.activate('plan');
  return told;
}

/** The whole case: it ends with the third IEP active and a review of it open. */
export async function wholeCase(cast: Cast): Promise<WireCase> {
  const told = await activeIep(cast);
  const { today } = told;
  const log = await told.open('log');
  await told.write('provider', log, completeLog(today));
  await told.decide('provider', 'service.sign', { document: log, session: sampleRows.session });
  await told.report();
  await told.report();

  await told.decide('coordinator', 'document.correct', { document: 'evidence', note: 'A word was misspelled.' });
  const copy = await told.open('evidence');
  await told.write('coordinator', copy, { teacherInput: 'Follows a story well when it is read to her class.' });
  await told.decide('administrator', 'correction.file', { document: copy });

  await told.decide('coordinator', 'review.open', { trigger: 'progress' });
  const review = await told.open('review');
  await told.write('teacher', review, { ...completeReview(today), proposal: 'revise' }, ['outcomes']);
  await told.decide('coordinator', 'review.decide', { decision: 'revise' });
  await told.activate('change');

  await told.decide('coordinator', 'reevaluation.open', { trigger: 'need', bothAgree: true, reason: 'New needs.' });
  await told.write('coordinator', await told.open('evaluation'), completeEvaluation(today, 'assess', 'idea'));
  await told.decide('coordinator', 'evaluation.decide');
  await told.consent('102c', 'evaluation');
  await told.assess('health');
  await told.confer('eligibility');
  await told.determine('idea', true);
  await told.notify('eligibility');
  await told.activate('change');
  await told.report();
  await told.decide('coordinator', 'review.open', { trigger: 'annual' });
  return told;
}
