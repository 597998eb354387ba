export { drawChart } from './draw-chart.js';
export { htmlOf } from './html.js';
export { markdownOf } from './markdown.js';
export { processPage } from './process-page.js';
