import { css } from 'lit';

/** A panel beside a decision: what follows from it, or how something stands. */
export const followingStyles = css`
  .follows {
    display: grid;
    gap: var(--_space-2);
    padding: var(--_space-4) var(--_space-5);
    border-inline-start: 3px solid var(--_ocean);
    border-radius: 0 var(--_radius-control) var(--_radius-control) 0;
    background: var(--_ocean-tint);
    max-inline-size: calc(var(--_measure) + 60px);
  }

  .follows ul {
    display: grid;
    gap: 6px;
  }

  .follows li {
    display: flex;
    gap: 10px;
    align-items: flex-start;
  }

  .follows li .icon {
    margin-block-start: 2px;
    color: var(--_ocean);
  }

  .steps {
    display: flex;
    flex-wrap: wrap;
    gap: var(--_space-2) var(--_space-6);
    font-size: var(--_text-s);
  }

  .steps li {
    display: flex;
    gap: var(--_space-2);
    align-items: flex-start;
    color: var(--_quiet);
  }

  .steps li .dot {
    flex: none;
    display: grid;
    place-items: center;
    inline-size: 18px;
    block-size: 18px;
    margin-block-start: 2px;
    border: 1.75px solid var(--_edge);
    border-radius: 50%;
  }

  .steps li.done .dot {
    border-color: var(--_leaf);
    background: var(--_leaf);
    color: var(--_surface);
  }

  .steps li.ended .dot {
    border-color: var(--_edge);
    background: var(--_edge);
    color: var(--_surface);
  }

  .steps .dot .icon {
    inline-size: 12px;
    block-size: 12px;
    stroke-width: 3;
  }

  .steps li.done,
  .steps li.now {
    color: var(--_ink);
  }

  .steps li.now .dot {
    border-color: var(--_ocean);
    box-shadow: inset 0 0 0 3.5px var(--_surface), inset 0 0 0 9px var(--_ocean);
  }

  .steps .when {
    display: block;
    color: var(--_quiet);
    font-variant-numeric: tabular-nums;
  }

  .steps .step-name {
    display: block;
    font-weight: var(--_weight-label);
  }
`;
