import { css } from 'lit';

export const serviceLogStyles = css`
  .services,
  .drafts,
  .section {
    display: grid;
    gap: var(--_space-4);
  }

  .services {
    gap: var(--_space-6);
  }

  .service {
    display: grid;
    gap: var(--_space-3);
  }

  .service + .service {
    padding-block-start: var(--_space-6);
    border-block-start: 1px solid var(--_line);
  }

  .service-head {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    justify-content: space-between;
    gap: var(--_space-3) var(--_space-5);
  }

  .service-head > div {
    flex: 1 1 260px;
    display: grid;
    gap: 2px;
  }

  .draft {
    display: grid;
    gap: var(--_space-4);
    padding: var(--_space-4);
    border: 1px solid var(--_ocean);
    border-radius: var(--_radius);
  }

  .draft-head {
    display: flex;
    flex-wrap: wrap;
    align-items: baseline;
    justify-content: space-between;
    gap: var(--_space-2);
    margin-block-end: calc(-1 * var(--_space-4));
  }

  details[open] > .grid {
    margin-block-start: var(--_space-3);
  }

  summary {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 2px var(--_space-2);
    min-block-size: 40px;
    border-radius: var(--_radius-control);
    color: var(--_ocean);
    font-weight: var(--_weight-label);
    list-style: none;
    cursor: pointer;
  }

  summary::-webkit-details-marker {
    display: none;
  }

  summary .quiet {
    font-weight: 400;
  }

  summary .icon {
    transition: rotate var(--_motion);
  }

  details[open] summary .icon {
    rotate: 90deg;
  }

  details[open] summary .quiet {
    display: none;
  }

  .discard {
    justify-self: start;
    margin-inline-start: -12px;
    margin-block-start: calc(-1 * var(--_space-2));
  }

  .signed-list {
    border-block-start: 1px solid var(--_line);
  }

  .signed {
    display: grid;
    gap: 2px;
    padding-block: var(--_space-3);
    border-block-end: 1px solid var(--_line);
  }

  .signed-head {
    display: flex;
    align-items: flex-start;
    justify-content: space-between;
    gap: var(--_space-2);
  }

  .signed-head .button {
    margin-block: -6px;
    margin-inline-end: -12px;
  }

  .signed strong {
    font-weight: var(--_weight-label);
  }

  .note-text {
    max-inline-size: var(--_measure);
    color: var(--_quiet);
    white-space: pre-wrap;
  }

  .void .strike {
    color: var(--_quiet);
    text-decoration: line-through;
  }

  .void-reason {
    color: var(--_coral);
    font-weight: var(--_weight-label);
  }

  .void-decision::part(button) {
    display: none;
  }

  .all {
    justify-self: start;
  }

  .said:focus-visible {
    outline-offset: 0;
  }

  /* Two short answers beside each other under one thumb. */
  @container (max-width: 519px) {
    .draft .pair {
      grid-column: span 3;
    }
  }

  @container (max-width: 520px) {
    .service-head .button {
      inline-size: 100%;
    }

    .draft {
      margin-inline: calc(-1 * var(--_space-2));
      padding: var(--_space-3);
    }
  }
`;
