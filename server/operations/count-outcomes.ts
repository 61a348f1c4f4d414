import type { Receipt } from '../../contracts/submission.ts';
import type { NewSubmission } from '../storage/port.ts';
import type { Metrics } from './create-metrics.ts';

type Keep = (submission: NewSubmission) => Promise<Receipt>;

/** Counts how each record that was kept ended. A receipt that is not its own is one given before. */
export const countOutcomes =
  (metrics: Metrics, keep: Keep): Keep =>
  async (submission) => {
    const receipt = await keep(submission);
    const isFirst = receipt.receiptId === submission.receiptId;
    metrics.delivered(!isFirst ? 'repeated' : receipt.status === 'stored' ? 'accepted' : receipt.status);
    return receipt;
  };
