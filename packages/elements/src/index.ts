/** What applications and elements outside this package build on. The elements themselves are registered by `<name>/define.js`. */
export { baseStyles } from './shared/base.styles.js';
export { buttonStyles } from './shared/button.styles.js';
export { sessionContext } from './shared/contexts.js';
export { define } from './shared/define.js';
export { SspElement } from './shared/element.js';
export { formStyles } from './shared/form.styles.js';
export { formatDay, formatDaysLeft, formatGrade, formatTime, initials } from './shared/format.js';
export { type IconName, icon } from './shared/icons.js';
export { schemeStyles } from './shared/scheme.styles.js';
export { tokenStyles } from './shared/tokens.styles.js';
