import type { BackupHeader, BackupRecord } from '../../contracts/sealing.ts';
import { bundleDrafts } from './bundle-drafts.ts';
import type { DeviceDatabase } from './open-database.ts';
import { listOutbox } from './outbox.ts';
import { isSealed } from './seal-text.ts';

export interface Backup {
  /** JSON lines: a `BackupHeader`, then a `BackupRecord` each. */
  readonly text: string;
  readonly records: number;
  /** What cannot be in it yet: the tablet has to meet the institution's key first. Nothing goes in open. */
  readonly left: number;
}

/** Who was linked when the sent copies were made is not kept with them: the current link stands in. */
async function currentTablet(database: DeviceDatabase): Promise<string> {
  return (await database.get('enrolment', 'current'))?.tabletId ?? '';
}

/**
 * All interviews of this tablet in one file that only the institution can open: the unsent, the copies of
 * the sent, and the unfinished. Needs no PIN. Importing it twice, or beside a sync, does no harm.
 */
export async function makeBackup(database: DeviceDatabase, madeAt: string): Promise<Backup> {
  const tabletId = await currentTablet(database);
  const [outbox, sent] = await Promise.all([listOutbox(database), database.getAll('sent')]);
  const finished = [...outbox, ...sent.map((record) => ({ ...record, tabletId }))];
  const sealed = finished.filter(({ payload }) => isSealed(payload));
  const drafts = await bundleDrafts(database);
  const photos = (await database.getAll('attachments')).filter(({ payload }) => isSealed(payload));
  const photoLines = photos.map(({ interviewId, hash, payload, payloadHash }): BackupRecord => ({
    kind: 'photo',
    id: interviewId,
    tabletId: outbox.find(({ id }) => id === interviewId)?.tabletId || tabletId,
    hash: payloadHash,
    payload,
    photo: hash,
  }));
  const toLine =
    (kind: BackupRecord['kind']) =>
    (record: Omit<BackupRecord, 'kind'>): BackupRecord => ({
      kind,
      id: record.id,
      tabletId: record.tabletId === '' ? tabletId : record.tabletId,
      hash: record.hash,
      payload: record.payload,
    });
  const records = [...photoLines, ...sealed.map(toLine('finished')), ...drafts.packed.map(toLine('draft'))];
  const header: BackupHeader = { waymark: 'backup', version: 1, madeAt, records: records.length };
  return {
    text: [header, ...records].map((line) => `${JSON.stringify(line)}\n`).join(''),
    records: records.length - photoLines.length,
    left: finished.length - sealed.length + drafts.left,
  };
}
