import { css } from 'lit';

export const planReviewStyles = css`
  .delivered {
    display: grid;
    gap: var(--_space-3);
  }

  .delivered h4 {
    font-size: var(--_text-m);
    font-weight: var(--_weight-label);
  }

  .delivered .service-name {
    font-weight: 400;
  }

  .goals,
  .services {
    display: grid;
    gap: var(--_space-4);
  }

  .goal {
    display: grid;
    gap: var(--_space-3);
    padding: var(--_space-4) var(--_space-5) var(--_space-5);
    border: 1px solid var(--_line);
    border-radius: var(--_radius);
  }

  .goal h4 {
    color: var(--_quiet);
    font-size: var(--_text-s);
    font-weight: var(--_weight-label);
  }

  .sentence {
    max-inline-size: var(--_measure);
    font-size: var(--_text-l);
    line-height: 1.5;
  }

  .services li {
    display: grid;
    gap: 6px;
  }

  .service-name {
    font-weight: var(--_weight-label);
  }

  @container (max-width: 520px) {
    .goal {
      padding: var(--_space-3) var(--_space-4) var(--_space-4);
    }
  }

  @media print {
    .goal {
      break-inside: avoid;
    }
  }
`;
