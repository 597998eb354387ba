import { css } from 'lit';

/** A person as initials in a coloured ring, `.person` with `.hue-0` to `.hue-7`; the name is said beside it or in its title. */
export const peopleStyles = css`
  .person {
    display: inline-grid;
    place-items: center;
    flex: none;
    inline-size: 26px;
    block-size: 26px;
    border: 2px solid var(--_hue, var(--_quiet));
    border-radius: 50%;
    background: var(--_surface);
    color: var(--_hue, var(--_quiet));
    font-size: 10.5px;
    font-weight: 700;
    line-height: 1;
    letter-spacing: 0.02em;
  }

  .people {
    display: inline-flex;
    align-items: center;
  }

  .people .person + .person {
    margin-inline-start: -6px;
  }

  .hue-0 {
    --_hue: var(--_person-0);
  }
  .hue-1 {
    --_hue: var(--_person-1);
  }
  .hue-2 {
    --_hue: var(--_person-2);
  }
  .hue-3 {
    --_hue: var(--_person-3);
  }
  .hue-4 {
    --_hue: var(--_person-4);
  }
  .hue-5 {
    --_hue: var(--_person-5);
  }
  .hue-6 {
    --_hue: var(--_person-6);
  }
  .hue-7 {
    --_hue: var(--_person-7);
  }
`;
