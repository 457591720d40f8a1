export { type MainChartFile, mainCharts } from './chart-file.ts';
export { type Dashboard, type DashboardInput, dashboardDocument } from './document.ts';
export { dashboardPage } from './page.ts';
export { renderDashboardText } from './terminal.ts';
