import type { FieldRow, Plain } from '@ssp-kit/process';
import { html, type TemplateResult } from 'lit';
import { classMap } from 'lit/directives/class-map.js';
import { ifDefined } from 'lit/directives/if-defined.js';
import { live } from 'lit/directives/live.js';
import { icon } from '../shared/icons.js';
import { terms } from './field.terms.js';
import type { FieldOption } from './options.js';

/** What a control is drawn from. */
export interface Control {
  readonly row: FieldRow;
  readonly answer: Plain | undefined;
  readonly options: readonly FieldOption[];
  /** What an empty list says; null for the usual word. */
  readonly prompt: string | null;
  /** Ids of what describes it. */
  readonly describedBy: string;
  readonly wrong: boolean;
}

/** What happens in a control that is typed into. */
export interface Typing {
  /** What stands in it while the person is in it. */
  readonly draft: string | null;
  readonly onFocus: (event: Event) => void;
  readonly onInput: (event: Event) => void;
  readonly onChange: (event: Event) => void;
  readonly onKeyDown: (event: KeyboardEvent) => void;
  readonly onBlur: () => void;
}

/** A line, a number, a day or a time. */
export function renderInput({ row, answer, describedBy, wrong }: Control, typing: Typing): TemplateResult {
  const kept = answer == null ? '' : String(answer);
  const type = row.type === 'day' ? 'date' : row.type === 'time' ? 'time' : 'text';
  const numeric = row.type === 'number' ? 'decimal' : row.type === 'minutes' ? 'numeric' : undefined;
  return html`<input
    id="control"
    class=${classMap({ control: true, short: row.type !== 'line', numbers: row.type !== 'line', blank: kept === '' })}
    part="control"
    type=${type}
    inputmode=${ifDefined(numeric)}
    autocomplete="off"
    .value=${live(typing.draft ?? kept)}
    aria-describedby=${describedBy}
    aria-invalid=${ifDefined(wrong ? 'true' : undefined)}
    aria-required=${ifDefined(row.required ? 'true' : undefined)}
    @focus=${typing.onFocus}
    @input=${typing.onInput}
    @change=${typing.onChange}
    @keydown=${typing.onKeyDown}
    @blur=${typing.onBlur}
  />`;
}

/** One of many: an answer that is no longer offered stays to be read. */
export function renderSelect(
  { row, answer: given, options, prompt, describedBy, wrong }: Control,
  onSelect: (event: Event) => void,
): TemplateResult {
  const answer = typeof given === 'string' ? given : '';
  const known = answer === '' || options.some(({ code }) => code === answer);
  const all = known ? options : [...options, { code: answer, label: answer }];
  return html`<div class="picker">
    <select
      id="control"
      class=${classMap({ control: true, blank: answer === '' })}
      part="control"
      .value=${live(answer)}
      aria-describedby=${describedBy}
      aria-invalid=${ifDefined(wrong ? 'true' : undefined)}
      aria-required=${ifDefined(row.required ? 'true' : undefined)}
      @change=${onSelect}
    >
      <option value="" ?selected=${answer === ''}>${prompt ?? terms('choose')}</option>
      ${all.map(({ code, label }) => html`<option value=${code} ?selected=${code === answer}>${label}</option>`)}
    </select>
    ${icon('chevron')}
  </div>`;
}

/** Yes or no, one of a few, or several. */
export function renderTiles({ row, answer, options }: Control, onChange: (event: Event) => void): TemplateResult {
  const several = row.type === 'choices';
  const yesNo = row.type === 'yes-no';
  const chosen = (code: string): boolean =>
    yesNo ? answer === (code === 'yes') : several ? Array.isArray(answer) && answer.includes(code) : answer === code;
  const all = yesNo
    ? [
        { code: 'yes', label: terms('yes') },
        { code: 'no', label: terms('no') },
      ]
    : options;
  return html`<div class="tiles" part="control">
    ${all.map(
      ({ code, label }) => html`<label class="tile"
        ><input
          type=${several ? 'checkbox' : 'radio'}
          name="tile"
          .value=${code}
          .checked=${live(chosen(code))}
          @change=${onChange}
        /><span>${label}</span></label
      >`,
    )}
  </div>`;
}

/** Takes `1,5` as well as `1.5`; null when it is no number. */
export function readNumber(written: string): number | null {
  const value = Number(written.replace(',', '.'));
  return Number.isFinite(value) ? value : null;
}
