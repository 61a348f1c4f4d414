import type { Insertable, Transaction } from 'kysely';
import { receiptSchema, type Receipt } from '../../../contracts/submission.ts';
import type { NewSubmission } from '../port.ts';
import { readErased, type Erased } from './read-erased.ts';
import type { Tables } from './tables.ts';

/**
 * Rows a statement carries. A few fixed sizes, so that each statement is compiled once and then reused;
 * fifteen columns a row stay far below SQLite's limit of 32,766 parameters.
 */
const STATEMENT_SIZES = [128, 64, 32, 16, 8, 4, 2, 1] as const;

interface Held {
  readonly hash: string;
  readonly contentHash: string;
  /** It counts now, whatever its first receipt said. */
  readonly isStored: boolean;
  readonly receipt: Receipt;
}

/**
 * Keeps a batch within the transaction given, and answers in order. What is already held, or comes
 * twice within the batch, gets its first receipt again.
 */
export async function acceptBatch(
  trx: Transaction<Tables>,
  batch: readonly NewSubmission[],
): Promise<Receipt[]> {
  const ids = [...new Set(batch.map(({ id }) => id))];
  const held = await findHeld(trx, ids);
  const erased = await readErased(trx, batch);
  const rows: Insertable<Tables['submissions']>[] = [];
  const apart = new Map<string, NonNullable<NewSubmission['personal']>>();
  const receipts = batch.map((submission) => {
    const versions = held.get(submission.id) ?? [];
    const erasedAs = erased.get(submission.id);
    const [first] = versions;
    // Whatever comes again of someone who was erased is acknowledged, and not kept.
    if (erasedAs !== undefined && first) return { ...first.receipt, hash: submission.hash };
    const known = versions.find(({ hash }) => hash === submission.hash);
    if (known) return known.receipt;
    const contentHash = submission.contentHash ?? submission.hash;
    const same = versions.find((version) => version.contentHash === contentHash);
    // The tablet sealed it once more: nothing new, and a receipt that speaks of what it sent.
    if (same) return { ...same.receipt, hash: submission.hash };
    const taken = versions.some(({ isStored }) => isStored);
    const status = submission.status === 'stored' && taken ? 'conflict' : submission.status;
    const receipt: Receipt = {
      receiptId: submission.receiptId,
      id: submission.id,
      hash: submission.hash,
      status,
      receivedAt: submission.receivedAt,
      attachments: [],
    };
    held.set(submission.id, [
      ...versions,
      { hash: submission.hash, contentHash, isStored: status === 'stored', receipt },
    ]);
    if (erasedAs?.mode === 'everything')
      rows.push({ ...toRow(submission, status === 'stored' ? 'erased' : status), payload: '' });
    else rows.push(toRow(submission, status));
    if (submission.personal && erasedAs === undefined) apart.set(keyOf(submission), submission.personal);
    return receipt;
  });
  await insert(trx, rows, apart);
  await rememberErased(trx, erased, batch);
  await markSeen(trx, batch);
  return receipts;
}

const keyOf = ({ id, hash }: { readonly id: string; readonly hash: string }): string => `${id} ${hash}`;

/** Adds the rows, and what is kept apart of each beside them. */
async function insert(
  trx: Transaction<Tables>,
  rows: readonly Insertable<Tables['submissions']>[],
  apart: ReadonlyMap<string, NonNullable<NewSubmission['personal']>>,
): Promise<void> {
  const personal: Insertable<Tables['personal_data']>[] = [];
  for (const some of inStatements(rows)) {
    const added = await trx
      .insertInto('submissions')
      .values(some)
      .returning(['sequence', 'id', 'hash'])
      .execute();
    for (const row of added) {
      const own = apart.get(keyOf(row));
      if (own) personal.push({ sequence: row.sequence, ...own });
    }
  }
  for (const some of inStatements(personal)) await trx.insertInto('personal_data').values(some).execute();
}

/** What came late of someone who was erased is one of her records from now on: photos of it go too. */
async function rememberErased(
  trx: Transaction<Tables>,
  erased: ReadonlyMap<string, Erased>,
  batch: readonly NewSubmission[],
): Promise<void> {
  const rows = [...erased].map(([id, { mode, erasureId }]) => {
    const hasDeclined = batch.some((one) => one.id === id && one.isDeclined === true);
    return { id, mode, erasure_id: erasureId, declined: hasDeclined ? 1 : 0 };
  });
  if (rows.length === 0) return;
  await trx
    .insertInto('erased_records')
    .values(rows)
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

async function findHeld(trx: Transaction<Tables>, ids: readonly string[]): Promise<Map<string, Held[]>> {
  const held = new Map<string, Held[]>();
  for (const some of inStatements(ids)) {
    const rows = await trx
      .selectFrom('submissions')
      .select(['id', 'hash', 'content_hash', 'status', 'receipt_status', 'receipt_id', 'received_at'])
      .where('id', 'in', some)
      .orderBy('sequence')
      .execute();
    for (const row of rows) {
      const receipt: Receipt = {
        receiptId: row.receipt_id,
        id: row.id,
        hash: row.hash,
        status: receiptStatus(row.receipt_status ?? row.status),
        receivedAt: row.received_at,
        attachments: [],
      };
      const version = {
        hash: row.hash,
        contentHash: row.content_hash ?? row.hash,
        isStored: row.status === 'stored',
        receipt,
      };
      held.set(row.id, [...(held.get(row.id) ?? []), version]);
    }
  }
  return held;
}

const receiptStatus = (kept: string): Receipt['status'] =>
  kept === 'erased' ? 'stored' : receiptSchema.shape.status.parse(kept);

function* inStatements<T>(all: readonly T[]): Generator<T[]> {
  let start = 0;
  for (const size of STATEMENT_SIZES)
    for (; all.length - start >= size; start += size) yield all.slice(start, start + size);
}

const toRow = (
  submission: NewSubmission,
  status: Receipt['status'] | 'erased',
): Insertable<Tables['submissions']> => ({
  id: submission.id,
  study_id: submission.studyId,
  hash: submission.hash,
  kind: submission.kind,
  payload: submission.payload,
  branch: submission.branch,
  received_at: submission.receivedAt,
  tablet_id: submission.tabletId,
  status,
  reason: submission.reason,
  receipt_id: submission.receiptId,
  content_hash: submission.contentHash ?? null,
  case_id: submission.caseId ?? null,
  revision_of: submission.revisionOf ?? null,
});

async function markSeen(trx: Transaction<Tables>, batch: readonly NewSubmission[]): Promise<void> {
  const seen = new Map<string, string>();
  for (const { tabletId, receivedAt } of batch) if (tabletId !== null) seen.set(tabletId, receivedAt);
  for (const [tabletId, receivedAt] of seen)
    await trx.updateTable('tablets').set({ last_seen_at: receivedAt }).where('id', '=', tabletId).execute();
}
