import type { TakeDelivery } from '../use-cases/accept-submission.ts';
import type { Metrics } from './create-metrics.ts';

/** Counts how each record that was taken ended. */
export const countOutcomes =
  (metrics: Metrics, take: TakeDelivery): TakeDelivery =>
  async (id, delivery, tablet) => {
    const accepted = await take(id, delivery, tablet);
    const { status } = accepted.receipt;
    metrics.delivered(!accepted.isFirst ? 'repeated' : status === 'stored' ? 'accepted' : status);
    return accepted;
  };
