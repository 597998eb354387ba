import { css } from 'lit';

export const eligibilityStyles = css`
  .series .open {
    align-items: start;
  }

  @container (min-width: 1080px) {
    .series .open:has(> :nth-child(2)) {
      grid-template-columns: repeat(2, minmax(0, 1fr));
    }
  }

  .status {
    display: grid;
    gap: var(--_space-4);
    padding: var(--_space-5) var(--_space-6);
    border: 1px solid var(--_line);
    border-radius: var(--_radius);
    background: var(--_surface);
  }

  .rules {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(min(100%, 300px), 1fr));
    gap: var(--_space-5) var(--_space-8);
  }

  .rule {
    display: grid;
    gap: var(--_space-2);
    align-content: start;
  }

  .rule .name {
    color: var(--_quiet);
    font-size: var(--_text-s);
    font-weight: var(--_weight-label);
  }

  .answer {
    display: flex;
    gap: 10px;
    align-items: center;
    font-size: var(--_text-l);
    font-weight: var(--_weight-heading);
  }

  .answer .icon {
    color: var(--_quiet);
  }

  .answer.yes .icon {
    color: var(--_leaf);
  }

  .answer .also {
    color: var(--_quiet);
    font-size: var(--_text-s);
    font-weight: 400;
  }

  .rule summary {
    display: inline-flex;
    gap: 6px;
    align-items: center;
    min-block-size: 32px;
    border-radius: 4px;
    color: var(--_ocean);
    font-size: var(--_text-s);
    cursor: pointer;
    list-style: none;
  }

  .rule summary::-webkit-details-marker {
    display: none;
  }

  .rule summary .icon {
    transition: rotate var(--_motion);
  }

  .rule details[open] summary .icon {
    rotate: 90deg;
  }

  .reasons {
    display: grid;
    gap: 6px;
    font-size: var(--_text-s);
  }

  .reasons li {
    display: flex;
    gap: var(--_space-2);
    align-items: flex-start;
  }

  .reasons .icon {
    margin-block-start: 2px;
    color: var(--_quiet);
  }

  .reasons .met .icon {
    color: var(--_leaf);
  }

  .group {
    display: grid;
    gap: var(--_space-4);
  }

  .group + .group {
    margin-block-start: var(--_space-4);
  }

  .group > p {
    margin-block-start: calc(-1 * var(--_space-3));
  }

  .verdict {
    display: flex;
    gap: 10px;
    align-items: flex-start;
    padding: var(--_space-3) var(--_space-4);
    border-radius: var(--_radius-control);
    background: var(--_paper);
  }

  .verdict .icon {
    margin-block-start: 2px;
    color: var(--_quiet);
  }

  .verdict.wrong {
    background: var(--_coral-tint);
  }

  .verdict.wrong .icon {
    color: var(--_coral);
  }

  .further > summary {
    color: var(--_ocean);
    font-weight: var(--_weight-label);
  }

  .member {
    font-weight: var(--_weight-label);
  }
`;
