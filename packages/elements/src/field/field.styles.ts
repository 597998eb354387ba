import { css } from 'lit';

export const fieldStyles = css`
  .picker {
    position: relative;
  }

  .picker .control {
    padding-inline-end: 38px;
    text-overflow: ellipsis;
  }

  .picker .icon {
    position: absolute;
    inset-inline-end: 12px;
    inset-block-start: calc(50% - 10px);
    rotate: 90deg;
    color: var(--_quiet);
    pointer-events: none;
  }

  .short {
    max-inline-size: 200px;
  }

  .tiles {
    display: flex;
    flex-wrap: wrap;
    gap: var(--_space-2);
  }

  .tile {
    display: inline-flex;
    align-items: center;
    gap: 10px;
    min-block-size: var(--_control-height);
    padding: 8px 14px 8px 12px;
    border: 1px solid var(--_edge);
    border-radius: var(--_radius-control);
    background: var(--_surface);
    line-height: 1.35;
    cursor: pointer;
    transition:
      background-color var(--_motion),
      border-color var(--_motion);
  }

  .tile:hover {
    border-color: var(--_ocean);
  }

  .tile:has(input:checked) {
    border-color: var(--_ocean);
    background: var(--_ocean-tint);
    box-shadow: inset 0 0 0 1px var(--_ocean);
  }

  .tile:has(input:focus-visible) {
    outline: 3px solid var(--_ocean);
    outline-offset: 2px;
  }

  .tile input {
    flex: none;
    inline-size: 18px;
    block-size: 18px;
    margin: 0;
    accent-color: var(--_ocean);
    cursor: inherit;
  }

  .tile input:focus-visible {
    outline: none;
  }

  .tile:has(input:disabled) {
    cursor: default;
  }

  .field.wrong .tile {
    border-color: var(--_coral);
  }

  .here .control {
    box-shadow: 0 0 0 2px var(--_hue);
  }

  fieldset.field > legend:not(.unseen) {
    float: inline-start;
    inline-size: 100%;
  }

  .mark {
    display: inline-flex;
    align-items: center;
    gap: 6px;
  }
`;
