import { WaymarkError } from '../../contracts/errors.ts';
import type { Receipt } from '../../contracts/submission.ts';
import type { NewSubmission } from '../storage/port.ts';

const LARGEST_GROUP = 500;

interface Waiting {
  readonly submission: NewSubmission;
  readonly resolve: (receipt: Receipt) => void;
  readonly reject: (error: unknown) => void;
}

/**
 * Lets records that arrive in one turn of the event loop share one transaction, and so one flush to the disk. Each is
 * acknowledged after the commit only. If a group fails, each of its records is tried alone, so that one
 * bad record never fails its neighbours. While one group is being written, the next gathers.
 */
export function createGroupCommit(
  accept: (batch: readonly NewSubmission[]) => Promise<Receipt[]>,
): (submission: NewSubmission) => Promise<Receipt> {
  const waiting: Waiting[] = [];
  let isBusy = false;

  const writeAll = async (): Promise<void> => {
    while (waiting.length > 0) await commit(accept, waiting.splice(0, LARGEST_GROUP));
    isBusy = false;
  };

  return (submission) =>
    new Promise((resolve, reject) => {
      waiting.push({ submission, resolve, reject });
      if (isBusy) return;
      isBusy = true;
      setImmediate(() => void writeAll());
    });
}

async function commit(
  accept: (batch: readonly NewSubmission[]) => Promise<Receipt[]>,
  group: readonly Waiting[],
): Promise<void> {
  try {
    const receipts = await accept(group.map(({ submission }) => submission));
    for (const [index, { resolve, reject }] of group.entries()) {
      const receipt = receipts[index];
      if (receipt) resolve(receipt);
      else reject(new Error('The store answered with fewer receipts than it was given records.'));
    }
  } catch (error) {
    const isAlone = group.length === 1;
    if (isAlone || error instanceof WaymarkError) for (const { reject } of group) reject(error);
    else for (const each of group) await commit(accept, [each]);
  }
}
