import { type FieldRow, label, type Plain, type RowView } from '@ssp-kit/process';
import type { CaseHandle, CaseView, DocumentHandle, DocumentStatus } from '@ssp-kit/session/contract';
import { type CSSResultGroup, html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { classMap } from 'lit/directives/class-map.js';
import { repeat } from 'lit/directives/repeat.js';
import '../field/define.js';
import type { SspField } from '../field/field.js';
import { ReadableController } from '../shared/controllers.js';
import { SspElement } from '../shared/element.js';
import { fieldRow, isAsked, nameRow, rowsOf } from '../shared/fields.js';
import { formStyles } from '../shared/form.styles.js';
import { gridStyles } from '../shared/grid.styles.js';
import { icon } from '../shared/icons.js';
import { newId } from '../shared/new-id.js';
import { listNames, onePerPerson, renderRings } from '../shared/people.js';
import { peopleStyles } from '../shared/people.styles.js';
import { type Part, serviceParts } from '../shared/plan-words.js';
import { type Arrangement, arrange } from './arrange.js';
import { goalParts, goalProgress } from './goal-sentence.js';
import { terms } from './plan-cards.terms.js';
import { planCardsStyles } from './plan-cards.styles.js';

type ListName = 'needs' | 'goals' | 'services';

/** The fields of a row in the order in which one is looked for that is still empty. */
const order: Readonly<Record<ListName, readonly string[]>> = {
  needs: ['statement', 'area'],
  goals: ['need', 'behavior', 'baseline', 'target', 'measure', 'dueDate', 'objectives', 'criterion', 'condition'],
  services: ['goal', 'name', 'type', 'minutes', 'count', 'interval', 'location', 'provider', 'startDate', 'endDate'],
};

/**
 * @summary The needs, goals and services of a plan as linked cards: each reads as a sentence and is edited in place.
 * @customElement ssp-plan-cards
 * @status experimental
 * @since 0.1
 * @dependency ssp-field
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

  readonly #status = new ReadableController<DocumentStatus>(this, () => this.document?.view ?? null);
  readonly #case = new ReadableController<CaseView>(this, () => this.case?.view ?? null);

  @state() private gone: { readonly list: ListName; readonly row: RowView; readonly after: string | null } | null =
    null;

  #arrangement: Arrangement | null = null;
  /** Cards that are open or closed by the person, or were blank when first seen. */
  readonly #open = new Map<string, boolean>();
  readonly #fresh = new Set<string>();
  #known: Set<string> | null = null;
  #focusNext: string | null = null;

  protected override willUpdate(changed: PropertyValues): void {
    super.willUpdate(changed);
    if (changed.has('document')) {
      this.#known = null;
      this.#arrangement = null;
      this.#open.clear();
    }
    if (this.#status.value?.state !== 'ready') return;
    this.#meetRows();
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
    void (target as SspField).updateComplete.then(() => {
      target.scrollIntoView({ block: 'center' });
      target.focus();
    });
  }

  /**
   * Opens the card of a row and puts the person into a field: `goals/<row id>/target`; the first empty one when the path
   * names none. Answers whether the path is one of these lists.
   */
  focusField(path: string): boolean {
    const [list = '', id, name] = path.split('/');
    if (!isList(list)) return false;
    if (!this.isConnected) return true;
    const rows = this.#rows[list];
    const row = id === undefined ? rows[0] : rows.find((one) => one.id === id);
    if (row === undefined) {
      this.#focusNext = `.add-${list}`;
    } else if (list === 'needs' && name === 'goals') {
      this.#focusNext = `[data-row="${CSS.escape(row.id)}"] .add-goals`;
    } else {
      this.#open.set(row.id, true);
      const field = fieldRow(this.process, 'plan', name ?? '', list) ? name : this.#firstEmpty(list, row);
      this.#focusNext = this.#fieldSelector(list, row.id, field ?? '');
    }
    this.requestUpdate();
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

  #fieldSelector(list: ListName, id: string, name: string): string {
    return `ssp-field[data-path="${CSS.escape(`${list}/${id}/${name}`)}"]`;
  }

  #firstEmpty(list: ListName, row: RowView): string {
    const track = this.#caseState?.track ?? null;
    const asked = order[list].filter((name) => {
      const field = fieldRow(this.process, 'plan', name, list);
      return field !== undefined && isAsked(field, row, track);
    });
    const empty = asked.find((name) => !this.#isAnswered(row, name));
    if (empty !== undefined) return empty;
    if (list === 'goals') return 'target';
    const offTeam = !this.#caseState?.team.some(({ person }) => person === row['provider']);
    return list === 'services' ? (offTeam ? 'provider' : 'startDate') : 'statement';
  }

  #isAnswered(row: RowView, name: string): boolean {
    const value = row[name];
    if (name === 'need') return this.#rows.needs.some(({ id }) => id === value);
    if (name === 'goal') return this.#rows.goals.some(({ id }) => id === value);
    return value != null && String(value).trim() !== '';
  }

  get #caseState() {
    return this.#case.value?.case ?? null;
  }

  get #writable(): boolean {
    const status = this.#status.value;
    return !this.readonly && status?.state === 'ready' && status.may === 'write' && !status.sealed;
  }

  get #rows(): Readonly<Record<ListName, readonly RowView[]>> {
    const data = this.#status.value?.data;
    return { needs: rowsOf(data, 'needs'), goals: rowsOf(data, 'goals'), services: rowsOf(data, 'services') };
  }

  /** New rows get a brief tint; those that were blank when first seen are open, and stay so until they are closed. */
  #meetRows(): void {
    const rows = this.#rows;
    const blank: Readonly<Record<ListName, string>> = { needs: 'statement', goals: 'behavior', services: 'name' };
    const known = new Set<string>();
    for (const list of ['needs', 'goals', 'services'] as const) {
      for (const row of rows[list]) {
        known.add(row.id);
        if (this.#known?.has(row.id)) continue;
        if (this.#known !== null) this.#fresh.add(row.id);
        if (!this.#open.has(row.id)) this.#open.set(row.id, !this.#isAnswered(row, blank[list]));
      }
    }
    // What the first handshake brings is not new.
    this.#known = this.#status.value?.synced ? known : null;
  }

  #name(list: ListName, row: RowView): string {
    const name = nameRow(row, -1);
    if (name !== '0') return name;
    return list === 'services' ? terms('withoutName') : list === 'goals' ? terms('goal', { number: '' }).trim() : '';
  }

  #dispatchAdd(list: ListName, id: string, values: Readonly<Record<string, Plain>>, after?: string | null): void {
    const { document } = this;
    if (document === null) return;
    void this.usedSession?.dispatch({
      type: 'row.add',
      caseId: document.caseId,
      document: document.id,
      list,
      id,
      values,
      ...(after === undefined ? {} : { after }),
    });
  }

  #onAdd(list: ListName, parent: string): void {
    const id = newId();
    const data = this.#status.value?.data ?? {};
    const values: Record<string, Plain> = {};
    if (list === 'goals') values['need'] = parent;
    if (list === 'services') {
      values['goal'] = parent;
      for (const name of ['startDate', 'endDate']) {
        const day = data[name];
        if (typeof day === 'string') values[name] = day;
      }
    }
    this.#open.set(id, true);
    this.gone = null;
    const first = { needs: 'statement', goals: 'behavior', services: 'name' }[list];
    this.#focusNext = this.#fieldSelector(list, id, first);
    this.#dispatchAdd(list, id, values);
  }

  #onRemove(list: ListName, row: RowView): void {
    const { document } = this;
    if (document === null) return;
    const rows = this.#rows[list];
    const at = rows.findIndex(({ id }) => id === row.id);
    this.gone = { list, row, after: rows[at - 1]?.id ?? null };
    this.#focusNext = '.undo';
    void this.usedSession?.dispatch({
      type: 'row.remove',
      caseId: document.caseId,
      document: document.id,
      list,
      id: row.id,
    });
  }

  #onUndo = (): void => {
    const { gone } = this;
    if (gone === null) return;
    const values: Record<string, Plain> = {};
    for (const [name, value] of Object.entries(gone.row)) {
      const field = fieldRow(this.process, 'plan', name, gone.list);
      if (field !== undefined && field.type !== 'text' && value != null) values[name] = value;
    }
    this.gone = null;
    this.#arrangement = null;
    this.#dispatchAdd(gone.list, gone.row.id, values, gone.after);
    this.#focusNext = `[data-row="${CSS.escape(gone.row.id)}"] .toggle`;
  };

  /** Moves a card among its neighbours: behind the one it is to follow, wherever that stands in the whole list. */
  #onMove(list: ListName, row: RowView, siblings: readonly string[], by: -1 | 1): void {
    const { document } = this;
    if (document === null) return;
    const at = siblings.indexOf(row.id);
    const all = this.#rows[list].map(({ id }) => id);
    const next = siblings[at + by];
    if (next === undefined) return;
    const after = by === 1 ? next : (all[all.indexOf(next) - 1] ?? null);
    this.#arrangement = null;
    (this.shadowRoot?.activeElement as HTMLElement | null)?.blur();
    const atEnd = by === 1 ? at + 1 === siblings.length - 1 : at - 1 === 0;
    this.#focusNext = `[data-row="${CSS.escape(row.id)}"] .${(by === 1) === atEnd ? 'up' : 'down'}`;
    void this.usedSession?.dispatch({
      type: 'row.move',
      caseId: document.caseId,
      document: document.id,
      list,
      id: row.id,
      after,
    });
  }

  #onToggle(row: RowView): void {
    const open = this.#isOpen(row);
    this.#open.set(row.id, !open);
    if (open) this.#focusNext = `[data-row="${CSS.escape(row.id)}"] .toggle`;
    this.requestUpdate();
  }

  #onFocusOut = (event: FocusEvent): void => {
    const to = event.relatedTarget;
    if (to instanceof Node && this.shadowRoot?.contains(to)) return;
    // Not at once: a render that takes the focused card away is still at work.
    queueMicrotask(() => this.requestUpdate());
  };

  #isOpen(row: RowView): boolean {
    return this.#writable && this.#open.get(row.id) === true;
  }

  #renderField(list: ListName, row: RowView, name: string, size = '', lines = 1): TemplateResult | typeof nothing {
    const field: FieldRow | undefined = fieldRow(this.process, 'plan', name, list);
    if (field === undefined || !isAsked(field, row, this.#caseState?.track ?? null)) return nothing;
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

  #renderHead(list: ListName, row: RowView, title: TemplateResult | string): TemplateResult {
    const open = this.#isOpen(row);
    const name = this.#name(list, row);
    const people = onePerPerson(
      (this.#status.value?.people ?? []).filter(({ field }) => field?.startsWith(`${list}/${row.id}/`)),
    );
    const names = people.map((one) => one.name);
    return html`<div class="head">
      <h4 class="kicker" id=${`title-${row.id}`}>${title}</h4>
      ${renderRings(people)}
      <span class="unseen">${
        names.length > 0 ? terms('here', { names: listNames(names, this.locale), count: names.length }) : nothing
      }</span>
      ${
        this.#writable
          ? html`<button
              type="button"
              class="button plain small toggle"
              aria-expanded=${open ? 'true' : 'false'}
              @click=${() => this.#onToggle(row)}
            >
              ${open ? icon('check') : icon('edit')}${terms(open ? 'done' : 'edit')}<span class="unseen">: ${name}</span>
            </button>`
          : nothing
      }
    </div>`;
  }

  #renderTools(list: ListName, row: RowView, siblings: readonly string[]): TemplateResult {
    const name = this.#name(list, row);
    const at = siblings.indexOf(row.id);
    return html`<div class="tools">
      ${
        siblings.length < 2
          ? nothing
          : html`<button
                type="button"
                class="icon-button up"
                aria-label=${terms('up', { name })}
                ?disabled=${at <= 0}
                @click=${() => this.#onMove(list, row, siblings, -1)}
              >${icon('up')}</button>
              <button
                type="button"
                class="icon-button down"
                aria-label=${terms('down', { name })}
                ?disabled=${at === siblings.length - 1}
                @click=${() => this.#onMove(list, row, siblings, 1)}
              >${icon('down')}</button>`
      }
      <button
        type="button"
        class="icon-button remove"
        aria-label=${terms('remove', { name })}
        @click=${() => this.#onRemove(list, row)}
      >${icon('remove')}</button>
    </div>`;
  }

  #renderError(path: string): TemplateResult | typeof nothing {
    const says = this.errors[path];
    return says ? html`<p class="error">${icon('alert')}<span>${says}</span></p>` : nothing;
  }

  #renderParts(parts: readonly Part[], between: string): readonly unknown[] {
    return parts.map(
      ({ says, missing }, at) =>
        html`${at === 0 ? '' : between}${missing ? html`<span class="hole">${says}</span>` : says}`,
    );
  }

  #classes(list: ListName, row: RowView): ReturnType<typeof classMap> {
    return classMap({
      card: true,
      [list]: true,
      open: this.#isOpen(row),
      fresh: this.#fresh.has(row.id),
      wrong: `${list}/${row.id}` in this.errors,
    });
  }

  #renderAdd(list: ListName, parent: string, says: string, forWhat = ''): TemplateResult | typeof nothing {
    if (!this.#writable) return nothing;
    return html`<button
      type="button"
      class=${`button small add add-${list}`}
      @click=${() => this.#onAdd(list, parent)}
    >${icon('add')}<span>${says}${forWhat ? html`<span class="unseen"> ${forWhat}</span>` : nothing}</span></button>`;
  }

  #renderService(row: RowView, siblings: readonly string[], loose: boolean): TemplateResult {
    const provider = this.#caseState?.team.find(({ person }) => person === row['provider'])?.name ?? '';
    const unknown = typeof row['provider'] === 'string' && provider === '' ? row['provider'] : provider;
    const open = this.#isOpen(row);
    const kind = typeof row['type'] === 'string' ? label(this.process, 'service-type', row['type']) : '';
    const name = typeof row['name'] === 'string' && row['name'] !== '' ? row['name'] : terms('withoutName');
    return html`<li class=${this.#classes('services', row)} part="card" data-row=${row.id}>
      ${this.#renderHead(
        'services',
        row,
        html`<span class="name">${name}</span>${kind && !open ? html`<span class="kind">${kind}</span>` : nothing}`,
      )}
      ${this.#renderError(`services/${row.id}`)}
      <p class="sentence service-sentence" part="sentence">${this.#renderParts(serviceParts(this.process, row, unknown, this.locale), ', ')}</p>
      ${
        open
          ? html`<div class="editor">
              <div class="grid">
                ${this.#renderField('services', row, 'name')} ${this.#renderField('services', row, 'type')}
                ${this.#renderField('services', row, 'minutes', 'third')}
                ${this.#renderField('services', row, 'count', 'third')}
                ${this.#renderField('services', row, 'interval')}
                ${this.#renderField('services', row, 'location')}
                ${this.#renderField('services', row, 'provider', 'half')}
                ${loose || this.#rows.goals.length > 1 ? this.#renderField('services', row, 'goal', 'half') : nothing}
                ${this.#renderField('services', row, 'startDate', 'half')}
                ${this.#renderField('services', row, 'endDate', 'half')}
              </div>
              ${this.#renderTools('services', row, siblings)}
            </div>`
          : nothing
      }
    </li>`;
  }

  #renderServices(goal: RowView | null): TemplateResult | typeof nothing {
    const siblings = this.#arrangement?.services.get(goal?.id ?? '') ?? [];
    const rows = pick(this.#rows.services, siblings);
    if (goal === null && rows.length === 0) return nothing;
    const name = goal === null ? '' : this.#name('goals', goal);
    return html`
      ${
        rows.length === 0
          ? this.#writable
            ? nothing
            : html`<p class="quiet small">${terms('noService')}</p>`
          : html`<ul class="services-list">
              ${repeat(
                rows,
                ({ id }) => id,
                (row) => this.#renderService(row, siblings, goal === null),
              )}
            </ul>`
      }
      ${goal === null ? nothing : this.#renderAdd('services', goal.id, terms('addService'), terms('forGoal', { name }))}
    `;
  }

  #renderGoal(row: RowView, siblings: readonly string[], number: number, loose: boolean): TemplateResult {
    const { locale, audience } = this;
    const student = this.#caseState?.student.name ?? '';
    const open = this.#isOpen(row);
    const progress = goalProgress(row, audience, locale);
    const measured = audience === 'family' ? 'measured-family' : 'measured';
    const measure = typeof row['measure'] === 'string' ? row['measure'].trim() : '';
    const steps = typeof row['objectives'] === 'string' ? row['objectives'].trim() : '';
    return html`<li class=${this.#classes('goals', row)} part="card" data-row=${row.id}>
      ${this.#renderHead('goals', row, terms('goal', { number }))} ${this.#renderError(`goals/${row.id}`)}
      <div class="reading">
        <p class="sentence" part="sentence">${this.#renderParts(goalParts(row, student, locale), '')}</p>
        ${progress || this.#writable ? html`<p class="progress numbers">${progress || hole('noProgress')}</p>` : nothing}
        ${
          measure || this.#writable
            ? html`<p class="more">${measure ? terms(measured, { words: measure }) : hole('noMeasure')}</p>`
            : nothing
        }
        ${
          steps &&
          fieldRow(this.process, 'plan', 'objectives', 'goals')?.tracks?.includes(this.#caseState?.track ?? 'action')
            ? html`<p class="more">${terms('steps', { words: steps })}</p>`
            : nothing
        }
      </div>
      ${
        open
          ? html`<div class="editor">
              <div class="grid">
                ${this.#renderField('goals', row, 'condition')} ${this.#renderField('goals', row, 'behavior')}
                ${this.#renderField('goals', row, 'criterion')}
                ${this.#renderField('goals', row, 'baseline', 'third')}
                ${this.#renderField('goals', row, 'target', 'third')}
                ${this.#renderField('goals', row, 'unit', 'third')}
                ${this.#renderField('goals', row, 'direction', 'half')}
                ${this.#renderField('goals', row, 'dueDate', 'half')} ${this.#renderField('goals', row, 'measure')}
                ${this.#renderField('goals', row, 'objectives', '', 2)}
                ${loose || this.#rows.needs.length > 1 ? this.#renderField('goals', row, 'need') : nothing}
              </div>
              ${this.#renderTools('goals', row, siblings)}
            </div>`
          : nothing
      }
      ${this.#renderServices(row)}
    </li>`;
  }

  #renderGoals(need: RowView | null): TemplateResult | typeof nothing {
    const siblings = this.#arrangement?.goals.get(need?.id ?? '') ?? [];
    const rows = pick(this.#rows.goals, siblings);
    if (need === null && rows.length === 0) return nothing;
    const name = need === null ? '' : this.#name('needs', need);
    const numbers = this.#goalNumbers;
    return html`
      ${rows.length === 0 && need !== null && !this.#writable ? html`<p class="quiet small">${terms('noGoal')}</p>` : nothing}
      <ol class="goals-list">
        ${repeat(
          rows,
          ({ id }) => id,
          (row) => this.#renderGoal(row, siblings, numbers.get(row.id) ?? 1, need === null),
        )}
      </ol>
      ${need === null ? nothing : this.#renderAdd('goals', need.id, terms('addGoal'), terms('forNeed', { name }))}
    `;
  }

  /** Goals are counted as they are read, through all needs. */
  get #goalNumbers(): ReadonlyMap<string, number> {
    const { needs = [], goals } = this.#arrangement ?? {};
    const read = [...needs, ''].flatMap((need) => goals?.get(need) ?? []);
    return new Map(read.map((id, at) => [id, at + 1]));
  }

  #renderNeed(row: RowView, siblings: readonly string[]): TemplateResult {
    const area = typeof row['area'] === 'string' ? label(this.process, 'concern-areas', row['area']) : '';
    const statement = typeof row['statement'] === 'string' ? row['statement'].trim() : '';
    const open = this.#isOpen(row);
    const title = terms(this.audience === 'family' ? 'need-family' : 'need');
    return html`<li class="thread" data-row=${row.id}>
      <div class=${this.#classes('needs', row)} part="card">
        ${this.#renderHead('needs', row, area && !open ? html`${title} <span class="kind">${area}</span>` : title)}
        ${this.#renderError(`needs/${row.id}`)}
        <p class="sentence need-sentence" part="sentence">
          ${statement || html`<span class="hole">${terms('needNot')}</span>`}
        </p>
        ${
          open
            ? html`<div class="editor">
                <div class="grid">
                  ${this.#renderField('needs', row, 'statement', '', 2)} ${this.#renderField('needs', row, 'area', 'half')}
                </div>
                ${this.#renderTools('needs', row, siblings)}
              </div>`
            : nothing
        }
      </div>
      ${this.#renderGoals(row)}
    </li>`;
  }

  #renderLoose(): TemplateResult {
    const goals = this.#arrangement?.goals.get('') ?? [];
    const services = this.#arrangement?.services.get('') ?? [];
    return html`
      ${
        goals.length === 0
          ? nothing
          : html`<section class="loose">
              <h4>${terms('goalsLoose')}</h4>
              ${this.#writable ? html`<p class="quiet small">${terms('goalsLooseLead')}</p>` : nothing}
              ${this.#renderGoals(null)}
            </section>`
      }
      ${
        services.length === 0
          ? nothing
          : html`<section class="loose">
              <h4>${terms('servicesLoose')}</h4>
              ${this.#writable ? html`<p class="quiet small">${terms('servicesLooseLead')}</p>` : nothing}
              ${this.#renderServices(null)}
            </section>`
      }
    `;
  }

  #renderGone(): TemplateResult | typeof nothing {
    if (this.gone === null) return nothing;
    const name = this.#name(this.gone.list, this.gone.row);
    return html`<div class="removed" role="status">
      <span>${terms('removed', { name })}</span>
      <button type="button" class="button plain small undo" @click=${this.#onUndo}>${icon('undo')}${terms('undo')}</button>
    </div>`;
  }

  protected override render(): TemplateResult | typeof nothing {
    if (this.#status.value?.state !== 'ready') return nothing;
    const needs = this.#arrangement?.needs ?? [];
    const rows = pick(this.#rows.needs, needs);
    return html`<div class="cards" @focusout=${this.#onFocusOut}>
      ${this.#renderError('needs')} ${this.#renderError('goals')} ${this.#renderError('services')}
      ${rows.length === 0 ? html`<p class="quiet">${terms('noNeed')}</p>` : nothing}
      <ol class="needs-list">
        ${repeat(
          rows,
          ({ id }) => id,
          (row) => this.#renderNeed(row, needs),
        )}
      </ol>
      ${this.#renderLoose()} ${this.#renderGone()}
      ${this.#renderAdd('needs', '', terms('addNeed'))}
    </div>`;
  }
}

function hole(key: 'noProgress' | 'noMeasure'): TemplateResult {
  return html`<span class="hole">${terms(key)}</span>`;
}

function isList(name: string): name is ListName {
  return name === 'needs' || name === 'goals' || name === 'services';
}

function pick(rows: readonly RowView[], ids: readonly string[]): readonly RowView[] {
  return ids.map((id) => rows.find((row) => row.id === id)).filter((row) => row !== undefined);
}

declare global {
  interface HTMLElementTagNameMap {
    'ssp-plan-cards': SspPlanCards;
  }
}
