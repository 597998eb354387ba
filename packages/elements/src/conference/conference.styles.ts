import { css } from 'lit';

export const conferenceStyles = css`
  .all,
  .conferences {
    display: grid;
    gap: var(--_space-4);
  }

  .list-heading {
    font-size: var(--_text-l);
  }

  .conference-list {
    display: flex;
    flex-wrap: wrap;
    gap: var(--_space-2);
  }

  .conference {
    appearance: none;
    display: grid;
    margin: 0;
    padding: 8px 14px;
    border: 1px solid var(--_edge);
    border-radius: var(--_radius-control);
    background: var(--_surface);
    color: inherit;
    font: inherit;
    line-height: 1.4;
    text-align: start;
    cursor: pointer;
  }

  .conference:hover {
    border-color: var(--_ocean);
  }

  .conference[aria-current='true'] {
    border-color: var(--_ocean);
    background: var(--_ocean-tint);
    box-shadow: inset 0 0 0 1px var(--_ocean);
  }

  .purpose {
    font-weight: var(--_weight-label);
  }

  .attendees {
    border-block-start: 1px solid var(--_line);
  }

  .attendee {
    padding-block: var(--_space-3);
    border-block-end: 1px solid var(--_line);
  }

  .attendee fieldset {
    display: grid;
    gap: var(--_space-2);
  }

  .attendee legend {
    display: flex;
    flex-wrap: wrap;
    align-items: baseline;
    gap: 0 var(--_space-2);
    float: inline-start;
    inline-size: 100%;
  }

  .attendee .name {
    font-weight: var(--_weight-label);
  }

  .attendee ssp-field {
    flex: 1 1 200px;
    max-inline-size: 320px;
  }

  .choices {
    display: flex;
    flex-wrap: wrap;
    gap: 6px;
  }

  .choice {
    position: relative;
    display: inline-flex;
    align-items: center;
    min-block-size: 40px;
    padding: 6px 12px;
    border: 1px solid var(--_edge);
    border-radius: 20px;
    background: var(--_surface);
    font-size: var(--_text-s);
    line-height: 1.3;
    cursor: pointer;
  }

  .choice:hover {
    border-color: var(--_ocean);
  }

  .choice.chosen {
    border-color: var(--_ocean);
    background: var(--_ocean-tint);
    box-shadow: inset 0 0 0 1px var(--_ocean);
    font-weight: var(--_weight-label);
  }

  .choice:has(input:focus-visible) {
    outline: 3px solid var(--_ocean);
    outline-offset: 2px;
  }

  .choice input {
    position: absolute;
    inline-size: 1px;
    block-size: 1px;
    margin: 0;
    opacity: 0;
  }

  .choice input:focus-visible {
    outline: none;
  }

  .attendee .link {
    font-size: var(--_text-s);
  }

  .member-type,
  .excusal {
    inline-size: 100%;
  }

  .excusal {
    padding-block-start: var(--_space-2);
  }

  .attendee .excusal ssp-field {
    max-inline-size: none;
  }

  .prepare {
    border: 1px solid var(--_line);
    border-radius: var(--_radius-control);
  }

  .prepare summary {
    position: relative;
    display: flex;
    flex-wrap: wrap;
    align-items: baseline;
    gap: 0 var(--_space-3);
    min-block-size: 44px;
    padding-block: 10px;
    padding-inline: var(--_space-4) 48px;
    border-radius: var(--_radius-control);
    list-style: none;
    cursor: pointer;
  }

  summary::-webkit-details-marker {
    display: none;
  }

  .prepare h3 {
    font-size: var(--_text-m);
  }

  .prepare summary .icon {
    position: absolute;
    inset-inline-end: var(--_space-4);
    inset-block-start: 12px;
    color: var(--_quiet);
  }

  summary .icon {
    transition: rotate var(--_motion);
  }

  [open] > summary .icon {
    rotate: 90deg;
  }

  .unsent {
    color: var(--_amber);
    font-weight: var(--_weight-label);
  }

  .prepare-body {
    display: grid;
    gap: var(--_space-6);
    padding: var(--_space-2) var(--_space-4) var(--_space-4);
    grid-template-columns: minmax(0, 1fr);
  }

  .prepare ssp-invitation::part(sheet) {
    padding: 0;
    border: 0;
  }

  .contacts,
  .contact-list {
    display: grid;
    gap: var(--_space-3);
  }

  .contact {
    display: flex;
    gap: 10px;
  }

  .contact > .icon {
    margin-block-start: 3px;
    color: var(--_quiet);
  }

  .contact .name {
    font-weight: var(--_weight-label);
  }

  /* A frame in a frame takes from a phone what a form needs. */
  @container (max-width: 520px) {
    .prepare {
      border-inline: 0;
      border-radius: 0;
    }

    .prepare summary,
    .prepare-body {
      padding-inline-start: 0;
    }

    .prepare-body {
      padding-inline-end: 0;
    }

    .prepare summary {
      padding-inline-end: 32px;
    }

    .prepare summary .icon {
      inset-inline-end: 0;
    }
  }

  @container (min-width: 760px) {
    .attendee fieldset {
      grid-template-columns: minmax(160px, 1fr) auto;
      align-items: center;
    }

    .attendee legend {
      display: grid;
      justify-items: start;
      inline-size: auto;
    }

    .excusal {
      grid-column: 1 / -1;
    }
  }

  @media print {
    .conferences {
      display: none;
    }

    .choice:not(.chosen) {
      display: none;
    }
  }
`;
