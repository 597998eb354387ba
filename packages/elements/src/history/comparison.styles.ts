import { css } from 'lit';

export const comparisonStyles = css`
  .comparison,
  .changes {
    display: grid;
    gap: var(--_space-3);
    grid-template-columns: minmax(0, 1fr);
  }

  .verdict {
    display: flex;
    gap: 10px;
    align-items: flex-start;
    padding: var(--_space-3) var(--_space-4);
    border-radius: var(--_radius-control);
    background: var(--_ocean-tint);
    line-height: 1.45;
  }

  .verdict strong {
    font-weight: var(--_weight-label);
  }

  .verdict > .icon {
    margin-block-start: 1px;
    color: var(--_ocean);
  }

  .verdict.weighty {
    background: var(--_coral-tint);
  }

  .verdict.weighty > .icon {
    color: var(--_coral);
  }

  .change {
    display: grid;
    gap: 2px;
    padding-inline-start: var(--_space-3);
    border-inline-start: 3px solid var(--_line);
  }

  .change-label {
    display: flex;
    flex-wrap: wrap;
    gap: 0 var(--_space-3);
    color: var(--_quiet);
    font-size: var(--_text-s);
  }

  .weight {
    display: inline-flex;
    align-items: center;
    gap: 4px;
    color: var(--_amber);
    font-weight: var(--_weight-label);
  }

  .words {
    max-inline-size: var(--_measure);
    white-space: pre-wrap;
  }

  ins,
  del {
    padding-inline: 1px;
    border-radius: 3px;
    box-decoration-break: clone;
    -webkit-box-decoration-break: clone;
  }

  ins {
    background: var(--_leaf-tint);
    color: var(--_leaf);
    text-decoration: underline;
    text-underline-offset: 3px;
  }

  del {
    background: var(--_coral-tint);
    color: var(--_coral);
    text-decoration: line-through;
  }

  .turn {
    color: var(--_quiet);
  }

  dl {
    display: grid;
    gap: 2px;
  }

  dl > div {
    display: flex;
    flex-wrap: wrap;
    gap: 0 var(--_space-2);
  }

  dt {
    color: var(--_quiet);
    font-size: var(--_text-s);
  }

  dt::after {
    content: ':';
  }
`;
