import '@ssp-kit/elements/service-log/define.js';
