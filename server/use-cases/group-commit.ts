import { WaymarkError } from '../../contracts/errors.ts';
import type { Receipt } from '../../contracts/submission.ts';
import type { NewSubmission } from '../storage/port.ts';

/** How long the first record of a group waits for others. Far below what a network adds. */
const WAIT_MS = 2;
const LARGEST_GROUP = 500;

interface Waiting {
  readonly submission: NewSubmission;
  readonly resolve: (receipt: Receipt) => void;
  readonly reject: (error: unknown) => void;
}

/**
 * Lets records that arrive together share one transaction, and so one flush to the disk. Each is
 * acknowledged after the commit only. If a group fails, each of its records is tried alone, so that one
 * bad record never fails its neighbours.
 */
export function createGroupCommit(
  accept: (batch: readonly NewSubmission[]) => Promise<Receipt[]>,
): (submission: NewSubmission) => Promise<Receipt> {
  let waiting: Waiting[] = [];
  let timer: NodeJS.Timeout | undefined;

  const flush = (): void => {
    clearTimeout(timer);
    timer = undefined;
    const group = waiting;
    waiting = [];
    void commit(accept, group);
  };

  return (submission) =>
    new Promise((resolve, reject) => {
      waiting.push({ submission, resolve, reject });
      if (waiting.length >= LARGEST_GROUP) flush();
      else timer ??= setTimeout(flush, WAIT_MS);
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
