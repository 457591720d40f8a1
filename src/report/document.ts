import type { ReportDocument } from '../generated/report.ts';
import type { Immutable } from '../immutable.ts';

/** Everything that a report says: the renderers add nothing but form. */
export type Report = Immutable<ReportDocument>;
/** How many of the jobs that ran have told what they used. */
export type Jobs = Report['jobs'];
