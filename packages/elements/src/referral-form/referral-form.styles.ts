import { css } from 'lit';

export const referralFormStyles = css`
  .question {
    display: grid;
    gap: var(--_space-4);
    padding: var(--_space-5);
    border: 1px solid var(--_ocean);
    border-radius: var(--_radius);
    background: linear-gradient(var(--_ocean-tint), var(--_ocean-tint)) padding-box;
  }

  .question h3 {
    color: var(--_ocean);
  }

  .question .section-head p {
    color: var(--_ink);
    font-size: var(--_text-s);
  }

  .student {
    display: flex;
    flex-wrap: wrap;
    gap: 2px var(--_space-3);
    color: var(--_quiet);
    font-size: var(--_text-s);
  }

  .decisions {
    display: grid;
    gap: var(--_space-4);
    padding-block-start: var(--_space-6);
    border-block-start: 1px solid var(--_line);
  }

  .found {
    display: grid;
    border: 1px solid var(--_line);
    border-radius: var(--_radius);
    overflow: hidden;
  }

  .found li + li {
    border-block-start: 1px solid var(--_line);
  }

  .found button {
    appearance: none;
    display: grid;
    gap: 0;
    inline-size: 100%;
    min-block-size: 56px;
    padding: var(--_space-2) var(--_space-4);
    border: 0;
    background: none;
    color: inherit;
    font: inherit;
    text-align: start;
    cursor: pointer;
  }

  .found button:hover {
    background: var(--_ocean-tint);
  }

  .found button:focus-visible {
    outline-offset: -3px;
  }

  .found .name {
    font-weight: var(--_weight-label);
  }

  @container (max-width: 520px) {
    .question {
      margin-inline: -8px;
      padding: var(--_space-4);
    }
  }
`;
