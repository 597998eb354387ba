import type { Deadline, NextStep } from '@ssp-kit/process';
import { html, nothing, type TemplateResult } from 'lit';
import { classMap } from 'lit/directives/class-map.js';
import { keyed } from 'lit/directives/keyed.js';
import { formatDay, formatDaysLeft } from '../shared/format.js';
import { listFormat } from '../shared/formatters.js';
import { icon } from '../shared/icons.js';
import { terms } from './case.terms.js';
import type { CasePage } from './page.js';

/** Steps that are shown besides the first one before the person asks for all. */
const shown = 4;

export interface NextParts {
  readonly steps: readonly NextStep[];
  /** What a step leads to, and the way there; null where it is a decision of its own, or not this person's. */
  readonly wayTo: (step: NextStep) => { readonly name: string; readonly go: () => void } | null;
  /** The decision of the first step, with its form. */
  readonly decide: (step: NextStep & { readonly action: string }) => TemplateResult;
}

/** The card with what is next: who does it, until when and why, and what else waits. */
export function renderNext(page: CasePage, parts: NextParts): TemplateResult {
  const [step, ...others] = parts.steps;
  if (page.state.state === 'closed') return renderSentence(terms('closed'));
  if (step === undefined) return renderSentence(sayNothing(page));
  const { due, status } = step;
  return html`<section
    class=${classMap({ next: true, mine: step.mine })}
    part="next"
    tabindex="-1"
    aria-labelledby="next-title"
  >
    <div class="next-head">
      <p class="next-kicker">${[terms('next'), sayWho(page, step)].filter((part) => part !== '').join(' · ')}</p>
      <h3 id="next-title">${step.says}</h3>
      ${due === null ? nothing : renderDue(page, due, status)}
    </div>
    ${page.readonly ? nothing : renderWay(step, parts)} ${renderOthers(page, others, parts)}
  </section>`;
}

/** The family is told how the case stands instead of what others have to do. */
function sayNothing({ audience, process, state }: CasePage): string {
  const says = process.states.find(({ id }) => id === state.state)?.says ?? '';
  return audience === 'family' ? terms('nextNoneFamily', { says }) : terms('nextNone');
}

function renderSentence(says: string): TemplateResult {
  return html`<section class="next" part="next" tabindex="-1"><p>${says}</p></section>`;
}

/** Who does a step: the person, or the roles that can; '' where no role is named, as for who happens to write the concern. */
function sayWho({ process, locale }: CasePage, step: NextStep): string {
  if (step.mine) return terms('you');
  if (step.who.length === 0) return '';
  const who = step.who.map((role) => {
    const label = process.roles.find(({ id }) => id === role)?.label ?? role;
    return label.charAt(0).toLocaleLowerCase(locale) + label.slice(1);
  });
  return terms('anyOf', { who: listFormat(locale, { type: 'disjunction' }).format(who) });
}

function renderDue({ view, audience, locale }: CasePage, due: string, status: NextStep['status']): TemplateResult {
  const deadline = view.deadlines.find((one) => one.stopped === null && one.due === due);
  const left = deadline ? `, ${formatDaysLeft(deadline.daysLeft)}` : '';
  const because = deadline ? sayBecause(deadline, audience, locale) : '';
  return html`<p class=${classMap({ due: true, late: status === 'late', soon: status === 'soon' })}>
      ${icon(status === 'late' ? 'alert' : 'clock')}<span>${terms('byWhen', { day: formatDay(due, locale) })}${left}</span>
    </p>
    ${because ? html`<p class="quiet small">${because}</p>` : nothing}`;
}

/** Where a deadline's date comes from, in one sentence; '' when that is not known. */
function sayBecause({ because }: Deadline, audience: 'staff' | 'family', locale: string): string {
  const [first] = because;
  if (first === undefined) return '';
  const what = audience === 'family' ? first.familyLabel : first.label;
  return terms('counted', { what, day: formatDay(first.day, locale) });
}

function renderWay(step: NextStep, { wayTo, decide }: NextParts): TemplateResult | typeof nothing {
  const way = wayTo(step);
  if (way !== null)
    return html`<div>
      <button type="button" class=${classMap({ button: true, primary: step.mine })} @click=${way.go}>
        ${terms('goTo', { document: way.name })}
      </button>
    </div>`;
  const { action } = step;
  if (action === null || !step.mine) return nothing;
  // Another decision is another button: one does not press what has just become something else.
  return html`${keyed(`${action} ${step.id}`, decide({ ...step, action }))}`;
}

function renderOthers(page: CasePage, others: readonly NextStep[], parts: NextParts): TemplateResult | typeof nothing {
  if (others.length === 0) return nothing;
  const row = (step: NextStep) => renderOther(page, step, parts);
  const [first, rest] = others.length <= shown + 1 ? [others, []] : [others.slice(0, shown), others.slice(shown)];
  return html`<div class="others">
    <h4>${terms('also')}</h4>
    <ul>${first.map(row)}</ul>
    ${
      rest.length === 0
        ? nothing
        : html`<details class="rest">
            <summary>${icon('chevron')}${terms('moreSteps', { count: rest.length })}</summary>
            <ul>${rest.map(row)}</ul>
          </details>`
    }
  </div>`;
}

function renderOther(page: CasePage, step: NextStep, { wayTo }: NextParts): TemplateResult {
  const way = page.readonly ? null : wayTo(step);
  return html`<li>
    ${
      way === null
        ? html`<span>${step.says}</span>`
        : html`<button type="button" class="link" @click=${way.go}>${step.says}</button>`
    }
    <span class="quiet small">${sayWho(page, step)}</span>
  </li>`;
}
