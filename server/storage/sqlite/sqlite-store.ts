import type { Kysely } from 'kysely';
import type { SettingStore, Store, StoreInTransaction } from '../port.ts';
import { inTransaction } from './in-transaction.ts';
import { createAreaStore } from './sqlite-areas.ts';
import { createAttachmentStore } from './sqlite-attachments.ts';
import { createAttemptStore } from './sqlite-attempts.ts';
import { createAuditStore } from './sqlite-audit.ts';
import { createCaseStore } from './sqlite-cases.ts';
import { createBackCheckStore } from './sqlite-back-checks.ts';
import { createDraftCopyStore } from './sqlite-draft-copies.ts';
import { createPeopleStore } from './sqlite-people.ts';
import { createHealthStore } from './sqlite-health.ts';
import { createErasureStore } from './sqlite-erasures.ts';
import { createRetentionStore } from './sqlite-retention.ts';
import { createPersonalStore } from './sqlite-personal.ts';
import { createReviewStore } from './sqlite-review.ts';
import { createSegmentationStore } from './sqlite-segmentations.ts';
import { createStudyStore } from './sqlite-studies.ts';
import { createSubmissionStore } from './sqlite-submissions.ts';
import { createSupervisionStore } from './sqlite-supervision.ts';
import { createTabletStore } from './sqlite-tablets.ts';
import type { Tables } from './tables.ts';

/** The storage port over an open database. Closing the store closes the database. */
export const createSqliteStore = (db: Kysely<Tables>): Store => ({
  ...storesOver(db),
  transaction: (work) => inTransaction(db, (trx) => work(storesOver(trx))),
  close: () => db.destroy(),
});

const storesOver = (db: Kysely<Tables>): StoreInTransaction => ({
  studies: createStudyStore(db),
  tablets: createTabletStore(db),
  submissions: createSubmissionStore(db),
  personal: createPersonalStore(db),
  cases: createCaseStore(db),
  erasures: createErasureStore(db),
  retention: createRetentionStore(db),
  segmentations: createSegmentationStore(db),
  review: createReviewStore(db),
  backChecks: createBackCheckStore(db),
  supervision: createSupervisionStore(db),
  people: createPeopleStore(db),
  attempts: createAttemptStore(db),
  audit: createAuditStore(db),
  settings: createSettingStore(db),
  health: createHealthStore(db),
  attachments: createAttachmentStore(db),
  areas: createAreaStore(db),
  draftCopies: createDraftCopyStore(db),
});

function createSettingStore(db: Kysely<Tables>): SettingStore {
  const get = async (key: string): Promise<string | null> => {
    const row = await db.selectFrom('settings').select('value').where('key', '=', key).executeTakeFirst();
    return row?.value ?? null;
  };
  return {
    get,
    async getOrSet(key, value) {
      await db
        .insertInto('settings')
        .values({ key, value })
        .onConflict((conflict) => conflict.column('key').doNothing())
        .execute();
      return (await get(key)) ?? value;
    },
  };
}
