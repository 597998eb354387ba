import type { CaseState, Deadline, Stage } from '@ssp-kit/process';
import { type CSSResultGroup, html, nothing, type TemplateResult } from 'lit';
import { classMap } from 'lit/directives/class-map.js';
import { SspElement } from '../shared/element.js';
import { formatDay, formatDaysLeft } from '../shared/format.js';
import { icon } from '../shared/icons.js';
import { terms } from './stage-track.terms.js';
import { stageTrackStyles } from './stage-track.styles.js';

type Standing = 'done' | 'current' | 'skipped' | 'upcoming';

/**
 * @summary The six stages of a case: those behind it with their dates, the current one opened, those skipped with the reason.
 * @customElement ssp-stage-track
 * @status experimental
 * @since 0.1
 *
 * @csspart track - The list of stages.
 * @csspart open - What the current stage says.
 *
 * @cssproperty --ssp-stage-track-gap - Space between the stages where they stand below each other. Default 16px.
 */
export class SspStageTrack extends SspElement {
  static override styles: CSSResultGroup = [SspElement.styles, stageTrackStyles];

  #standing(state: CaseState, stage: Stage): Standing {
    if (state.stage === stage) return 'current';
    const row = state.stages.find((one) => one.stage === stage);
    if (row?.skipped) return 'skipped';
    return row?.entered ? 'done' : 'upcoming';
  }

  #when(state: CaseState, stage: Stage, standing: Standing): string {
    const row = state.stages.find((one) => one.stage === stage);
    const day = formatDay(row?.entered, this.locale);
    switch (standing) {
      case 'current':
        return day ? terms('currentSince', { day }) : terms('current');
      case 'done':
        return day ? terms('doneOn', { day }) : terms('done');
      case 'skipped':
        return row?.skipped?.reason ? terms('skippedWhy', { reason: row.skipped.reason }) : terms('skipped');
      case 'upcoming':
        return terms('upcoming');
    }
  }

  #renderDue(deadline: Deadline): TemplateResult {
    const { status } = deadline;
    const label = this.audience === 'family' ? deadline.familyLabel : deadline.label;
    return html`<p class=${classMap({ due: true, soon: status === 'soon', late: status === 'late' })}>
      ${icon(status === 'late' ? 'alert' : 'clock')}<span
        >${terms('due', {
          label,
          day: formatDay(deadline.due, this.locale),
          left: formatDaysLeft(deadline.daysLeft),
        })}</span
      >
    </p>`;
  }

  /** Shown under the stage where they stand below each other, under all of them where they stand in a row. */
  #renderOpen(state: CaseState, place: 'narrow' | 'wide'): TemplateResult {
    const says = this.process.states.find(({ id }) => id === state.state)?.says ?? '';
    const running = (this.caseView?.deadlines ?? []).filter(({ stopped, kind }) => stopped === null && kind === 'due');
    const pressing = running.filter(({ status }) => status !== 'running');
    const due = pressing.length > 0 ? pressing : running.slice(0, 1);
    return html`<div class="open ${place}" part="open">
      <p>${says}</p>
      ${due.slice(0, 3).map((deadline) => this.#renderDue(deadline))}
    </div>`;
  }

  #renderStage(state: CaseState, index: number): TemplateResult | typeof nothing {
    const { stages } = this.process;
    const stage = stages[index];
    if (stage === undefined) return nothing;
    const standing = this.#standing(state, stage.id);
    const current = standing === 'current';
    const next = stages[index + 1];
    const passed = standing === 'done' && next !== undefined && this.#standing(state, next.id) !== 'upcoming';
    return html`<li
      class="stage ${standing} ${passed ? 'passed' : ''}"
      aria-current=${current ? 'step' : 'false'}
    >
      <span class="mark" aria-hidden="true">${standing === 'done' ? icon('check') : standing === 'skipped' ? icon('minus') : index + 1}</span>
      <div class="words">
        <p class="name">${this.audience === 'family' ? stage.familyLabel : stage.label}</p>
        <p class="when">${this.#when(state, stage.id, standing)}</p>
        ${current ? this.#renderOpen(state, 'narrow') : nothing}
      </div>
    </li>`;
  }

  protected override render(): TemplateResult | typeof nothing {
    const state = this.caseView?.case;
    if (state == null) return nothing;
    return html`
      <ol class="track" part="track" aria-label=${terms('heading')}>
        ${this.process.stages.map((_, index) => this.#renderStage(state, index))}
      </ol>
      ${this.#renderOpen(state, state.stage === null ? 'narrow' : 'wide')}
      ${state.stage === null ? this.#renderOpen(state, 'wide') : nothing}
    `;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'ssp-stage-track': SspStageTrack;
  }
}
