import { CASES_PROBES } from './probes/cases.ts';
import { PEOPLE_PROBES } from './probes/people.ts';
import { PERSONAL_PROBES } from './probes/personal.ts';
import { RESULTS_PROBES } from './probes/results.ts';
import { REVIEW_PROBES } from './probes/review.ts';
import { TABLETS_PROBES } from './probes/tablets.ts';
import type { Probes } from './probes/probe.ts';

/**
 * One entry a route, by method and path: what is asked of it, and what becomes of another branch. A route without
 * an entry fails the test of permissions. Who may call it stands in the route itself.
 */
export const PROBES: Probes = {
  ...PEOPLE_PROBES,
  ...TABLETS_PROBES,
  ...RESULTS_PROBES,
  ...PERSONAL_PROBES,
  ...CASES_PROBES,
  ...REVIEW_PROBES,
};
