import { css } from 'lit';

export const teamStyles = css`
  :host {
    container-type: inline-size;
  }

  .group {
    display: grid;
    gap: var(--_space-3);
    justify-items: start;
  }

  .group + .group {
    margin-block-start: var(--_space-6);
  }

  .group > * {
    inline-size: 100%;
  }

  .group > .button {
    inline-size: auto;
  }

  .members:empty,
  .results:empty {
    display: none;
  }

  .member {
    display: grid;
    grid-template-columns: auto minmax(0, 1fr) auto;
    gap: var(--_space-1) 10px;
    align-items: center;
    padding-block: 6px;
  }

  .member.open {
    margin-inline: -10px;
    padding: 6px 10px 12px;
    border-radius: var(--_radius-control);
    background: var(--_paper);
  }

  .who p {
    line-height: 1.4;
  }

  .member-name {
    font-weight: var(--_weight-label);
  }

  .badge {
    display: inline-flex;
    align-items: center;
    gap: 4px;
    margin-inline-end: 6px;
    color: var(--_ocean);
    font-weight: var(--_weight-label);
  }

  .since {
    display: none;
  }

  @container (min-width: 420px) {
    .since {
      display: inline;
    }

    .since::before {
      content: '· ';
    }
  }

  .change {
    grid-column: 1 / -1;
    display: grid;
    gap: var(--_space-2);
    padding-block-start: var(--_space-2);
  }

  .buttons {
    display: flex;
    flex-wrap: wrap;
    gap: var(--_space-2);
    align-items: center;
  }

  .adding {
    display: grid;
    gap: var(--_space-3);
    justify-items: start;
    padding: var(--_space-4);
    border: 1px solid var(--_ocean);
    border-radius: var(--_radius);
    background: var(--_surface);
  }

  .adding > * {
    inline-size: 100%;
  }

  .adding > .cancel {
    inline-size: auto;
    margin-inline-start: -12px;
  }

  .result {
    appearance: none;
    display: flex;
    align-items: center;
    gap: 10px;
    inline-size: 100%;
    min-block-size: var(--_control-height);
    margin: 0;
    padding: 6px 8px;
    border: 0;
    border-radius: var(--_radius-control);
    background: none;
    color: inherit;
    font: inherit;
    line-height: 1.35;
    text-align: start;
    cursor: pointer;
  }

  .result .icon {
    color: var(--_ocean);
  }

  .result:hover {
    background: var(--_ocean-tint);
  }

  .rights,
  .emergency {
    display: flex;
    gap: 10px;
    align-items: flex-start;
    padding: var(--_space-3);
    border-radius: var(--_radius-control);
    background: var(--_ocean-tint);
    line-height: 1.45;
  }

  .rights > div,
  .emergency > div {
    display: grid;
    gap: var(--_space-1);
  }

  .rights > .icon {
    margin-block-start: 1px;
    color: var(--_ocean);
  }

  .emergency {
    background: var(--_paper);
  }

  .emergency + .emergency {
    margin-block-start: var(--_space-2);
  }

  .emergency.current {
    background: var(--_amber-tint);
  }

  .emergency > .icon {
    margin-block-start: 1px;
    color: var(--_amber);
  }

  .emergency strong {
    font-weight: var(--_weight-label);
  }

  @media print {
    .adding {
      display: none;
    }
  }
`;
