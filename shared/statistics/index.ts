export { type CountedArrest, type Finality, isCountable, type Statuses, statusesOf } from './arrests.ts';
export { arrestsChart } from './chart.ts';
export { arrestsCsv, completenessCsv } from './csv.ts';
export { type PublishedFigure, type PublishedTable, publishedTable, publishedTables } from './publish.ts';
export { type SuppressionRule, standardRule } from './suppress.ts';
