import type { Report } from '../../report/document.ts';
import type { Dashboard } from './document.ts';
import type { LinkPlace } from './words.ts';

/** What every part of the page is made from. */
export interface View {
  readonly dashboard: Dashboard;
  /** The week that it is about. */
  readonly report: Report;
  /** The week before; null: it was not read. */
  readonly before: Report | null;
  readonly place: LinkPlace;
}
