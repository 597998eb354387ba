import { css } from 'lit';

/** A field: label above, help under it, the control, then what is wrong. Used by ssp-field and ssp-text-field. */
export const formStyles = css`
  .field {
    display: grid;
    gap: 6px;
    min-inline-size: 0;
  }

  .label-line {
    display: flex;
    align-items: flex-end;
    justify-content: space-between;
    gap: var(--_space-2);
    /* As high as a ring: nothing moves when somebody comes. */
    min-block-size: 26px;
  }

  .label {
    font-weight: var(--_weight-label);
    line-height: 1.4;
  }

  .optional {
    color: var(--_quiet);
    font-size: var(--_text-s);
    font-weight: 400;
  }

  .help {
    color: var(--_quiet);
    font-size: var(--_text-s);
    max-inline-size: var(--_measure);
    margin-block-start: -4px;
  }

  .error {
    display: flex;
    gap: 6px;
    align-items: flex-start;
    color: var(--_coral);
    font-size: var(--_text-s);
    font-weight: var(--_weight-label);
  }

  .error .icon {
    margin-block-start: 1px;
  }

  .control {
    appearance: none;
    display: block;
    inline-size: 100%;
    min-block-size: var(--_control-height);
    margin: 0;
    padding: 9px 12px;
    border: 1px solid var(--_edge);
    border-radius: var(--_radius-control);
    background: var(--_surface);
    color: var(--_ink);
    font: inherit;
    line-height: 1.5;
    letter-spacing: inherit;
    text-align: start;
    transition: border-color var(--_motion);
  }

  input.control,
  select.control {
    block-size: var(--_control-height);
  }

  .control:hover:not(:disabled) {
    border-color: var(--_ocean);
  }

  .control:focus-visible {
    outline-offset: 1px;
  }

  .control::placeholder {
    color: var(--_quiet);
    opacity: 1;
  }

  .control:disabled {
    border-color: var(--_line);
    color: var(--_quiet);
  }

  .field.wrong .control {
    border-color: var(--_coral);
    box-shadow: inset 3px 0 0 var(--_coral);
  }

  .field.reading {
    gap: 0;
  }

  .reading .label-line {
    min-block-size: 22px;
  }

  .reading .label {
    color: var(--_quiet);
    font-size: var(--_text-s);
  }

  .value {
    max-inline-size: var(--_measure);
    white-space: pre-wrap;
  }

  .value.empty {
    color: var(--_quiet);
  }

  @media print {
    .field {
      break-inside: avoid;
    }

    .control {
      border: 0;
      padding-inline: 0;
    }

    .control::-webkit-calendar-picker-indicator,
    .picker .icon {
      display: none;
    }

    /* A line to write on instead of mm/dd/yyyy or "Choose". */
    .control.blank {
      border-block-end: 1px solid var(--_edge);
      border-radius: 0;
      color: transparent;
    }

    .help {
      display: none;
    }
  }
`;
