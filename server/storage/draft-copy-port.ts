import type { DraftCopyReceipt } from '../../contracts/draft-copy.ts';

/** An unfinished interview as a tablet left it: sealed. */
export interface DraftCopy {
  readonly id: string;
  readonly tabletId: string;
  readonly studyId: string;
  /** Entries of its journal. A later copy has more. */
  readonly steps: number;
  readonly hash: string;
  readonly receivedAt: string;
  readonly content: string;
}

/** What is told of the copies of one tablet. Only tablets that have some. */
export interface DraftCopyCount {
  readonly tabletId: string;
  readonly drafts: number;
  readonly steps: number;
  readonly oldestAt: string;
  readonly newestAt: string;
}

/** Copies of unfinished interviews, of each draft and tablet the latest. They are in no figure of any study. */
export interface DraftCopyStore {
  /**
   * Keeps it in place of an earlier one, or says why not; `full`: of so many drafts of that tablet copies are kept
   * already. Resolves when it is on the disk.
   */
  put(copy: DraftCopy, most: number): Promise<DraftCopyReceipt['state'] | 'full'>;
  /** Removes what is kept of it. One that was thrown away is never kept again; one recovered, once it has grown. */
  end(copy: Omit<DraftCopy, 'content' | 'hash'>, how: 'thrown-away' | 'recovered'): Promise<void>;
  /** In order of arrival. */
  ofTablet(tabletId: string): Promise<DraftCopy[]>;
  counts(): Promise<DraftCopyCount[]>;
}
