import '@ssp-kit/elements/plan-builder/define.js';
