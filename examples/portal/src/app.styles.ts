import { css } from 'lit';

export const appStyles = css`
  .demo {
    padding: 6px var(--_space-4);
    background: var(--_amber-tint);
    color: var(--_amber);
    font-size: var(--_text-s);
    text-align: center;
  }

  .header {
    position: sticky;
    inset-block-start: 0;
    z-index: 2;
    border-block-end: 1px solid var(--_line);
    background: var(--_paper);
  }

  .bar {
    display: flex;
    align-items: center;
    gap: var(--_space-3) var(--_space-6);
    max-inline-size: 1328px;
    min-block-size: 60px;
    margin-inline: auto;
    padding: 6px var(--_space-6);
  }

  .brand {
    display: inline-flex;
    align-items: center;
    gap: 10px;
    border-radius: var(--_radius-control);
    color: var(--_ink);
    font-weight: var(--_weight-heading);
    text-decoration: none;
  }

  .brand .mark {
    inline-size: 30px;
    block-size: 30px;
  }

  .nav {
    display: flex;
    gap: var(--_space-1);
  }

  .nav a {
    display: inline-flex;
    align-items: center;
    gap: 7px;
    padding: 8px 12px;
    border-radius: var(--_radius-control);
    color: var(--_quiet);
    font-weight: var(--_weight-label);
    font-size: var(--_text-s);
    text-decoration: none;
    transition: background-color var(--_motion);
  }

  .nav a:hover {
    background: var(--_ocean-tint);
    color: var(--_ocean);
  }

  .nav a[aria-current='page'] {
    background: var(--_ocean-tint);
    color: var(--_ocean);
  }

  .sync {
    margin-inline-start: auto;
    font-size: var(--_text-s);
  }

  .sync + .me {
    margin-inline-start: 0;
  }

  .me {
    display: flex;
    margin-inline-start: auto;
    align-items: center;
    gap: var(--_space-2);
    min-inline-size: 0;
  }

  .face {
    display: grid;
    place-items: center;
    flex: none;
    inline-size: 34px;
    block-size: 34px;
    border-radius: 50%;
    background: var(--_ocean-tint);
    color: var(--_ocean);
    font-size: var(--_text-xs);
    font-weight: var(--_weight-heading);
  }

  .who {
    display: grid;
    line-height: 1.3;
    font-size: var(--_text-s);
    min-inline-size: 0;
  }

  .who > * {
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
  }

  .who strong {
    font-weight: var(--_weight-label);
  }

  .who .meta {
    color: var(--_quiet);
    font-size: var(--_text-xs);
  }

  .who portal-role-words {
    color: inherit;
    font-size: inherit;
  }

  .sign-out {
    white-space: nowrap;
  }

  .main {
    display: block;
    max-inline-size: 1328px;
    margin-inline: auto;
    padding-inline: var(--_space-6);
  }

  portal-next-step {
    margin-block-start: var(--_space-4);
  }

  @media (width < 900px) {
    .brand span,
    .who .meta {
      display: none;
    }

    .bar {
      padding-inline: var(--_space-4);
      gap: var(--_space-3);
    }

    .main {
      padding-inline: var(--_space-4);
    }
  }

  @media (680px <= width < 900px) {
    .nav .icon {
      display: none;
    }
  }

  /* One thumb: the pages are at the bottom, where it is. */
  @media (width < 680px) {
    .nav {
      position: fixed;
      inset-block-end: 0;
      inset-inline: 0;
      z-index: 3;
      justify-content: space-around;
      gap: 0;
      padding: 4px var(--_space-2) calc(4px + env(safe-area-inset-bottom));
      border-block-start: 1px solid var(--_line);
      background: var(--_paper);
    }

    .nav a {
      flex: 1;
      flex-direction: column;
      gap: 1px;
      padding: 6px 4px;
      font-size: var(--_text-xs);
    }

    .nav a[aria-current='page'] {
      background: none;
    }

    .nav .icon {
      inline-size: 22px;
      block-size: 22px;
    }

    .bar {
      min-block-size: 54px;
    }

    .who {
      display: none;
    }

    .sync {
      flex: 1;
      min-inline-size: 0;
      margin-inline-start: 0;
    }

    .sign-out {
      padding-inline: 6px;
    }

    .main {
      padding-block-end: 72px;
    }
  }

  @media print {
    .header,
    .demo,
    portal-next-step {
      display: none;
    }
  }
`;
