import { lreOfPlan } from './lre.js';
import { type Change, type ComparedField, type ComparisonRules, compareVersions } from './revision.js';
import type { Process } from './process.js';
import type { NoticeRow } from './tables/notices.js';
import type { Day, DocumentView, Facts, Plain, RowView } from './types.js';
import { dayOf, numberOf, rowsOf, textOf } from './view-values.js';

/** What a notice drafts itself from. Everything is recorded already. */
export interface NoticeMaterial {
  readonly row: NoticeRow;
  readonly regulation: 'idea' | 's504';
  readonly student: { readonly name: string };
  /** Parents and guardians with education rights. */
  readonly family: readonly { readonly name: string }[];
  readonly rightsTransferred: boolean;
  /** The family's language, a code of the vocabulary `language`. */
  readonly language: string | null;
  /** Name of the care coordinator. */
  readonly coordinator: string | null;
  /** The student was eligible under this regulation until now. */
  readonly wasEligible: boolean;
  /** The decision it tells of; null where the notice comes before it. */
  readonly decision: {
    readonly day: Day;
    readonly facts: Facts;
    readonly words: Readonly<Record<string, string>>;
  } | null;
  /** The documents it cites, oldest first: of each kind the newest counts, of assessments and conferences all. */
  readonly documents: readonly NoticeSource[];
  /** The plan that the newest one follows. */
  readonly planBefore: DocumentView | null;
  /** Label of the plan of this track, for instance `Individualized Education Program (IEP)`. */
  readonly planName: string;
  /** The rows of the plan's fields, to say what changed. */
  readonly planFields: readonly NoticeField[];
  /** What tells a correction from a revision, and how placements are reported. */
  readonly rules: ComparisonRules & Pick<Process, 'lre'>;
  readonly vocabularies: Readonly<Record<string, readonly { readonly code: string; readonly label: string }[]>>;
}

export interface NoticeSource {
  readonly kind: string;
  readonly about?: string | undefined;
  readonly view: DocumentView;
}

export interface NoticeField extends ComparedField {
  readonly vocabulary?: string;
}

/** What the sentences of a notice can name: single things, and lists of them. An unknown one is empty or not there. */
export interface NoticeThings {
  readonly values: Readonly<Record<string, string>>;
  readonly lists: Readonly<Record<string, readonly Readonly<Record<string, string>>[]>>;
}

/** What is recorded, in words, under the names that the table `notice-texts` uses. */
export function noticeThings(material: NoticeMaterial): NoticeThings {
  const { decision, student, regulation, coordinator, planBefore, vocabularies } = material;
  const newest = (kind: string): DocumentView =>
    material.documents.findLast((row) => row.kind === kind && isOf(row.about, regulation))?.view ?? {};
  const all = (kind: string) => material.documents.filter((row) => row.kind === kind).map(({ view }) => view);
  const [evaluation, eligibility, plan] = [newest('evaluation'), newest('eligibility'), newest('plan')];
  const [review, evidence, conferences] = [newest('review'), newest('evidence'), all('conference')];
  const isAgain =
    material.documents.findLast(({ kind }) => kind === 'evaluation')?.about === 'reevaluation' ||
    decision?.facts['evaluationType'] === 'reevaluation';
  const word = (name: string) => textOf(decision?.words[name]);
  const factDay = (name: string) => longDay(decision?.facts[name]);
  const term = (vocabulary: string, code: unknown) => termLabel(vocabularies, vocabulary, code);
  const changes = planBefore ? compareVersions(material.planFields, planBefore, plan, material.rules) : null;
  const weighty = changes?.changes.filter(({ weight }) => weight === 'revision') ?? [];
  return {
    values: {
      student: student.name,
      law: regulation === 'idea' ? 'the Individuals with Disabilities Education Act (IDEA)' : 'Section 504',
      coordinator: coordinator ?? '',
      contact: coordinator ?? 'the school',
      planName: material.planName,
      reason: word('reason') || word('note'),
      request: asSentence(word('request') || word('note')),
      anEvaluation: isAgain ? 'a reevaluation' : 'a first evaluation',
      agreementDate: longDay(evaluation['agreementDate']),
      evaluationReason: textOf(evaluation['reason']) || word('reason'),
      existingData: textOf(evaluation['existingData']),
      isNotEligible: material.wasEligible ? 'is no longer eligible' : 'is not eligible',
      category: term('disability-category', eligibility['category'] ?? decision?.facts['category']),
      activity: term('major-life-activity', eligibility['majorLifeActivity']),
      adverseEffect: textOf(eligibility['adverseEffect']),
      substantialLimit: textOf(eligibility['substantialLimit']),
      eligibilityReason: textOf(eligibility['reason']) || word('reason'),
      evidenceBasis: textOf(eligibility['evidenceBasis']),
      parentInput: textOf(eligibility['parentInput']) || textOf(evidence['parentInput']),
      studentInput: textOf(evidence['studentInput']),
      planStart: longDay(plan['startDate']),
      planEnd: longDay(plan['endDate']),
      presentLevels: textOf(plan['presentLevels']),
      changeSummary: textOf(plan['changeSummary']),
      lreReason: textOf(plan['lreReason']),
      percent: percentOf(plan, material.rules),
      percentBefore: planBefore ? percentOf(planBefore, material.rules) : '',
      sameAsBefore: changes && weighty.length === 0 ? 'Its goals and services stay as they are.' : '',
      conclusion: textOf(review['conclusion']),
      exitReason: term('exit-reason', review['exitReason']),
      exitDate: longDay(review['exitDate']),
      reviewDecision: term('review-decision', decision?.facts['decision'] ?? review['proposal']),
      revokedDate: factDay('receivedDate'),
      stopDate: factDay('effectiveDate'),
      conferenceDate: longDay(conferences.at(-1)?.['actualDate']),
    },
    lists: {
      areas: rowsOf(evaluation, 'areas').map((row) => ({
        area: term('evaluation-area', row['area']),
        assessor: term('roles', row['assessorRole']),
      })),
      assessments: all('assessment').map((view) => ({
        tool: textOf(view['tool']) || term('evaluation-area', view['area']),
        area: term('evaluation-area', view['area']),
        date: longDay(view['assessedDate']) || longDay(view['reportDate']),
      })),
      items: rowsOf(evidence, 'items').map((row) => ({
        statement: withoutStop(textOf(row['statement'])),
        source: term('data-source', row['dataSource']),
        date: longDay(row['observedDate']),
      })),
      needs: rowsOf(plan, 'needs').map((row) => ({ need: textOf(row['statement']) })),
      goals: rowsOf(plan, 'goals').map((row) => ({ what: goalWords(row), due: longDay(row['dueDate']) })),
      services: rowsOf(plan, 'services').map((row) => ({
        name: textOf(row['name']),
        amount: amountOf(row, term),
        where: term('location', row['location']).toLowerCase(),
        from: longDay(row['startDate']),
        until: longDay(row['endDate']),
      })),
      accommodations: rowsOf(plan, 'accommodations').map((row) => ({ what: textOf(row['what']) })),
      ...changeLists(weighty, material, term),
      outcomes: rowsOf(review, 'outcomes').map((row) => ({
        goal: goalOf(row['goal'], plan, planBefore),
        outcome: term('goal-outcome', row['outcome']),
      })),
      exclusions: exclusions.filter(({ field }) => eligibility[field] === true).map(({ what }) => ({ what })),
      decided: rowsOf(conferences.at(-1) ?? {}, 'decisions').map((row) => ({ decision: textOf(row['decision']) })),
      rejected: conferences
        .flatMap((view) => rowsOf(view, 'decisions'))
        .map((row) => ({ options: textOf(row['options']) })),
      dissent: [
        ...rowsOf(eligibility, 'dissent')
          .filter((row) => row['agrees'] === false)
          .map((row) => ({ name: textOf(row['name']), statement: textOf(row['statement']) })),
        ...conferences
          .flatMap((view) => rowsOf(view, 'decisions'))
          .map((row) => ({ name: '', statement: textOf(row['dissent']) })),
      ],
    },
  };
}

type TermOf = (vocabulary: string, code: unknown) => string;

const exclusions = [
  { field: 'exclusionReading', what: 'a lack of good reading instruction' },
  { field: 'exclusionMath', what: 'a lack of good math instruction' },
  { field: 'exclusionLanguage', what: 'limited English' },
] as const;

/** A document that is about one regulation counts for that one only. */
function isOf(about: string | undefined, regulation: string): boolean {
  return (about !== 'idea' && about !== 's504') || about === regulation;
}

function changeLists(changes: readonly Change[], { planFields }: NoticeMaterial, term: TermOf) {
  const ofKind = (kind: Change['kind']) => changes.filter((change) => change.kind === kind);
  return {
    changed: ofKind('changed').map((change) => {
      const field = fieldOf(change, planFields);
      return { label: change.label, ...sides(change, field, term) };
    }),
    added: ofKind('added').map(({ label, after }) => ({ what: `${label}: ${rowName(after)}` })),
    removed: ofKind('removed').map(({ label, before }) => ({ what: `${label}: ${rowName(before)}` })),
  };
}

function fieldOf({ path }: Change, fields: readonly NoticeField[]): NoticeField | undefined {
  const parts = path.split('/');
  const list = parts.length > 1 ? parts[0] : undefined;
  return fields.find((field) => field.name === parts.at(-1) && field.list === list);
}

/** Both sides of a change as a person reads them; nothing for words and links, which stand in the plan itself. */
function sides({ before, after }: Change, field: NoticeField | undefined, term: TermOf): Record<string, string> {
  if (!field || field.type === 'text' || field.type === 'row' || field.type === 'person') return {};
  const shown = (value: unknown): string => {
    if (value === null || value === undefined) return 'nothing';
    if (field.type === 'day') return longDay(value) || String(value);
    if (typeof value === 'boolean') return value ? 'yes' : 'no';
    if (Array.isArray(value)) return value.map(shown).join(', ');
    return field.vocabulary ? term(field.vocabulary, value) : String(value);
  };
  return { before: shown(before), after: shown(after) };
}

function rowName(row: Plain | RowView): string {
  if (typeof row !== 'object' || row === null || !('id' in row)) return '';
  return (
    goalWords(row) || textOf(row['name']) || textOf(row['what']) || textOf(row['statement']) || textOf(row['text'])
  );
}

function goalWords(row: RowView): string {
  return ['condition', 'behavior', 'criterion']
    .map((part) => withoutStop(textOf(row[part])))
    .filter((part) => part !== '')
    .join(', ');
}

function goalOf(id: unknown, ...plans: readonly (DocumentView | null)[]): string {
  const goal = plans.flatMap((plan) => (plan ? rowsOf(plan, 'goals') : [])).find((row) => row.id === id);
  return goal ? goalWords(goal) : '';
}

function amountOf(row: RowView, term: TermOf): string {
  const [minutes, count] = [numberOf(row['minutes']), numberOf(row['count'])];
  const interval = term('interval', row['interval']);
  if (minutes === null || count === null || interval === '') return '';
  const times = count === 1 ? 'once' : count === 2 ? 'twice' : `${count} times`;
  return `${minutes} minutes ${times} a ${interval}`;
}

function percentOf(plan: DocumentView, rules: NoticeMaterial['rules']): string {
  const percent = lreOfPlan(plan, rules)?.percent ?? null;
  return percent === null ? '' : String(percent);
}

function termLabel(vocabularies: NoticeMaterial['vocabularies'], vocabulary: string, code: unknown): string {
  if (typeof code !== 'string' || code === '') return '';
  return vocabularies[vocabulary]?.find((term) => term.code === code)?.label ?? code;
}

const days = new Intl.DateTimeFormat('en-US', { dateStyle: 'long', timeZone: 'UTC' });

function longDay(value: unknown): string {
  const day: Day | null = dayOf(value);
  return day === null ? '' : days.format(new Date(`${day}T00:00:00Z`));
}

function asSentence(text: string): string {
  return text === '' || /[.!?…]$/.test(text) ? text : `${text}.`;
}

function withoutStop(text: string): string {
  return text.replace(/\.$/, '');
}
