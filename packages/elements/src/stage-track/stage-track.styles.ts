import { css } from 'lit';

export const stageTrackStyles = css`
  :host {
    container-type: inline-size;
  }

  .track {
    display: grid;
    gap: 0;
  }

  .stage {
    position: relative;
    display: grid;
    grid-template-columns: 28px minmax(0, 1fr);
    gap: 0 var(--_space-3);
    padding-block-end: var(--ssp-stage-track-gap, var(--_space-4));
  }

  .stage:last-child {
    padding-block-end: 0;
  }

  /* The line to the next stage, drawn behind the marks. */
  .stage:not(:last-child)::before {
    content: '';
    position: absolute;
    inset-block: 28px 0;
    inset-inline-start: 13px;
    inline-size: 2px;
    background: var(--_line);
  }

  .stage.passed:not(:last-child)::before {
    background: var(--_leaf);
  }

  .mark {
    display: grid;
    place-items: center;
    inline-size: 28px;
    block-size: 28px;
    border: 2px solid var(--_edge);
    border-radius: 50%;
    background: var(--_surface);
    color: var(--_quiet);
    font-size: var(--_text-xs);
    font-weight: var(--_weight-heading);
    font-variant-numeric: tabular-nums;
    line-height: 1;
  }

  .mark .icon {
    inline-size: 16px;
    block-size: 16px;
    stroke-width: 2.5;
    vertical-align: 0;
  }

  .done .mark {
    border-color: var(--_leaf);
    background: var(--_leaf);
    color: var(--_surface);
  }

  .current .mark {
    border-color: var(--_ocean);
    background: var(--_ocean);
    color: var(--_on-ocean);
    box-shadow: 0 0 0 4px var(--_ocean-tint);
  }

  .skipped .mark {
    border-style: dashed;
  }

  .words {
    padding-block-start: 3px;
    min-inline-size: 0;
  }

  .name {
    line-height: 1.35;
  }

  .current .name {
    color: var(--_ocean);
    font-weight: var(--_weight-heading);
  }

  .done .name {
    font-weight: var(--_weight-label);
  }

  .upcoming .name,
  .skipped .name {
    color: var(--_quiet);
  }

  .when {
    color: var(--_quiet);
    font-size: var(--_text-s);
    font-variant-numeric: tabular-nums;
    line-height: 1.4;
  }

  .open {
    display: grid;
    gap: 2px;
    margin-block-start: var(--_space-2);
    padding: var(--_space-3) var(--_space-4);
    border-radius: var(--_radius-control);
    background: var(--_ocean-tint);
  }

  .due {
    display: flex;
    gap: 6px;
    font-size: var(--_text-s);
    font-variant-numeric: tabular-nums;
  }

  .due .icon {
    margin-block-start: 2px;
  }

  .due.soon {
    color: var(--_amber);
    font-weight: var(--_weight-label);
  }

  .due.late {
    color: var(--_coral);
    font-weight: var(--_weight-label);
  }

  .wide {
    display: none;
  }

  @container (min-width: 680px) {
    .track {
      grid-template-columns: repeat(6, minmax(0, 1fr));
    }

    .stage {
      grid-template-columns: minmax(0, 1fr);
      grid-template-rows: auto 1fr;
      gap: var(--_space-2) 0;
      padding-block-end: 0;
      padding-inline-end: var(--_space-3);
    }

    .stage:not(:last-child)::before {
      inset-block: 13px auto;
      inset-inline: 28px 0;
      inline-size: auto;
      block-size: 2px;
    }

    .stage:not(:last-child).current::before {
      inset-inline-start: 32px;
    }

    .narrow {
      display: none;
    }

    .wide {
      display: grid;
      margin-block-start: var(--_space-4);
    }

    .name,
    .when {
      font-size: var(--_text-s);
    }
  }
`;
