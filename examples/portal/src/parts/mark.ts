import { svg } from 'lit';

/** The kit's sign: somebody held by a wave. */
export const mark = svg`<svg class="mark" viewBox="0 0 32 32" aria-hidden="true" focusable="false">
  <rect class="ground" width="32" height="32" rx="9"></rect>
  <path class="wave" d="M6.500 20.500c3.200 0 3.200-3 6.300-3s3.200 3 6.400 3 3.200-3 6.300-3"></path>
  <circle class="one" cx="16" cy="11" r="3"></circle>
</svg>`;
