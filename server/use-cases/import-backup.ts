import { backupHeaderSchema, backupRecordSchema, type BackupRecord } from '../../contracts/sealing.ts';
import { WaymarkError } from '../../contracts/errors.ts';
import { deliverySchema, type Receipt } from '../../contracts/submission.ts';
import type { TabletRecord } from '../storage/port.ts';
import { acceptAttachment } from './accept-attachment.ts';
import { acceptSubmission, type AcceptContext } from './accept-submission.ts';
import { record } from './audit/audited.ts';
import type { Context } from './context.ts';
import { sha256 } from './sha256.ts';

/** What became of one line of a backup. */
export type BackupLine =
  | {
      readonly line: number;
      readonly kind: Exclude<BackupRecord['kind'], 'photo'>;
      readonly id: string;
      readonly receipt: Receipt;
      readonly isNew: boolean;
    }
  | { readonly line: number; readonly kind: 'photo'; readonly id: string; readonly isNew: boolean }
  | { readonly line: number; readonly notTaken: string };

export interface BackupReport {
  readonly madeAt: string;
  readonly lines: readonly BackupLine[];
  /** Records that the file says it has, beyond those that are in it. */
  readonly missing: number;
}

/**
 * Takes a tablet's backup file, as if the tablet had sent each of its records: the same checks, the same
 * deduplication, the same receipts. Every whole record is taken; the rest is told, line by line. What is
 * not finished is kept apart, recovered, and never counted.
 *
 * @param lines the lines of the file
 * @throws WaymarkError FILE_UNREADABLE where the file is not a backup of Waymark
 */
export async function importBackup(
  context: Context,
  accept: AcceptContext,
  lines: AsyncIterable<string> | Iterable<string>,
): Promise<BackupReport> {
  const { store, clock } = context;
  const began = clock().toISOString();
  const tablets = new Map((await store.tablets.list()).map((tablet) => [tablet.id, tablet]));
  const report: BackupLine[] = [];
  let header: { readonly madeAt: string; readonly records: number } | null = null;
  let line = 0;
  for await (const text of lines) {
    line += 1;
    if (header === null) header = readHeader(text);
    else if (text.trim() !== '') report.push(await takeLine(accept, tablets, line, text, began));
  }
  header ??= readHeader('');
  const fresh = report.filter((each) => 'isNew' in each && each.isNew).length;
  const note = { action: 'backup.import', detail: `${report.length} records, ${fresh} of them new` };
  await record(context, note, 'done');
  return { madeAt: header.madeAt, lines: report, missing: Math.max(0, header.records - report.length) };
}

function readHeader(text: string): { readonly madeAt: string; readonly records: number } {
  const header = backupHeaderSchema.safeParse(parseJson(text));
  if (header.success) return header.data;
  throw new WaymarkError(
    'FILE_UNREADABLE',
    'The file does not begin as a backup of a Waymark tablet does.',
    'Name a file that ends in .waymark-backup and was saved by the tablet itself.',
  );
}

async function takeLine(
  accept: AcceptContext,
  tablets: ReadonlyMap<string, TabletRecord>,
  line: number,
  text: string,
  began: string,
): Promise<BackupLine> {
  const record = backupRecordSchema.safeParse(parseJson(text));
  if (!record.success) return { line, notTaken: 'The line is cut off, or was changed.' };
  const { kind, id, tabletId, hash, payload } = record.data;
  if (sha256(payload) !== hash)
    return { line, notTaken: `Record ${id} has another content than its hash says.` };
  const delivery = deliverySchema.safeParse({ hash, payload });
  if (!delivery.success) return { line, notTaken: `Record ${id} is larger than an interview can be.` };
  const tablet = tablets.get(tabletId);
  if (tablet === undefined)
    return { line, notTaken: `Record ${id} was made on a tablet that is not known here.` };
  if (kind === 'photo') return takePhoto(accept, tablet, line, record.data);
  const { receipt } = await acceptSubmission(accept, id, delivery.data, tablet);
  return { line, kind, id, receipt, isNew: receipt.receivedAt >= began };
}

async function takePhoto(
  accept: AcceptContext,
  tablet: TabletRecord,
  line: number,
  { id, hash, payload, photo = '' }: BackupRecord,
): Promise<BackupLine> {
  const isNew = !(
    await accept.attachments.hashesOf({ studyId: tablet.studyId, submissionId: id }, tablet.id)
  ).includes(photo);
  await acceptAttachment(accept, { id, hash: photo }, { hash, payload }, tablet);
  return { line, kind: 'photo', id, isNew };
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
