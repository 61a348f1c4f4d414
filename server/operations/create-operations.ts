import type { Readiness } from '../../contracts/operations.ts';
import { databaseFiles } from '../open-store.ts';
import type { HealthStore, SupervisionStore, TabletStore } from '../storage/port.ts';
import type { TakeDelivery } from '../use-cases/accept-submission.ts';
import type { Clock } from '../use-cases/clock.ts';
import { rememberBriefly } from '../use-cases/remember-briefly.ts';
import { checkReadiness } from './check-readiness.ts';
import { countOutcomes } from './count-outcomes.ts';
import { createMetrics, type Metrics } from './create-metrics.ts';
import { createGauges } from './measure-now.ts';
import { prometheusText } from './prometheus-text.ts';
import { tabletMetrics } from './tablet-metrics.ts';
import { trackPending } from './track-pending.ts';

export interface OperationsOptions {
  readonly dataDir: string;
  readonly health: HealthStore;
  readonly tablets: Pick<TabletStore, 'listInUse'>;
  readonly supervision: Pick<SupervisionStore, 'heartbeats'>;
  readonly minFreeBytes: number;
  readonly clock: Clock;
}

/** What watches the server while it runs, and lets it end well. */
export interface Operations {
  readonly metrics: Metrics;
  /** Counts what is taken, and lets an end wait for it. */
  readonly watch: (take: TakeDelivery) => TakeDelivery;
  /** Asked at most once a second: anyone may ask. */
  readonly readiness: () => Promise<Readiness>;
  readonly metricsText: () => Promise<string>;
  /** From now on the server is not ready. */
  readonly stopping: () => void;
  /** Waits for what is being taken. */
  readonly stop: () => Promise<void>;
}

const READINESS_MS = 1000;

export function createOperations(options: OperationsOptions): Operations {
  const { dataDir, health, minFreeBytes, clock } = options;
  const metrics = createMetrics();
  const [database, log = ''] = databaseFiles(dataDir);
  const gauges = createGauges(dataDir, { database, log });
  const pending = trackPending();
  let isStopping = false;
  const ready = rememberBriefly(
    () =>
      checkReadiness({
        health,
        freeBytes: () => gauges.freeBytes(),
        minFreeBytes,
        isStopping: () => isStopping,
      }),
    READINESS_MS,
    clock,
  );
  return {
    metrics,
    watch: (take) => pending.track(countOutcomes(metrics, take)),
    readiness: () => ready(isStopping ? 'stopping' : 'running'),
    metricsText: async () => {
      const [now, tablets] = await Promise.all([gauges.families(), tabletMetrics(options)]);
      return prometheusText([...metrics.families(), ...now, ...tablets]);
    },
    stopping: () => {
      isStopping = true;
    },
    stop: async () => {
      gauges.stop();
      await pending.idle();
    },
  };
}
