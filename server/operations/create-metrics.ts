import { createHistogram } from './create-histogram.ts';
import type { Family } from './prometheus-text.ts';

/** How a delivery ended. `repeated`: the server had it, and gave the first receipt again. */
const OUTCOMES = ['accepted', 'repeated', 'conflict', 'quarantined'] as const;
export type Outcome = (typeof OUTCOMES)[number];

export interface RequestFacts {
  readonly method: string;
  /** The route's pattern, never the address itself: see http/route-name.ts. */
  readonly route: string;
  readonly status: number;
  readonly seconds: number;
}

/** What the server counts while it runs; starts at nothing with each start. No personal data. */
export interface Metrics {
  delivered(outcome: Outcome): void;
  answered(request: RequestFacts): void;
  families(): Family[];
}

/** Seconds; a delivery takes milliseconds, a segmentation seconds. */
const BOUNDS = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30];

export function createMetrics(): Metrics {
  const outcomes = new Map<Outcome, number>(OUTCOMES.map((outcome) => [outcome, 0]));
  const requests = createHistogram(BOUNDS);
  return {
    delivered: (outcome) => outcomes.set(outcome, (outcomes.get(outcome) ?? 0) + 1),
    answered: ({ method, route, status, seconds }) =>
      requests.observe({ method, route, status: `${Math.floor(status / 100)}xx` }, seconds),
    families: () => [
      {
        name: 'waymark_submissions_total',
        help: 'Records delivered by tablets, by how it ended.',
        type: 'counter',
        samples: [...outcomes].map(([outcome, value]) => ({ labels: { outcome }, value })),
      },
      {
        name: 'waymark_request_duration_seconds',
        help: 'Time from a request to the end of its answer, by route.',
        type: 'histogram',
        samples: requests.samples(),
      },
    ],
  };
}
