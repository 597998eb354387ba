import { fieldsOf, type RowView } from '@ssp-kit/process';
import type { CaseHandle, CaseView, DocumentHandle, DocumentStatus } from '@ssp-kit/session/contract';
import { type CSSResultGroup, html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import '../field/define.js';
import '../field-list/define.js';
import type { SspField } from '../field/field.js';
import type { SspFieldList } from '../field-list/field-list.js';
import { ReadableController } from '../shared/controllers.js';
import { SspElement } from '../shared/element.js';
import { fieldRow, isAsked, rowsOf } from '../shared/fields.js';
import { follow } from '../shared/follow.js';
import { formStyles } from '../shared/form.styles.js';
import { gridStyles } from '../shared/grid.styles.js';
import { icon } from '../shared/icons.js';
import { newId } from '../shared/new-id.js';
import { peopleStyles } from '../shared/people.styles.js';
import { withoutWords } from '../shared/without-words.js';
import { type Arrangement, arrange } from './arrange.js';
import { type Cards, renderAdd, renderError } from './card.js';
import { renderGoals } from './goal-card.js';
import { renderNeed } from './need-card.js';
import { layoutStep, type StepsOfGoal } from './objectives.js';
import { OpenedCards } from './opened-cards.js';
import { planCardsStyles } from './plan-cards.styles.js';
import { terms } from './plan-cards.terms.js';
import { addRow, bringBack, type EditedPlan, firstAnswers, type GoneRow, moveRow, removeRow } from './plan-edits.js';
import { cardName, firstEmpty, firstField, isList, type ListName, type PlanRows, pick, planRows } from './rows.js';
import { renderServices } from './service-card.js';

const nothingArranged: Arrangement = { needs: [], goals: new Map(), services: new Map() };

/**
 * @summary The needs, goals and services of a plan as linked cards: each reads as a sentence and is edited in place.
 * @customElement ssp-plan-cards
 * @status experimental
 * @since 0.1
 * @dependency ssp-field
 * @dependency ssp-field-list
 *
 * @csspart card - A need, a goal or a service.
 * @csspart sentence - What the card says.
 * @csspart people - The rings of those who are in a card.
 */
export class SspPlanCards extends SspElement {
  static override styles: CSSResultGroup = [SspElement.styles, formStyles, gridStyles, peopleStyles, planCardsStyles];

  /** The plan's document. */
  @property({ attribute: false }) document: DocumentHandle | null = null;

  /** The case, for the student's name, the track and the team. */
  @property({ attribute: false }) case: CaseHandle | null = null;

  /** What is wrong with lists and rows: `goals`, or `goals/<row id>`, and the sentence. */
  @property({ attribute: false }) errors: Readonly<Record<string, string>> = {};

  /** Only to be read, whatever the document allows. */
  @property({ type: Boolean, reflect: true }) readonly = false;

  readonly #status = new ReadableController<DocumentStatus>(
    this,
    () => this.document?.view ?? null,
    (status) => this.#shownOf(status),
  );
  readonly #case = new ReadableController<CaseView>(
    this,
    () => this.case?.view ?? null,
    ({ case: known }) => known && [known.track, known.team, known.student.name],
  );

  @state() private gone: GoneRow | null = null;

  readonly #opened = new OpenedCards();
  readonly #steps = new Map<string, StepsOfGoal>();
  #arrangement: Arrangement | null = null;
  #focusNext: string | null = null;

  protected override willUpdate(changed: PropertyValues): void {
    super.willUpdate(changed);
    if (changed.has('document')) this.#startAnew();
    const status = this.#status.value;
    if (status?.state !== 'ready') return;
    this.#opened.meet(this.#rows, status.synced);
    // While somebody works in the cards nothing moves; it settles when they leave.
    const working = this.shadowRoot?.activeElement != null;
    this.#arrangement = arrange(this.#rows, working ? this.#arrangement : null);
  }

  protected override updated(changed: PropertyValues): void {
    super.updated(changed);
    const selector = this.#focusNext;
    if (selector === null) return;
    const target = this.shadowRoot?.querySelector<HTMLElement>(selector);
    if (!target) return;
    this.#focusNext = null;
    if (!(target.localName === 'ssp-field')) {
      target.focus();
      return;
    }
    const folded = target.closest('details');
    if (folded !== null) folded.open = true;
    void (target as SspField).updateComplete.then(() => {
      target.scrollIntoView({ block: 'center' });
      target.focus();
    });
  }

  /** Another document: nothing of the one before goes on in it. */
  #startAnew(): void {
    this.gone = null;
    this.#focusNext = null;
    this.#arrangement = null;
    this.#opened.clear();
    this.#steps.clear();
  }

  /**
   * Opens the card of a row and puts the person into a field: `goals/<row id>/target`; the first empty one when the path
   * names none. Answers whether the path is one of these lists.
   */
  focusField(path: string): boolean {
    const [list = '', id, name] = path.split('/');
    if (list === 'objectives' && this.isConnected) return this.#focusStep(id, path);
    if (!isList(list)) return false;
    if (!this.isConnected) return true;
    const rows = this.#rows;
    const row = id === undefined ? rows[list][0] : rows[list].find((one) => one.id === id);
    if (row === undefined) {
      this.#focusNext = `.add-${list}`;
    } else if (list === 'needs' && name === 'goals') {
      this.#focusNext = `${inCard(row.id)} .add-goals`;
    } else {
      this.#opened.set(row.id, true);
      const known = name !== undefined && fieldRow(this.process, 'plan', name, list) !== undefined;
      const field = known ? name : firstEmpty(this.process, rows, list, row, this.#state);
      this.#focusNext = fieldSelector(list, row.id, field);
    }
    this.requestUpdate();
    return true;
  }

  /** A step stands in the card of its goal, which is opened for it. */
  #focusStep(id: string | undefined, path: string): boolean {
    const step = rowsOf(this.#status.value?.data, 'objectives').find((row) => row.id === id);
    const goal = this.#rows.goals.find((row) => row.id === step?.['goal']) ?? this.#rows.goals[0];
    if (goal === undefined) return false;
    this.#opened.set(goal.id, true);
    this.requestUpdate();
    void this.updateComplete.then(async () => {
      const steps = this.shadowRoot?.querySelector<SspFieldList>(`${inCard(goal.id)} ssp-field-list`);
      await steps?.updateComplete;
      steps?.focusField(path);
    });
    return true;
  }

  /** Goes to a list: its first card, or the button that adds one. Answers whether there is either. */
  focusList(list: 'needs' | 'goals' | 'services'): boolean {
    const root = this.shadowRoot;
    const target =
      root?.querySelector<HTMLElement>(`.${list}.card .toggle`) ?? root?.querySelector<HTMLElement>(`.add-${list}`);
    if (!this.isConnected || target == null) return false;
    target.closest('.card')?.scrollIntoView({ block: 'start' });
    target.focus();
    return true;
  }

  /** The rows without their words: those follow by themselves, in the fields and in the sentences. */
  #shownOf({ state: stands, may, sealed, synced, kind, data, people }: DocumentStatus): unknown {
    const { needs, goals, services, startDate, endDate } = withoutWords(this.process, kind, data);
    return [stands, may, sealed, synced, needs, goals, services, startDate, endDate, people];
  }

  get #state() {
    return this.#case.value?.case ?? null;
  }

  get #rows(): PlanRows {
    return planRows(this.#status.value?.data);
  }

  get #plan(): EditedPlan {
    return { session: this.usedSession, document: this.document };
  }

  get #writable(): boolean {
    const status = this.#status.value;
    return !this.readonly && status?.state === 'ready' && status.may === 'write' && !status.sealed;
  }

  get #cards(): Cards {
    const writable = this.#writable;
    return {
      process: this.process,
      locale: this.locale,
      audience: this.audience,
      writable,
      state: this.#state,
      people: this.#status.value?.people ?? [],
      rows: this.#rows,
      arrangement: this.#arrangement ?? nothingArranged,
      errors: this.errors,
      isOpen: (id) => writable && this.#opened.isOpen(id),
      isFresh: (id) => this.#opened.isFresh(id),
      field: (list, row, name, size, lines) => this.#renderField(list, row, name, size, lines),
      rest: (list, row, placed) => this.#renderRest(list, row, placed),
      steps: (goal) => this.#renderSteps(goal),
      plan: this.#status.value?.data ?? {},
      document: this.document,
      asksSteps: this.#asksSteps,
      onField: (list, id, name) => void this.focusField(`${list}/${id}/${name}`),
      words: (list, row, part, render) => this.#renderWords(list, row, part, render),
      onToggle: (id) => this.#onToggle(id),
      onAdd: (list, parent) => this.#onAdd(list, parent),
      onRemove: (list, id) => this.#onRemove(list, id),
      onMove: (list, id, siblings, by) => this.#onMove(list, id, siblings, by),
    };
  }

  #onAdd(list: ListName, parent: string): void {
    const id = newId();
    this.#opened.set(id, true);
    this.gone = null;
    this.#focusNext = fieldSelector(list, id, firstField[list]);
    addRow(this.#plan, list, id, firstAnswers(list, parent, this.#status.value?.data ?? {}));
  }

  #onRemove(list: ListName, id: string): void {
    this.gone = removeRow(this.#plan, this.#rows, list, id);
    this.#focusNext = '.undo';
  }

  #onUndo = (): void => {
    const { gone } = this;
    if (gone === null) return;
    this.gone = null;
    this.#arrangement = null;
    bringBack(this.#plan, this.process, gone);
    this.#focusNext = `${inCard(gone.row.id)} .toggle`;
  };

  #onMove(list: ListName, id: string, siblings: readonly string[], by: -1 | 1): void {
    this.#arrangement = null;
    (this.shadowRoot?.activeElement as HTMLElement | null)?.blur();
    const button = moveRow(this.#plan, this.#rows, list, id, siblings, by);
    if (button !== null) this.#focusNext = `${inCard(id)} .${button}`;
  }

  #onToggle(id: string): void {
    const open = this.#writable && this.#opened.isOpen(id);
    this.#opened.set(id, !open);
    if (open) this.#focusNext = `${inCard(id)} .toggle`;
    this.requestUpdate();
  }

  #onFocusOut = (event: FocusEvent): void => {
    const to = event.relatedTarget;
    if (to instanceof Node && this.shadowRoot?.contains(to)) return;
    // Not at once: a render that takes the focused card away is still at work.
    queueMicrotask(() => this.requestUpdate());
  };

  #renderField(list: ListName, row: RowView, name: string, size = '', lines = 1): TemplateResult | typeof nothing {
    const field = fieldRow(this.process, 'plan', name, list);
    if (field === undefined || !isAsked(field, row, this.#state?.track ?? null)) return nothing;
    return html`<ssp-field
      class=${size}
      data-path=${`${list}/${row.id}/${name}`}
      .session=${this.usedSession}
      .document=${this.document}
      .case=${this.case}
      .row=${field}
      .rowId=${row.id}
      .audience=${this.audience}
      .lines=${lines}
    ></ssp-field>`;
  }

  #renderRest(list: ListName, row: RowView, placed: readonly string[]): TemplateResult | typeof nothing {
    const rest = fieldsOf(this.process, 'plan', list).filter(({ name }) => !placed.includes(name));
    if (rest.length === 0) return nothing;
    return html`<div class="grid">
      ${rest.map(({ name, type }) => this.#renderField(list, row, name, type === 'text' ? '' : 'half'))}
    </div>`;
  }

  get #asksSteps(): boolean {
    const track = this.#state?.track ?? 'action';
    return fieldsOf(this.process, 'plan', 'objectives').some(({ tracks }) => tracks?.includes(track) !== false);
  }

  #renderSteps(goal: RowView): TemplateResult | typeof nothing {
    if (!this.#asksSteps) return nothing;
    const known = this.#steps.get(goal.id);
    const steps: StepsOfGoal = known ?? {
      firstValues: { goal: goal.id },
      where: (row) => row['goal'] === goal.id,
    };
    if (known === undefined) this.#steps.set(goal.id, steps);
    return html`<div class="steps-editor">
      <h5>${terms('stepsHeading')}</h5>
      <ssp-field-list
      .session=${this.usedSession}
      .document=${this.document}
      .case=${this.case}
      list="objectives"
      .rowName=${terms('step')}
      .addLabel=${terms('addStep')}
      .emptyText=${terms('stepsNone')}
      .firstValues=${steps.firstValues}
      .where=${steps.where}
      .layout=${layoutStep}
      .placed=${onlyGoal}
      .audience=${this.audience}
    ></ssp-field-list></div>`;
  }

  #renderWords<P>(list: ListName, row: RowView, part: (row: RowView) => P, render: (part: P) => unknown): unknown {
    const view = this.document?.view;
    if (view === undefined) return nothing;
    // A row that has just been removed says what it said until its card is gone.
    return follow(view, ({ data }) => part(rowsOf(data, list).find(({ id }) => id === row.id) ?? row), render);
  }

  #renderLoose(cards: Cards): TemplateResult {
    const goals = cards.arrangement.goals.get('') ?? [];
    const services = cards.arrangement.services.get('') ?? [];
    return html`
      ${
        goals.length === 0
          ? nothing
          : html`<section class="loose">
              <h4>${terms('goalsLoose')}</h4>
              ${cards.writable ? html`<p class="quiet small">${terms('goalsLooseLead')}</p>` : nothing}
              ${renderGoals(cards, null)}
            </section>`
      }
      ${
        services.length === 0
          ? nothing
          : html`<section class="loose">
              <h4>${terms('servicesLoose')}</h4>
              ${cards.writable ? html`<p class="quiet small">${terms('servicesLooseLead')}</p>` : nothing}
              ${renderServices(cards, null)}
            </section>`
      }
    `;
  }

  #renderGone(): TemplateResult | typeof nothing {
    if (this.gone === null) return nothing;
    const name = cardName(this.gone.list, this.gone.row);
    return html`<div class="removed" role="status">
      <span>${terms('removed', { name })}</span>
      <button type="button" class="button plain small undo" @click=${this.#onUndo}>${icon('undo')}${terms('undo')}</button>
    </div>`;
  }

  protected override render(): TemplateResult | typeof nothing {
    if (this.#status.value?.state !== 'ready') return nothing;
    const cards = this.#cards;
    const { needs } = cards.arrangement;
    const rows = pick(cards.rows.needs, needs);
    return html`<div class="cards" @focusout=${this.#onFocusOut}>
      ${renderError(cards, 'needs')} ${renderError(cards, 'goals')} ${renderError(cards, 'services')}
      ${rows.length === 0 ? html`<p class="quiet">${terms('noNeed')}</p>` : nothing}
      <ol class="needs-list">
        ${repeat(
          rows,
          ({ id }) => id,
          (row) => renderNeed(cards, row, needs),
        )}
      </ol>
      ${this.#renderLoose(cards)} ${this.#renderGone()}
      ${renderAdd(cards, 'needs', '', terms('addNeed'))}
    </div>`;
  }
}

const onlyGoal = ['goal'];

function inCard(id: string): string {
  return `[data-row="${CSS.escape(id)}"]`;
}

function fieldSelector(list: ListName, id: string, name: string): string {
  return `ssp-field[data-path="${CSS.escape(`${list}/${id}/${name}`)}"]`;
}

declare global {
  interface HTMLElementTagNameMap {
    'ssp-plan-cards': SspPlanCards;
  }
}
