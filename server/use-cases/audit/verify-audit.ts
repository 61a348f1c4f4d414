import { chainHash, FIRST_LINK } from '../../storage/chain-hash.ts';
import type { Store } from '../../storage/port.ts';

/** What checking the chain found. `head` is the hash of the last line: note it elsewhere to notice a rewritten log. */
export type AuditVerdict =
  | { readonly intact: true; readonly lines: number; readonly head: string }
  | {
      readonly intact: false;
      /** Sequence number of the first line that does not fit. */
      readonly at: number;
      readonly why: 'edited' | 'removed';
    }
  /** Every line fits, but the head that was noted elsewhere is not among them. */
  | { readonly intact: false; readonly why: 'head' };

const CHUNK = 1000;

/**
 * Walks the audit log from the first line and computes every hash again.
 *
 * A line that was edited, moved or put in breaks the chain at that line; one that was taken out leaves a gap in
 * the numbers, and one taken off the end a number that was given out and is gone. Someone who may write the file
 * could rebuild the whole chain: only a `head` noted elsewhere shows that, given as `noted`.
 */
export async function verifyAudit({ audit }: Pick<Store, 'audit'>, noted?: string): Promise<AuditVerdict> {
  let isHeadSeen = noted === undefined;
  let before = FIRST_LINK;
  let last = 0;
  for (;;) {
    const entries = await audit.readAfter(last, CHUNK);
    for (const { sequence, hash, ...entry } of entries) {
      if (sequence !== last + 1) return { intact: false, at: last + 1, why: 'removed' };
      if (chainHash(before, entry) !== hash) return { intact: false, at: sequence, why: 'edited' };
      before = hash;
      isHeadSeen ||= hash === noted;
      last = sequence;
    }
    if (entries.length < CHUNK) break;
  }
  const highest = await audit.highestSequence();
  if (highest > last) return { intact: false, at: last + 1, why: 'removed' };
  if (!isHeadSeen) return { intact: false, why: 'head' };
  return { intact: true, lines: last, head: before };
}
